"""Parts of a page told by what they say, for pages whose names and roles tell nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason
from crawler.extraction.looks import link_share, word_count
from crawler.extraction.phrases import anywhere, phrases
from crawler.extraction.wording import plain

_MAX_BUTTON_WORDS = 6
_MAX_DIALOG_WORDS = 600
_MAX_BANNER_WORDS = 60
_SHARE = 0.02  # of the words of a dialog that speak of cookies
_FEW_WORDS = 12
_TEXT_TAGS = frozenset({"main", "body", "article"})
_MAX_CHAT_WORDS = 150
_LINE_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "label", "strong", "b")
_MAX_LINE = 120  # characters
_LINK_LIST_SHARE = 0.85
_LEAST_LINKS = 3
_TURNER_WORDS = 15


def consent_dialogs(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what asks for consent to cookies: buttons that accept or refuse, and their text.

    From the first such button outwards, as long as the part stays small and its words
    are about cookies. One button alone may stand in any text ("Accept" in a contract),
    unless all that stands beside it is what a banner says.
    """
    buttons = [element for element in body.iter("button", "a", "div", "span") if _consents(element)]
    choices = Counter(holder for button in buttons for holder in button.iterancestors())
    found: set[HtmlElement] = set()
    for button in buttons:
        if not found.intersection(button.iterancestors()):
            dialog = _dialog_around(button, body, choices)
            if dialog is not None:
                found.add(dialog)
    yield from (d for d in found if not found.intersection(d.iterancestors()))


def _consents(element: HtmlElement) -> bool:
    if element.tag in {"div", "span"} and element.get("role") != "button":
        return False
    if next(element.iterdescendants("button", "a", "p", "li"), None) is not None:
        return False
    text = plain("".join(element.itertext()))
    return len(text.split()) <= _MAX_BUTTON_WORDS and bool(phrases("consent_buttons").match(text))


def _dialog_around(
    button: HtmlElement, body: HtmlElement, choices: Counter[HtmlElement]
) -> HtmlElement | None:
    dialog: HtmlElement | None = None
    words, about = 0, 0
    for element in button.iterancestors():
        if element is body or element.tag in _TEXT_TAGS or _holds_text(element):
            break
        text = " ".join(element.itertext())
        all_words, all_about = len(text.split()), len(anywhere("consent_words").findall(text))
        if all_words > _MAX_DIALOG_WORDS:
            break
        more_words, more_about = all_words - words, all_about - about
        if dialog is not None and more_words > _FEW_WORDS and more_about < _SHARE * more_words:
            break  # what comes next is about something else
        is_asked = choices[element] > 1 or _is_banner(text, button)
        if all_about and all_about >= _SHARE * all_words and is_asked:
            dialog, words, about = element, all_words, all_about
    return dialog


def _is_banner(text: str, button: HtmlElement) -> bool:
    """Tell whether a text is a notice of two or three lines above its one button."""
    pressed = button.tag == "button" or button.get("role") == "button"
    short = len(text.split()) <= _MAX_BANNER_WORDS
    return pressed and short and bool(anywhere("consent_banners").search(plain(text)))


def chat_widgets(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield assistants beside the text: a field for questions or two of their phrases."""
    found: set[HtmlElement] = set()
    for start in (*body.iter("textarea"), *_with_text(body, phrases("chat_lines"))):
        widget: HtmlElement | None = None
        for element in start.iterancestors():
            if element is body or word_count(element) > _MAX_CHAT_WORDS or _holds_text(element):
                break
            widget = element
        if widget is not None and _is_chat(widget):
            found.add(widget)
    yield from (w for w in found if not found.intersection(w.iterancestors()))


def _is_chat(part: HtmlElement) -> bool:
    if next(part.iter("textarea"), None) is not None:
        return bool(anywhere("chat_words").search(" ".join(part.itertext())))
    lines = {
        plain("".join(element.itertext())) for element in _with_text(part, phrases("chat_lines"))
    }
    return len(lines) > 1


def _with_text(root: HtmlElement, pattern: re.Pattern[str]) -> list[HtmlElement]:
    """Return the elements whose own text is one line that matches the pattern."""
    return [
        element
        for element in root.iter(*_LINE_TAGS)
        if element.text and len(element.text) <= _MAX_LINE and pattern.match(plain(element.text))
    ]


def _holds_text(element: HtmlElement) -> bool:
    return next(element.iter("h1", "table", "main", "article"), None) is not None


def link_lists(body: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    """Yield tables of contents: lists that hold only links to places of the same page."""
    for candidate in body.iter("ul", "ol"):
        links = [link for link in candidate.iter("a") if link.get("href", "").startswith("#")]
        if len(links) >= _LEAST_LINKS and _words_of(links) >= _LINK_LIST_SHARE * word_count(
            candidate
        ):
            yield candidate, Reason.NAVIGATION


def sections_of_links(body: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    """Yield the parts under "Related articles" and the like, where they hold links only."""
    for heading in _with_text(body, phrases("link_headings")):
        part: HtmlElement | None = None
        for element in heading.iterancestors():
            if element is body or element.tag in {"main", "article", "body"}:
                break
            own = word_count(element) - word_count(heading)
            if own and link_share(element) * word_count(element) < _LINK_LIST_SHARE * own:
                break
            part = element
        if part is not None and next(part.iter("a"), None) is not None:
            yield part, Reason.RELATED
        else:
            yield from _list_after(heading)


def page_turners(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the links to the pages before and after: "Previous" or "Next" and a title."""
    for link in body.iter("a"):
        texts = [text for piece in link.itertext() if (text := plain(piece))]
        named = [text for text in (texts[:1] + texts[-1:]) if phrases("page_turners").match(text)]
        if len(texts) > 1 and named and word_count(link) <= _TURNER_WORDS:
            yield link


def _list_after(heading: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    while heading.getnext() is None and heading.tag not in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        parent = heading.getparent()
        if parent is None or len(parent) > 1:
            return
        heading = parent
    following = heading.getnext()
    if following is None or following.tag not in {"ul", "ol", "div", "nav"}:
        return
    if link_share(following) >= _LINK_LIST_SHARE:
        yield following, Reason.RELATED
        yield heading, Reason.RELATED


def _words_of(elements: list[HtmlElement]) -> int:
    return sum(word_count(element) for element in elements)
