"""The parts of a page around its text: found, named and emptied.

An element is emptied, not removed: what stood before and after it stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, is_consent_platform, reason_of_name
from crawler.extraction.wording import plain

_NAMING_ATTRIBUTES = ("id", "data-testid", "data-test-id", "data-component")
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
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_CALLOUT = re.compile(r"note|callout|admonition|hint|tip|warn|caution|info|alert|important|notice")
# What marks text that is folded away and can be opened by the reader.
_FOLDED = re.compile(
    r"accordion|collaps|expand|faq|answer|panel|disclosure|details|toggle|tab-?(?:pane|content)"
    r"|drop-?down-?(?:content|body)|question"
)
_FOLD_ROLES = frozenset({"region", "tabpanel", "group"})
# A part that holds this share of all words is the text, whatever it is called.
_TOO_MUCH = 0.5
_FORM_WORDS = 60
_CALLOUT_LINK_SHARE = 0.5


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
        self._controlled = {
            target
            for element in body.iter("*")
            if (target := element.get("aria-controls") or element.get("data-target"))
        }

    def parts(self) -> Iterator[tuple[HtmlElement, Reason]]:
        """Yield the outermost elements that are not text, in reading order."""
        walker = etree.iterwalk(self._body, events=("start",))
        for _, element in walker:
            if element is self._body:
                continue
            reason = self._reason(element)
            if reason is not None and self._may_go(element, reason):
                walker.skip_subtree()
                yield element, reason

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

    def _reason_of_names(self, element: HtmlElement) -> Reason | None:
        for attribute in _NAMING_ATTRIBUTES:
            name = element.get(attribute)
            if name and (reason := reason_of_name(name)):
                return reason
        for name in element.get("class", "").split():
            if reason := reason_of_name(name):
                return reason
        label = element.get("aria-label", "").lower()
        if label in {"breadcrumb", "breadcrumbs", "pagination", "table of contents"}:
            return Reason.NAVIGATION
        return None

    def _reason_of_structure(self, element: HtmlElement, tag: str) -> Reason | None:
        if tag in {"header", "footer"} and not _inside(element, _CONTENT_ANCESTORS):
            return Reason.NAVIGATION
        if tag == "footer":
            return Reason.LINKS if link_share(element) > _CALLOUT_LINK_SHARE else None
        if tag == "aside" or element.get("role") == "complementary":
            return None if self._is_callout(element) else Reason.RELATED
        if tag == "form" and word_count(element) < _FORM_WORDS:
            return Reason.FORM
        if tag == "button" or element.get("role") == "button":
            return None if _is_fold_button(element) else Reason.WIDGET
        return None

    def _reason_of_hiding(self, element: HtmlElement) -> Reason | None:
        hidden = element.get("hidden")
        unseen = (
            (hidden is not None and hidden != "until-found")
            or element.get("aria-hidden") == "true"
            or bool(_UNSEEN.search(element.get("style", "")))
        )
        return Reason.HIDDEN if unseen and not self._is_folded(element) else None

    def _is_folded(self, element: HtmlElement) -> bool:
        """Answers of an FAQ are hidden until they are opened; they are text all the same."""
        identifier = element.get("id", "")
        if identifier and {identifier, f"#{identifier}"} & self._controlled:
            return True
        if element.get("role") in _FOLD_ROLES or element.get("aria-labelledby"):
            return True
        if element.get("data-state") == "closed" or _inside(element, ("details",)):
            return True
        parent = element.getparent()
        names = " ".join((element.get("class", ""), identifier))
        if parent is not None:
            names += " " + parent.get("class", "")
        return bool(_FOLDED.search(names.lower()))

    def _is_callout(self, element: HtmlElement) -> bool:
        if _CALLOUT.search(f"{element.get('class', '')} {element.get('aria-label', '')}".lower()):
            return True
        return _inside(element, ("main", "article")) and link_share(element) < _CALLOUT_LINK_SHARE

    def _may_go(self, element: HtmlElement, reason: Reason) -> bool:
        """Hold back from emptying the text itself because of a name or a role."""
        names = (element.get("id", ""), *element.get("class", "").split())
        if reason is Reason.CONSENT and any(is_consent_platform(name) for name in names if name):
            return True
        if element.find(".//main") is not None or element.find(".//article//h1") is not None:
            return False
        if reason in {Reason.HIDDEN, Reason.LINKS}:
            return reason is Reason.LINKS or word_count(element) < _TOO_MUCH * self._words
        holds_title = element.find(".//h1") is not None and element.tag not in {"nav", "dialog"}
        if holds_title and link_share(element) < _CALLOUT_LINK_SHARE:
            return False
        return word_count(element) < _TOO_MUCH * self._words


def word_count(element: HtmlElement) -> int:
    """Return how many words an element holds, hidden ones included."""
    return len(" ".join(element.itertext()).split())


def link_share(element: HtmlElement) -> float:
    """Return the share of an element's words that stand in links, 0 to 1."""
    words = word_count(element)
    return sum(word_count(link) for link in element.iter("a")) / words if words else 0.0


def emptied(element: HtmlElement, reason: str) -> Dropped:
    """Empty the element in its tree; return what it held."""
    text = plain(" ".join(element.itertext()))
    element.clear(keep_tail=True)
    return Dropped(text, reason)


def _inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_fold_button(element: HtmlElement) -> bool:
    """A question that opens its answer is a button, and so may a heading be."""
    if element.get("aria-expanded") is not None or element.get("aria-controls"):
        return not element.get("aria-haspopup")
    if _FOLDED.search(f"{element.get('class', '')} {element.get('id', '')}".lower()):
        return True
    if _inside(element, ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt")):
        return element.getparent() is not None and not "".join(
            sibling for sibling in _texts_beside(element)
        )
    return element.find("h2") is not None or element.find("h3") is not None


def _texts_beside(element: HtmlElement) -> Iterator[str]:
    parent = element.getparent()
    if parent is None:
        return
    yield (parent.text or "").strip()
    for child in parent:
        if child is not element:
            yield " ".join(child.itertext()).strip()
        yield (child.tail or "").strip()
