"""Numbers and letters that count the points of a text: "1. … 2. …", "(i) … (ii) …"."""

from __future__ import annotations

from review.comparing.differences import Difference
from review.comparing.segments import Hunk

_FEWEST = 2
_BEHIND = (". ", ") ")
_BEFORE = ":;.,("
_JOINTS = frozenset({"and", "or", "und", "oder", "et", "ou"})
_ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split())  # noqa: SIM905
_COUNTED: tuple[tuple[str, ...], ...] = (
    tuple(map(str, range(1, 100))),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    _ROMAN,
)


def enumeration(found: Difference) -> frozenset[Hunk]:
    """Return the edits that only put such numbers in front of points, or take them away.

    They count from one on, in order, and stand alone: whoever turns a numbered sentence
    into a list changes no point of it.
    """
    for old in (True, False):
        hunks = {hunk: mark for hunk in found.hunks if (mark := _mark(found, hunk, old=old))}
        marks = tuple(hunks.values())
        if len(marks) >= _FEWEST and any(
            marks in (row[: len(marks)], row[1 : len(marks) + 1]) for row in _COUNTED
        ):
            return frozenset(hunks)
    return frozenset()


def _mark(found: Difference, hunk: Hunk, *, old: bool) -> str:
    """Return the one word of an edit that only one side has, when it counts a point there."""
    went = found.old.words[hunk.old_start : hunk.old_end]
    came = found.new.words[hunk.new_start : hunk.new_end]
    words, others, text = (went, came, found.old.text) if old else (came, went, found.new.text)
    if others or len(words) != 1:
        return ""
    (word,) = words
    return word.key.lower() if _begins_a_point(text, word.start, word.end) else ""


def _begins_a_point(text: str, start: int, end: int) -> bool:
    """Tell "that (i) notes" and "; 2. notes" from "level 2. Notes"."""
    if text[end : end + 2] not in _BEHIND:
        return False
    before = text[:start].rstrip()
    return not before or before[-1] in _BEFORE or before.rpartition(" ")[2].lower() in _JOINTS
