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
from crawler.extraction.phrases import beginnings
from crawler.extraction.tags import HEADINGS
from crawler.extraction.wording import plain

_NAMING_ATTRIBUTES = ("id", "data-testid", "data-test-id", "data-component", "aria-label")
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
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_CALLOUT = re.compile(r"note|callout|admonition|hint|tip|warn|caution|info|alert|important|notice")
# What marks text that is folded away and can be opened by the reader.
_FOLDED = re.compile(
    r"accordion|collaps|expand|faq|answer|panel|disclosure|details|toggle|tab-?(?:pane|content)"
    r"|drop-?down-?(?:content|body)|question"
)
_FOLD_ROLES = frozenset({"region", "tabpanel", "group"})
_ICON_FONT = re.compile(r"(?:^|\s)(?:material-(?:icons|symbols)[\w-]*|fa[srbl]?|glyphicon)(?:\s|$)")
_ACTION_WORDS = 5
_LANDMARK_TAGS = frozenset({"nav", "header", "footer"})
_TITLELESS_TAGS = frozenset({"nav", "footer"})
# A part that holds this share of all words is the text, whatever it is called; a page may
# have more navigation than text, though, where its own landmarks say so.
_TOO_MUCH = 0.5
_TOO_MUCH_OF_A_LANDMARK = 0.95
_FORM_WORDS = 60
_LINKED = 0.5


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part of the page that was left out, and why."""

    text: str
    reason: str


# What a part has to look like for its name to be believed: the most words it may hold,
# and the least share of them in links. "feedback" may be a clause of the terms.
_LOOKS: dict[Reason, tuple[int, float]] = {
    Reason.NAVIGATION: (2000, 0.3),
    Reason.CONSENT: (1000, 0.0),
    Reason.CHAT: (200, 0.0),
    Reason.SHARE: (40, 0.0),
    Reason.RELATED: (1000, 0.4),
    Reason.FEEDBACK: (60, 0.0),
    Reason.WIDGET: (120, 0.0),
    Reason.HIDDEN: (200, 0.0),
    Reason.LINKS: (3000, 0.6),
}
_FEW_WORDS = 12
# What holds running text is no part of its own.
_TEXT_TAGS = frozenset({*HEADINGS, "p", "li", "td", "th", "dd", "dt", "blockquote", "pre", "code"})


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
        names = element.get("class", "").split()
        if element.tag in _PART_TAGS:
            # The id of a heading or a paragraph is the place that links lead to.
            names += [value for key in _NAMING_ATTRIBUTES if (value := element.get(key))]
        for name in names:
            reason = reason_of_name(name)
            if reason and (is_consent_platform(name) or bears_out(element, reason)):
                return reason
        return None

    def _reason_of_structure(self, element: HtmlElement, tag: str) -> Reason | None:
        if tag in {"header", "footer"}:
            outside = not _inside(element, _CONTENT_ANCESTORS)
            return Reason.NAVIGATION if outside or link_share(element) > _LINKED else None
        if tag == "aside" or element.get("role") == "complementary":
            return None if self._is_callout(element) else Reason.RELATED
        if tag == "form" and word_count(element) < _FORM_WORDS:
            return Reason.FORM
        if tag == "button" or element.get("role") == "button":
            return Reason.WIDGET if _is_action(element) else None
        if element.get("role") == "img" or (
            tag == "i" and _ICON_FONT.search(element.get("class", ""))
        ):
            return Reason.HIDDEN
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
        return _inside(element, ("main", "article")) and link_share(element) < _LINKED

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
            and link_share(element) < _LINKED
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


def word_count(element: HtmlElement) -> int:
    """Return how many words an element holds, hidden ones included."""
    return len(" ".join(element.itertext()).split())


def link_share(element: HtmlElement) -> float:
    """Return the share of an element's words that stand in links, 0 to 1."""
    words = word_count(element)
    return sum(word_count(link) for link in element.iter("a")) / words if words else 0.0


def bears_out(element: HtmlElement, reason: Reason) -> bool:
    """Tell whether a part looks like what its name says it is."""
    if element.tag in _TEXT_TAGS and reason not in {Reason.HIDDEN, Reason.SHARE}:
        return False
    most_words, least_links = _LOOKS[reason]
    words = word_count(element)
    if words > most_words:
        return False
    if not least_links or (words <= _FEW_WORDS and reason is not Reason.LINKS):
        return True
    return link_share(element) >= least_links


def emptied(element: HtmlElement, reason: str) -> Dropped:
    """Empty the element in its tree; return what it held."""
    text = plain(" ".join(element.itertext()))
    element.clear(keep_tail=True)
    return Dropped(text, reason)


def _inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _is_icon(element: HtmlElement) -> bool:
    """Icon fonts write the names of their pictures as text."""
    return element.tag in {"i", "span"} and bool(_ICON_FONT.search(element.get("class", "")))


def _is_action(button: HtmlElement) -> bool:
    """Tell a button that does something from one that holds text: a question, a card."""
    text = plain(" ".join(button.itertext()))
    if button.get("aria-haspopup") or not text:
        return True
    return len(text.split()) <= _ACTION_WORDS and bool(beginnings("actions").match(text))
