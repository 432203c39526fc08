"""Tools, each as the scorecard that the directory shows."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from domain.watchlist import Criterion, Tool, Watchlist
from web.addresses import Name
from web.pages import Asked
from web.refusals import Refusal

router = APIRouter()


@router.get("/tools")
def tools(view: Asked) -> HTMLResponse:
    """List the tools with their open flags."""
    with view.deps.store.read() as history:
        counts = history.open_flag_counts(view.deps.clock())
    flagged: dict[str, int] = {}
    for (tool, _), count in counts.items():
        flagged[tool] = flagged.get(tool, 0) + count
    return view.page("tools", tools=view.deps.watchlist.tools, flagged=flagged)


@router.get("/tools/{tool_id}")
def tool(tool_id: Name, view: Asked, request: Request) -> HTMLResponse:
    """Show a tool: each criterion, its rating, the evidence and what is open."""
    watchlist = view.deps.watchlist
    found = watchlist.tool(tool_id)
    if found is None:
        raise Refusal(404, "not_found")
    cited = sources_of(found)
    with view.deps.store.read() as history:
        flags = history.flags(tool=tool_id, now=view.deps.clock())
        reviews = history.latest_reviews(tool_id)
        versions = history.latest_versions(cited)
        standings = request.app.state.evidence.standings(history, found, versions)
        problems = {one.source_id: one for one in history.problems()}
    return view.page(
        "tool",
        tool=found,
        criteria=criteria_of(watchlist, found, {flag.flag.criterion for flag in flags}),
        flags=flags,
        reviews=reviews,
        versions=versions,
        standings=standings,
        problems=problems,
        sources=[(one, watchlist.source(one)) for one in cited],
    )


def sources_of(tool: Tool) -> list[str]:
    """Return the ids of the sources that a tool's page or evidence cites."""
    evidence = (one.source for rating in tool.ratings for one in rating.evidence)
    return list(dict.fromkeys((*tool.sources, *evidence)))


def criteria_of(watchlist: Watchlist, tool: Tool, flagged: set[str]) -> list[Criterion]:
    """Return the rows of a scorecard: what is rated, in the tool's order, then what is flagged."""
    rated = [watchlist.criterion(rating.criterion) for rating in tool.ratings]
    others = [
        criterion
        for criterion in watchlist.criteria
        if criterion.key in flagged and tool.rating(criterion.key) is None
    ]
    return [criterion for criterion in rated if criterion is not None] + others
