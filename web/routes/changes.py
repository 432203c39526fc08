"""Changes, and any two versions of a source compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from domain.change import Finding, Passage, PassageKind
from domain.watchlist import DocumentKind, Watchlist
from storage.records import StoredFlag
from web.addresses import Id, Name, Number
from web.comparison import Place, lines, rows
from web.evidence import claims
from web.pages import Asked

router = APIRouter()

Layout = Literal["split", "inline"]


@router.get("/changes/{change_id}")
def change(change_id: Id, view: Asked, layout: Layout = "split") -> HTMLResponse:
    """Show a change as it was recorded, with the flags it raised."""
    with view.deps.store.read() as history:
        stored = history.change(change_id)
        old = history.version_by_id(stored.old_version_id)
        new = history.version_by_id(stored.new_version_id)
        flags = history.flags(open_only=False, change_id=change_id, now=view.deps.clock())
        neighbours = history.change_neighbours(stored.source_id, change_id)
        phrases = phrases_of(view.watchlist(history), stored.source_id, flags)
        captures = [history.stored_capture(one.capture_id) for one in (old, new)]
    shown = rows(stored.change, old.document, new.document, phrases)
    return view.page(
        "change",
        stored=stored,
        change=stored.change,
        source_id=stored.source_id,
        old=old,
        new=new,
        rows=shown,
        has_marks=bool(phrases),
        places=[row for row in shown if isinstance(row, Place)],
        flags=flags,
        flags_at=flags_at(flags),
        margin_of=margin_of,
        neighbours=neighbours,
        captures=captures,
        layout=layout,
        watchlist=view.deps.watchlist,
        numbers=[],
    )


@router.get("/sources/{source_id}/compare")
def choose(
    source_id: Name, old: Annotated[Number, Query()], new: Annotated[Number, Query()]
) -> RedirectResponse:
    """Lead from the form that chooses two versions to their page."""
    return RedirectResponse(f"/sources/{source_id}/compare/{old}/{new}", status_code=303)


@router.get("/sources/{source_id}/compare/{old_number}/{new_number}")
def compared(  # noqa: PLR0913, PLR0917 - each is a part of the address
    source_id: Name,
    old_number: Id,
    new_number: Id,
    view: Asked,
    request: Request,
    layout: Layout = "split",
) -> HTMLResponse:
    """Compare any two versions of a source."""
    with view.deps.store.read() as history:
        old = history.version(source_id, old_number)
        new = history.version(source_id, new_number)
        numbers = [version.number for version in history.version_list(source_id)]
        phrases = phrases_of(view.watchlist(history), source_id, ())
        captures = [history.stored_capture(one.capture_id) for one in (old, new)]
    kind = kind_of(view.deps.watchlist, source_id)
    found = request.app.state.comparing.change(old, new, kind)
    shown = rows(found, old.document, new.document, phrases)
    return view.page(
        "change",
        stored=None,
        change=found,
        source_id=source_id,
        old=old,
        new=new,
        rows=shown,
        has_marks=bool(phrases),
        places=[row for row in shown if isinstance(row, Place)],
        flags=(),
        flags_at={},
        margin_of=margin_of,
        neighbours=None,
        captures=captures,
        layout=layout,
        watchlist=view.deps.watchlist,
        numbers=numbers,
    )


@router.get("/sources/{source_id}/versions/{number}")
def version(source_id: Name, number: Id, view: Asked) -> HTMLResponse:
    """Show the wording of a version, with the evidence that ratings rest on marked."""
    with view.deps.store.read() as history:
        found = history.version(source_id, number)
        versions = history.version_list(source_id)
        captures = history.capture_list(source_id, 20, version_id=found.id)
        phrases = phrases_of(view.watchlist(history), source_id, ())
    return view.page(
        "version",
        version=found,
        source_id=source_id,
        lines=lines(found.document.blocks, phrases),
        numbers=[one.number for one in versions],
        captures=captures,
    )


def phrases_of(
    watchlist: Watchlist, source_id: str, flags: Sequence[StoredFlag]
) -> tuple[str, ...]:
    """Return the evidence to mark: of the watchlist now, and of the flags as it was then."""
    now = (claim.phrase for claim in claims(watchlist, source_id))
    then = (state.phrase for flag in flags for state in flag.flag.evidence)
    return tuple(dict.fromkeys((*now, *then)))


def flags_at(flags: Sequence[StoredFlag]) -> dict[int, list[StoredFlag]]:
    """Return the flags by the number of each passage that they name."""
    found: dict[int, list[StoredFlag]] = {}
    for flag in flags:
        for index in flag.flag.passages:
            found.setdefault(index + 1, []).append(flag)
    return found


def kind_of(watchlist: Watchlist, source_id: str) -> DocumentKind:
    """Return what kind of document a source is; one watched no longer is any other."""
    source = watchlist.source(source_id)
    return source.kind if source else DocumentKind.OTHER


def margin_of(passage: Passage) -> tuple[Finding, ...]:
    """Return what is said beside a passage; of a whole new one, each kind of finding once."""
    if passage.kind is PassageKind.REWORDED:
        return passage.findings
    return tuple({finding.kind: finding for finding in passage.findings}.values())
