"""Sources: the list, and the life of one as a picture and as lists."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from domain.change import Significance
from domain.watchlist import Watchlist
from storage.records import SourceState, StoredProblem
from storage.store import History
from storage.summaries import CaptureSpan
from web.access import Role
from web.addresses import Moment, Name
from web.csrf import OurForm
from web.evidence import claims
from web.pages import Asked
from web.paging import pages_of
from web.refusals import Refusal
from web.timeline import ZOOMS, Window, picture

router = APIRouter()

CAPTURES_A_PAGE = 40
SOURCES_A_PAGE = 50
_SHORTEST = timedelta(hours=1)
_MARGIN = 0.02  # of the window, so that the first and the last mark are not cut


class Wanted(BaseModel):
    """Which sources are listed."""

    q: Annotated[str, Query(max_length=200)] = ""
    problems: bool = False
    page: Annotated[int, Query(ge=1, le=10_000)] = 1


class Shown(BaseModel):
    """Which stretch of time is asked for, and from where the captures are listed on."""

    since: Moment | None = None
    until: Moment | None = None
    before: Moment | None = None
    asked: bool = False  # a check was asked for just now


@router.get("/sources")
def sources(view: Asked, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """List the sources with what they show now."""
    with view.deps.store.read() as history:
        problems = {problem.source_id: problem for problem in history.problems()}
        ids = matching(view.deps.watchlist, history, wanted, problems)
        first = (wanted.page - 1) * SOURCES_A_PAGE
        shown = ids[first : first + SOURCES_A_PAGE]
        versions = history.latest_versions(shown)
        checked = history.last_checked(shown)
    return view.page(
        "sources",
        ids=shown,
        total=len(ids),
        more=len(ids) > first + SOURCES_A_PAGE,
        pages=pages_of("/sources", wanted),
        wanted=wanted,
        watchlist=view.deps.watchlist,
        versions=versions,
        checked=checked,
        problems=problems,
    )


@router.get("/sources/{source_id}")
def source(source_id: Name, view: Asked, shown: Annotated[Shown, Query()]) -> HTMLResponse:
    """Show the life of a source: a picture, its changes, captures and problems."""
    now = view.deps.clock()
    with view.deps.store.read() as history:
        watchlist = view.watchlist(history)
        span = history.capture_span(source_id)
        problems = history.problems(open_only=False, source=source_id)
        if watchlist.source(source_id) is None and not span.count and not problems:
            raise Refusal(404, "not_found")
        state = history.state(source_id)
        window = window_asked(shown, span, latest_of(span, state, problems), now)
        changes = history.change_list(sources=[source_id])
        drawn = picture(
            window,
            history.capture_ticks(source_id, window.start, window.end),
            changes,
            problems,
            now,
        )
        captures = history.capture_list(
            source_id,
            CAPTURES_A_PAGE + 1,
            before=shown.before or (window.end + timedelta(microseconds=1)),
            since=window.start,
        )
        versions = history.version_list(source_id)
        latest_check = history.latest_check() if shown.asked else None
    return view.page(
        "source",
        source_id=source_id,
        source=watchlist.source(source_id),
        watchlist=watchlist,
        tools=watchlist.tools_citing(source_id),
        claims=claims(watchlist, source_id),
        span=span,
        picture=drawn,
        window=window,
        whole=not (shown.since or shown.until),
        zooms={name: window.zoomed(length) for name, length in ZOOMS.items()},
        changes=[one for one in changes if window.start <= one.at <= window.end],
        versions=versions,
        captures=captures[:CAPTURES_A_PAGE],
        older=captures[CAPTURES_A_PAGE - 1].fetched_at if len(captures) > CAPTURES_A_PAGE else None,
        numbers={version.id: version.number for version in versions},
        problems=list(reversed(problems)),
        state=state,
        asked=shown.asked and state.next_due_at is not None and state.next_due_at <= now,
        latest_check=latest_check,
        significances=list(reversed(Significance)),
    )


@router.post("/sources/{source_id}/check", dependencies=[OurForm])
def check_soon(source_id: Name, view: Asked) -> Response:
    """Make a source due now, so that the worker checks it next."""
    if not view.person.may(Role.KEEPER):
        raise Refusal(403, "refused_role")
    if view.deps.watchlist.source(source_id) is None:
        raise Refusal(404, "not_found")
    with view.deps.store.work() as work:
        work.save_state(replace(work.state(source_id), next_due_at=view.deps.clock()))
    return RedirectResponse(f"/sources/{source_id}?asked=1", status_code=303)


def matching(
    watchlist: Watchlist, history: History, wanted: Wanted, problems: Collection[str]
) -> list[str]:
    """Return the ids of what is watched, then of what is watched no longer, as asked for."""
    watched = [source.id for source in watchlist.sources]
    addresses = {source.id: source.url.casefold() for source in watchlist.sources}
    former = [one for one in history.known_sources() if one not in addresses]
    words = wanted.q.casefold().split()
    return [
        one
        for one in watched + former
        if (not wanted.problems or one in problems)
        and all(word in one or word in addresses.get(one, "") for word in words)
    ]


def latest_of(
    span: CaptureSpan, state: SourceState, problems: tuple[StoredProblem, ...]
) -> datetime | None:
    """Return when something of a source was last noted: not every check gives a capture."""
    ends = [problem.closed_at or problem.opened_at for problem in problems]
    return max(filter(None, (span.last, state.last_checked_at, *ends)), default=None)


def window_asked(shown: Shown, span: CaptureSpan, last: datetime | None, now: datetime) -> Window:
    """Return the stretch of time to show: what was asked for, else all there is.

    What is asked for of the future is moved back: nothing is known of it.
    """
    latest = max(last or now, now)
    start = (shown.since or span.first or now - timedelta(days=30)).astimezone(UTC)
    end = (shown.until or last or now).astimezone(UTC)
    ahead = max(timedelta(0), end - latest)
    start, end = start - ahead, end - ahead
    if end - start < _SHORTEST:
        start, end = end - _SHORTEST, end + _SHORTEST
    margin = timedelta(0) if shown.since or shown.until else (end - start) * _MARGIN
    return Window(start - margin, min(end + margin, latest))
