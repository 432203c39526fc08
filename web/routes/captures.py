"""Captures: what is known of a fetch, and its bytes as a download."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from web.addresses import Id
from web.files import attachment
from web.pages import Asked

router = APIRouter()


@router.get("/captures/{capture_id}")
def capture(capture_id: Id, view: Asked) -> HTMLResponse:
    """Show a fetch: address, redirects, status, headers, hash, and what it gave."""
    with view.deps.store.read() as history:
        found = history.stored_capture(capture_id)
        version = history.version_making(found.version_id) if found.version_id else None
        instead = history.stands_in_for(capture_id) if found.let_go else None
    return view.page("capture", capture=found, version=version, instead=instead)


@router.get("/captures/{capture_id}/raw")
def raw(capture_id: Id, view: Asked) -> Response:
    """Hand out the bytes as they came. Never as a type that a browser would show."""
    with view.deps.store.read() as history:
        found = history.stored_capture(capture_id)
        body = history.body(capture_id)
    name = f"{found.source_id}-{found.fetched_at:%Y%m%dT%H%M%SZ}.bin"
    return attachment(body, name, "application/octet-stream")
