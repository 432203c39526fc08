"""The wording of all versions, searched: each passage once, with the time it stood.

Two versions of a page share nearly all of their passages. What is indexed is the
distinct passages of a source and, for each, from which version to which it stood: a
small index, which also answers when a phrase appeared and when it went.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, cast, column, or_, table, text, update
from sqlalchemy import select as columns
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage import search_words
from storage.search_words import Term
from storage.session import Reading, identity
from storage.tables import StandingRow, WordingRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage stood from a version on, until another no longer had it (None: it stands)."""

    since_number: int
    since_at: datetime
    gone_number: int | None
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage of a source that was searched for, and when it stood, oldest first."""

    id: int
    source_id: str
    text: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where and when to search: in some sources, for what stood within a time."""

    sources: tuple[str, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None


class SearchReading(Reading):
    """Questions about wording."""

    def search(
        self,
        asked: tuple[Term, ...],
        narrowing: Narrowing,
        limit: int,
        *,
        below: int | None = None,
    ) -> tuple[FoundPassage, ...]:
        """Return passages with all that is asked for, those that came last first."""
        return self.passages(self.find(asked, narrowing, limit, below=below))

    def find(
        self,
        asked: tuple[Term, ...],
        narrowing: Narrowing,
        limit: int,
        *,
        below: int | None = None,
    ) -> tuple[int, ...]:
        """Return the ids of such passages, those that came last first."""
        number = col(WordingRow.id)
        query = columns(number).where(*_narrowed(narrowing)).limit(limit)
        if below is not None:
            query = query.where(number < below)
        index = table("wording_search", column("rowid"), column("id"), column("words"))
        if self._session.get_bind().dialect.name != "sqlite":
            wanted = cast(search_words.for_postgresql(asked), TSQUERY)
            query = query.join(index, index.c.id == number).where(index.c.words.op("@@")(wanted))
            query = query.order_by(number.desc())
        else:
            match = index.c.words.op("MATCH")(search_words.for_sqlite(asked))
            if narrowing.sources is None:
                # Asked in the order of its rows, the index stops when there are enough.
                query = query.join(index, index.c.rowid == number).where(match)
                query = query.order_by(index.c.rowid.desc())
            else:
                found = columns(index.c.rowid).where(match)
                query = query.where(number.in_(found)).order_by(number.desc())
        return tuple(identity(one) for one in self._session.scalars(query))

    def passages(self, ids: Sequence[int]) -> tuple[FoundPassage, ...]:
        """Return passages with when they stood, in the order of their ids given."""
        query = (
            columns(col(WordingRow.id), col(WordingRow.source_id), col(WordingRow.text), *_STOOD)
            .join(StandingRow, col(StandingRow.wording_id) == col(WordingRow.id))
            .where(col(WordingRow.id).in_(ids), _stood_at_all())
            .order_by(col(StandingRow.since_number))
        )
        found: dict[int, FoundPassage] = {}
        for number, source_id, passage, *stood in self._session.execute(query):
            known = found.get(identity(number))
            before = known.standings if known else ()
            found[identity(number)] = FoundPassage(
                identity(number), source_id, passage, (*before, Standing(*stood))
            )
        return tuple(found[number] for number in ids if number in found)

    def standings_of(self, ids: Sequence[int]) -> dict[str, list[Standing]]:
        """Return by source when passages stood, oldest first."""
        query = (
            columns(col(WordingRow.source_id), *_STOOD)
            .join(StandingRow, col(StandingRow.wording_id) == col(WordingRow.id))
            .where(col(WordingRow.id).in_(ids), _stood_at_all())
            .order_by(col(WordingRow.source_id), col(StandingRow.since_number))
        )
        found: dict[str, list[Standing]] = {}
        for source_id, *stood in self._session.execute(query):
            found.setdefault(source_id, []).append(Standing(*stood))
        return found


class SearchWriting(SearchReading):
    """The index is written with the version, in its transaction."""

    def index_version(
        self, source_id: str, number: int, at: datetime, passages: Iterable[str]
    ) -> None:
        """Note which passages a version of a source has, and so which came and went."""
        wanted = {_hash(passage): passage for passage in passages if passage.strip()}
        known = self._known(source_id)
        for key in wanted.keys() - known.keys():
            known[key] = self._add(source_id, key, wanted[key])
        present = {known[key] for key in wanted}
        standing = self._standing_now(source_id)
        gone = [row for wording, row in standing.items() if wording not in present]
        if gone:
            self._session.execute(
                update(StandingRow)
                .where(col(StandingRow.id).in_(gone))
                .values(gone_number=number, gone_at=at)
            )
        self._session.add_all(
            StandingRow(wording_id=wording, since_number=number, since_at=at)
            for wording in sorted(present - standing.keys())
        )
        self._session.flush()

    def _known(self, source_id: str) -> dict[str, int]:
        rows = self._session.execute(
            columns(col(WordingRow.hash), col(WordingRow.id)).where(
                col(WordingRow.source_id) == source_id
            )
        )
        return {key: identity(number) for key, number in rows}

    def _standing_now(self, source_id: str) -> dict[int, int]:
        rows = self._session.execute(
            columns(col(StandingRow.wording_id), col(StandingRow.id))
            .join(WordingRow, col(StandingRow.wording_id) == col(WordingRow.id))
            .where(col(WordingRow.source_id) == source_id, col(StandingRow.gone_number).is_(None))
        )
        return {wording: identity(number) for wording, number in rows}

    def _add(self, source_id: str, key: str, passage: str) -> int:
        row = WordingRow(source_id=source_id, hash=key, text=passage)
        self._session.add(row)
        self._session.flush()
        number = identity(row.id)
        self._session.execute(*self._index_entry(number, passage))
        return number

    def _index_entry(self, number: int, passage: str) -> tuple[Any, dict[str, Any]]:
        if self._session.get_bind().dialect.name == "sqlite":
            words = " ".join(search_words.words(passage))
            insert = "INSERT INTO wording_search (rowid, words) VALUES (:id, :words)"
        else:
            words = search_words.as_tsvector(passage)
            insert = "INSERT INTO wording_search (id, words) VALUES (:id, CAST(:words AS tsvector))"
        return text(insert), {"id": number, "words": words}


_STOOD = (
    col(StandingRow.since_number),
    col(StandingRow.since_at),
    col(StandingRow.gone_number),
    col(StandingRow.gone_at),
)


def _stood_at_all() -> ColumnElement[bool]:
    """Leave out what one reading of a version had and a later reading of the same had not."""
    return or_(
        col(StandingRow.gone_number).is_(None),
        col(StandingRow.gone_number) > col(StandingRow.since_number),
    )


def _narrowed(narrowing: Narrowing) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if narrowing.sources is not None:
        conditions.append(col(WordingRow.source_id).in_(narrowing.sources))
    if narrowing.since is not None or narrowing.until is not None:
        within = aliased(StandingRow)
        stood = select(within.id).where(col(within.wording_id) == col(WordingRow.id))
        if narrowing.until is not None:
            stood = stood.where(col(within.since_at) <= narrowing.until)
        if narrowing.since is not None:
            gone = col(within.gone_at)
            stood = stood.where(or_(gone.is_(None), gone >= narrowing.since))
        conditions.append(stood.exists())
    return conditions


def _hash(passage: str) -> str:
    return hashlib.sha256(passage.encode("utf-8", "surrogatepass")).hexdigest()[:32]
