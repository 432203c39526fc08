"""A phrase that a rating rests on, found again in a version of its source.

What is compared is words: case, quotes, dashes, accents and the borders of blocks do
not count, so a phrase that a page splits over two paragraphs is still intact. A phrase
that is not there word by word is looked for in what is new in the newer version only:
a similar sentence that stood elsewhere all along is not what became of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from domain.document import Block, BlockKind, Document
from domain.flag import EvidenceState, EvidenceStatus
from review.words.folding import folded_text

# Below this likeness (0 to 100, letters of the best window) it is another statement.
_SIMILAR_LETTERS = 65.0
# And at least so much of the words must be the same, in order.
_SIMILAR_WORDS = 0.5
# Found in the older version, a phrase must be almost what the watchlist quotes.
_SAME_QUOTE = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: blocks `first` to `last`, their text, and how like it is."""

    first: int
    last: int
    text: str
    similarity: float = 1.0


def locate(phrase: str, document: Document) -> Match | None:
    """Return where the phrase stands in a document, exactly or else nearly, or None."""
    line = _whole(document)
    return _exact(phrase, line) or _nearly(phrase, line)


class Versions:
    """Two versions of a source, each read once for all the phrases that are looked for."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new

    def state(self, phrase: str) -> EvidenceState:
        """Tell what became of a phrase between the two."""
        before = _exact(phrase, self._old_line) or _nearly(phrase, self._old_line)
        if before is None or before.similarity < _SAME_QUOTE:
            return EvidenceState(phrase, EvidenceStatus.NEVER_FOUND, similarity=0.0)
        wanted = phrase if before.similarity == 1.0 else before.text
        after = _exact(wanted, self._new_line)
        if after is not None:
            moved = _has_moved(before, self._old, after, self._new)
            status = EvidenceStatus.MOVED if moved else EvidenceStatus.INTACT
            return EvidenceState(phrase, status, before.text, after.text)
        after = _nearly(phrase, self._new_blocks)
        if after is None:
            return EvidenceState(phrase, EvidenceStatus.GONE, before.text, similarity=0.0)
        return EvidenceState(
            phrase, EvidenceStatus.REWORDED, before.text, after.text, round(after.similarity, 3)
        )

    @cached_property
    def _old_line(self) -> _Line:
        return _whole(self._old)

    @cached_property
    def _new_line(self) -> _Line:
        return _whole(self._new)

    @cached_property
    def _new_blocks(self) -> _Line:
        """The blocks that only the newer version has."""
        blocks = self._new.blocks
        known = {folded_text(block.text) for block in self._old.blocks}
        new = [i for i, block in enumerate(blocks) if folded_text(block.text) not in known]
        return _line(blocks, new)


@dataclass(frozen=True, slots=True)
class _Line:
    """Blocks as one line of folded words; which of them begins at which offset."""

    blocks: Sequence[Block]
    text: str
    starts: Sequence[int]
    numbers: Sequence[int]

    def block_at(self, offset: int) -> int:
        return self.numbers[bisect_right(self.starts, offset) - 1]


def _whole(document: Document) -> _Line:
    return _line(document.blocks, range(len(document.blocks)))


def _line(blocks: Sequence[Block], indexes: Sequence[int]) -> _Line:
    starts: list[int] = []
    numbers: list[int] = []
    parts: list[str] = []
    length = 0
    for index in indexes:
        folded = folded_text(blocks[index].text)
        if not folded:
            continue
        starts.append(length)
        numbers.append(index)
        parts.append(folded)
        length += len(folded) + 1
    return _Line(blocks, " ".join(parts), starts, numbers)


def _exact(phrase: str, line: _Line) -> Match | None:
    wanted = folded_text(phrase)
    if not wanted:
        return None
    # The spaces around keep a phrase from starting or ending inside a word.
    offset = f" {line.text} ".find(f" {wanted} ")
    if offset < 0:
        return None
    return _match(line, offset, offset + len(wanted), 1.0)


def _nearly(phrase: str, line: _Line) -> Match | None:
    wanted = folded_text(phrase)
    if not wanted or not line.text:
        return None
    found = fuzz.partial_ratio_alignment(wanted, line.text, score_cutoff=_SIMILAR_LETTERS)
    if found is None:
        return None
    # partial_ratio swaps its sides when the "longer" text is the shorter one.
    start, end = (found.dest_start, found.dest_end)
    start = line.text.rfind(" ", 0, start + 1) + 1
    end = len(line.text) if (space := line.text.find(" ", end)) < 0 else space
    window = line.text[start:end].split()
    likeness = Indel.normalized_similarity(wanted.split(), window)
    if likeness < _SIMILAR_WORDS:
        return None
    return _match(line, start, end, min(0.999, found.score / 100))


def _match(line: _Line, start: int, end: int, similarity: float) -> Match:
    first, last = line.block_at(start), line.block_at(max(start, end - 1))
    text = " ".join(block.text for block in line.blocks[first : last + 1])
    return Match(first, last, text, similarity)


def _has_moved(before: Match, old: Document, after: Match, new: Document) -> bool:
    """Tell whether a passage stands among other neighbours under another heading."""
    if _heading(old, before.first) == _heading(new, after.first):
        return False
    neighbours_before = _neighbours(old, before)
    neighbours_after = _neighbours(new, after)
    return not (neighbours_before & neighbours_after)


def _heading(document: Document, index: int) -> str:
    above = (block for block in reversed(document.blocks[:index]))
    return next((folded_text(b.text) for b in above if b.kind is BlockKind.HEADING), "")


def _neighbours(document: Document, match: Match) -> set[str]:
    around = (match.first - 1, match.last + 1)
    return {
        folded_text(document.blocks[index].text)
        for index in around
        if 0 <= index < len(document.blocks)
        and document.blocks[index].kind is not BlockKind.HEADING
    }
