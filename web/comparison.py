"""Two versions as the rows of a page: what changed, and what stayed, folded away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from domain.change import Change, Passage
from domain.document import Block, BlockKind, Document
from web.marks import Marked, Run, marked, plain

_SEARCHED = 12  # so far back a removed passage looks for a neighbour that stayed


@dataclass(frozen=True, slots=True)
class Line:
    """One block as it is shown."""

    block: Block
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stayed as they were, and the headings among them."""

    lines: tuple[Line, ...]
    headings: tuple[str, ...]
    has_evidence: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One passage that changed; `number` is what its permanent link ends with."""

    number: int
    passage: Passage
    words: Marked


Row = Fold | Place


def rows(change: Change, old: Document, new: Document, phrases: Collection[str]) -> tuple[Row, ...]:
    """Return a change with what stands around it, in reading order of the newer version."""
    made: list[Row] = []
    shown = 0
    for number, passage in enumerate(change.passages, start=1):
        start, end = _extent(passage, shown, old.blocks, new.blocks)
        if start > shown:
            made += _fold(new.blocks[shown:start], phrases)
        made.append(Place(number, passage, marked(passage.segments, phrases)))
        shown = max(shown, end)
    return (*made, *_fold(new.blocks[shown:], phrases))


def lines(blocks: Sequence[Block], phrases: Collection[str]) -> tuple[Line, ...]:
    """Return blocks with the evidence in them marked."""
    return tuple(Line(block, plain(block.text, phrases)) for block in blocks)


def _fold(blocks: Sequence[Block], phrases: Collection[str]) -> Iterator[Fold]:
    if blocks:
        kept = lines(blocks, phrases)
        headings = tuple(block.text for block in blocks if block.kind is BlockKind.HEADING)
        yield Fold(kept, headings, any(run.evidence for line in kept for run in line.runs))


def _extent(
    passage: Passage, shown: int, old: Sequence[Block], new: Sequence[Block]
) -> tuple[int, int]:
    """Return the blocks of the newer version that a passage stands for, from and to."""
    if passage.new_block is None:
        place = _place_of_removed(passage, shown, old, new)
        return place, place
    start = passage.new_block
    text = ""
    for end in range(start, len(new)):
        text = f"{text} {new[end].text}" if text else new[end].text
        if text == passage.after:
            return start, end + 1
        if len(text) > len(passage.after):
            break
    return start, start + 1


def _place_of_removed(
    passage: Passage, shown: int, old: Sequence[Block], new: Sequence[Block]
) -> int:
    """Return where in the newer version a passage would stand that it no longer has."""
    if passage.old_block is None:
        return shown
    where = {new[index].text: index for index in range(len(new) - 1, shown - 1, -1)}
    for index in range(passage.old_block - 1, max(-1, passage.old_block - _SEARCHED), -1):
        if old[index].text in where:
            return where[old[index].text] + 1
    return shown
