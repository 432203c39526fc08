"""Tools, each as the scorecard that the directory shows."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from desk.grouping import grouped, grouped_keys
from domain.watchlist import Criterion, Tool, Watchlist
from web.addresses import Name, NameOrNone
from web.pages import Asked
from web.refusals import Refusal

router = APIRouter()


@router.get("/tools")
def tools(view: Asked) -> HTMLResponse:
    """List the tools with their open flags."""
    now = view.deps.clock()
    with view.deps.store.read() as history:
        keys = history.flag_keys(now=now)
        standing = view.standing(history)
    heads = {group.flag_id for group in grouped_keys(keys)}
    return view.page(
        "tools",
        tools=standing.watchlist.tools,
        flagged=Counter(key.tool_id for key in keys if key.id in heads),
        stale=Counter(age.tool.id for age in standing.stale),
    )


@router.get("/tools/{tool_id}")
def tool(
    tool_id: Name, view: Asked, request: Request, after: Annotated[NameOrNone, Query()] = ""
) -> HTMLResponse:
    """Show a tool: each criterion, its rating, the evidence and what is open."""
    with view.deps.store.read() as history:
        standing = view.standing(history)
        watchlist = standing.watchlist
        found = tool_of(watchlist, tool_id)
        cited = sources_of(found)
        flags = history.flags(tool=tool_id, now=view.deps.clock())
        versions = history.latest_versions(cited)
        evidence = [one for rating in found.ratings for one in rating.evidence]
        standings = request.app.state.evidence.standings(history, evidence, versions)
        problems = {one.source_id: one for one in history.problems()}
    return view.page(
        "tool",
        tool=found,
        after=after,
        criteria=criteria_of(watchlist, found, {flag.flag.criterion for flag in flags}),
        groups=grouped(flags),
        ages={
            criterion: age for (tool, criterion), age in standing.ages.items() if tool == tool_id
        },
        versions=versions,
        standings=standings,
        problems=problems,
        sources=[(one, watchlist.source(one)) for one in cited],
    )


def tool_of(watchlist: Watchlist, tool_id: str) -> Tool:
    """Return a tool that is watched."""
    found = watchlist.tool(tool_id)
    if found is None:
        raise Refusal(404, "not_found")
    return found


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
