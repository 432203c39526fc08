"""The same data for programs: `/api/v1`, described by `/api/v1/openapi.json`."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from domain.change import Significance
from storage.search_words import terms
from web.addresses import Id, Moment, Name, NameOrNone, Number
from web.exports.captures import CaptureOut, ProblemOut
from web.exports.changes import ChangeOut, WholeChangeOut
from web.exports.flags import FlagOut, ReviewOut
from web.exports.versions import PassageFoundOut, VersionOut, WholeVersionOut
from web.exports.watched import SourceOut, ToolOut
from web.pages import Asked
from web.refusals import Refusal
from web.routes.paged import Fault, Page, Tagged, page_of
from web.routes.search import Sought, narrowed

_FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": Fault} for status in (401, 403, 404, 422, 429, 503)
}
router = APIRouter(prefix="/api/v1", route_class=Tagged, responses=_FAULTS)

Limit = Annotated[int, Query(ge=1, le=200, description="how many items a page has")]
After = Annotated[Number | None, Query(description="goes on after this item; see `next`")]


class FlagsWanted(BaseModel):
    """Which flags are listed."""

    tool: NameOrNone = ""
    criterion: NameOrNone = ""
    source: NameOrNone = ""
    decided: Annotated[bool, Field(description="also what was decided")] = False
    offset: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    limit: Annotated[int, Field(ge=1, le=200)] = 50


@router.get("/tools")
def list_tools(view: Asked) -> list[ToolOut]:
    """Tools, rated as decisions have made them; who is told about them is left out."""
    with view.deps.store.read() as history:
        return [ToolOut.of(tool) for tool in view.watchlist(history).tools]


@router.get("/sources")
def list_sources(view: Asked) -> list[SourceOut]:
    """Sources, as the watchlist has them."""
    return [SourceOut.of(source) for source in view.deps.watchlist.sources]


@router.get("/sources/{source_id}/versions")
def list_versions(source_id: Name, view: Asked) -> list[VersionOut]:
    """Versions of a source without their wording, the newest first."""
    with view.deps.store.read() as history:
        found = history.version_list(source_id)
    if not found and view.deps.watchlist.source(source_id) is None:
        raise Refusal(404, "not_found")
    return [VersionOut.of(version) for version in found]


@router.get("/sources/{source_id}/versions/{number}")
def get_version(source_id: Name, number: Id, view: Asked) -> WholeVersionOut:
    """One version with its wording."""
    with view.deps.store.read() as history:
        return WholeVersionOut.whole(history.version(source_id, number))


@router.get("/sources/{source_id}/captures")
def list_captures(
    source_id: Name,
    view: Asked,
    before: Annotated[Moment | None, Query()] = None,
    limit: Limit = 50,
) -> Page[CaptureOut]:
    """Captures of a source, the newest first; `before` goes on after a time."""
    with view.deps.store.read() as history:
        found = history.capture_list(source_id, limit + 1, before=before)
    items = [CaptureOut.of(capture) for capture in found]
    return page_of(view.request, items, limit, lambda last: {"before": last.fetched_at.isoformat()})


@router.get("/changes")
def list_changes(  # noqa: PLR0913, PLR0917 - each narrows the list by itself
    view: Asked,
    source: Annotated[NameOrNone, Query()] = "",
    significance: Significance | None = None,
    since: Annotated[Moment | None, Query()] = None,
    until: Annotated[Moment | None, Query()] = None,
    after: After = None,
    limit: Limit = 50,
) -> Page[ChangeOut]:
    """Changes without their passages, the latest first."""
    with view.deps.store.read() as history:
        found = history.change_list(
            sources=[source] if source else None,
            since=since,
            until=until,
            significance=significance,
            below=after,
            limit=limit + 1,
        )
    items = [ChangeOut.of(change) for change in found]
    return page_of(view.request, items, limit, lambda last: {"after": last.id})


@router.get("/changes/{change_id}")
def get_change(change_id: Id, view: Asked) -> WholeChangeOut:
    """One change with its passages."""
    with view.deps.store.read() as history:
        return WholeChangeOut.whole(history.change(change_id))


@router.get("/flags")
def list_flags(view: Asked, wanted: Annotated[FlagsWanted, Query()]) -> Page[FlagOut]:
    """Flags, the most pressing first."""
    with view.deps.store.read() as history:
        found = history.flags(
            open_only=not wanted.decided,
            tool=wanted.tool or None,
            criterion=wanted.criterion or None,
            source=wanted.source or None,
            now=view.deps.clock(),
            limit=wanted.limit + 1,
            offset=wanted.offset,
        )
    items = [FlagOut.of(flag) for flag in found]
    following = wanted.offset + wanted.limit
    return page_of(view.request, items, wanted.limit, lambda _: {"offset": following})


@router.get("/flags/{flag_id}")
def get_flag(flag_id: Id, view: Asked) -> FlagOut:
    """One flag."""
    with view.deps.store.read() as history:
        return FlagOut.of(history.flag(flag_id, view.deps.clock()))


@router.get("/flags/{flag_id}/reviews")
def list_reviews(flag_id: Id, view: Asked) -> list[ReviewOut]:
    """What was decided about a flag, oldest first."""
    with view.deps.store.read() as history:
        history.flag(flag_id)
        return [ReviewOut.of(review) for review in history.reviews(flag_id)]


@router.get("/problems")
def list_problems(view: Asked, closed: bool = False) -> list[ProblemOut]:  # noqa: FBT001, FBT002 - a query parameter
    """Sources that gave no usable document, the longest open first."""
    with view.deps.store.read() as history:
        return [ProblemOut.of(one) for one in history.problems(open_only=not closed)]


@router.get("/search")
def search_wording(
    view: Asked, sought: Annotated[Sought, Query()], limit: Limit = 20
) -> Page[PassageFoundOut]:
    """Passages with all words, "phrases" and beginnings* of `q`, and when they stood."""
    asked = terms(sought.q)
    narrowing = narrowed(sought, view.deps.watchlist)
    with view.deps.store.read() as history:
        found = history.search(asked, narrowing, limit + 1, below=sought.below) if asked else ()
    items = [PassageFoundOut.of(passage) for passage in found]
    return page_of(view.request, items, limit, lambda last: {"below": last.id})
