"""Any two versions of a source compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausewatch.parts import Parts
from crawler.extraction import extract
from domain.change import Change
from domain.document import Document
from domain.errors import NotFoundError
from domain.watchlist import Source
from review.comparison import compare
from review.relevance.kinds import kind_by_title
from storage.records import StoredVersion
from storage.store import History


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a source and what differs between them."""

    old: StoredVersion
    new: StoredVersion
    change: Change


def comparison_of(
    parts: Parts, source_id: str, old_number: int | None, new_number: int | None
) -> Compared:
    """Compare two versions of a source: the last two, or those of the given numbers.

    Raises:
        NotFoundError: the source has no such version, or only one.
    """
    with parts.store.read() as history:
        versions = history.versions(source_id)
        new = _chosen(versions, source_id, new_number, versions[-1:])
        older = [version for version in versions if version.number < new.number]
        old = _chosen(versions, source_id, old_number, older[-1:])
        known = [
            change.change
            for change in history.changes(source_id)
            if (change.old_number, change.new_number) == (old.number, new.number)
        ]
        if known:
            return Compared(old, new, known[0])
        source = parts.watchlist.source(source_id) or Source(id=source_id, url="")
        document = _in_the_way_of(history, source, old, new)
    kind = kind_by_title(source.kind.value, new.document)
    return Compared(old, new, compare(document, new.document, kind=kind))


def _chosen(
    versions: Sequence[StoredVersion],
    source_id: str,
    number: int | None,
    default: Sequence[StoredVersion],
) -> StoredVersion:
    wanted = default if number is None else [one for one in versions if one.number == number]
    if not wanted:
        which = "two versions" if number is None else f"version {number}"
        have = ", ".join(str(version.number) for version in versions) or "none"
        raise NotFoundError(f'source "{source_id}" has not got {which} yet; there are: {have}')
    return wanted[0]


def _in_the_way_of(
    history: History, source: Source, old: StoredVersion, new: StoredVersion
) -> Document:
    """Return the older wording as the newer version's extraction gives it."""
    if old.fingerprint == new.fingerprint:
        return old.document
    capture = history.capture(old.capture_id)
    return extract(capture, source, recipe=new.recipe, base=new.document).document
