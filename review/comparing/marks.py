"""The marks and numbers of blocks, put back where a person reads the difference.

"1." in front of a block is no wording and is not compared. It is text all the same: a
mark that only one version has must not be shown as that of both.
"""

from __future__ import annotations

from collections.abc import Sequence

from review.comparing.differences import Side
from review.comparing.segments import Hunk
from review.words.wording import Word


def with_marks(
    old: Side, new: Side, edits: Sequence[Hunk]
) -> tuple[list[Word], list[Word], list[Hunk]]:
    """Return the words of both sides with those of their marks, and where they differ."""
    old_marks, new_marks = old.marks, new.marks
    if not old_marks and not new_marks:
        return old.words, new.words, list(edits)
    old_words, old_places = _woven(old.words, old_marks)
    new_words, new_places = _woven(new.words, new_marks)
    found: list[Hunk] = []
    last = Hunk(0, 0, 0, 0)
    for edit in (*edits, Hunk(len(old.words), len(old.words), len(new.words), len(new.words))):
        for i, j in zip(
            range(last.old_end, edit.old_start), range(last.new_end, edit.new_start), strict=True
        ):
            went, came = old_marks.get(i, []), new_marks.get(j, [])
            if [word.key for word in went] != [word.key for word in came]:
                at, to = old_places[i], new_places[j]
                found.append(Hunk(at, at + len(went), to, to + len(came)))
        found.append(
            Hunk(
                old_places[edit.old_start],
                old_places[edit.old_end],
                new_places[edit.new_start],
                new_places[edit.new_end],
            )
        )
        last = edit
    return old_words, new_words, found


def _woven(words: Sequence[Word], marks: dict[int, list[Word]]) -> tuple[list[Word], list[int]]:
    """Put marks in front of their words; say where each word begins with its mark."""
    woven: list[Word] = []
    places: list[int] = []
    for place, word in enumerate(words):
        places.append(len(woven))
        woven += (*marks.get(place, ()), word)
    return woven, [*places, len(woven)]
