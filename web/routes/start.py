"""The start page, and the switch of the language."""

from __future__ import annotations

from datetime import datetime, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from desk.grouping import grouped_keys, read_groups
from domain.change import Significance
from domain.sentence import LANGUAGES
from storage.records import Backlog
from web.language import COOKIE
from web.pages import Asked
from web.refusals import Refusal
from web.routes.session import here

router = APIRouter()

_FLAGS, _LOST, _STALE, _CHANGES, _DUE = 8, 6, 5, 8, 6
_ROUND = timedelta(minutes=15)
_A_YEAR = 366 * 24 * 3600


@router.get("/")
def start(view: Asked, request: Request) -> HTMLResponse:
    """Show what has to be done, what went wrong, what changed and what comes next."""
    now = view.deps.clock()
    with view.deps.store.read() as history:
        queue = grouped_keys(history.flag_keys(now=now))
        groups = read_groups(history, queue[:_FLAGS], now)
        standing = view.standing(history)
        lost = request.app.state.evidence.lost(history, standing.watchlist)
        problems = history.problems()
        changes = history.change_list(significance=Significance.SUBSTANTIVE, limit=_CHANGES)
        due = history.due_next(_DUE)
        backlog = history.backlog()
    return view.page(
        "start",
        groups=groups,
        open_flags=len(queue),
        stale=standing.stale[:_STALE],
        stale_count=len(standing.stale),
        lost=lost[:_LOST],
        lost_count=len(lost),
        problems=problems,
        changes=changes,
        due=due,
        kept_back=backlog if _is_stuck(backlog, now) else None,
        watchlist=view.deps.watchlist,
    )


def _is_stuck(backlog: Backlog | None, now: datetime) -> bool:
    """Tell whether alerts wait for longer than the worker's next round."""
    return backlog is not None and (bool(backlog.reasons) or now - backlog.since > _ROUND)


@router.get("/language/{code}")
def language(code: str, view: Asked, back: str = "/") -> RedirectResponse:
    """Remember the language and go back to the page; to no other site."""
    if code not in LANGUAGES:
        raise Refusal(404, "not_found")
    answer = RedirectResponse(here(back), status_code=303)
    answer.set_cookie(
        COOKIE, code, max_age=_A_YEAR, httponly=True, secure=view.deps.secure, samesite="lax"
    )
    return answer
