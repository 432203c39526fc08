"""Upgrades the extractor and edits the selectors in the middle of a replay.

    python -m bench.upgrade DIR

The first half of the captures of each page is replayed as usual. Then the rules of
extraction count as changed, and every source gets a selector of things to leave out;
the second half is replayed into the same store. Only what the provider changed may be
told: the events of the second half must be those of a replay without the upgrade. Ends
with 1 when there is one more or one less.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.table import print_table
from clausewatch.checking.events import EventKind
from clausewatch.files.archive import SavedPage, read_index
from clausewatch.parts import Parts
from clausewatch.running.replay import replay, with_saved_pages
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from crawler.extraction import extraction
from domain.watchlist import Watchlist

LEFT_OUT = ("[data-never-there]", "blink")

Told = tuple[str, str]
"""A page and the capture at which a change of it was told."""


def main(arguments: Sequence[str]) -> int:
    """Print what the upgrade added and took away by page; return the exit code."""
    folder = Path(arguments[0]).resolve()
    pages = read_index(folder)
    with working_folder(folder, pages) as work:
        plain = Counter(changes(work, parts_of(work, "plain.db", pages)))
        first = Counter(changes(work / "first", parts_of(work, "upgraded.db", pages)))
        with rules_changed():
            parts = parts_of(work, "upgraded.db", pages)
            edited = replace(parts, watchlist=with_selectors(parts.watchlist))
            upgraded = first + Counter(changes(work, edited))
    more, less = upgraded - plain, plain - upgraded
    print_table(
        ["page", "changes", "more after the upgrade", "less after the upgrade"],
        [[page.id, *(of_page(told, page.id) for told in (plain, more, less))] for page in pages],
    )
    for page, capture in sorted(more):
        print(f"{page}: {capture} told only because of the upgrade")
    for page, capture in sorted(less):
        print(f"{page}: {capture} lost by the upgrade")
    return 1 if more or less else 0


@contextmanager
def working_folder(folder: Path, pages: list[SavedPage]) -> Iterator[Path]:
    """Make a folder with the whole index, and in it one with the first halves."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "first").mkdir()
        whole = [page.model_copy(update={"archive": str(folder / page.archive)}) for page in pages]
        halves = [
            page.model_copy(update={"captures": page.captures[: len(page.captures) // 2]})
            for page in whole
        ]
        for place, listed in ((work, whole), (work / "first", halves)):
            index = [page.model_dump(mode="json") for page in listed]
            (place / "index.json").write_text(json.dumps(index), encoding="utf-8")
        yield work


def parts_of(work: Path, store: str, pages: list[SavedPage]) -> Parts:
    """Open a store with a watchlist that knows every page."""
    settings = Settings.load({"CLAUSEWATCH_STORE": f"sqlite:///{work / store}"}, Path.cwd())
    parts = build_parts(settings, tell=False)
    return replace(parts, watchlist=with_saved_pages(parts.watchlist, pages))


def with_selectors(watchlist: Watchlist) -> Watchlist:
    """Edit every source: leave out things that are on no page."""
    sources = [source.model_copy(update={"remove": LEFT_OUT}) for source in watchlist.sources]
    return watchlist.model_copy(update={"sources": tuple(sources)})


@contextmanager
def rules_changed() -> Iterator[None]:
    """Let the rules of extraction count as others than before."""
    before = extraction.RULES_VERSION
    extraction.RULES_VERSION = "after the upgrade"
    try:
        yield
    finally:
        extraction.RULES_VERSION = before


def changes(folder: Path, parts: Parts) -> Iterator[Told]:
    """Replay a folder and yield the changes that it tells."""
    for happened in replay(folder, parts):
        if happened.event.kind is EventKind.CHANGE:
            yield happened.archived.page.id, happened.archived.file


def of_page(told: Counter[Told], page: str) -> int:
    """Count what was told of one page."""
    return sum(count for (of, _), count in told.items() if of == page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
