"""Documents written as lines: "# " starts a heading, all else is a paragraph."""

from __future__ import annotations

from domain.document import Block, BlockKind, Document


def document(*lines: str) -> Document:
    """Return a document of these headings and paragraphs."""
    return Document(tuple(_block(line) for line in lines))


def _block(line: str) -> Block:
    if line.startswith("# "):
        return Block(BlockKind.HEADING, line[2:], level=1)
    return Block(BlockKind.PARAGRAPH, line)
