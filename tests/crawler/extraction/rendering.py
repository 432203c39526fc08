"""Blocks written as lines, so that the expected result of a case reads like a page."""

from __future__ import annotations

from domain.document import Block, BlockKind, Document


def rendered(document: Document) -> str:
    """Return one line a block: `# heading`, `- item`, `| cell | cell |`, `> code`."""
    return "".join(f"{_line(block)}\n" for block in document.blocks)


def _line(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"{'#' * block.level} {block.text}"
        case BlockKind.LIST_ITEM:
            return f"{'  ' * (block.level - 1)}- {block.text}"
        case BlockKind.TABLE_ROW:
            return f"|{'=' if block.header else ''} {' | '.join(block.cells)} |"
        case BlockKind.CODE:
            return f"> {block.text}"
        case _:
            return block.text
