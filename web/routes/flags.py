"""The review queue: flags, one after the other, and their decisions."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from desk.deciding import decide_flag
from desk.grouping import KeyGroup, grouped_keys, read_groups
from desk.renewal import offered
from domain.flag import EvidenceStatus, Priority
from domain.opinion import shown_priority
from domain.watchlist import Evidence, Status
from storage.records import Decision, FlagState, StoredFlag
from storage.store import History
from web.access import Role
from web.addresses import Id, NameOrNone, Number
from web.csrf import OurForm
from web.decided import Decided, Unfinished, judged
from web.marks import became, marked
from web.pages import Asked, View
from web.paging import pages_of
from web.refusals import Refusal
from web.routes.tools import sources_of

router = APIRouter()

Sentences = tuple[str, ...]

FLAGS_A_PAGE = 50
_SNOOZE = timedelta(days=14)
_FOUND = {EvidenceStatus.INTACT, EvidenceStatus.MOVED}


class Wanted(BaseModel):
    """Which flags are listed."""

    tool: NameOrNone = ""
    criterion: NameOrNone = ""
    source: NameOrNone = ""
    decided: bool = False
    page: Annotated[int, Query(ge=1, le=10_000)] = 1
    after: Number | None = None  # what was decided just now


@router.get("/flags")
def flags(view: Asked, wanted: Annotated[Wanted, Query()]) -> HTMLResponse:
    """List the flags, the most pressing first."""
    now = view.deps.clock()
    first = (wanted.page - 1) * FLAGS_A_PAGE
    with view.deps.store.read() as history:
        keys = history.flag_keys(
            open_only=not wanted.decided,
            tool=wanted.tool or None,
            criterion=wanted.criterion or None,
            source=wanted.source or None,
            now=now,
        )
        found = grouped_keys(keys)
        groups = read_groups(history, found[first : first + FLAGS_A_PAGE], now)
    return view.page(
        "flags",
        groups=groups,
        count=len(found),
        more=len(found) > first + FLAGS_A_PAGE,
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
    view: View,
    history: History,
    flag_id: int,
    *,
    unfinished: Unfinished | None = None,
    after: int | None = None,
) -> HTMLResponse:
    now = view.deps.clock()
    stored = history.flag(flag_id, now)
    change = history.change(stored.change_id)
    watchlist = view.watchlist(history)
    tool = watchlist.tool(stored.flag.tool_id)
    phrases = [state.phrase for state in stored.flag.evidence]
    passages = change.change.passages
    places = [
        (index + 1, passages[index], marked(passages[index].segments, phrases))
        for index in stored.flag.passages
    ]
    opinions = history.opinions([flag_id]).get(flag_id, ())
    queue = grouped_keys(history.flag_keys(now=now))
    earlier, later = around(queue, flag_id)
    return view.page(
        "flag",
        status=422 if unfinished else 200,
        stored=stored,
        change=change,
        extends=history.extended_by(flag_id, now) if stored.state.is_undecided else (),
        extended=next((one.flag_id for one in queue if flag_id in one.extends), None),
        tool=tool,
        rating=tool.rating(stored.flag.criterion) if tool else None,
        criterion=watchlist.criterion(stored.flag.criterion),
        places=places,
        has_marks=any(run.evidence for _, _, words in places for run in words.both),
        evidence=[(state, became(state)) for state in stored.flag.evidence],
        lost=_lost(history, stored),
        reviews=history.reviews(flag_id),
        opinions=opinions,
        priority=shown_priority(stored.flag, opinions[-1].opinion if opinions else None),
        place=next((n for n, one in enumerate(queue, 1) if flag_id in one.ids), None),
        queue_length=len(queue),
        earlier=earlier,
        later=later,
        is_open=stored.state is FlagState.OPEN,
        likely=stored.flag.priority >= Priority.DIRECTION,
        snooze=(now + _SNOOZE).date(),
        statuses=list(Status),
        status_of=Status,
        given=unfinished.given if unfinished else None,
        fault=unfinished.fault if unfinished else "",
        after=after,
    )


def _lost(history: History, stored: StoredFlag) -> list[tuple[str, EvidenceStatus, Sentences]]:
    """Return the evidence that is lost, and what the newest version says in its place."""
    lost = [one for one in stored.flag.evidence if one.status not in _FOUND]
    version = history.latest_version(stored.source_id) if lost else None
    if version is None:
        return [(one.phrase, one.status, ()) for one in lost]
    source = stored.source_id
    return [
        (one.phrase, one.status, offered(history, quoted, version.document))
        for one in lost
        for quoted in [Evidence(source=source, phrase=one.phrase)]
    ]


@router.post("/flags/{flag_id}/reviews", dependencies=[OurForm])
def decide(flag_id: Id, view: Asked, decided: Annotated[Decided, Form()]) -> Response:
    """Record a decision under the name of who is signed in, and go on to the next flag."""
    if not view.person.may(Role.EDITOR):
        raise Refusal(403, "refused_role")
    now = view.deps.clock()
    with view.deps.store.read() as history:
        stored = history.flag(flag_id, now)
        watchlist = view.watchlist(history)
        tool = watchlist.tool(stored.flag.tool_id)
        sources = (stored.source_id, *(sources_of(tool) if tool else ()))
        made, fault = judged(
            history, watchlist, decided, by=view.person.name, sources=sources, now=now
        )
        if fault:
            return _flag_page(view, history, flag_id, unfinished=Unfinished(decided, fault))
    with view.deps.store.work() as work:
        queue = grouped_keys(work.flag_keys(now=now))
        covered = decide_flag(work, watchlist, flag_id, made, now)
    if decided.decision is Decision.REOPENED:
        return RedirectResponse(f"/flags/{flag_id}", status_code=303)
    following = after_deciding(queue, flag_id, covered)
    onwards = f"/flags/{following}" if following else "/flags"
    return RedirectResponse(f"{onwards}?after={flag_id}", status_code=303)


def after_deciding(
    queue: tuple[KeyGroup, ...], flag_id: int, covered: tuple[int, ...]
) -> int | None:
    """Return the flag to show next: what is left of the same group, else the next one."""
    same = next((one.flag_id for one in queue if flag_id in one.ids), None)
    return same if same is not None and same not in covered else around(queue, flag_id)[1]


def around(queue: tuple[KeyGroup, ...], flag_id: int) -> tuple[int | None, int | None]:
    """Return the open flags before and after one in the queue; of a decided one, the first."""
    place = next((n for n, one in enumerate(queue) if flag_id in one.ids), None)
    if place is None:
        return None, queue[0].flag_id if queue else None
    earlier = queue[place - 1].flag_id if place else None
    return earlier, queue[place + 1].flag_id if place + 1 < len(queue) else None
