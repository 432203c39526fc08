"""Makes a large store for `bench.web`: a thousand sources over two years, in bulk.

What is in it is made up, but shaped like what was seen: documents of some 150
passages, of which four change between two versions, words as unevenly common as words
are, captures with a dozen headers.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, text

from domain.capture import CaptureOrigin
from domain.change import Significance
from domain.watchlist import (
    Criterion,
    DocumentKind,
    Evidence,
    Rating,
    Source,
    Status,
    Tool,
    Watchlist,
)
from storage import search_words
from storage.engine import for_writing
from storage.store import Store
from storage.tables import (
    BodyRow,
    CaptureRow,
    ChangeRow,
    FlagRow,
    SourceStateRow,
    StandingRow,
    VersionRow,
    WordingRow,
)

BEGIN = datetime(2024, 9, 1, tzinfo=UTC)
END = datetime(2026, 9, 1, tzinfo=UTC)
_PASSAGES = 150
_CHANGED = 4
_FLAGGED = 0.25  # share of the changes with a flag
_HEADERS = [["content-type", "text/html; charset=utf-8"]] + [
    [f"x-header-{number}", "of the length that headers tend to have, more or less"]
    for number in range(11)
]


@dataclass(frozen=True, slots=True)
class Size:
    """How large the store is."""

    sources: int = 1000
    captures: int = 500_000
    versions: int = 20_000

    def scaled(self, share: float) -> Size:
        """Return a share of it."""
        return Size(
            max(2, int(self.sources * share)),
            max(4, int(self.captures * share)),
            max(4, int(self.versions * share)),
        )


def watchlist(size: Size) -> Watchlist:
    """Return what watches the sources of such a store: ten sources a tool."""
    kinds = list(DocumentKind)
    sources = tuple(
        Source(id=f"source-{n}", url=f"https://example.org/{n}", kind=kinds[n % len(kinds)])
        for n in range(size.sources)
    )
    criteria = tuple(
        Criterion(key=f"criterion-{n}", label={"en": f"Criterion {n}"}, meaning="")
        for n in range(7)
    )
    tools = tuple(
        Tool(
            id=f"tool-{first}",
            name=f"Tool {first}",
            sources=tuple(one.id for one in sources[first : first + 10]),
            ratings=tuple(
                Rating(
                    criterion=criterion.key,
                    status=Status.PARTLY,
                    rationale="It is said in part.",
                    evidence=(Evidence(source=f"source-{first}", phrase=evidence(first, number)),),
                )
                for number, criterion in enumerate(criteria)
            ),
        )
        for first in range(0, size.sources, 10)
    )
    return Watchlist(tools=tools, sources=sources, criteria=criteria)


def evidence(source: int, number: int) -> str:
    """Return a phrase that stands in a source."""
    return " ".join(_passages(source)[number * 7].split()[:6])


def fill(store: Store, size: Size) -> None:
    """Put everything into an empty store, in one transaction."""
    with for_writing(store._engine).begin() as connection:  # noqa: SLF001 - past the rules, in bulk
        ids = Ids()
        for source in range(size.sources):
            _fill_source(connection, ids, source, size)
        if connection.dialect.name == "postgresql":
            for table in ("capture", "version", "change", "flag", "wording", "standing"):
                connection.execute(
                    text(
                        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608 - names of ours
                        f"(SELECT max(id) FROM {table}))"
                    )
                )
    with store._engine.connect() as connection:  # noqa: SLF001
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


@dataclass(slots=True)
class Ids:
    """The numbers that the next rows take."""

    capture: int = 0
    version: int = 0
    change: int = 0
    wording: int = 0


def _fill_source(connection: Connection, ids: Ids, source: int, size: Size) -> None:
    versions = size.versions // size.sources
    captures = size.captures // size.sources
    source_id = f"source-{source}"
    chance = random.Random(source)  # noqa: S311 - no secret hangs on it
    passages = list(_passages(source))
    step = (END - BEGIN) / versions
    first_capture, first_version = ids.capture + 1, ids.version + 1
    rows: dict[Any, list[dict[str, Any]]] = {}
    seen = dict.fromkeys(passages, (0, 0))
    gone: list[tuple[str, int, int]] = []
    for number in range(1, versions + 1):
        changed = [] if number == 1 else chance.sample(range(_PASSAGES), _CHANGED)
        edits = []
        for place in changed:
            before, after = passages[place], _reworded(passages[place], chance)
            edits.append((place, before, after))
            gone.append((before, seen.pop(before, (0, 0))[1] or 1, number))
            passages[place] = after
            seen[after] = (place, number)
        ids.version += 1
        rows.setdefault(VersionRow, []).append(
            _version(ids.version, source_id, number, BEGIN + step * (number - 1), passages)
            | {"capture_id": first_capture + (number - 1) * (captures // versions)}
        )
        if edits:
            ids.change += 1
            _add_change(rows, ids.change, source_id, number, ids.version, edits, chance)
    _add_captures(rows, ids, source_id, captures, versions, first_version)
    standings = [(one, since or 1, until) for one, since, until in gone]
    standings += [(one, place[1] or 1, 0) for one, place in seen.items()]
    words = _add_wordings(rows, ids, source_id, standings, step)
    rows[SourceStateRow] = [_state(source_id, chance)]
    _write(connection, rows, words)


def _passages(source: int) -> list[str]:
    chance = random.Random(-1 - source)  # noqa: S311 - no secret hangs on it
    return [f"{_sentence(chance)} {number}." for number in range(_PASSAGES)]


def _reworded(passage: str, chance: random.Random) -> str:
    """Return a passage with three words replaced, as most changes are."""
    words = passage.split()
    for place in chance.sample(range(len(words) - 1), 3):
        words[place] = _word(chance)
    # A word that no other passage has: two of them never read the same.
    words[0] = f"n{chance.getrandbits(60)}"
    return " ".join(words)


def _word(chance: random.Random) -> str:
    return f"w{int(chance.paretovariate(0.6)) % 30000}"


def _sentence(chance: random.Random) -> str:
    return " ".join(_word(chance) for _ in range(28))


def _version(
    number_of_row: int, source_id: str, number: int, at: datetime, passages: list[str]
) -> dict[str, Any]:
    blocks = [
        {"kind": "paragraph", "text": one, "level": 0, "cells": [], "header": False}
        for one in passages
    ]
    return {
        "id": number_of_row,
        "source_id": source_id,
        "number": number,
        "at": at,
        "fingerprint": "made up",
        "recipe": "made up",
        "wording_hash": hashlib.sha256("\n".join(passages).encode()).hexdigest(),
        "title": f"Document of {source_id}",
        "language": "en",
        "blocks": blocks,
        "word_count": 28 * len(passages),
        "replaces_id": None,
    }


def _add_change(  # noqa: PLR0913, PLR0917 - a change is all of this
    rows: dict[Any, list[dict[str, Any]]],
    change_id: int,
    source_id: str,
    number: int,
    version_id: int,
    edits: list[tuple[int, str, str]],
    chance: random.Random,
) -> None:
    at = BEGIN + (END - BEGIN) * ((number - 1) / 20)
    passages = [
        {
            "kind": "reworded",
            "before": before,
            "after": after,
            "segments": [{"edit": "delete", "text": before}, {"edit": "insert", "text": after}],
            "heading": "",
            "old_block": place,
            "new_block": place,
            "findings": [],
            "significance": "substantive",
            "note": "",
        }
        for place, before, after in sorted(edits)
    ]
    rows.setdefault(ChangeRow, []).append(
        {
            "id": change_id,
            "source_id": source_id,
            "old_version_id": version_id - 1,
            "new_version_id": version_id,
            "at": at,
            "significance": Significance.SUBSTANTIVE,
            "reason": "The wording of a term changed.",
            "passages": passages,
            "findings": [],
        }
    )
    if chance.random() < _FLAGGED:
        sentence = {"en": "It changed.", "de": "Es hat sich geändert."}
        rows.setdefault(FlagRow, []).append(
            {
                "change_id": change_id,
                "source_id": source_id,
                "tool_id": f"tool-{int(source_id.partition('-')[2]) // 10 * 10}",
                "criterion": f"criterion-{chance.randrange(7)}",
                "at": at,
                "score": chance.random(),
                "priority": chance.choice((10, 20, 30, 40)),
                "summary": sentence,
                "reasons": [sentence],
                "passages": [0, 1],
                "evidence": [],
            }
        )


def _add_captures(  # noqa: PLR0913, PLR0917 - all of it goes into a row
    rows: dict[Any, list[dict[str, Any]]],
    ids: Ids,
    source_id: str,
    captures: int,
    versions: int,
    first_version: int,
) -> None:
    each = captures // versions
    bodies = [hashlib.sha256(f"{source_id} {n}".encode()).hexdigest() for n in range(versions)]
    rows[BodyRow] = [
        {"hash": one, "size": 100_000, "frame": random.Random(one).randbytes(4000), "depth": 0}  # noqa: S311
        for one in bodies
    ]
    made = []
    for number in range(captures):
        ids.capture += 1
        version = min(versions - 1, number // each)
        made.append(
            {
                "id": ids.capture,
                "source_id": source_id,
                "fetched_at": BEGIN + (END - BEGIN) * (number / captures),
                "requested_url": f"https://example.org/{source_id}",
                "final_url": f"https://example.org/{source_id}",
                "redirects": [],
                "status": 200,
                "headers": _HEADERS,
                "origin": CaptureOrigin.HTTP,
                "body_hash": bodies[version],
                "problem_kind": None,
                "version_id": first_version + version,
            }
        )
    rows[CaptureRow] = made


def _add_wordings(
    rows: dict[Any, list[dict[str, Any]]],
    ids: Ids,
    source_id: str,
    standings: list[tuple[str, int, int]],
    step: timedelta,
) -> list[tuple[int, str]]:
    rows[WordingRow], rows[StandingRow], words = [], [], []
    for passage, since, until in standings:
        ids.wording += 1
        key = hashlib.sha256(passage.encode()).hexdigest()[:32]
        rows[WordingRow].append(
            {"id": ids.wording, "source_id": source_id, "hash": key, "text": passage}
        )
        rows[StandingRow].append(
            {
                "wording_id": ids.wording,
                "since_number": since,
                "since_at": BEGIN + step * (since - 1),
                "gone_number": until or None,
                "gone_at": BEGIN + step * (until - 1) if until else None,
            }
        )
        words.append((ids.wording, passage))
    return words


def _state(source_id: str, chance: random.Random) -> dict[str, Any]:
    return {
        "source_id": source_id,
        "url": f"https://example.org/{source_id}",
        "next_due_at": END + timedelta(minutes=chance.randrange(1440)),
        "last_checked_at": END,
        "last_good_at": END,
        "memory": {},
    }


_ORDER = (
    BodyRow,
    CaptureRow,
    VersionRow,
    ChangeRow,
    FlagRow,
    WordingRow,
    StandingRow,
    SourceStateRow,
)


def _write(
    connection: Connection,
    rows: dict[Any, list[dict[str, Any]]],
    words: list[tuple[int, str]],
) -> None:
    shown = {row["id"]: row.pop("version_id") for row in rows[CaptureRow]}
    for table in _ORDER:
        if rows.get(table):
            connection.execute(insert(table), rows[table])
    # Captures and versions name each other: one of the two has to wait.
    connection.execute(
        text("UPDATE capture SET version_id = :version WHERE id = :id"),
        [{"id": number, "version": version} for number, version in shown.items()],
    )
    dialect = connection.dialect.name
    folded = _words if dialect == "sqlite" else search_words.as_tsvector
    entries = [{"id": number, "words": folded(passage)} for number, passage in words]
    connection.execute(text(_INDEX[dialect]), entries)


def _words(passage: str) -> str:
    return " ".join(search_words.words(passage))


_INDEX = {
    "sqlite": "INSERT INTO wording_search (rowid, words) VALUES (:id, :words)",
    "postgresql": "INSERT INTO wording_search (id, words) VALUES (:id, CAST(:words AS tsvector))",
}
