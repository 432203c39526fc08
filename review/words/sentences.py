"""Where sentences begin and end, in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from review.words.calendar import MONTHS
from review.words.wording import Word

# All ends begin with one of a few characters, which is the fastest to look for.
_END = re.compile(
    r"[.!?;:\u3002\uff01\uff1f\uff1b\s]"
    r"(?:(?<=[.!?;:])['\")\]]*\s+(?=[^\Wa-zà-ž]|[\"'(\[•*-])"
    r"|(?<=[\u3002\uff01\uff1f\uff1b])|(?<=\s)[•|]\s)"
)
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|Inc|Ltd|Corp|Co|No|Nr|Art|Abs|Ziff|bzw|z\.B|d\.h|cf|vs|Dr|St)\.\s+$"
)
_DAY = re.compile(r"\b\d{1,2}\.\s+$")
_NEXT_WORD = re.compile(r"\w+")


def sentence_spans(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return (first, last) word positions of each sentence, last not included."""
    ends = [match.end() for match in _END.finditer(text) if _ends(text, match)]
    if not ends:
        return [(0, len(words))] if words else []
    borders = {bisect_left(words, end, key=_start) for end in ends}
    return list(pairwise(sorted({0, len(words), *borders})))


_start = attrgetter("start")


def _ends(text: str, match: re.Match[str]) -> bool:
    """Tell an end from the point of an abbreviation or of "1. Mai"."""
    if text[match.start()] != ".":
        return True
    start = max(0, match.start() - 6)
    if _DAY.search(text, start, match.end()) and (word := _NEXT_WORD.match(text, match.end())):
        return word[0] not in MONTHS
    return not _ABBREVIATION.search(text, start, match.end())
