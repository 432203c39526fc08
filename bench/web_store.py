"""Makes up a large store for `bench.web`: a thousand sources over two years.

It is shaped like what was seen: documents of some 150 passages, of which four change
between two versions, words as unevenly common as words are, captures with a dozen
headers. Rows come in the order of time, as in a store that grew: what belongs to one
source is scattered over all of a table.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from bench import web_rows as rows
from bench.bulk import Bulk, in_bulk
from bench.web_rows import Edit, Row
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
from storage.tables import metadata

BEGIN = datetime(2024, 9, 1, tzinfo=UTC)
END = datetime(2026, 9, 1, tzinfo=UTC)
SOURCES_A_TOOL = 10
_CHANGED = 4
_FLAGGED = 0.25  # share of the changes with a flag
_DECIDED = 0.6  # share of the flags with a decision
_PROBLEMS = 0.05  # share of the sources with an open problem; all have had some


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

    @property
    def versions_each(self) -> int:
        """Versions of one source."""
        return self.versions // self.sources

    @property
    def captures_each(self) -> int:
        """Captures that show one version."""
        return self.captures // self.versions

    @property
    def step(self) -> timedelta:
        """How long a version stands."""
        return (END - BEGIN) / (self.versions_each + 1)


def watchlist(size: Size) -> Watchlist:
    """Return what watches the sources of such a store: ten sources a tool."""
    kinds = list(DocumentKind)
    sources = tuple(
        Source(id=f"source-{n}", url=f"https://example.org/{n}", kind=kinds[n % len(kinds)])
        for n in range(size.sources)
    )
    criteria = tuple(
        Criterion(key=f"criterion-{n}", label={"en": f"Criterion {n}"}, meaning="")
        for n in range(rows.CRITERIA)
    )
    firsts = range(0, size.sources, SOURCES_A_TOOL)
    return Watchlist(
        tools=tuple(_tool(first, size) for first in firsts), sources=sources, criteria=criteria
    )


def _tool(first: int, size: Size) -> Tool:
    """Return a tool whose ratings each rest on another one of its sources."""
    last = min(first + SOURCES_A_TOOL, size.sources)
    rests = [min(first + number, last - 1) for number in range(rows.CRITERIA)]
    ratings = tuple(
        Rating(
            criterion=f"criterion-{number}",
            status=Status.PARTLY,
            rationale="It is said in part.",
            evidence=(Evidence(source=f"source-{source}", phrase=evidence(source, number)),),
        )
        for number, source in enumerate(rests)
    )
    return Tool(
        id=f"tool-{first}",
        name=f"Tool {first}",
        sources=tuple(f"source-{n}" for n in range(first, last)),
        ratings=ratings,
    )


def evidence(source: int, number: int) -> str:
    """Return a phrase that stood in the first version of a source."""
    return " ".join(rows.first_passages(source)[number * 7].split()[:6])


def fill(url: str, size: Size) -> None:
    """Put everything into an empty store, in one transaction."""
    with in_bulk(url) as bulk:
        history = MadeUp(bulk, size)
        for number in range(1, size.versions_each + 1):
            history.go_on(number)
        history.end()


class Life:
    """A source while its life is made up: what stands in it, and since when."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.id = f"source-{number}"
        self.chance = random.Random(number)  # noqa: S311 - no secret hangs on it
        self.passages = rows.first_passages(number)
        self.version_id = 0
        self.standing: dict[str, Row] = {}
        self.ended: list[Row] = []

    def edits(self) -> list[Edit]:
        """Reword some passages, and return which."""
        edits = []
        for place in sorted(self.chance.sample(range(rows.PASSAGES), _CHANGED)):
            before = self.passages[place]
            self.passages[place] = rows.reworded(before, self.chance)
            edits.append((place, before, self.passages[place]))
        return edits


