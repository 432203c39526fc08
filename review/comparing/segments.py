"""Words inside a block: which runs stayed, came and went, so that a person can read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from domain.change import Edit, Segment
from review.words.light_words import STOP_WORDS
from review.words.wording import Word

_BRIDGE = 2  # so many stop words between two edits are drawn into one


class Hunk(NamedTuple):
    """Words [old_start:old_end] of the older text that became [new_start:new_end]."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return where the words of two texts differ, in order; neighbouring small edits are one."""
    if not (old and new):
        return [Hunk(0, len(old), 0, len(new))] if old or new else []
    edits = [
        Hunk(op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(old, new)
        if op.tag != "equal"
    ]
    joined: list[Hunk] = []
    for edit in edits:
        last = joined[-1] if joined else None
        if last and _reads_as_one(old[last.old_end : edit.old_start], last, edit):
            joined[-1] = Hunk(last.old_start, edit.old_end, last.new_start, edit.new_end)
        else:
            joined.append(edit)
    return joined


def _reads_as_one(between: Sequence[str], last: Hunk, edit: Hunk) -> bool:
    """Tell whether what stayed between two edits is too little to stand alone."""
    if not between:
        return True
    one_sided = (last.old_start == last.old_end and edit.old_start == edit.old_end) or (
        last.new_start == last.new_end and edit.new_start == edit.new_end
    )
    return (
        not one_sided
        and len(between) <= _BRIDGE
        and all(key.lower() in STOP_WORDS for key in between)
    )


def segments(
    old_text: str,
    old: Sequence[Word],
    new_text: str,
    new: Sequence[Word],
    edits: Sequence[Hunk],
) -> tuple[Segment, ...]:
    """Return the runs of both texts; what is equal is shown as in the newer one."""
    runs: list[Segment] = []
    position = 0
    for edit in edits:
        _add(runs, Edit.EQUAL, _slice(new_text, new, position, edit.new_start))
        _add(runs, Edit.DELETE, _slice(old_text, old, edit.old_start, edit.old_end))
        _add(runs, Edit.INSERT, _slice(new_text, new, edit.new_start, edit.new_end))
        position = edit.new_end
    _add(runs, Edit.EQUAL, _slice(new_text, new, position, len(new)))
    return tuple(runs)


def _add(runs: list[Segment], edit: Edit, text: str) -> None:
    if text:
        runs.append(Segment(edit, text))


def _slice(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """Return words [first:last] with the punctuation that follows each."""
    if first >= last:
        return ""
    start = words[first].start if first else 0
    end = words[last].start if last < len(words) else len(text)
    return text[start:end].strip()
