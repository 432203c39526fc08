"""Marks in a text that lead to another place: numbers of footnotes, signs beside titles."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.looks import inside
from crawler.extraction.tags import INLINE

_FOOTNOTE_MARK = re.compile(
    r"\d{1,2}|[\[(]\d{1,3}[\])]|[\[(]?(?:[a-z]|[ivx]{2,4}|[*†‡§]{1,3})[\])]?"
)
_PLACE_MARKS = frozenset("#¶§🔗")
_CELLS = ("td", "th")


def is_mark(element: HtmlElement) -> bool:
    """Tell a mark that is no wording: a sign beside a title, a number that touches a word.

    In a table the note that limits an answer is a part of the answer.
    """
    if element.tag == "a" and "#" in element.get("href", ""):
        text = "".join(element.itertext()).strip()
        if text in _PLACE_MARKS:
            return True
    return is_footnote_mark(element) and _touches_text(element) and not inside(element, _CELLS)


def is_footnote_mark(element: HtmlElement) -> bool:
    """Tell a raised number or sign that links to a footnote.

    A raised number that is no link is a power or an ordinal.
    """
    other = {"sup": "a", "a": "sup"}.get(str(element.tag))
    if other is None or len(element) != 1 or element[0].tag != other:
        return False
    target = element.get("href") or element[0].get("href") or ""
    return "#" in target and bool(_FOOTNOTE_MARK.fullmatch("".join(element.itertext()).strip()))


def _touches_text(mark: HtmlElement) -> bool:
    """Tell whether a mark follows a word or a stop at once, or stands before a whole note.

    "Kept for (raised) 30 days" has a space before the number: it is what the sentence says.
    """
    before = _text_before(mark)
    if before:
        return not before[-1].isspace()
    return not (mark.tail or "").lstrip()[:1].islower()


def _text_before(mark: HtmlElement) -> str:
    """Return the run of text right before a mark, "" at the start of a paragraph."""
    while True:
        before, parent = mark.getprevious(), mark.getparent()
        if before is not None:
            return before.tail or _last_run(before)
        if parent is None or parent.text or parent.tag not in INLINE:
            return "" if parent is None else parent.text or ""
        mark = parent


def _last_run(element: HtmlElement) -> str:
    while len(element):
        element = element[-1]
        if element.tail:
            return element.tail
    return element.text or ""
