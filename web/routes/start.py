"""The start page, and the switch of the language."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse

from domain.change import Significance
from domain.sentence import LANGUAGES
from web.language import COOKIE
from web.pages import Asked
from web.refusals import Refusal
from web.routes.session import here

router = APIRouter()

_FLAGS, _CHANGES, _DUE = 8, 8, 6
_A_YEAR = 366 * 24 * 3600


@router.get("/")
def start(view: Asked) -> HTMLResponse:
    """Show what has to be done, what went wrong, what changed and what comes next."""
    with view.deps.store.read() as history:
        flags = history.flags(limit=_FLAGS, now=view.deps.clock())
        open_flags = sum(history.open_flag_counts(view.deps.clock()).values())
        problems = history.problems()
        changes = history.change_list(significance=Significance.SUBSTANTIVE, limit=_CHANGES)
        due = history.due_next(_DUE)
    return view.page(
        "start",
        flags=flags,
        open_flags=open_flags,
        problems=problems,
        changes=changes,
        due=due,
        watchlist=view.deps.watchlist,
    )


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
