"""Answers that are shown as pictures: a tick in a cell, a flag, the logo of a company.

Whoever reads aloud is told what a picture says, and so are we: by a label, a title or words
for screen readers. That is read only where nothing else is said in the same place, or
each decoration would become wording. A sign that everybody sees is a part of the answer
whatever it is called: the label of a tip beside a cross stays while the cross becomes a tick.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, reason_of_name
from crawler.extraction.looks import inside, is_icon, word_count
from crawler.extraction.phrases import phrases
from crawler.extraction.tables import is_data_table
from crawler.extraction.tags import SILENT
from crawler.extraction.wording import plain

_PLACES = ("td", "th", "dd", "dt", "li")
_CELLS = frozenset({"td", "th"})
_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})
_UNREAD = SILENT | {"noscript", "iframe"}
_CONTROLS = ("button", "input", "select", "textarea")
_PICTURES = frozenset({"img", "svg", "i", "span", "em", "b", "abbr", "figure", "div", "td", "th"})
_SVG_TITLE = etree.XPath("string(.//*[local-name() = 'title'][1])")
_SIGN_WORDS = 3  # what is kept from those who listen is a sign, or all of a text
_MOST_WORDS = 20
_SIGNS = "So"  # the category of ticks, crosses, circles and flags
_ANSWERING = frozenset({_SIGNS, "Sc", "Sm", "Pd"})  # prices and dashes answer, too
_PARTING = "|"  # though it is of their categories


def speak(root: HtmlElement) -> None:
    """Write into each cell or item without words what its pictures say."""
    tables: dict[HtmlElement, bool] = {}
    for place in _places(root):
        if len(place) and not _has_words(place) and _is_of_data(place, tables):
            said = _said(place)
            if said:
                del place[:]
                place.text = said


def join_signs(root: HtmlElement) -> None:
    """Put the sign that is all of a description behind what it answers."""
    for answer in root.iter("dd"):
        asked, sign = answer.getprevious(), plain("".join(answer.itertext()))
        if asked is not None and asked.tag == "dt" and _is_sign(sign):
            asked.append(asked.makeelement("span"))
            asked[-1].text = f" {sign}"
            answer.clear(keep_tail=True)


def _is_sign(text: str) -> bool:
    has_words = any(character.isalnum() for character in text)
    return not has_words and any(unicodedata.category(character) == _SIGNS for character in text)


def _places(root: HtmlElement) -> list[HtmlElement]:
    """Return the innermost cells and items, so that each part of a page is read in one."""
    by_role = (part for part in root.iterfind(".//*[@role]") if part.get("role") in _ROLES)
    places = dict.fromkeys((*root.iter(*_PLACES), *by_role))
    holders: set[HtmlElement] = set()
    for place in places:
        for holder in place.iterancestors():
            if holder in holders:
                break
            holders.add(holder)
    return [place for place in places if place not in holders]


def _is_of_data(place: HtmlElement, tables: dict[HtmlElement, bool]) -> bool:
    """Pictures in a table that lays out the page are decoration."""
    table = next(place.iterancestors("table"), None) if place.tag in _CELLS else None
    if table is None:
        return True
    if table not in tables:
        tables[table] = is_data_table(table)
    return tables[table]


def _has_words(place: HtmlElement) -> bool:
    return any(any(character.isalnum() for character in run) for run in _runs(place))


def _runs(place: HtmlElement, *, signs: bool = False) -> Iterator[str]:
    """Yield the runs of text of a place, those that are signs only where they are asked for."""
    walker = etree.iterwalk(place, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element is not place:
                yield element.tail or ""
        elif _is_unread(element) or (not signs and _is_shown_as_sign(element)):
            walker.skip_subtree()
        else:
            yield element.text or ""


def _is_unread(element: HtmlElement) -> bool:
    return element.tag in _UNREAD or _is_for_listeners(element)


def _is_for_listeners(element: HtmlElement) -> bool:
    return Reason.HIDDEN in map(reason_of_name, element.get("class", "").split())


def _is_shown_as_sign(element: HtmlElement) -> bool:
    """Tell a picture made of letters, and what is shown but not read aloud."""
    if element.get("role") == "img" or is_icon(element):
        return True
    return element.get("aria-hidden") == "true" and word_count(element) <= _SIGN_WORDS


def _said(place: HtmlElement) -> str:
    """Return what is said in a place without words of its own, "" where that is nothing."""
    in_list = place.tag == "li"
    sign = plain("".join(_runs(place, signs=True)))
    for found in (_words_for_listeners(place), _labels(place)):
        said = plain(
            " ".join(dict.fromkeys(text for part, text in found if _counts(part, in_list)))
        )
        if any(character.isalnum() for character in said) and len(said.split()) <= _MOST_WORDS:
            return f"{sign} {said}" if _adds_to(said, sign) else said
    return "" if in_list else sign


def _adds_to(label: str, sign: str) -> bool:
    """Tell whether a sign says anything that its label does not say in words."""
    if not any(map(_answers, sign)) or f" {sign} ".casefold() in f" {label} ".casefold():
        return False
    return not any(
        phrases(meaning).match(sign) and phrases(meaning).match(label)
        for meaning in ("signs_yes", "signs_no")
    )


def _answers(character: str) -> bool:
    if character.isalnum():
        return True
    return character != _PARTING and unicodedata.category(character) in _ANSWERING


def _counts(part: HtmlElement, in_list: bool) -> bool:  # noqa: FBT001 - one of two kinds of place
    """Controls do something; a picture in an item that is a link names where it leads."""
    if part.tag in _CONTROLS or inside(part, _CONTROLS):
        return False
    return not (in_list and inside(part, ("a",)))


def _words_for_listeners(place: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in place.iterdescendants():
        if isinstance(element.tag, str) and _is_for_listeners(element):
            yield element, plain("".join(element.itertext()))


def _labels(place: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    walker = etree.iterwalk(place, events=("start",))
    for _, element in walker:
        if element.get("aria-hidden") == "true" or element.get("role") in {"presentation", "none"}:
            walker.skip_subtree()
        elif label := _label(element):
            walker.skip_subtree()
            yield element, plain(label)


def _label(element: HtmlElement) -> str:
    if element.tag not in _PICTURES:
        return ""
    title = str(_SVG_TITLE(element)) if element.tag == "svg" else ""
    return element.get("aria-label") or element.get("alt") or title or element.get("title") or ""
