"""Two versions of a document compared: passages, what changed in each, what it means."""

from __future__ import annotations

from domain.change import Change, Passage, PassageKind, Segment
from domain.document import Document
from review.comparing.alignment import align
from review.comparing.differences import Difference, difference
from review.comparing.findings import findings
from review.comparing.headings import Headings
from review.comparing.marks import with_marks
from review.comparing.segments import segments
from review.comparing.units import Pair, units
from review.meaning.significance import Judge


def compare(old: Document, new: Document, *, kind: str = "other") -> Change:
    """Return what differs between two versions of a source.

    `kind` is the kind of document as the watchlist names it ("privacy_policy", "docs",
    ...). The same two versions always give the same change; two versions that read
    the same give none.
    """
    pairs = align(units(old.blocks), units(new.blocks))
    headings = Headings(old.blocks, new.blocks, pairs)
    differences = [
        found for pair in pairs if (found := _difference(pair, headings)) and found.is_told
    ]
    judge = Judge(old, new, differences, headings, kind=kind)
    passages = tuple(_passage(found, judge) for found in differences)
    significance, reason = judge.of_change(passages)
    return Change(passages, significance, reason, judge.findings)


def _difference(pair: Pair, headings: Headings) -> Difference | None:
    now_under = headings.now_under(pair) if pair.equal else None
    if pair.equal and not (pair.moved or now_under):
        return None  # as most are
    return difference(pair, headings.above(pair), now_under)


def _passage(found: Difference, judge: Judge) -> Passage:
    significance, note = judge.of_passage(found)
    return Passage(
        kind=_kind(found),
        before=" ".join(block.text for block in found.old.blocks),
        after=" ".join(block.text for block in found.new.blocks),
        segments=_segments(found),
        heading=found.heading,
        old_block=found.old.units[0].index if found.old.units else None,
        new_block=found.new.units[0].index if found.new.units else None,
        findings=findings(found),
        significance=significance,
        note=note,
    )


def _segments(found: Difference) -> tuple[Segment, ...]:
    old, new, edits = with_marks(found.old, found.new, found.hunks)
    return segments(found.old.text, old, found.new.text, new, edits)


def _kind(found: Difference) -> PassageKind:
    if not found.new.units:
        return PassageKind.REMOVED
    if not found.old.units:
        return PassageKind.ADDED
    return PassageKind.REWORDED if found.hunks else PassageKind.MOVED
