"""Answers that stand in another column of a table than they did."""

from __future__ import annotations

from collections.abc import Iterator

from domain.document import Block, BlockKind
from review.comparing.segments import Hunk
from review.comparing.units import Pair
from review.words.wording import clean, said_columns, words_of_block


def moved_cells(pair: Pair) -> Iterator[Hunk]:
    """Yield the words of each cell that went to another column of the same table.

    A table with more or fewer columns than before is drawn otherwise: its cells did not
    move to another meaning.
    """
    if len(pair.old) != 1 or len(pair.new) != 1:
        return
    old, new = pair.old[0].block, pair.new[0].block
    if len(old.cells) != len(new.cells):
        return
    spans = zip(_spans(old), _spans(new), strict=False)
    for (column, start, end), (other, new_start, new_end) in spans:
        if column != other:
            yield Hunk(start, end, new_start, new_end)


def _spans(row: Block) -> Iterator[tuple[int, int, int]]:
    """Yield of each cell that says something its column and the first and last of its words."""
    start = 0
    for column in said_columns(row):
        end = start + len(words_of_block(clean(row.cells[column]), BlockKind.TABLE_ROW))
        yield column, start, end
        start = end
