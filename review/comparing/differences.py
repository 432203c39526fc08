"""One place where two versions differ, as all that judges it needs to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from domain.change import Finding
from domain.document import Block
from review.comparing.cells import moved_cells
from review.comparing.segments import Hunk, hunks
from review.comparing.units import Pair, Unit
from review.words.once import once
from review.words.sentences import sentence_spans
from review.words.wording import Word


@dataclass(frozen=True)
class Side:
    """One version of a place: its blocks, read as one text."""

    units: tuple[Unit, ...]
    text: str
    words: list[Word] = field(repr=False)
    keys: list[str] = field(repr=False)  # what is compared of each word

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks as the document has them."""
        return tuple(unit.block for unit in self.units)

    @once
    def sentences(self) -> list[tuple[int, int]]:
        """The words of each sentence, as (first, last) with the last not included."""
        return sentence_spans(self.text, self.words)

    @property
    def marks(self) -> dict[int, list[Word]]:
        """The words of marks and numbers in front of blocks, by the word that follows them."""
        found: dict[int, list[Word]] = {}
        place = offset = 0
        for unit in self.units:
            if marks := unit.marks:
                found[place] = [_moved(mark, offset) for mark in marks]
            place += len(unit.words)
            offset += len(unit.text) + 1
        return found

    def run(self, first: int, last: int) -> str:
        """Return the text of words [first:last], without what stands around them."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""


@dataclass(frozen=True)
class Difference:
    """Two sides of a place, and the runs of words by which they differ."""

    old: Side
    new: Side
    hunks: tuple[Hunk, ...]
    heading: str = ""
    moved: bool = False
    other_columns: bool = False  # the same words, in other columns of a row
    now_under: Finding | None = None  # the same words, under a heading that bounds them otherwise

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.hunks or self.moved or self.now_under)

    def edits(self) -> Iterator[tuple[list[Word], list[Word]]]:
        """Yield the words that went and the words that came, place by place."""
        for hunk in self.hunks:
            yield (
                self.old.words[hunk.old_start : hunk.old_end],
                self.new.words[hunk.new_start : hunk.new_end],
            )

    @once
    def removed(self) -> list[Word]:
        """All words that went."""
        return list(chain.from_iterable(went for went, _ in self.edits()))

    @once
    def added(self) -> list[Word]:
        """All words that came."""
        return list(chain.from_iterable(came for _, came in self.edits()))

    def removed_sentences(self) -> list[tuple[int, int]]:
        """Return (first, last) of the older side's sentences of which nothing stayed."""
        spans = [(hunk.old_start, hunk.old_end) for hunk in self.hunks]
        return _whole_sentences(self.old, spans)

    def added_sentences(self) -> list[tuple[int, int]]:
        """Return (first, last) of the newer side's sentences of which nothing was there before."""
        spans = [(hunk.new_start, hunk.new_end) for hunk in self.hunks]
        return _whole_sentences(self.new, spans)


def difference(pair: Pair, heading: str, now_under: Finding | None = None) -> Difference:
    """Return what differs between the blocks of a pair.

    `now_under` tells that the same text stands under a heading of another scope.
    """
    old, new = _side(pair.old), _side(pair.new)
    found = tuple(hunks(old.keys, new.keys))
    moved = () if found or pair.equal else tuple(moved_cells(pair))
    return Difference(
        old,
        new,
        found or moved,
        heading,
        moved=pair.moved,
        other_columns=bool(moved),
        now_under=now_under,
    )


def _side(units: tuple[Unit, ...]) -> Side:
    if not units:
        return _NOTHING
    if len(units) == 1:
        return Side(units, units[0].text, units[0].words, units[0].keys)
    words: list[Word] = []
    offset = 0
    for unit in units:
        words += [_moved(word, offset) for word in unit.words]
        offset += len(unit.text) + 1
    text = " ".join(unit.text for unit in units)
    return Side(units, text, words, [word.key for word in words])


_NOTHING = Side((), "", [], [])


def _moved(word: Word, offset: int) -> Word:
    return Word(word.text, word.key, word.start + offset, word.end + offset)


def _whole_sentences(side: Side, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the sentences that lie in one of the spans, which never touch one another."""
    spans = [span for span in spans if span[0] < span[1]]
    if not spans:
        return []
    if spans == [(0, len(side.words))]:
        return side.sentences  # as where a block came or went as a whole
    return [
        (first, last)
        for first, last in side.sentences
        if any(start <= first and last <= end for start, end in spans)
    ]
