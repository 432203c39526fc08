"""The index of words, which each database has in its own way: written, and asked.

SQLite has FTS5, with the source of a passage as a word in a column of its own: asking
for words within some sources takes as long as there are such passages, however common
the words are. PostgreSQL has a tsvector with a GIN index.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    Select,
    any_,
    cast,
    column,
    func,
    literal,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import col

from storage import search_words
from storage.search_words import Term
from storage.tables import WordingRow

_INDEX = table("wording_search", column("id", Integer), column("rowid", Integer), column("words"))
_FEW = 20  # sources; the passages of so many are looked up one by one
INTO = {
    "sqlite": "INSERT INTO wording_search (rowid, words, source) VALUES (:id, :words, :source)",
    "postgresql": "INSERT INTO wording_search (id, words) VALUES (:id, CAST(:words AS tsvector))",
}
"""How a passage is written, for the parameters that `entry` gives."""


def entry(database: str, number: int, source_id: str, passage: str) -> dict[str, Any]:
    """Return what the index keeps of a passage."""
    if database == "sqlite":
        words = " ".join(search_words.words(passage))
        return {"id": number, "words": words, "source": source_word(source_id)}
    return {"id": number, "words": search_words.as_tsvector(passage)}


def number_in(database: str) -> ColumnElement[int]:
    """Return the column with the number of a passage."""
    return _INDEX.c.rowid if database == "sqlite" else _INDEX.c.id


def matching(
    database: str, asked: tuple[Term, ...], sources: tuple[str, ...] | None
) -> Select[int]:
    """Select the numbers of the passages with all that is asked for, the latest first.

    Asked in the order of its rows, the index stops when there are enough.
    """
    number = number_in(database)
    query = select(number).order_by(number.desc())
    if database == "sqlite":
        match = _within(search_words.for_sqlite(asked), sources)
        return query.where(column(_INDEX.name).op("MATCH")(match))
    wanted = cast(search_words.for_postgresql(asked), TSQUERY)
    query = query.where(_INDEX.c.words.op("@@")(wanted))
    if sources is not None:
        query = query.join(WordingRow, col(WordingRow.id) == number)
        query = query.where(col(WordingRow.source_id).in_(sources))
        if len(sources) <= _FEW:
            # A sum has no index: PostgreSQL is kept from going through the passages of
            # all sources, in order, until there are enough of these.
            query = query.order_by(None).order_by((number + 0).desc())
    return query


def among(database: str, number: ColumnElement[Any], those: Sequence[int]) -> ColumnElement[bool]:
    """Say that a number is among thousands, as one parameter instead of thousands."""
    if database == "sqlite":
        values = func.json_each(json.dumps(list(those))).table_valued("value")
        return number.in_(select(values.c.value))
    return number == any_(literal(list(those), ARRAY(Integer)))


def source_word(source_id: str) -> str:
    """Return a source as one word; FTS5 would take most ids for several."""
    return f"s{source_id.encode().hex()}"


def _within(wanted: str, sources: tuple[str, ...] | None) -> str:
    if sources is None:
        return f"words : ({wanted})"
    return f"words : ({wanted}) AND source : ({' OR '.join(map(source_word, sources))})"
