"""The words of a passage, both versions along one another, as each version prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from domain.change import Edit, Passage, Segment
from review.explaining.quotes import sentences
from review.words.folding import folded_text

_AHEAD = 4  # words among which one is looked for as it is printed
_OPENERS = ("(", "[", "{", '"', '("')
_CELLS = "|"


class Piece(NamedTuple):
    """A word of a sentence that stayed, came or went, as each version prints it."""

    edit: Edit
    before: str
    after: str


def pieces_of(passage: Passage) -> list[Piece]:
    """Return the words of both versions along one another, each as its version prints it.

    The segments hold what stayed as the newer version prints it, and may part "(30)"
    from its bracket.
    """
    segments = passage.segments or (
        Segment(Edit.DELETE, passage.before),
        Segment(Edit.INSERT, passage.after),
    )
    words = [(one.edit, word) for one in _by_sentences(segments) for word in one.text.split()]
    before = _printed((word for edit, word in words if edit is not Edit.INSERT), passage.before)
    after = _printed((word for edit, word in words if edit is not Edit.DELETE), passage.after)
    return [
        Piece(
            edit,
            next(before) if edit is not Edit.INSERT else "",
            next(after) if edit is not Edit.DELETE else "",
        )
        for edit, _ in words
    ]


def _by_sentences(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the segments, those that took the place of others over several sentences one by one."""
    for place, one in enumerate(segments):
        after = segments[place + 1] if place + 1 < len(segments) else None
        before = segments[place - 1] if place else None
        if (here := _parted(one, after)) or _parted(before, one):
            yield from here
        else:
            yield one


def _parted(went: Segment | None, came: Segment | None) -> list[Segment]:
    """Return what went and what came sentence by sentence, nothing where they are not alike."""
    if not went or not came or (went.edit, came.edit) != (Edit.DELETE, Edit.INSERT):
        return []
    if _CELLS in (*went.text, *came.text):
        return []
    before, after = sentences(went.text), sentences(came.text)
    if len(before) != len(after) or len(before) == 1:
        return []
    return [
        Segment(edit, text)
        for pair in zip(before, after, strict=True)
        for edit, text in zip((Edit.DELETE, Edit.INSERT), pair, strict=True)
    ]


def _printed(words: Iterable[str], text: str) -> Iterator[str]:
    """Yield each word as the text prints it, "" for a mark that it prints with the next word."""
    printed = text.split()
    place = 0
    for word in words:
        at = _place_of(word, printed, place)
        if at is not None:
            place = at + 1
        yield printed[at] if at is not None else "" if word in _OPENERS else word


def _place_of(word: str, printed: Sequence[str], place: int) -> int | None:
    """Return where one of the next printed words is a word, in whatever punctuation."""
    if printed[place : place + 1] == [word]:
        return place  # as mostly: faster told than folded
    key = folded_text(word)
    ahead = range(place, min(place + _AHEAD, len(printed)))
    return next(
        (i for i in ahead if printed[i] == word or (key and folded_text(printed[i]) == key)), None
    )
