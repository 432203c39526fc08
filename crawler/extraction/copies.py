"""Parts of a page that stand on it twice: once for telephones and once for large screens.

A style sheet shows one of them. Read as one text, the page would say everything twice,
and a change made in both would look like two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.landmarks import common_ancestor
from crawler.extraction.looks import inside, word_count
from crawler.extraction.tags import HEADINGS

_PART_TAGS = frozenset({"div", "section", "main", "article", "ul", "ol", "table"})
_LEAST = 240  # characters without spaces: shorter parts may well be said twice on purpose
_LINES = (*HEADINGS, "p", "li", "td", "dd", "dt", "summary")
_LINE_WORDS = 6
_TWICE_WORDS = 80
_TITLES = (*HEADINGS, "button")
_MODULUS = (1 << 61) - 1

Print = tuple[int, int]


def second_copies(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the parts whose text stands in an earlier part of the page word for word."""
    prints = _prints(body)
    seen: dict[Print, HtmlElement] = {}
    for element in body.iter(*_PART_TAGS):
        own = prints[element]
        if own[1] < _LEAST:
            continue
        first = seen.setdefault(own, element)
        if first is element or first in element.iterancestors():
            continue
        if _text(first) == _text(element):
            yield element


def copy_for_other_screens(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the smaller of two parts that say the same but for their titles and buttons.

    Their lines stand on the page twice, all first ones in one part, all second ones in
    another. Terms for two regions may agree in most clauses: where a part says anything
    of its own, both are read.
    """
    lines: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for element in body.iter(*_LINES):
        text = " ".join("".join(element.itertext()).split())
        if text.count(" ") + 1 >= _LINE_WORDS:
            lines[text].append(element)
    pairs = [found for found in lines.values() if len(found) == 2]  # noqa: PLR2004 - a pair
    words = sum(word_count(first) for first, _ in pairs)
    if words < _TWICE_WORDS:
        return
    first, second = (common_ancestor([pair[place] for pair in pairs]) for place in (0, 1))
    if first is second or first in second.iterancestors() or second in first.iterancestors():
        return
    smaller, larger = sorted((second, first), key=word_count)
    if _said(smaller) <= _said(larger):
        yield smaller


def _said(part: HtmlElement) -> frozenset[str]:
    """Return the runs of text of a part, those of titles and buttons aside."""
    return frozenset(
        words
        for element in part.iter()
        if element.tag not in _TITLES and not inside(element, _TITLES)
        for run in (element.text, *(child.tail for child in element))
        if (words := " ".join((run or "").split()))
    )


def _prints(body: HtmlElement) -> dict[HtmlElement, Print]:
    """Return a hash and the length of the text of each part, made in one walk.

    The hash of two texts in a row follows from theirs, so that no text is read again for
    each of the parts that hold it.
    """
    prints: dict[HtmlElement, Print] = {}
    open_parts: list[Print] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            open_parts.append(_print_of(element.text))
            continue
        own = open_parts.pop()
        if element.tag in _PART_TAGS:
            prints[element] = own
        if open_parts:
            open_parts[-1] = _joined(_joined(open_parts[-1], own), _print_of(element.tail))
    return prints


def _print_of(text: str | None) -> Print:
    squeezed = "".join((text or "").split()).encode()
    return int.from_bytes(squeezed) % _MODULUS, len(squeezed)


def _joined(first: Print, second: Print) -> Print:
    if not second[1]:
        return first
    shifted = first[0] * pow(256, second[1], _MODULUS)
    return (shifted + second[0]) % _MODULUS, first[1] + second[1]


def _text(element: HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())
