"""A page's body without the parts around its text, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlElement

from crawler.extraction.cards import cards_below
from crawler.extraction.chrome import Chrome, Dropped, emptied
from crawler.extraction.chrome_names import Reason
from crawler.extraction.chrome_text import (
    chat_widgets,
    consent_dialogs,
    link_lists,
    page_turners,
    sections_of_links,
)
from crawler.extraction.copies import copy_for_other_screens, second_copies, second_runs
from crawler.extraction.promotions import announcements, calls
from crawler.extraction.struck import struck_out


def selected(body: HtmlElement, selectors: Iterable[str]) -> list[HtmlElement]:
    """Return the outermost elements that any of the CSS selectors matches, in page order.

    A selector that is no CSS matches nothing; the watchlist is checked elsewhere.
    """
    matches: set[HtmlElement] = set()
    for selector in selectors:
        try:
            matches.update(CSSSelector(selector, translator="html")(body))
        except SelectorError:
            continue
    if not matches:
        return []
    return [
        element
        for element in body.iter("*")
        if element in matches and not matches.intersection(element.iterancestors())
    ]


def without(body: HtmlElement, selectors: Iterable[str]) -> list[Dropped]:
    """Empty what the CSS selectors match."""
    return [emptied(element, Reason.REMOVED) for element in selected(body, selectors)]


def without_struck(body: HtmlElement) -> list[Dropped]:
    """Empty what is struck out, wherever it stands."""
    return [emptied(element, Reason.STRUCK) for element in struck_out(body)]


def pruned(body: HtmlElement) -> list[Dropped]:
    """Empty everything around the text of a page; return it in the order of finding."""
    dropped: list[Dropped] = []
    for find in _FINDERS:
        found = dict(find(body))
        for element, reason in found.items():
            if not any(holder in found for holder in element.iterancestors()):
                dropped.append(emptied(element, reason))
    return [part for part in dropped if part.text]


_FINDERS: tuple[Callable[[HtmlElement], Iterable[tuple[HtmlElement, Reason]]], ...] = (
    # Before anything is measured against the whole.
    lambda body: ((element, Reason.COPY) for element in second_runs(body)),
    lambda body: ((element, Reason.COPY) for element in second_copies(body)),
    lambda body: ((element, Reason.COPY) for element in copy_for_other_screens(body)),
    # Before the buttons are emptied by which a dialog is known.
    lambda body: ((element, Reason.CONSENT) for element in consent_dialogs(body)),
    lambda body: ((element, Reason.CHAT) for element in chat_widgets(body)),
    lambda body: Chrome(body).parts(),
    sections_of_links,
    link_lists,
    lambda body: ((element, Reason.NAVIGATION) for element in page_turners(body)),
    lambda body: ((element, Reason.RELATED) for element in cards_below(body)),
    lambda body: ((element, Reason.PROMOTION) for element in announcements(body)),
    lambda body: ((element, Reason.PROMOTION) for element in calls(body)),
)
