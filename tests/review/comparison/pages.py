"""Small documents written as lines, for the tests of the comparison."""

from __future__ import annotations

import re

from domain.document import Block, BlockKind, Document


def page(text: str, *, title: str = "") -> Document:
    """Read "# heading", "- item", "| cell | cell", "`code" and paragraphs, one a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Document(tuple(_block(line) for line in lines), title=title)


def _block(line: str) -> Block:
    if heading := re.fullmatch(r"(#+) (.*)", line):
        return Block(BlockKind.HEADING, heading[2], level=len(heading[1]))
    if line.startswith("- "):
        return Block(BlockKind.LIST_ITEM, line[2:], level=1)
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        return Block(BlockKind.TABLE_ROW, " | ".join(cells), cells=cells)
    if line.startswith("`"):
        return Block(BlockKind.CODE, line[1:])
    return Block(BlockKind.PARAGRAPH, line)
