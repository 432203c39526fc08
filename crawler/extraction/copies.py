"""Parts of a page that stand on it twice: once for telephones and once for large screens.

A style sheet shows one of them. Read as one text, the page would say everything twice,
and a change made in both would look like two.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_PART_TAGS = frozenset({"div", "section", "main", "article", "ul", "ol", "table"})
_LEAST = 240  # characters without spaces: shorter parts may well be said twice on purpose
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
