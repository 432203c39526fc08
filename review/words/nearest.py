"""The words of a text that are most like a phrase which does not stand in it word by word."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from review.words.folding import folded_text, folded_words, word_end, word_starts

# Below this likeness (0 to 100, letters of the best window) it is another statement.
_SIMILAR_LETTERS = 65.0
# And at least so much of the words must be the same, in order.
_SIMILAR_WORDS = 0.5


class Window(NamedTuple):
    """Letters [start:end] of a folded text, whole words, and how like a phrase they are."""

    start: int
    end: int
    similarity: float


def nearest(wanted: str, text: str) -> Window | None:
    """Return the words most like those wanted, both folded, or None where none are like them."""
    if not wanted or not text:
        return None
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_SIMILAR_LETTERS)
    if found is None:
        return None
    # partial_ratio swaps its sides when the "longer" text is the shorter one.
    start = text.rfind(" ", 0, found.dest_start + 1) + 1
    end = len(text) if (space := text.find(" ", found.dest_end)) < 0 else space
    likeness = Indel.normalized_similarity(wanted.split(), text[start:end].split())
    if likeness < _SIMILAR_WORDS:
        return None
    return Window(start, end, min(0.999, found.score / 100))


def words_like(phrase: str, text: str) -> str:
    """Return the phrase where a text has it, else the words there that are most like it.

    "" where none are.
    """
    wanted, folded = folded_text(phrase), folded_text(text)
    if f" {wanted} " in f" {folded} ":
        return phrase
    window = nearest(wanted, folded)
    if window is None:
        return ""
    first = len(folded[: window.start].split())
    count = len(folded[window.start : window.end].split())
    starts = word_starts(text)
    if len(starts) != len(folded_words(text)):
        return ""
    return text[starts[first] : word_end(text, starts[first + count - 1])]
