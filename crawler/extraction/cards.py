"""Cards that lead to other pages: what a site shows below a text to keep its reader.

A card is a title that is a link, and hardly more: a date, a price, a line that makes
curious. What a page cites or lists itself may stand below its text as well (who it works
with, what it offers), so cards are left out only where they are known as something more
to read, or name nothing that a term could be about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.looks import holds_term, inside, word_count
from crawler.extraction.outline import Outline
from crawler.extraction.teasers import OTHER_SCRIPT, are_teasers

_CARD_TAGS = frozenset({"a", "li", "article", "div"})
_TITLES = ("h2", "h3", "h4", "h5", "h6")
_ALL_TITLES = ("h1", *_TITLES)
# What site builders make titles of that are no headings: "summary-title", "card__headline".
_NAMED = etree.XPath(
    ".//*[self::div or self::p or self::span]"
    "[contains(@class, 'title') or contains(@class, 'headline')]"
)
_TITLE_NAME = re.compile(r"(?:^|[-_])(?:title|headline)$")
_PARAGRAPHS = ("p", "li", "td", "dd", "div")
_LEAST_CARDS = 2
_CARD_WORDS = 40
_MORE_WORDS = 8  # beside the cards: "Keep exploring", "See all"
_LETTERS_OF_A_WORD = 3  # of a script other than ours
_MOST_OF_A_PAGE = 0.35
_SENTENCE_WORDS = 20


def cards_below(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the groups of cards below which no text follows, each with its heading."""
    groups = _groups(body)
    if not groups:
        return
    most, ends = _MOST_OF_A_PAGE * word_count(body), last_text(body)
    place = {element: index for index, element in enumerate(body.iter())}
    outline = Outline(body)
    for parent, cards in groups.items():
        below = ends is None or place[cards[0]] > place[ends]
        if not below or sum(map(word_count, cards)) > most or any(map(holds_term, cards)):
            continue
        if are_teasers(cards, outline.titles_of(cards[0])):
            yield from _with_heading(body, parent, cards)


def _groups(body: HtmlElement) -> dict[HtmlElement, list[HtmlElement]]:
    groups: dict[HtmlElement, dict[HtmlElement, None]] = {}
    titles = _titles_in(body)
    held = counted_within(body, titles)
    for title in titles:
        card = _card_of(title, body, held)
        parent = None if card is None else card.getparent()
        if card is not None and parent is not None:
            groups.setdefault(parent, {})[card] = None
    return {parent: list(cards) for parent, cards in groups.items() if len(cards) >= _LEAST_CARDS}


def counted_within(body: HtmlElement, titles: Iterable[HtmlElement]) -> Counter[HtmlElement]:
    """Count how many of the titles each element holds, itself included, in one pass."""
    held: Counter[HtmlElement] = Counter()
    for title in titles:
        for element in (title, *title.iterancestors()):
            held[element] += 1
            if element is body:
                break
    return held


def _titles_in(body: HtmlElement) -> dict[HtmlElement, None]:
    """Return the headings, and what is named as one, each once."""
    named = (
        element
        for element in _NAMED(body)
        if any(map(_TITLE_NAME.search, element.get("class", "").split()))
        and not inside(element, _ALL_TITLES)
        and next(element.iterdescendants(*_ALL_TITLES), None) is None
    )
    return dict.fromkeys((*body.iter(*_TITLES), *named))


def _card_of(
    title: HtmlElement, body: HtmlElement, held: Counter[HtmlElement]
) -> HtmlElement | None:
    """Return the largest card that has only this title, None where it is no link."""
    link = next(title.iterancestors("a"), None)
    link = next(title.iter("a"), None) if link is None else link
    if link is None or not _leads_on(link) or word_count(link) < word_count(title):
        return None
    card: HtmlElement | None = None
    for element in (title, *title.iterancestors()):
        if element is body or held[element] > 1 or word_count(element) > _CARD_WORDS:
            break
        card = element if element.tag in _CARD_TAGS else card
    return card


def _leads_on(link: HtmlElement) -> bool:
    """Tell a link to another page of the site from one to a place of this page."""
    target = link.get("href", "")
    return bool(target) and "#" not in target and not target.startswith(("http:", "https:"))


def last_text(body: HtmlElement) -> HtmlElement | None:
    """Return the last element that holds a text of some length, the page's foot aside."""
    last: HtmlElement | None = None
    for element in body.iter(*_PARAGRAPHS):
        own = element.text or "" if element.tag == "div" else " ".join(element.itertext())
        if len(own.split()) >= _SENTENCE_WORDS and not inside(element, ("footer", "nav", "a")):
            last = element
    return last


def _with_heading(
    body: HtmlElement, parent: HtmlElement, cards: list[HtmlElement]
) -> Iterator[HtmlElement]:
    held, whole = sum(map(_length, cards)), None
    for element in (parent, *parent.iterancestors()):
        is_more = _length(element) > held + _MORE_WORDS
        if is_more or element is body or element.tag in {"main", "article"}:
            break
        whole = element
    if whole is not None:
        yield whole
        return
    yield from cards
    before = cards[0].getprevious()
    if before is not None and before.tag in _TITLES:
        yield before


def _length(element: HtmlElement) -> int:
    """Return about how many words a part holds, also where no spaces part them."""
    text = " ".join(element.itertext())
    return len(text.split()) + len(OTHER_SCRIPT.findall(text)) // _LETTERS_OF_A_WORD
