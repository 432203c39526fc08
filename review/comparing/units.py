"""A block as it is compared, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from domain.document import Block, BlockKind
from review.words.once import once
from review.words.wording import Word, clean, folded, gaps, has_words, words_of_block


@dataclass(frozen=True)
class Unit:
    """A block as it is compared. What is not needed is not worked out.

    `question` is what stands above a bare answer: "Yes" below another question is another.
    """

    index: int
    block: Block
    question: str = ""

    @once
    def text(self) -> str:
        """The clean text."""
        return clean(self.block.text)

    @once
    def words(self) -> list[Word]:
        """The words of `text`, without the mark of a list."""
        return words_of_block(self.text, self.block.kind)

    @once
    def keys(self) -> list[str]:
        """What is compared of each word."""
        return [word.key for word in self.words]

    @property
    def marks(self) -> list[Word]:
        """The words of the mark or number that `words` leaves out."""
        start = self.words[0].start if self.words else 0
        return words_of_block(self.text[:start], BlockKind.CODE) if start else []

    @once
    def identity(self) -> str:
        """The same for two blocks that read the same."""
        return self.question + " ".join(self.keys) + gaps(self.block)

    @once
    def terms(self) -> list[str]:
        """The words in whatever case and spelling, in order."""
        return list(map(folded, self.keys))

    @once
    def distinct(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.terms)

    @property
    def key_cell(self) -> str:
        """What a table row is about: its first cell that says anything."""
        return next((cell.strip().casefold() for cell in self.block.cells if cell.strip()), "")


class Pair(NamedTuple):
    """Blocks of the older version and what they became; one side may be empty."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    moved: bool = False
    equal: bool = False


def units(blocks: Sequence[Block]) -> list[Unit]:
    """Return the blocks that have words."""
    return [
        Unit(index, block, _question(blocks, index))
        for index, block in enumerate(blocks)
        if has_words(block.text)
    ]


def _question(blocks: Sequence[Block], index: int) -> str:
    """Return the question that a block answers with one word, "" for all others."""
    if not index or blocks[index].text.strip(" .!").lower() not in _ANSWERS:
        return ""
    above = clean(blocks[index - 1].text)
    return above if above.endswith("?") else ""


_ANSWERS = frozenset({"yes", "no", "ja", "nein", "oui", "non", "sí", "sì", "sim", "não", "nee"})
