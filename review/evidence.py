"""A phrase that a rating rests on, found again in a version of its source.

What is compared is words: case, quotes, dashes, accents and the borders of blocks do
not count, so a phrase that a page splits over two paragraphs is still intact. A phrase
that is not there word by word is looked for in what is new in the newer version only:
a similar sentence that stood elsewhere all along is not what became of it. Where nothing
new is like it, the sentence that took its place in a reworded block may be (`successors`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.change import Passage
from domain.document import Block, BlockKind, Document
from domain.flag import EvidenceState, EvidenceStatus
from review.explaining.quotes import sentences
from review.successors import successor
from review.words.folding import folded_text
from review.words.nearest import nearest, words_like

# Found in the older version, a phrase must be almost what the watchlist quotes.
_SAME_QUOTE = 0.85


Place = tuple[str, int | None]
"""A block by its version, "old" or "new", and its index there."""


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
    """Two versions of a source, each read once for all the phrases that are looked for.

    `passages` are those of the change between them.
    """

    def __init__(self, old: Document, new: Document, passages: Sequence[Passage] = ()) -> None:
        self._old, self._new, self._passages = old, new, passages

    def state(self, phrase: str) -> EvidenceState:
        """Tell what became of a phrase between the two."""
        before = _exact(phrase, self._old_line) or _nearly(phrase, self._old_line)
        if before is None or before.similarity < _SAME_QUOTE:
            return EvidenceState(phrase, EvidenceStatus.NEVER_FOUND, similarity=0.0)
        wanted = words_like(phrase, before.text) or phrase
        if before.similarity == 1.0:
            after = _exact(phrase, self._new_line)
        else:
            after = _sentence_again(_sentence_with(wanted, before.text), self._new_line)
        if after is not None:
            moved = _has_moved(before, self._old, after, self._new)
            status = EvidenceStatus.MOVED if moved else EvidenceStatus.INTACT
            return EvidenceState(phrase, status, before.text, after.text)
        after = _nearly(wanted, self._new_blocks)
        if after is None:
            return self._replaced(phrase, wanted, before)
        return EvidenceState(
            phrase, EvidenceStatus.REWORDED, before.text, after.text, round(after.similarity, 3)
        )

    def _replaced(self, phrase: str, stood: str, before: Match) -> EvidenceState:
        """Tell what took the place of a phrase that nothing new is like."""
        found = successor(stood, self._passages)
        if found is None:
            return EvidenceState(phrase, EvidenceStatus.GONE, before.text, similarity=0.0)
        similarity = round(found.similarity, 3)
        return EvidenceState(phrase, EvidenceStatus.REWORDED, found.before, found.after, similarity)

    def headings_above(self, phrase: str) -> frozenset[Place]:
        """Return the nearest heading above a phrase in each version that has both."""
        found = set()
        for name, document, line in (
            ("old", self._old, self._old_line),
            ("new", self._new, self._new_line),
        ):
            match = _exact(phrase, line)
            above = _heading_above(document, match.first) if match else None
            if above is not None:
                found.add((name, above))
        return frozenset(found)

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
    window = nearest(folded_text(phrase), line.text)
    return _match(line, *window) if window else None


def _sentence_again(sentence: str, line: _Line) -> Match | None:
    """Return where a whole sentence stands without a word put to it.

    A phrase that is not quoted word by word is watched with its sentence: an exception
    put beside it would else not be seen.
    """
    found = _exact(sentence, line)
    if found and folded_text(_sentence_with(sentence, found.text)) == folded_text(sentence):
        return found
    return None


def _sentence_with(words: str, text: str) -> str:
    """Return the sentence of a text that has these words, or the text where they go across."""
    wanted = f" {folded_text(words)} "
    return next((one for one in sentences(text) if wanted in f" {folded_text(one)} "), text)


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
    above = _heading_above(document, index)
    return "" if above is None else folded_text(document.blocks[above].text)


def _heading_above(document: Document, index: int) -> int | None:
    places = range(index - 1, -1, -1)
    return next((at for at in places if document.blocks[at].kind is BlockKind.HEADING), None)


def _neighbours(document: Document, match: Match) -> set[str]:
    around = (match.first - 1, match.last + 1)
    return {
        folded_text(document.blocks[index].text)
        for index in around
        if 0 <= index < len(document.blocks)
        and document.blocks[index].kind is not BlockKind.HEADING
    }
