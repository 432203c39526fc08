"""Saved captures, fed through the same way as fetched ones, with their own times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from clausewatch.checking.events import Event
from clausewatch.checking.story import check_source
from clausewatch.files.archive import ArchivedCapture, SavedPage, read_captures, read_index
from clausewatch.parts import Parts
from domain.watchlist import Source, Tool, Watchlist


@dataclass(frozen=True, slots=True)
class ReplayEvent:
    """One event of a replay and the saved capture that brought it about."""

    source_id: str
    archived: ArchivedCapture
    event: Event


def replay(folder: Path, parts: Parts) -> Iterator[ReplayEvent]:
    """Feed all saved captures of a folder through the story, in time order.

    Nobody is sent anything about what happened long ago, whatever `parts` says.
    """
    pages = read_index(folder)
    watchlist = with_saved_pages(parts.watchlist, pages)
    parts = replace(parts, watchlist=watchlist, tell=False)
    sources = {page.id: source_of(watchlist, page) for page in pages}
    for archived in read_captures(folder, pages):
        source = sources[archived.page.id]
        capture = replace(archived.capture, source_id=source.id)
        for event in check_source(source, capture, parts).events:
            yield ReplayEvent(source.id, archived, event)


def with_saved_pages(watchlist: Watchlist, pages: list[SavedPage]) -> Watchlist:
    """Add the pages that the watchlist does not know: each counts as cited for everything.

    A page is known by its address. An unknown one becomes a source of the kind that the
    index gives, cited by a tool of the same id that has no ratings.
    """
    unknown = [page for page in pages if _known(watchlist, page) is None]
    return watchlist.model_copy(
        update={
            "sources": (
                *watchlist.sources,
                *(Source(id=page.id, url=page.url, kind=page.kind) for page in unknown),
            ),
            "tools": (
                *watchlist.tools,
                *(Tool(id=page.id, name=page.id, sources=(page.id,)) for page in unknown),
            ),
        }
    )


def source_of(watchlist: Watchlist, page: SavedPage) -> Source:
    """Return the source that a saved page belongs to."""
    known = _known(watchlist, page)
    if known is None:
        raise LookupError(page.id)
    return known


def _known(watchlist: Watchlist, page: SavedPage) -> Source | None:
    wanted = _comparable(page.url)
    by_address = (one for one in watchlist.sources if _comparable(one.url) == wanted)
    return next(by_address, None) or watchlist.source(page.id)


def _comparable(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)
