"""Atom feeds of flags, at addresses that stay: of all, of a tool, of a criterion."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from alerts.feed import atom, feed_id, flag_entry, title_of
from alerts.links import Links
from web.addresses import Name
from web.pages import Asked, View
from web.refusals import Refusal
from web.routes.paged import Tagged

router = APIRouter(prefix="/feeds", route_class=Tagged)

ENTRIES = 100
_ATOM = "application/atom+xml; charset=utf-8"


@router.get("/all.atom")
def all_flags(view: Asked) -> Response:
    """All flags, the latest first."""
    return _feed(view, "all.atom", title_of())


@router.get("/tools/{tool_id}.atom")
def of_tool(tool_id: Name, view: Asked) -> Response:
    """The flags of a tool."""
    tool = view.deps.watchlist.tool(tool_id)
    if tool is None:
        raise Refusal(404, "not_found")
    return _feed(view, f"tools/{tool_id}.atom", title_of(tool), tool=tool_id)


@router.get("/criteria/{criterion}.atom")
def on_criterion(criterion: Name, view: Asked) -> Response:
    """The flags on a criterion, of all tools."""
    found = view.deps.watchlist.criterion(criterion)
    if found is None:
        raise Refusal(404, "not_found")
    title = title_of(criterion=found.label.get("en", criterion))
    return _feed(view, f"criteria/{criterion}.atom", title, criterion=criterion)


def _feed(view: View, name: str, title: str, **narrowed: str) -> Response:
    links = Links(view.origin)
    with view.deps.store.read() as history:
        flags = history.latest_flags(ENTRIES, **narrowed)
        watchlist = view.watchlist(history)
    entries = [
        flag_entry(
            flag_id=stored.id,
            flag=stored.flag,
            at=stored.at,
            source_id=stored.source_id,
            watchlist=watchlist,
            links=links,
        )
        for stored in flags
    ]
    document = atom(
        entries,
        feed_id=feed_id(links, name),
        title=title,
        link=f"{links.public_url}/feeds/{name}",
    )
    return Response(document, media_type=_ATOM)
