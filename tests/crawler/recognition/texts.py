"""Documents written for these tests."""

from __future__ import annotations

from collections.abc import Iterable

from domain.document import Block, BlockKind, Document

POLICY = (
    "This policy explains how Larkspur Labs processes personal data of its customers.",
    "We collect the account data that you give us and the prompts that you send.",
    "We use personal data to provide the service and to keep it secure.",
    "We do not train our models on the prompts of business customers.",
    "Prompts are deleted after thirty days, and billing records when the law allows it.",
    "You may ask for access, correction or deletion of your data at any time.",
    "Our subprocessors are bound by contracts that carry the same duties as this one.",
    "Transfers to other countries rest on the standard contractual clauses.",
)


def document(*paragraphs: str, title: str = "", language: str = "") -> Document:
    """Return a document of paragraphs."""
    blocks = (Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Document(tuple(blocks), title=title, language=language)


def table(rows: Iterable[tuple[str, ...]]) -> Document:
    """Return a document of nothing but a table."""
    blocks = (Block(BlockKind.TABLE_ROW, " | ".join(cells), cells=cells) for cells in rows)
    return Document(tuple(blocks))


def outline(*lines: str) -> Document:
    """Return a document of Markdown-like lines: "## " a heading, "- " an item, else a paragraph."""
    blocks = tuple(_block(line) for line in lines)
    titles = (block.text for block in blocks if block.kind is BlockKind.HEADING)
    return Document(blocks, title=next(titles, ""))


def _block(line: str) -> Block:
    mark, _, text = line.partition(" ")
    if mark and not mark.strip("#"):
        return Block(BlockKind.HEADING, text, level=len(mark))
    if mark == "-":
        return Block(BlockKind.LIST_ITEM, text, level=1)
    return Block(BlockKind.PARAGRAPH, line)
