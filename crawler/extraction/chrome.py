"""The parts of a page around its text: found, named and emptied.

An element is emptied, not removed: what stood before and after it stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, is_consent_platform, reason_of_name
from crawler.extraction.discussions import discussions
from crawler.extraction.footnotes import beside, footnotes
from crawler.extraction.looks import (
    LINKED,
    bears_out,
    inside,
    is_action,
    is_callout,
    is_filled_in,
    is_folded,
    is_icon,
    is_unseen,
    leads_away,
    link_share,
    word_count,
)
from crawler.extraction.marks import is_mark
from crawler.extraction.wording import plain

_NAMING_ATTRIBUTES = (
    "id",
    "data-testid",
    "data-test-id",
    "data-component",
    "data-framer-name",
    "aria-label",
)
_PART_TAGS = frozenset({"div", "section", "aside", "ul", "ol", "nav", "form", "header", "footer"})
_REASON_OF_ROLE = {
    "navigation": Reason.NAVIGATION,
    "banner": Reason.NAVIGATION,
    "contentinfo": Reason.NAVIGATION,
    "menu": Reason.NAVIGATION,
    "menubar": Reason.NAVIGATION,
    "toolbar": Reason.NAVIGATION,
    "search": Reason.WIDGET,
    "dialog": Reason.WIDGET,
    "alertdialog": Reason.WIDGET,
    "tooltip": Reason.WIDGET,
    "status": Reason.WIDGET,
    "log": Reason.WIDGET,
    "progressbar": Reason.WIDGET,
    "combobox": Reason.WIDGET,
    "listbox": Reason.WIDGET,
    "switch": Reason.WIDGET,
}
_REASON_OF_TAG = {
    "nav": Reason.NAVIGATION,
    "dialog": Reason.WIDGET,
    "select": Reason.WIDGET,
    "search": Reason.WIDGET,
}
_CONTENT_ANCESTORS = ("main", "article", "section")
_LANDMARK_TAGS = frozenset({"nav", "header", "footer"})
_MAY_HOLD_FOOTNOTES = frozenset({Reason.NAVIGATION, Reason.RELATED})
_TITLELESS_TAGS = frozenset({"nav", "footer"})
# A part that holds this share of all words is the text, whatever it is called; a page may
# have more navigation than text, though, where its own landmarks say so.
_TOO_MUCH = 0.5
_TOO_MUCH_OF_A_LANDMARK = 0.95
_FORM_WORDS = 60
# How a button names what it opens.
_TARGETS = ("aria-controls", "data-target", "data-bs-target")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the page that was left out, and why."""

    text: str
    reason: str


class Chrome:
    """Finds the parts of one page's body that are not its text."""

    def __init__(self, body: HtmlElement) -> None:
        self._body = body
        self._words = max(word_count(body), 1)
        self._controlled = frozenset(
            target.lstrip("#")
            for element in body.iter("*")
            for attribute in _TARGETS
            for target in element.get(attribute, "").split()
        )

    def parts(self) -> Iterator[tuple[HtmlElement, Reason]]:
        """Yield the outermost elements that are not text, in reading order."""
        walker = etree.iterwalk(self._body, events=("start",))
        for _, element in walker:
            if element is self._body:
                continue
            reason = self._reason(element)
            if reason is not None and self._may_go(element, reason):
                walker.skip_subtree()
                kept = footnotes(element) if reason in _MAY_HOLD_FOOTNOTES else []
                yield from ((part, reason) for part in _without(element, kept))

    def _reason(self, element: HtmlElement) -> Reason | None:
        tag = str(element.tag)
        if tag in {"main", "h1", "td", "th", "tr", "tbody"}:
            return None
        return (
            self._reason_of_names(element)
            or _REASON_OF_TAG.get(tag)
            or _REASON_OF_ROLE.get(element.get("role", ""))
            or self._reason_of_structure(element, tag)
            or self._reason_of_hiding(element)
        )

    @cached_property
    def _discussions(self) -> frozenset[HtmlElement]:
        return discussions(self._body)

    def _reason_of_names(self, element: HtmlElement) -> Reason | None:
        for name in names_of(element):
            reason = reason_of_name(name)
            if reason is Reason.COMMENTS and element not in self._discussions:
                continue
            if reason and (is_consent_platform(name) or bears_out(element, reason)):
                return reason
        return None

    def _reason_of_structure(self, element: HtmlElement, tag: str) -> Reason | None:
        if tag in {"header", "footer"}:
            outside = not inside(element, _CONTENT_ANCESTORS)
            return Reason.NAVIGATION if outside or link_share(element) > LINKED else None
        if tag == "aside" or element.get("role") == "complementary":
            return None if is_callout(element) else Reason.RELATED
        if tag == "form" and word_count(element) < _FORM_WORDS and is_filled_in(element):
            return Reason.FORM
        if tag == "button" or element.get("role") == "button":
            return Reason.WIDGET if is_action(element) else None
        return self._reason_of_mark(element)

    @staticmethod
    def _reason_of_mark(element: HtmlElement) -> Reason | None:
        if element.get("role") == "tablist":
            return Reason.NAVIGATION if leads_away(element) else None
        if element.get("role") == "img" or is_icon(element):
            return Reason.HIDDEN
        return Reason.NAVIGATION if is_mark(element) else None

    def _reason_of_hiding(self, element: HtmlElement) -> Reason | None:
        if is_unseen(element) and not is_folded(element, self._controlled):
            return Reason.HIDDEN
        return None

    def _may_go(self, element: HtmlElement, reason: Reason) -> bool:
        """Hold back from emptying the text itself because of a name or a role."""
        names = (element.get("id", ""), *element.get("class", "").split())
        if reason is Reason.CONSENT and any(is_consent_platform(name) for name in names if name):
            return True
        if element.find(".//main") is not None or element.find(".//article//h1") is not None:
            return False
        is_landmark = element.tag in _LANDMARK_TAGS
        if (
            element.tag not in _TITLELESS_TAGS
            and element.find(".//h1") is not None
            and link_share(element) < LINKED
        ):
            return False
        words = word_count(element)
        return words < _TOO_MUCH * self._words or (
            is_landmark
            and words < _TOO_MUCH_OF_A_LANDMARK * self._words
            and self._has_main(element)
        )

    def _has_main(self, beside: HtmlElement) -> bool:
        """Tell whether a title or a main part stands elsewhere on the page."""
        return any(
            beside not in (title, *title.iterancestors()) for title in self._body.iter("h1", "main")
        )


def _without(element: HtmlElement, kept: list[HtmlElement]) -> Iterable[HtmlElement]:
    return beside(element, kept) if kept else (element,)


def names_of(element: HtmlElement) -> list[str]:
    """Return what a page calls one of its parts: classes, an id, names for tests."""
    names: list[str] = element.get("class", "").split()
    if element.tag in _PART_TAGS:
        # The id of a heading or a paragraph is the place that links lead to.
        names += [value for key in _NAMING_ATTRIBUTES if (value := element.get(key))]
    return names


def emptied(element: HtmlElement, reason: str) -> Dropped:
    """Empty the element in its tree; return what it held."""
    text = plain(" ".join(element.itertext()))
    element.clear(keep_tail=True)
    return Dropped(text, reason)
