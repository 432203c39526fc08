"""Neighbouring blocks that together say what they said, broken at another place.

A document of pages breaks a paragraph where a page ends, and its converter makes two
blocks of it; a line more on the page before, and every break after it moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from review.comparing.differences import Difference, Side

_TOGETHER = 2  # places that have to say the same together


def broken_elsewhere(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the places that with their neighbours say the same, whatever the spaces."""
    for run in _runs(differences):
        before = after = ""
        waiting: list[Difference] = []
        for found in run:
            waiting.append(found)
            before += _letters(found.old)
            after += _letters(found.new)
            if before == after and len(waiting) >= _TOGETHER:
                yield from waiting
            if before == after or not (before.startswith(after) or after.startswith(before)):
                waiting, before, after = [], "", ""


def _letters(side: Side) -> str:
    return "".join(side.text.split())


def _runs(differences: Iterable[Difference]) -> Iterator[Sequence[Difference]]:
    """Yield the places that follow each other with no block between them in either version."""
    run: list[Difference] = []
    ends: dict[bool, int | None] = {}  # the last block of each version, that of the newer at True
    for found in differences:
        sides = {is_new: side.units for is_new, side in ((False, found.old), (True, found.new))}
        follows = all(
            ends.get(is_new) in {None, units[0].index - 1}
            for is_new, units in sides.items()
            if units
        )
        if run and not follows:
            yield run
            run, ends = [], {}
        run.append(found)
        ends |= {is_new: units[-1].index for is_new, units in sides.items() if units}
    if run:
        yield run
