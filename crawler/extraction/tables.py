"""Tables: which ones hold data, and their rows as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from crawler.extraction.marks import is_footnote_mark
from crawler.extraction.tags import INLINE, SILENT
from crawler.extraction.wording import plain
from domain.document import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CELL_SEPARATOR = " | "
_CELLS = ("td", "th")
_MAX_ROW_WORDS = 150  # of a table that is a single row


def is_data_table(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays out the page.

    A table of layout says so, holds another table or the headings of a page, never has
    two cells in a row, or is one row of long texts.
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    if next(table.iterdescendants("table", "h1", "h2"), None) is not None:
        return False
    rows = list(table.iterdescendants("tr"))
    if len(rows) == 1 and len(" ".join(table.itertext()).split()) > _MAX_ROW_WORDS:
        return False
    return any(len(_cells(row)) > 1 for row in rows)


def table_rows(table: HtmlElement) -> Iterator[Block]:
    """Yield the caption as a paragraph and each row with its cells as a block."""
    for caption in table.iterdescendants("caption"):
        text = cell_text(caption)
        if text:
            yield Block(BlockKind.PARAGRAPH, text)
    for row in table.iterdescendants("tr"):
        cells = _cells(row)
        texts = tuple(cell_text(cell) for cell in cells)
        if any(character.isalnum() for text in texts for character in text):
            yield Block(
                BlockKind.TABLE_ROW,
                CELL_SEPARATOR.join(texts),
                cells=texts,
                header=_is_header(row, cells),
            )


def cell_text(cell: HtmlElement) -> str:
    """Return the wording of a cell: its paragraphs and list items, one after another."""
    pieces: list[str] = []
    walker = etree.iterwalk(cell, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in SILENT:
                walker.skip_subtree()
                continue
            if element.tag not in INLINE or is_footnote_mark(element):
                pieces.append(" ")
            pieces.append(element.text or "")
            continue
        if event == "end" and element.tag not in INLINE:
            pieces.append(" ")
        if element is not cell:
            pieces.append(element.tail or "")
    return plain("".join(pieces))


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [child for child in row if child.tag in _CELLS]


def _is_header(row: HtmlElement, cells: list[HtmlElement]) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    return all(cell.tag == "th" for cell in cells)
