"""The headings above a text, and whether they say for whom or whether it holds at all.

"Notes are never sold" is another promise under "Free plan" than under "Paid plan", and a
list of data says the opposite under "What we never use".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from domain.change import Finding, FindingKind
from domain.document import Block, BlockKind
from review.comparing.units import Pair
from review.words.regions import regions
from review.words.turning_words import (
    EXCEPTIONS,
    NEGATING_VERBS,
    NEGATIONS,
    ONLY,
    PLANS,
    SAID_OF_ANYTHING,
)
from review.words.wording import keys

_BOUNDING = (PLANS - SAID_OF_ANYTHING) | NEGATIONS | NEGATING_VERBS | ONLY | EXCEPTIONS
_QUESTION = 24  # words of a question that one answer follows
_SHORTEST = 2  # words of a text that can hold for somebody


class Headings:
    """The heading above each block of two versions."""

    def __init__(self, old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Pair]) -> None:
        self._old, self._new = _above(old), _above(new)
        self._old_texts, self._new_texts = _texts(old), _texts(new)
        self._often = _repeated(old) | _repeated(new)
        bounding = [pair for pair in pairs if pair.equal and self._differs_in_scope(pair)]
        self.bounding_old = frozenset(self._old[pair.old[0].index][0] for pair in bounding)
        self.bounding_new = frozenset(self._new[pair.new[0].index][0] for pair in bounding)
        """The places of headings above a text that stood under another one, of another scope."""

    def above(self, pair: Pair) -> str:
        """Return the nearest heading, in the newer version where the place is there."""
        if pair.new:
            return self._new[pair.new[0].index][1]
        return self._old[pair.old[0].index][1]

    def now_under(self, pair: Pair) -> Finding | None:
        """Return how the heading bounds a text otherwise that stayed the same, None mostly.

        Both headings stand in both versions; where one of them came or went, that is told
        of the heading and not of each text below it.
        """
        if not self._differs_in_scope(pair):
            return None
        before, after = self._old[pair.old[0].index][1], self._new[pair.new[0].index][1]
        if pair.new[0].block.text in self._often:
            return None  # which of them went where cannot be told
        if not {before, after} <= (self._old_texts & self._new_texts) | {""}:
            return None
        return Finding(FindingKind.SCOPE_CHANGED, before, after)

    def _differs_in_scope(self, pair: Pair) -> bool:
        if not (pair.old and pair.new):
            return False
        if BlockKind.HEADING in (pair.old[0].block.kind, pair.new[0].block.kind):
            return False
        before, after = self._old[pair.old[0].index][1], self._new[pair.new[0].index][1]
        if before == after or scope(before) == scope(after):
            return False  # as nearly all; the words of a block take longer to read
        return len(pair.new[0].words) >= _SHORTEST


def _above(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """Return of each block the place and the text of the nearest heading above it.

    A question right above its answer is one, as in a list of questions without headings.
    """
    found: list[tuple[int, str]] = []
    nearest = asked = (-1, "")
    for place, block in enumerate(blocks):
        found.append(asked if asked[0] == place - 1 and place else nearest)
        if block.kind is BlockKind.HEADING:
            nearest = asked = (place, block.text)
        elif _asks(block):
            asked = (place, block.text)
    return found


def _asks(block: Block) -> bool:
    text = block.text.rstrip()
    is_text = block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    return is_text and text.endswith("?") and text.count(" ") < _QUESTION


def _texts(blocks: Sequence[Block]) -> set[str]:
    return {block.text for block in blocks if block.kind is BlockKind.HEADING}


def _repeated(blocks: Sequence[Block]) -> set[str]:
    return {text for text, count in Counter(block.text for block in blocks).items() if count > 1}


@lru_cache(maxsize=1 << 10)
def scope(heading: str) -> frozenset[str]:
    """Return the words of a heading that say for whom, where or whether something holds."""
    said = keys(heading)
    lower = {key.lower() for key in said}
    return frozenset((lower & _BOUNDING) | dict(regions(said)).keys())
