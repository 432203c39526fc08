"""Neighbouring blocks that together say what they said, broken at another place.

A document of pages breaks a paragraph where a page ends, and its converter makes two
blocks of it; a line more on the page before, and every break after it moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from domain.document import BlockKind
from review.comparing.differences import Difference, Side

_TOGETHER = 2  # places that have to say the same together


def broken_elsewhere(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the paragraphs that with their neighbours say the same, word by word.

    Each breaks within a sentence, in both versions: what ends with a full stop, a row or
    an entry of a list is bounded by where it ends.
    """
    for run in _runs(differences):
        before: list[str] = []
        after: list[str] = []
        waiting: list[Difference] = []
        for found in run:
            waiting.append(found)
            before += found.old.keys
            after += found.new.keys
            if before == after and len(waiting) >= _TOGETHER and _go_on(waiting):
                yield from waiting
            shared = min(len(before), len(after))
            if before == after or before[:shared] != after[:shared]:
                waiting, before, after = [], [], []


def _go_on(places: Sequence[Difference]) -> bool:
    """Tell whether the sentence goes on from each block to the next, in both versions."""
    sides = ([place.old for place in places], [place.new for place in places])
    return all(
        not _ENDS.search(one.text) and _GOES_ON.match(other.text)
        for one, other in chain.from_iterable(map(pairwise, sides))
    )


_ENDS = re.compile(r"[.!?:;|][\"')\]\u201d]*\s*$")
_GOES_ON = re.compile(r"[^\W\dA-Z_]")


def _is_paragraph(side: Side) -> bool:
    return len(side.units) == 1 and side.units[0].block.kind is BlockKind.PARAGRAPH


def _runs(differences: Iterable[Difference]) -> Iterator[Sequence[Difference]]:
    """Yield the paragraphs that follow each other with no block between them in either version."""
    run: list[Difference] = []
    for found in differences:
        if not (_is_paragraph(found.old) and _is_paragraph(found.new)):
            continue
        if run and not (_follows(found.old, run[-1].old) and _follows(found.new, run[-1].new)):
            yield run
            run = []
        run.append(found)
    if run:
        yield run


def _follows(side: Side, other: Side) -> bool:
    return side.units[0].index == other.units[0].index + 1
