"""Where sentences begin and end, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from review.wording import Word

_END = re.compile(r"[.!?;:]['\")\]]*\s+(?=[^\Wa-zà-ž]|[\"'(\[•*-])|[。！？；]|\s[•|]\s")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Inc|Ltd|Corp|Co|No|Nr|Art|Abs|Ziff|bzw|z\.B|d\.h|cf|vs|Dr|St)\.)\s+$"
)


def sentence_spans(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return (first, last) word positions of each sentence, last not included."""
    ends = [
        match.end()
        for match in _END.finditer(text)
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.end())
    ]
    spans: list[tuple[int, int]] = []
    first = 0
    wanted = iter([*ends, len(text) + 1])
    end = next(wanted)
    for place, word in enumerate(words):
        while word.start >= end:
            if place > first:
                spans.append((first, place))
            first = place
            end = next(wanted)
    if first < len(words):
        spans.append((first, len(words)))
    return spans
