"""Under which titles each element of a page stands."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.tags import HEADINGS

# Titles of what stands beside them in the same element, whatever headings say.
_LABELS = frozenset({"summary", "dt", "legend", "caption"})
_BOLD_WORDS = 12

Titles = tuple[HtmlElement, ...]


class Outline:
    """The titles above each element of a page: the nearest one, and those that it is under."""

    def __init__(self, body: HtmlElement) -> None:
        self._above: dict[HtmlElement, Titles] = {}
        titles: Titles = ()
        for event, element in etree.iterwalk(body, events=("start", "end")):
            if event == "start":
                self._above[element] = titles
                titles = _with(titles, element)
            elif any(_labels_in(element, title) for title in titles):
                titles = tuple(title for title in titles if not _labels_in(element, title))

    def titles_of(self, element: HtmlElement) -> tuple[str, ...]:
        """Return what stands above an element, from the widest title to the nearest."""
        return tuple(map(_text, self._above[element]))

    def is_same_place(self, first: HtmlElement, second: HtmlElement) -> bool:
        """Tell whether two parts stand under the same titles.

        The titles within the first are none of the second's, though they stand before it.
        They may have ended a title above the first that would still be the second's.
        """
        above = self._above[second]
        own = [title for title in above if first not in title.iterancestors()]
        theirs = self.titles_of(first)
        if len(own) < len(above):
            theirs = theirs[: len(own)]
        return tuple(map(_text, own)) == theirs


def _with(titles: Titles, element: HtmlElement) -> Titles:
    """Add a title, in the place of those that it ends."""
    level = HEADINGS.get(str(element.tag))
    if level is not None:
        return (*(t for t in titles if HEADINGS.get(str(t.tag), 0) < level), element)
    if element.tag in _LABELS or _is_bold_line(element):
        parent = element.getparent()
        return (*(t for t in titles if t.tag in HEADINGS or t.getparent() is not parent), element)
    return titles


def _labels_in(element: HtmlElement, title: HtmlElement) -> bool:
    return title.tag not in HEADINGS and title.getparent() is element


def _is_bold_line(element: HtmlElement) -> bool:
    """Tell a line set in bold, which is a heading but for its tag."""
    if (
        element.tag not in {"p", "div"}
        or len(element) != 1
        or element[0].tag not in {"b", "strong"}
    ):
        return False
    around = f"{element.text or ''}{element[0].tail or ''}"
    return not around.strip() and len(_text(element).split()) <= _BOLD_WORDS


def _text(title: HtmlElement) -> str:
    return " ".join(" ".join(title.itertext()).split())
