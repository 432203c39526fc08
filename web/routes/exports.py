"""What leaves as files: changes, texts, raw captures and lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from storage.store import Store
from web.addresses import Id, Name
from web.comparison import rows
from web.exports.changes import WholeChangeOut
from web.exports.flags import FlagOut
from web.exports.tables import changes_csv, flags_csv, reviews_csv
from web.exports.texts import versions_zip
from web.exports.warc import captures_warc
from web.files import attachment, streamed
from web.pages import Asked
from web.refusals import Refusal
from web.routes.changes import flags_at, margin_of, phrases_of

router = APIRouter()

_TABLES: dict[str, Callable[[Store], Iterator[str]]] = {
    "changes": changes_csv,
    "flags": flags_csv,
    "reviews": reviews_csv,
}


@router.get("/changes/{change_id}/export.html")
def change_html(change_id: Id, view: Asked) -> Response:
    """Hand out a change as one file that needs nothing else to be read."""
    with view.deps.store.read() as history:
        stored = history.change(change_id)
        old = history.version_by_id(stored.old_version_id)
        new = history.version_by_id(stored.new_version_id)
        flags = history.flags(open_only=False, change_id=change_id, now=view.deps.clock())
        phrases = phrases_of(view.watchlist(history), stored.source_id, flags)
    page = view.page(
        "change_export",
        stored=stored,
        change=stored.change,
        source=view.deps.watchlist.source(stored.source_id),
        old=old,
        new=new,
        rows=rows(stored.change, old.document, new.document, phrases),
        flags=flags,
        flags_at=flags_at(flags),
        margin_of=margin_of,
        watchlist=view.deps.watchlist,
        style=files("web").joinpath("static/style.css").read_text(encoding="utf-8"),
    )
    return attachment(bytes(page.body), f"{stored.source_id}-change-{stored.id}.html", "text/html")


@router.get("/changes/{change_id}/export.json")
def change_json(change_id: Id, view: Asked) -> Response:
    """Hand out a change with its flags as JSON."""
    with view.deps.store.read() as history:
        stored = history.change(change_id)
        flags = history.flags(open_only=False, change_id=change_id, now=view.deps.clock())
    value = {
        "change": WholeChangeOut.whole(stored).model_dump(mode="json"),
        "flags": [FlagOut.of(flag).model_dump(mode="json") for flag in flags],
    }
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return attachment(text, f"{stored.source_id}-change-{stored.id}.json", "application/json")


@router.get("/sources/{source_id}/versions.zip")
def versions(source_id: Name, view: Asked) -> Response:
    """Hand out all versions of a source as texts."""
    with view.deps.store.read() as history:
        if not history.latest_versions([source_id]):
            raise Refusal(404, "not_found")
    archive = versions_zip(view.deps.store, source_id)
    return attachment(archive, f"{source_id}-versions.zip", "application/zip")


@router.get("/sources/{source_id}/captures.warc.gz")
def captures(source_id: Name, view: Asked) -> StreamingResponse:
    """Hand out the raw captures of a source, as they are read from the store."""
    with view.deps.store.read() as history:
        if not history.capture_span(source_id).count:
            raise Refusal(404, "not_found")
    records = captures_warc(view.deps.store, source_id, "Clausewatch")
    return streamed(records, f"{source_id}.warc.gz", "application/gzip")


@router.get("/exports/{table}.csv")
def table(table: str, view: Asked) -> StreamingResponse:
    """Hand out a list as CSV."""
    if table not in _TABLES:
        raise Refusal(404, "not_found")
    return streamed(_TABLES[table](view.deps.store), f"{table}.csv", "text/csv; charset=utf-8")
