"""Search: which passages, in which versions, from when to when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from domain.watchlist import DocumentKind, Watchlist
from storage.search import Narrowing
from storage.search_words import terms
from web.addresses import NameOrNone, Number
from web.pages import Asked
from web.phrases import joined, snippet
from web.routes.tools import sources_of

router = APIRouter()

PASSAGES_A_PAGE = 20
_EARLIEST, _LATEST = date(1990, 1, 1), date(2200, 1, 1)
COUNTED = 1000
"""So many passages are counted and told a history of; more is too common to tell."""


class Sought(BaseModel):
    """What is searched for, and where."""

    q: Annotated[str, Query(max_length=300)] = ""
    tool: NameOrNone = ""
    source: NameOrNone = ""
    kind: DocumentKind | None = None
    since: date | None = None
    until: date | None = None
    below: Number | None = None


class SearchForm(BaseModel):
    """The same as a form sends it, where a field that is left empty is not given."""

    q: Annotated[str, Query(max_length=300)] = ""
    tool: NameOrNone = ""
    source: NameOrNone = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    below: Number | None = None

    def sought(self) -> Sought:
        """Return what is searched for; what is no date or kind counts as not given."""
        return Sought(
            q=self.q,
            tool=self.tool,
            source=self.source,
            kind=DocumentKind(self.kind) if self.kind in set(DocumentKind) else None,
            since=_day(self.since),
            until=_day(self.until),
            below=self.below,
        )


@router.get("/search")
def search(view: Asked, form: Annotated[SearchForm, Query()]) -> HTMLResponse:
    """Show the passages that have all that is asked for, and when it stood where."""
    sought = form.sought()
    asked = terms(sought.q)
    narrowing = narrowed(sought, view.deps.watchlist)
    with view.deps.store.read() as history:
        found = history.find(asked, narrowing, COUNTED, below=sought.below) if asked else ()
        shown = history.passages(found[:PASSAGES_A_PAGE])
        # Later pages tell neither how many there are nor the dates once more.
        told = sought.below is None and len(found) < COUNTED
        stood = history.standings_of(found) if told else {}
    return view.page(
        "search",
        sought=sought,
        asked=asked,
        found=[(one, snippet(one.text, asked)) for one in shown],
        count=len(found) if sought.below is None else None,
        counted=COUNTED,
        stood={source_id: joined(stretches) for source_id, stretches in stood.items()},
        onwards=_onwards(sought, found),
        watchlist=view.deps.watchlist,
        kinds=list(DocumentKind),
    )


def narrowed(sought: Sought, watchlist: Watchlist) -> Narrowing:
    """Return where to search: the sources that fit all that was chosen."""
    chosen: list[set[str]] = []
    if sought.source:
        chosen.append({sought.source})
    if sought.tool:
        tool = watchlist.tool(sought.tool)
        chosen.append(set(sources_of(tool)) if tool else set())
    if sought.kind is not None:
        chosen.append({one.id for one in watchlist.sources if one.kind is sought.kind})
    return Narrowing(
        sources=tuple(sorted(set.intersection(*chosen))) if chosen else None,
        since=datetime.combine(sought.since, time(), UTC) if sought.since else None,
        until=datetime.combine(sought.until, time(), UTC) + timedelta(days=1)
        if sought.until
        else None,
    )


def _day(given: str) -> date | None:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None


def _onwards(sought: Sought, found: tuple[int, ...]) -> str:
    """Return the address of the next page, "" on the last one."""
    if len(found) <= PASSAGES_A_PAGE:
        return ""
    asked = sought.model_dump(mode="json", exclude_defaults=True)
    return f"/search?{urlencode({**asked, 'below': found[PASSAGES_A_PAGE - 1]})}"
