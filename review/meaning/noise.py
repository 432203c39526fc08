"""What survives extraction and still is not the document's wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from domain.document import Block, BlockKind, Document
from review.words.page_words import (
    COOKIE_NOTICE,
    ICONS,
    LANGUAGES,
    NAVIGATION,
    RELATED,
    WIDGETS,
)
from review.words.regions import regions
from review.words.wording import clean, words

_SHORT = 6  # words of an entry in a menu or a breadcrumb
_ENTRY = 48  # characters of one
_LONGEST = 240  # characters of anything that can be noise
_TITLE = 12  # words of a title line
_ENTRY_OF_RELATED = 24
_REACH = 12  # blocks to each side that tell a menu from a list of the document
_MENU_SHARE = 0.3
_MENU_ENTRIES = 3
_CONTENTS_SHARE = 0.8
_KNOWN_LINKS = 2
_TOP = 3  # blocks from the top within which a title stands
_SEPARATOR = re.compile(r"\s+[|·»\u203a/\u2013-]\s+|\s*\|\s*")
_IN_A_CHOICE = re.compile(r"[/,()|\u2013-]+")
_DOCUMENT_NAME = re.compile(
    r"(?:[\w&-]+\s){0,4}(?:policy|policies|notice|terms|conditions|agreement|addendum|statement"
    r"|terms of (?:service|use)|datenschutzerklärung|datenschutzhinweise|nutzungsbedingungen|agb"
    r"|(?:politique|conditions)\s(?:[\w']+\s?){1,4})",
    re.IGNORECASE,
)


class Surroundings:
    """One version's blocks, asked whether a block belongs to the page around the text."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._title = document.title

    @cached_property
    def _names(self) -> frozenset[str]:
        """Headings and title in lower case."""
        headings = [b.text for b in self._blocks if b.kind is BlockKind.HEADING]
        return frozenset(_folded(text) for text in (*headings, self._title) if text)

    def noise(self, index: int, heading: str) -> str:
        """Return why the block is none of the document's wording, "" when it is."""
        block = self._blocks[index]
        if block.header:
            return "the head of a table"
        if block.kind in (BlockKind.TABLE_ROW, BlockKind.CODE):
            return ""
        if len(block.text) > _LONGEST:
            return ""
        text = _folded(block.text)
        size = len(text.split())
        rules = (
            ("a label of the page, not of the document", lambda: _is_label_of_page(text)),
            ("a choice of languages", lambda: is_language_choice(text.split())),
            ("the title line of the page", lambda: size <= _TITLE and self._is_title_line(index)),
            ("the title once more", lambda: self._repeats_the_title(index, text)),
            ("a consent dialog in front of the text", lambda: self._is_cookie_notice(index)),
            ("a line of links", lambda: _is_line_of_links(block)),
            ("an entry of the table of contents", lambda: self._in_contents(index, text)),
            (
                "an entry of a list of related pages",
                lambda: size <= _ENTRY_OF_RELATED and RELATED.fullmatch(heading.strip()),
            ),
            (
                "an entry of the page's navigation",
                lambda: size <= _SHORT and (self._in_menu(index) or self._is_breadcrumb(index)),
            ),
        )
        return next((why for why, applies in rules if applies()), "")

    def _is_title_line(self, index: int) -> bool:
        block = self._blocks[index]
        if index < self._first_heading and _folded(block.text) in self._names:
            return True
        parts = [_folded(part) for part in _SEPARATOR.split(clean(block.text)) if part]
        is_line = block.kind is not BlockKind.LIST_ITEM and len(parts) > 1
        return is_line and any(
            part in self._names or _DOCUMENT_NAME.fullmatch(part) for part in parts
        )

    def _repeats_the_title(self, index: int, text: str) -> bool:
        """Tell whether a heading says again what the headings right beside it say."""
        if self._blocks[index].kind is not BlockKind.HEADING:
            return False
        beside = self._blocks[max(0, index - 2) : index] + self._blocks[index + 1 : index + 3]
        return any(
            block.kind is BlockKind.HEADING and _folded(block.text) == text for block in beside
        ) or (index <= _TOP and text == _folded(self._title))

    def _is_cookie_notice(self, index: int) -> bool:
        is_above = index < self._first_heading
        return is_above and bool(COOKIE_NOTICE.match(clean(self._blocks[index].text)))

    def _is_breadcrumb(self, index: int) -> bool:
        """Tell whether a block stands among short entries above the first heading."""
        above = self._blocks[: index + 1]
        return (
            index < self._first_heading
            and index < _REACH
            and all(map(_is_entry, above))
            and not any(character.isdigit() for character in self._blocks[index].text)
            and not regions(words(self._blocks[index].text))
        )

    @cached_property
    def _first_heading(self) -> int:
        kinds = [block.kind for block in self._blocks]
        return kinds.index(BlockKind.HEADING) if BlockKind.HEADING in kinds else 0

    def stands_above_prose(self, index: int) -> bool:
        """Tell whether a short paragraph is a label of what follows it."""
        following = self._blocks[index + 1 : index + 2]
        return bool(following) and not _is_entry(following[0])

    def _in_menu(self, index: int) -> bool:
        """Tell whether short entries of a menu stand around a block."""
        run = self._run(index)
        entries = sum(text in NAVIGATION for text in run)
        return entries >= _MENU_ENTRIES and entries >= _MENU_SHARE * len(run)

    def _in_contents(self, index: int, text: str) -> bool:
        """Tell whether a block repeats a heading among others that do."""
        if text not in self._names:
            return False
        run = self._run(index)
        repeated = sum(text in self._names for text in run)
        return repeated > _MENU_ENTRIES and repeated >= _CONTENTS_SHARE * len(run)

    def _run(self, index: int) -> list[str]:
        """Return the short blocks around a block, and itself."""
        run = [_folded(self._blocks[index].text)]
        for step in (-1, 1):
            for place in range(index + step, index + step * (_REACH + 1), step):
                if not 0 <= place < len(self._blocks) or not _is_entry(self._blocks[place]):
                    break
                run.append(_folded(self._blocks[place].text))
        return run


def is_language_choice(words: Sequence[str]) -> bool:
    """Tell whether words only name languages, as in "Version française"."""
    parts = [part for word in words for part in _IN_A_CHOICE.split(word.lower()) if part]
    return bool(parts) and all(part in LANGUAGES for part in parts)


def _is_line_of_links(block: Block) -> bool:
    """Tell whether a block is a menu on one line: short entries, some of every page's."""
    entries = [_folded(part) for part in _SEPARATOR.split(clean(block.text)) if part.strip()]
    if len(entries) < _MENU_ENTRIES or any(len(entry.split()) > _SHORT for entry in entries):
        return False
    known = sum(entry in NAVIGATION for entry in entries)
    return known >= _KNOWN_LINKS and known >= _MENU_SHARE * len(entries)


def _is_label_of_page(text: str) -> bool:
    return text in ICONS or bool(WIDGETS.fullmatch(text.rstrip("?!. ")))


def _is_entry(block: Block) -> bool:
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.CODE):
        return False
    text = block.text.rstrip()
    short = len(text) <= _ENTRY and text.count(" ") < _SHORT
    return short and not text.endswith((".", ":", ";"))


def _folded(text: str) -> str:
    return clean(text).lower().strip()
