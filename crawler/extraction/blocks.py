"""A tree of HTML elements -> blocks in reading order.

The walk goes over events, not by recursion: a hostile page may nest as deep as it likes.
What is left out is decided before (see `chrome.py`); here everything in the tree counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lxml import etree

from crawler.extraction.tables import is_data_table, table_rows
from crawler.extraction.tags import BLOCKS, HEADINGS, LISTS, SILENT
from crawler.extraction.wording import plain, plain_heading
from domain.document import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement


_BREAK = "\x1e"  # record separator: no text of a page holds it
# Two in a row, or one before a bullet that stands for a list item.
_BREAKS = re.compile(rf"{_BREAK}\s*{_BREAK}|{_BREAK}\s*(?=[•▪◦‣●]\s*\w)")
_BULLET = re.compile(r"[•▪◦‣●]\s*(?=\w)")
_LINKED_SHARE = 0.9
_CONTAINERS = frozenset({"div", "section", "article", "main", "body"})
_WORDS_OF_TWO_PARAGRAPHS = 8
_RUNS = frozenset({"span", "a", "strong", "b", "em", "time", "small", "label"})
_BOLD = frozenset({"b", "strong"})
_HEADING_WORDS = 12
_CLOSING_MARKS = frozenset(":;,.!?)]")
_NEW_BLOCK = "\n\n"
# Where a number or a short form is set in two runs: "99." and "5", "in 99." and "5 %",
# "U." and "S." A sentence that ends with a number, "see section 5.", is no such run.
_INSIDE_WORD = re.compile(
    r"\A\W{0,2}\d[\d.,]{0,7}[.,:]\n\d|\d[.,]\n\d+ ?(?:%|percent\b)|(?<!\w)[A-Z]\.\n[A-Z]\."
)


class _Writer:
    """Collects runs of inline text and closes them into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[bool] = []  # whether a block is hardly more than links
        self._pieces: list[str] = []
        self._linked = 0
        self._links: list[bool] = []  # the open ones, and whether they stay on the site
        self._headings: list[int] = []
        self._list_depth = 0
        self._item_depths: list[int] = []
        self._code = 0
        self._bold = 0
        self._bold_pieces: set[int] = set()

    def add(self, text: str | None) -> None:
        if text:
            if self._bold:
                self._bold_pieces.add(len(self._pieces))
            self._pieces.append(text)
            if any(self._links):
                self._linked += len(text)

    def open(self, tag: str, *, is_menu_link: bool = False) -> None:
        if tag not in BLOCKS:
            if tag == "br":
                self.add(_BREAK + _BREAK if self._is_bold_line() else _BREAK)
            elif tag in _BOLD:
                self._bold += 1
            elif tag == "button":
                self.add("\n")
            elif tag == "a":
                self._links.append(is_menu_link)
            return
        self.close_block()
        if tag in HEADINGS:
            self._headings.append(HEADINGS[tag])
        elif tag in LISTS:
            self._list_depth += 1
        elif tag == "li":
            self._item_depths.append(max(self._list_depth, 1))
        elif tag == "pre":
            self._code += 1

    def _is_bold_line(self) -> bool:
        """Tell whether the line that ends here is a heading which is only set in bold."""
        words = 0
        for place in range(len(self._pieces) - 1, -1, -1):
            piece = self._pieces[place]
            if piece.startswith(_BREAK):
                break
            if piece.strip() and place not in self._bold_pieces:
                return False
            words += len(piece.split())
        return 0 < words <= _HEADING_WORDS

    def shut(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._links.pop()
        elif tag in _BOLD:
            self._bold -= 1
        elif tag == "button":
            self.add("\n")
        if tag not in BLOCKS:
            return
        self.close_block()
        if tag in HEADINGS and self._headings:
            self._headings.pop()
        elif tag in LISTS:
            self._list_depth -= 1
        elif tag == "li" and self._item_depths:
            self._item_depths.pop()
        elif tag == "pre":
            self._code -= 1

    def close_block(self) -> None:
        raw = "".join(self._pieces)
        linked, self._linked = self._linked, 0
        self._pieces.clear()
        self._bold_pieces.clear()
        # Two line breaks in a row part paragraphs, as elements would.
        parts = [raw] if self._headings else _BREAKS.split(raw)
        for part in parts:
            text = plain(part.replace(_BREAK, " "))
            text = plain_heading(text) if self._headings else text
            if any(character.isalnum() for character in text):
                self.blocks.append(self._block(text))
                self.links.append(linked >= _LINKED_SHARE * len(text))

    def add_rows(self, rows: Iterable[Block]) -> None:
        self.close_block()
        for row in rows:
            self.blocks.append(row)
            self.links.append(False)

    def _block(self, text: str) -> Block:
        if self._headings:
            return Block(BlockKind.HEADING, text, level=self._headings[-1])
        if self._code:
            return Block(BlockKind.CODE, text)
        if self._item_depths:
            return Block(BlockKind.LIST_ITEM, text, level=self._item_depths[-1])
        bullet = _BULLET.match(text)
        if bullet:
            return Block(BlockKind.LIST_ITEM, text[bullet.end() :], level=1)
        return Block(BlockKind.PARAGRAPH, text)


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """Return the blocks of a tree, without its silent elements (scripts, pictures)."""
    return tuple(_walked(root).blocks)


def linked_blocks_of(root: HtmlElement) -> tuple[tuple[Block, bool], ...]:
    """Return the blocks of a tree, each with whether it is hardly more than links.

    Only links that stay on the site count: a menu has them, while the names in a list
    of subprocessors lead to the sites of others.
    """
    writer = _walked(root)
    return tuple(zip(writer.blocks, writer.links, strict=True))


def _walked(root: HtmlElement) -> _Writer:
    writer = _Writer()
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in {"comment", "pi"}:
            writer.add(element.tail)
            continue
        tag = str(element.tag)
        if event == "start":
            if tag in SILENT:
                walker.skip_subtree()
            elif tag == "table" and is_data_table(element):
                writer.add_rows(table_rows(element))
                walker.skip_subtree()
            else:
                if tag in _RUNS and (gap := _gap_before(element)):
                    writer.close_block() if gap == _NEW_BLOCK else writer.add(gap)
                writer.open(tag, is_menu_link=_stays_on_site(element))
                writer.add(element.text)
            continue
        if tag not in SILENT:
            writer.shut(tag)
        if element is not root:
            writer.add(element.tail)
    writer.close_block()
    return writer


def _stays_on_site(element: HtmlElement) -> bool:
    return element.tag == "a" and not element.get("href", "").startswith(("http:", "https:"))


def _gap_before(run: HtmlElement) -> str:
    """Return what a style sheet puts between two runs of text that touch in the source.

    Pages that are built by programs may have no other elements than spans: they follow
    one another without a space and are shown as paragraphs, or as words with a gap.
    """
    parent, before = run.getparent(), run.getprevious()
    if parent is None or before is None or before.tail or before.tag not in _RUNS:
        return ""
    text, text_before = "".join(run.itertext()), "".join(before.itertext())
    if not text[:1].strip() or not text_before[-1:].strip() or text[0].islower():
        return ""
    goes_on = bool(_INSIDE_WORD.search(f"{text_before.lstrip()[-12:]}\n{text[:12]}"))
    if parent.tag in _CONTAINERS and not (parent.text or "").strip():
        words = len(text.split()) + len(text_before.split())
        if words >= _WORDS_OF_TWO_PARAGRAPHS:
            return _NEW_BLOCK
        return "" if goes_on else " "
    closes = text_before[-1] in _CLOSING_MARKS and text[0].isalnum()
    return " " if closes and not goes_on else ""
