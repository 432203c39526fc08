"""The wording of a capture: a title and blocks in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is on the page. The value is stable: it is stored."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of wording, plain text: no markup, no link targets, one line.

    `level` is 1 to 6 for a heading, the depth from 1 for a list item, else 0.
    A table row has its `cells` in order, and their texts joined by " | " as `text`;
    `header` marks a row of column names.
    """

    kind: BlockKind
    text: str
    level: int = 0
    cells: tuple[str, ...] = ()
    header: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader of the page would call its text.

    `language` is the ISO 639-1 code of the text where it could be told, else "".
    """

    blocks: tuple[Block, ...]
    title: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """All blocks, one a line."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def word_count(self) -> int:
        """Number of white-space separated words in all blocks."""
        return sum(len(block.text.split()) for block in self.blocks)
