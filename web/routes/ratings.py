"""Ratings: which to read again, and one with its evidence, to be read and renewed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from desk.deciding import decide_rating
from desk.grouping import grouped_keys, read_groups
from desk.renewal import offered
from desk.staleness import RatingAge
from domain.flag import EvidenceStatus
from domain.watchlist import Status
from storage.store import History
from web.access import Role
from web.addresses import Name
from web.csrf import OurForm
from web.decided import Decided, Unfinished, judged
from web.evidence import EvidenceDesk
from web.evidence import Standing as EvidenceStanding
from web.pages import Asked, View
from web.refusals import Refusal
from web.reviewed import Standing
from web.routes.tools import sources_of

router = APIRouter()

RATINGS_A_PAGE = 50
Lost = tuple[str, EvidenceStatus, tuple[str, ...]]


@router.get("/ratings")
def ratings(
    view: Asked,
    everything: Annotated[bool, Query(alias="all")] = False,  # noqa: FBT002 - a query parameter
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> HTMLResponse:
    """List the ratings to read again though no flag asks for it, or all; the stalest first."""
    with view.deps.store.read() as history:
        standing = view.standing(history)
    listed = tuple(standing.ages.values()) if everything else standing.stale
    first = (page - 1) * RATINGS_A_PAGE
    shown = "/ratings?all=1&page=" if everything else "/ratings?page="
    return view.page(
        "ratings",
        ages=listed[first : first + RATINGS_A_PAGE],
        count=len(listed),
        everything=everything,
        page=page,
        more=len(listed) > first + RATINGS_A_PAGE,
        pages=lambda number: f"{shown}{number}",
        watchlist=standing.watchlist,
    )


@router.get("/ratings/evidence")
def lost_evidence(
    view: Asked, request: Request, page: Annotated[int, Query(ge=1, le=10_000)] = 1
) -> HTMLResponse:
    """List the evidence that the newest version of its source does not hold."""
    with view.deps.store.read() as history:
        watchlist = view.watchlist(history)
        lost = request.app.state.evidence.lost(history, watchlist)
    first = (page - 1) * RATINGS_A_PAGE
    return view.page(
        "lost",
        lost=lost[first : first + RATINGS_A_PAGE],
        count=len(lost),
        page=page,
        more=len(lost) > first + RATINGS_A_PAGE,
        pages=lambda number: f"/ratings/evidence?page={number}",
        watchlist=watchlist,
    )


@router.get("/tools/{tool_id}/ratings/{criterion}")
def rating(tool_id: Name, criterion: Name, view: Asked) -> HTMLResponse:
    """Show a rating with its evidence, and what stands in the place of what is lost."""
    with view.deps.store.read() as history:
        return _rating_page(view, history, tool_id, criterion)


def _rating_page(
    view: View,
    history: History,
    tool_id: str,
    criterion: str,
    *,
    unfinished: Unfinished | None = None,
) -> HTMLResponse:
    standing = view.standing(history)
    age = _age(standing, tool_id, criterion)
    versions = history.latest_versions({one.source for one in age.rating.evidence})
    desk: EvidenceDesk = view.request.app.state.evidence
    standings = desk.standings(history, age.rating.evidence, versions)
    keys = history.flag_keys(tool=tool_id, criterion=criterion, now=view.deps.clock())
    return view.page(
        "rating",
        status=422 if unfinished else 200,
        age=age,
        tool=age.tool,
        rating=age.rating,
        criterion=standing.watchlist.criterion(criterion),
        evidence=list(standings.values()),
        lost=_lost(history, standings.values()),
        reviews=history.rating_reviews(tool_id, criterion),
        groups=read_groups(history, grouped_keys(keys), view.deps.clock()),
        watchlist=standing.watchlist,
        statuses=list(Status),
        status_of=Status,
        given=unfinished.given if unfinished else None,
        fault=unfinished.fault if unfinished else "",
    )


def _lost(history: History, standings: Iterable[EvidenceStanding]) -> list[Lost]:
    """Return the evidence that is lost, and what the newest version says in its place."""
    return [
        (one.evidence.phrase, one.status, offered(history, one.evidence, document))
        for one in standings
        if one.version is not None and one.status is not None and one.is_lost
        for document in [history.version_by_id(one.version.id).document]
    ]


@router.post("/tools/{tool_id}/ratings/{criterion}/reviews", dependencies=[OurForm])
def review(
    tool_id: Name, criterion: Name, view: Asked, decided: Annotated[Decided, Form()]
) -> Response:
    """Record that a rating was read again, with new evidence where that was given."""
    if not view.person.may(Role.EDITOR):
        raise Refusal(403, "refused_role")
    now = view.deps.clock()
    with view.deps.store.read() as history:
        standing = view.standing(history)
        age = _age(standing, tool_id, criterion)
        made, fault = judged(
            history,
            standing.watchlist,
            decided,
            by=view.person.name,
            sources=sources_of(age.tool),
            now=now,
        )
        if not decided.decision.is_of_ratings:
            fault = "refused_values"
        if fault:
            return _rating_page(
                view, history, tool_id, criterion, unfinished=Unfinished(decided, fault)
            )
    with view.deps.store.work() as work:
        decide_rating(work, standing.watchlist, f"{tool_id}/{criterion}", made, now)
    return RedirectResponse(f"/tools/{tool_id}?after={criterion}#{criterion}", status_code=303)


def _age(standing: Standing, tool_id: str, criterion: str) -> RatingAge:
    age = standing.ages.get((tool_id, criterion))
    if age is None:
        raise Refusal(404, "not_found")
    return age
