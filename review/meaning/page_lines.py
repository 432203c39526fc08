"""Lines that stand on pages of every kind: labels, menus, choices of a language, notices.

Each is told by its words alone; `noise` knows where on the page a line stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import filterfalse

from domain.document import Block, BlockKind
from review.meaning.edits import is_decisive
from review.words.page_words import (
    BANNER,
    COOKIE_NOTICE,
    ICONS,
    LANGUAGE_MARKS,
    LANGUAGES,
    NAMES_IN_MENUS,
    NAVIGATION,
    OTHER_PAGES,
    TREATS_DATA,
    WIDGETS,
)
from review.words.regions import is_flag, regions
from review.words.wording import clean, keys

# In clean text, whose spaces are single.
SEPARATOR = re.compile(r" [·»\u203a/\u2013-] | \| ?|\| ?")
_IN_A_CHOICE = re.compile(r"[/,()|:\u2013-]+")
SHORT = 6  # words of an entry in a menu or a breadcrumb
_ENTRY = 48  # characters of one
MENU_ENTRIES = 3
MENU_SHARE = 0.3
_KNOWN_LINKS = 2
_STATEMENT = 3  # words from which an entry can be one
_LONGEST_ENTRY = 3  # words of an entry that every page has
_COVERED = 0.6  # share of a line's words that such entries are


def is_language_choice(words: Sequence[str]) -> bool:
    """Tell whether words only name languages, as in "Version française"."""
    named = len(words) > 1 and all(map(is_flag, words))
    for word in filterfalse(is_flag, words):
        parts = [part for part in _IN_A_CHOICE.split(word.lower()) if part]
        if not LANGUAGES.issuperset(parts):
            return False
        named = named or not LANGUAGE_MARKS.isdisjoint(parts)
    return named


def is_label_of_page(text: str) -> bool:
    """Tell whether a folded line is a button, an icon, a widget or a note of the page."""
    if text.endswith(")"):
        text = _COUNT.sub("", text)
    return text in ICONS or bool(WIDGETS.fullmatch(text.rstrip("?!. ")))


_COUNT = re.compile(r"\s*\(\d[\d.,]*\+?\)$")  # "Cart (2)"


def leads_elsewhere(block: Block) -> bool:
    """Tell whether a line only links to other pages, or to the next and the one before."""
    if not OTHER_PAGES.fullmatch(clean(block.text)):
        return False
    return not (treats_data(block) or _names_facts(block))


def _names_facts(block: Block) -> bool:
    """Tell whether a line has a number, a place or a word that turns a statement."""
    said = keys(block.text)
    digits = any(map(str.isdigit, block.text))
    return digits or bool(regions(said)) or is_decisive(said)


def is_way_here(block: Block) -> bool:
    """Tell whether a line names the pages above this one: "Docs > Product > Deployment"."""
    steps = _STEP.split(clean(block.text))
    if len(steps) < _STEPS or treats_data(block) or _names_facts(block):
        return False
    return all(step[:1].isupper() and len(step.split()) <= SHORT for step in steps)


_STEP = re.compile(r" ?[>\u203a»] ?")
_STEPS = 3


def is_line_of_links(block: Block) -> bool:
    """Tell whether a block is a menu on one line: short entries, some of every page's."""
    text = _OWNER.sub("", clean(block.text))
    is_sentence = text.endswith((".", "!", "?", ":", ";"))
    if is_sentence and not SEPARATOR.search(text):
        return False  # as most blocks are
    parts = [folded_line(part) for part in SEPARATOR.split(text) if part.strip()]
    entries = [_COUNT.sub("", part) for part in parts]
    if NAMES_IN_MENUS.issuperset(entries) or any(map(_states_a_term, entries)):
        return False
    if len(entries) > 1 and all(map(_is_of_every_page, entries)):
        return True
    if len(entries) < MENU_ENTRIES:
        return not is_sentence and _is_run_of_entries(folded_line(text))
    if any(len(entry.split()) > SHORT for entry in entries):
        return False
    known = sum(map(_is_of_every_page, entries))
    return known >= _KNOWN_LINKS and known >= MENU_SHARE * len(entries)


_OWNER = re.compile(
    r"[\s·|]*(?:©|\(c\)) ?(?:19|20)\d\d[^.!?]{0,60}\.?(?: all rights reserved\.?)?$", re.IGNORECASE
)
"""Whose page it is, at the end of such a line."""


def _states_a_term(entry: str) -> bool:
    """Tell whether an entry is a statement: "notes are sold"."""
    return len(entry.split()) >= _STATEMENT and bool(TREATS_DATA.search(entry))


def _is_of_every_page(entry: str) -> bool:
    return entry in NAVIGATION or is_label_of_page(entry)


def _is_run_of_entries(text: str) -> bool:
    """Tell whether a line is mostly entries of menus that nothing parts: "Pricing Log in"."""
    words_left = text.split()
    entries = covered = place = 0
    while place < len(words_left):
        longest = _LONGEST_ENTRY if words_left[place] in _FIRST_WORDS else 0
        for size in range(min(longest, len(words_left) - place), 0, -1):
            if " ".join(words_left[place : place + size]) in NAVIGATION:
                entries, covered, place = entries + 1, covered + size, place + size
                break
        else:
            place += 1
    return entries >= MENU_ENTRIES and covered >= _COVERED * len(words_left)


_FIRST_WORDS = frozenset(entry.partition(" ")[0] for entry in NAVIGATION)


def is_banner(block: Block) -> bool:
    """Tell whether a line advertises another page, as on top of one."""
    return bool(BANNER.fullmatch(block.text.strip())) and not treats_data(block)


def is_cookie_notice(block: Block) -> bool:
    """Tell whether a text begins like a consent dialog."""
    return bool(COOKIE_NOTICE.match(clean(block.text))) and not treats_data(block)


def treats_data(block: Block) -> bool:
    """Tell whether a line says what becomes of data, and so states a term."""
    return bool(TREATS_DATA.search(clean(block.text)))


def is_entry(block: Block) -> bool:
    """Tell whether a block is short enough, and stops like, an entry of a menu."""
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.CODE):
        return False
    text = block.text.rstrip()
    short = len(text) <= _ENTRY and text.count(" ") < SHORT
    return short and not text.endswith((".", ":", ";"))


def folded_line(text: str) -> str:
    """Return a text set alike and in lower case."""
    return clean(text).lower().strip()