class MadeUp:
    """A history that is made up version by version, all sources together."""

    def __init__(self, bulk: Bulk, size: Size) -> None:
        self._bulk = bulk
        self._size = size
        self._lives = [Life(number) for number in range(size.sources)]
        self._ids: defaultdict[str, count[int]] = defaultdict(lambda: count(1))
        self._made: defaultdict[str, list[Row]] = defaultdict(list)

    def go_on(self, number: int) -> None:
        """Write what happened while each source had its version of a number."""
        for life in self._lives:
            # No two sources change at the same moment.
            share = number - 1 + life.number / self._size.sources
            self._live(life, number, BEGIN + self._size.step * share)
        self._number_captures()
        passages = [(row["id"], row["source_id"], row["text"]) for row in self._made["wording"]]
        self._write()
        self._bulk.index(passages)

    def end(self) -> None:
        """Write what is known only when all is over."""
        for life in self._lives:
            self._made["standing"] += [*life.ended, *life.standing.values()]
            due = timedelta(minutes=life.chance.randrange(1440))
            self._made["source_state"].append(rows.state(life.id, END, due))
            self._made["problem"] += self._problems(life)
        self._made["standing"].sort(key=lambda row: row["id"])
        self._write()

    def _write(self) -> None:
        self._bulk.write({metadata.tables[name]: those for name, those in self._made.items()})
        self._made.clear()

    def _next(self, table: str) -> int:
        return next(self._ids[table])

    def _live(self, life: Life, number: int, at: datetime) -> None:
        """Make up a version of a source, how it came about and the captures that show it."""
        edits = life.edits() if number > 1 else []
        old, life.version_id = life.version_id, self._next("version")
        row = rows.version(life.version_id, life.id, number, at, life.passages)
        self._made["version"].append(row)
        for _, before, _ in edits:
            life.ended.append(life.standing.pop(before) | {"gone_number": number, "gone_at": at})
        self._stand(life, [after for *_, after in edits] or life.passages, number, at)
        if edits:
            self._change(life, (old, life.version_id), at, edits)
        self._fetch(life, number, at)

    def _stand(self, life: Life, passages: Iterable[str], number: int, at: datetime) -> None:
        for passage in passages:
            wording = self._next("wording")
            self._made["wording"].append(rows.wording(wording, life.id, passage))
            life.standing[passage] = rows.standing(wording, number, at)

    def _change(
        self, life: Life, versions: tuple[int, int], at: datetime, edits: list[Edit]
    ) -> None:
        change = rows.change(self._next("change"), life.id, versions, at, edits)
        self._made["change"].append(change)
        if life.chance.random() >= _FLAGGED:
            return
        tool = f"tool-{life.number // SOURCES_A_TOOL * SOURCES_A_TOOL}"
        flag = rows.flag(self._next("flag"), change, tool, life.chance)
        self._made["flag"].append(flag)
        if life.chance.random() < _DECIDED:
            decided = rows.review(flag["id"], at + timedelta(days=1), life.chance)
            self._made["review"].append(decided)

    def _fetch(self, life: Life, number: int, at: datetime) -> None:
        body = rows.body(life.id, number)
        self._made["body"].append(body)
        each = self._size.captures_each
        self._made["capture"] += [
            rows.capture(
                life.id,
                # The first one gave the version: it has not failed.
                place and place + life.number,
                at + self._size.step * (place / each),
                body["hash"],
                life.version_id,
            )
            for place in range(each)
        ]

    def _number_captures(self) -> None:
        """Number the captures in the order of time; a version names its first one."""
        captures = self._made["capture"]
        captures.sort(key=lambda row: row["fetched_at"])
        first: dict[str, int] = {}
        for row in captures:
            row["id"] = self._next("capture")
            first.setdefault(row["source_id"], row["id"])
        for row in self._made["version"]:
            row["capture_id"] = first[row["source_id"]]

    def _problems(self, life: Life) -> list[Row]:
        """Return three problems that are over, and for some sources one that is not."""
        opened = [BEGIN + timedelta(days=life.chance.randrange(700)) for _ in range(3)]
        spans: list[tuple[datetime, datetime | None]]
        spans = [(at, at + timedelta(days=5)) for at in opened]
        if life.chance.random() < _PROBLEMS:
            spans.append((END - timedelta(days=life.chance.randrange(1, 9)), None))
        return [rows.problem(self._next("problem"), life.id, *span) for span in spans]
