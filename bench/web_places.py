"""Where `bench.web` goes: for each page a function that draws an address of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from bench.web_rows import CRITERIA
from bench.web_store import BEGIN, END, SOURCES_A_TOOL, Size, evidence
from domain.watchlist import DocumentKind
from storage.store import Store

Places = dict[str, Callable[[], str]]


def places(store: Store, size: Size, chance: random.Random) -> Places:
    """Return for each page a function that draws an address of it."""
    with store.read() as history:
        flags = history.open_flag_ids(END)
        changes = history.change_list(limit=1)[0].id
    draw = Draw(size, chance)
    return {
        **_lists(draw),
        **_items(draw, flags, changes),
        **_searches(draw),
        **_api(draw, changes),
    }


class Draw:
    """Draws what an address names."""

    def __init__(self, size: Size, chance: random.Random) -> None:
        self._size = size
        self._chance = chance

    def of(self, start: int, end: int) -> int:
        """Draw a number."""
        return self._chance.randrange(start, end)

    def one_of(self, given: tuple[int, ...]) -> int:
        """Draw one of some numbers."""
        return self._chance.choice(given)

    def source(self) -> str:
        """Draw a source."""
        return f"source-{self.of(0, self._size.sources)}"

    def tool(self) -> str:
        """Draw a tool."""
        return f"tool-{self._chance.randrange(0, self._size.sources, SOURCES_A_TOOL)}"

    def version(self) -> str:
        """Draw a version of a source."""
        return f"{self.source()}/versions/{self.of(1, self._size.versions_each + 1)}"

    def two_versions(self) -> str:
        """Draw two versions of a source to compare, mostly far apart."""
        numbers = range(1, self._size.versions_each + 1)
        old, new = sorted(self._chance.sample(numbers, 2))
        return f"{self.source()}/compare/{old}/{new}"

    def capture(self) -> int:
        """Draw a capture."""
        return self.of(1, self._size.captures)

    def days(self, length: int) -> tuple[str, str]:
        """Draw a stretch of time."""
        start = BEGIN + timedelta(days=self.of(0, 700))
        return f"{start:%Y-%m-%d}", f"{start + timedelta(days=length):%Y-%m-%d}"

    def window(self, length: int) -> str:
        """Draw a stretch of time as a page of a source takes it."""
        since, until = self.days(length)
        return f"since={since}T00:00:00Z&until={until}T00:00:00Z"

    def word(self, start: int, end: int) -> str:
        """Draw a word; the smaller its number, the more common it is."""
        return f"w{self.of(start, end)}"

    def phrase(self) -> str:
        """Draw words that stand in a document, most of them common ones."""
        return evidence(self.of(0, self._size.sources), 1)


def _lists(draw: Draw) -> Places:
    return {
        "start": lambda: "/",
        "queue": lambda: f"/flags?page={draw.of(1, 30)}",
        "queue, decided too": lambda: f"/flags?decided=true&page={draw.of(1, 90)}",
        "queue of a tool": lambda: f"/flags?tool={draw.tool()}",
        "tools": lambda: "/tools",
        "tool": lambda: f"/tools/{draw.tool()}",
        "sources": lambda: f"/sources?page={draw.of(1, 20)}",
        "ratings": lambda: "/ratings",
        "evidence not found": lambda: f"/ratings/evidence?page={draw.of(1, 9)}",
        "ratings, all": lambda: f"/ratings?all=true&page={draw.of(1, 9)}",
        "rating": lambda: f"/tools/{draw.tool()}/ratings/criterion-{draw.of(0, CRITERIA)}",
        "feed of all": lambda: "/feeds/all.atom",
        "feed of a tool": lambda: f"/feeds/tools/{draw.tool()}.atom",
        "source, two years": lambda: f"/sources/{draw.source()}",
        "source, a month": lambda: f"/sources/{draw.source()}?{draw.window(30)}",
        "source, a day": lambda: f"/sources/{draw.source()}?{draw.window(1)}",
    }


def _items(draw: Draw, flags: tuple[int, ...], changes: int) -> Places:
    return {
        "flag": lambda: f"/flags/{draw.one_of(flags)}",
        "change": lambda: f"/changes/{draw.of(1, changes)}",
        "change, inline": lambda: f"/changes/{draw.of(1, changes)}?layout=inline",
        "change as a file": lambda: f"/changes/{draw.of(1, changes)}/export.html",
        "compare any two": lambda: f"/sources/{draw.two_versions()}",
        "version": lambda: f"/sources/{draw.version()}",
        "capture": lambda: f"/captures/{draw.capture()}",
    }


def _searches(draw: Draw) -> Places:
    kinds = list(DocumentKind)

    def in_a_time() -> str:
        since, until = draw.days(30)
        return f"/search?q={draw.word(1, 30)}&since={since}&until={until}"

    return {
        "search, a common word": lambda: f"/search?q={draw.word(1, 100)}",
        "search, two common words": lambda: f"/search?q={draw.word(1, 30)}+{draw.word(1, 30)}",
        "search, a common and a rare word": lambda: (
            f"/search?q={draw.word(1, 9)}+{draw.word(1000, 9000)}"
        ),
        "search, a rare word": lambda: f"/search?q={draw.word(9000, 30000)}",
        "search, a phrase": lambda: f'/search?q="{draw.phrase()}"',
        "search, two words as a phrase": lambda: (
            f'/search?q="{draw.word(1, 20)}+{draw.word(1, 20)}"'
        ),
        "search, beginnings": lambda: f"/search?q={draw.word(10, 999)}*",
        "search, all beginnings": lambda: f"/search?q=w*+{draw.word(1, 50)}*",
        "search, in a tool": lambda: f"/search?q={draw.word(1, 9)}&tool={draw.tool()}",
        "search, in a source": lambda: f"/search?q={draw.word(1, 9)}&source={draw.source()}",
        "search, in a kind": lambda: (
            f"/search?q={draw.word(1, 30)}&kind={kinds[draw.of(0, len(kinds))].value}"
        ),
        "search, two words in a tool": lambda: (
            f"/search?q={draw.word(1, 9)}+{draw.word(1, 99)}&tool={draw.tool()}"
        ),
        "search, in a time": in_a_time,
        "search, further on": lambda: (
            f"/search?q={draw.word(1, 30)}+{draw.word(1, 30)}&below={draw.of(1000, 200_000)}"
        ),
    }


def _api(draw: Draw, changes: int) -> Places:
    return {
        "API, changes": lambda: f"/api/v1/changes?after={draw.of(100, changes)}",
        "API, changes of a source": lambda: f"/api/v1/changes?source={draw.source()}",
        "API, a change": lambda: f"/api/v1/changes/{draw.of(1, changes)}",
        "API, flags": lambda: f"/api/v1/flags?offset={draw.of(0, 1000)}",
        "API, problems": lambda: "/api/v1/problems",
        "API, versions": lambda: f"/api/v1/sources/{draw.source()}/versions",
        "API, a version": lambda: f"/api/v1/sources/{draw.version()}",
        "API, captures": lambda: f"/api/v1/sources/{draw.source()}/captures",
        "API, search": lambda: f"/api/v1/search?q={draw.word(1, 500)}",
        "API, sources": lambda: "/api/v1/sources",
    }
