"""The review queue: flags, one after the other, and their decisions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from domain.opinion import shown_priority
from domain.watchlist import Rating, Status
from review.decided import details_of
from storage.records import Decision, FlagState
from storage.store import History
from web.access import Role
from web.addresses import Id, NameOrNone, Number
from web.csrf import OurForm
from web.evidence import claims
from web.marks import marked
from web.pages import Asked, View
from web.paging import pages_of
from web.refusals import Refusal

router = APIRouter()

FLAGS_A_PAGE = 50
_SNOOZE = timedelta(days=14)


class Wanted(BaseModel):
    """Which flags are listed."""

    tool: NameOrNone = ""
    criterion: NameOrNone = ""
    source: NameOrNone = ""
    decided: bool = False
    page: Annotated[int, Query(ge=1, le=10_000)] = 1
    after: Number | None = None  # what was decided just now


class Decided(BaseModel):
    """A decision as the form sends it."""

    decision: Decision
    why: Annotated[str, Query(max_length=4000)] = ""
    until: date | None = None
    status: Status | None = None
    rationale: Annotated[str, Query(max_length=8000)] = ""


@router.get("/flags")
def flags(view: Asked, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """List the flags, the most pressing first."""
    with view.deps.store.read() as history:
        found = history.flags(
            open_only=not wanted.decided,
            tool=wanted.tool or None,
            criterion=wanted.criterion or None,
            source=wanted.source or None,
            now=view.deps.clock(),
            limit=FLAGS_A_PAGE + 1,
            offset=(wanted.page - 1) * FLAGS_A_PAGE,
        )
    return view.page(
        "flags",
        flags=found[:FLAGS_A_PAGE],
        more=len(found) > FLAGS_A_PAGE,
        wanted=wanted,
        pages=pages_of("/flags", wanted),
        watchlist=view.deps.watchlist,
    )


@router.get("/flags/{flag_id}")
def flag(flag_id: Id, view: Asked, after: Annotated[Number | None, Query()] = None) -> HTMLResponse:
    """Show a flag with all that is needed to decide it. Opening it decides nothing."""
    with view.deps.store.read() as history:
        return _flag_page(view, history, flag_id, after=after)


def _flag_page(
    view: View, history: History, flag_id: int, *, fault: str = "", after: int | None = None
) -> HTMLResponse:
    now = view.deps.clock()
    stored = history.flag(flag_id, now)
    change = history.change(stored.change_id)
    watchlist = view.deps.watchlist
    tool = watchlist.tool(stored.flag.tool_id)
    evidence = [state.phrase for state in stored.flag.evidence]
    phrases = [*evidence, *(claim.phrase for claim in claims(watchlist, stored.source_id))]
    passages = change.change.passages
    opinions = history.opinions([flag_id]).get(flag_id, ())
    earlier, later = around(history.open_flag_ids(now), flag_id)
    return view.page(
        "flag",
        status=422 if fault else 200,
        stored=stored,
        change=change,
        tool=tool,
        rating=tool.rating(stored.flag.criterion) if tool else None,
        criterion=watchlist.criterion(stored.flag.criterion),
        places=[
            (index + 1, passages[index], marked(passages[index].segments, phrases))
            for index in stored.flag.passages
        ],
        reviews=history.reviews(flag_id),
        opinions=opinions,
        priority=shown_priority(stored.flag, opinions[-1].opinion if opinions else None),
        earlier=earlier,
        later=later,
        is_open=stored.state is FlagState.OPEN,
        snooze=(now + _SNOOZE).date(),
        statuses=list(Status),
        status_of=Status,
        fault=fault,
        after=after,
    )


@router.post("/flags/{flag_id}/reviews", dependencies=[OurForm])
def decide(flag_id: Id, view: Asked, decided: Annotated[Decided, Form()]) -> Response:
    """Record a decision under the name of who is signed in, and go on to the next flag."""
    if not view.person.may(Role.EDITOR):
        raise Refusal(403, "refused_role")
    now = view.deps.clock()
    fault = fault_of(decided, now)
    if fault:
        with view.deps.store.read() as history:
            return _flag_page(view, history, flag_id, fault=fault)
    with view.deps.store.work() as work:
        queue = work.open_flag_ids(now)
        flag = work.flag(flag_id, now).flag
        tool = view.deps.watchlist.tool(flag.tool_id)
        covered = work.record_decision(
            flag_id,
            decided.decision,
            view.person.name,
            now,
            decided.why.strip(),
            until=_midnight(decided.until) if decided.decision is Decision.LATER else None,
            details=given_details(decided, tool.rating(flag.criterion) if tool else None),
        )
    # What the flag extends was decided with it: the queue goes on behind it.
    left = tuple(one for one in queue if one == flag_id or one not in covered)
    following = around(left, flag_id)[1]
    if decided.decision is Decision.REOPENED:
        return RedirectResponse(f"/flags/{flag_id}", status_code=303)
    onwards = f"/flags/{following}" if following else "/flags"
    return RedirectResponse(f"{onwards}?after={flag_id}", status_code=303)


def fault_of(decided: Decided, now: datetime) -> str:
    """Return the label of what a decision lacks, "" when it is whole."""
    if decided.decision is Decision.LATER and (
        decided.until is None or _midnight(decided.until) <= now
    ):
        return "fault_until"
    if decided.decision is Decision.CHANGED and decided.status is None:
        return "fault_status"
    return ""


def given_details(decided: Decided, rating: Rating | None) -> dict[str, Any]:
    """Return the new rating and what it was, where the decision is that it changed."""
    if decided.decision is not Decision.CHANGED or decided.status is None:
        return {}
    rationale = decided.rationale.strip() or None
    return details_of(rating, status=decided.status, rationale=rationale)


def _midnight(day: date | None) -> datetime:
    if day is None:
        raise ValueError("a decision to look later has a day")
    return datetime.combine(day, time(), UTC)


def around(queue: tuple[int, ...], flag_id: int) -> tuple[int | None, int | None]:
    """Return the open flags before and after one in the queue; of a decided one, the first."""
    if flag_id not in queue:
        return None, queue[0] if queue else None
    place = queue.index(flag_id)
    earlier = queue[place - 1] if place else None
    return earlier, queue[place + 1] if place + 1 < len(queue) else None
