"""Small documents written as lines, and what is found where two of them differ."""

from __future__ import annotations

import re

from domain.change import FindingKind
from domain.document import Block, BlockKind, Document
from review.comparison import compare

PROSE = """
# Privacy Policy
## What we keep
We keep the notes that you write for as long as your account exists and delete them afterwards.
## How to reach us
Write to our team if you want to see, correct or delete what we keep about you.
"""
MENU = "- Product\n- Pricing\n- Blog\n- Careers\n- Contact"


def page(text: str, *, title: str = "") -> Document:
    """Read "# heading", "- item", "| cell | cell", "`code" and paragraphs, one a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return Document(tuple(_block(line) for line in lines), title=title)


def found_kinds(before: str, after: str) -> list[tuple[FindingKind, str, str]]:
    """Return the findings of the only passage that changed."""
    (passage,) = compare(page(before), page(after)).passages
    return [(f.kind, f.before, f.after) for f in passage.findings]


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
