"""What a site says for itself above and below a text: announcements, calls to buy or try.

A notice of new terms looks the same, so what names anything that terms are about is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.cards import counted_within, last_text
from crawler.extraction.chrome import names_of
from crawler.extraction.chrome_names import is_banner
from crawler.extraction.looks import inside, word_count
from crawler.extraction.phrases import anywhere, beginnings, phrases
from crawler.extraction.statements import may_state, names_someone, promises
from crawler.extraction.tags import HEADINGS, words
from crawler.extraction.wording import plain

_BANNER_WORDS = 25
_CALL_WORDS = 45
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[^.!?…]+")
# Whom every offer names; "region" or "self-hosted" beside it would be a term.
_OFFERED = words("""
    free business enterprise pro team plan plans user users customer customers support email e-mail
""")
_LEADS = ("a", "button")
_WHOLE = frozenset({"main", "article", "body", "td", "th", "li"})


def announcements(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield short banners above the title that name nothing a term could be about."""
    title = next(body.iter("h1"), None)
    if title is None:
        return
    walker = etree.iterwalk(body, events=("start",))
    for _, element in walker:
        if element is title:
            return
        if any(map(is_banner, names_of(element))) and _is_news(element):
            walker.skip_subtree()
            yield element


def calls(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what asks to buy or try: a known heading, a few words and a link, below all text."""
    headings = [
        heading
        for heading in body.iter("h2", "h3", "h4")
        if phrases("call_headings").match(plain("".join(heading.itertext())))
    ]
    if not headings:
        return
    place = {element: index for index, element in enumerate(body.iter())}
    ends, held = last_text(body), counted_within(body, body.iter(*HEADINGS))
    for heading in headings:
        part = _part_of(heading, body, held)
        below = ends is None or place[heading] > place[ends]
        if part is not None and below and next(part.iter(*_LEADS), None) is not None:
            yield part


def _part_of(
    heading: HtmlElement, body: HtmlElement, held: Counter[HtmlElement]
) -> HtmlElement | None:
    """Return the largest part that has this heading alone and says nothing but calls."""
    part: HtmlElement | None = None
    for element in heading.iterancestors():
        if element is body or element.tag in _WHOLE or held[element] > 1:
            break
        if word_count(element) > _CALL_WORDS:
            break
        part = element
    return part if part is not None and _only_calls(part) else None


def _is_news(banner: HtmlElement) -> bool:
    """Tell an advertisement: its news, and a call or a link to go and look."""
    if word_count(banner) > _BANNER_WORDS or next(banner.iter(*HEADINGS), None) is not None:
        return False
    text = plain(" ".join(banner.itertext()))
    of_document = _YEAR.search(text) or anywhere("document_words").search(text)
    if of_document or may_state(text) or not anywhere("news_words").search(text):
        return False
    has_link = next(banner.iter("a"), None) is not None or inside(banner, ("a",))
    return has_link or bool(anywhere("news_calls").search(text))


def _only_calls(part: HtmlElement) -> bool:
    """Tell whether each sentence asks to try or buy, and none says what a term could say."""
    sentences = [
        said
        for text in part.itertext()
        for sentence in _SENTENCE.findall(plain(text))
        if (said := sentence.strip())
    ]
    asks = (
        beginnings("call_words").match(sentence) or phrases("call_headings").match(sentence)
        for sentence in sentences
    )
    return all(asks) and not _says_a_term(plain(" ".join(part.itertext())))


def _says_a_term(text: str) -> bool:
    text = anywhere("call_offers").sub(" ", text)
    matters = {word.lower() for word in anywhere("matter_words").findall(text)}
    of_data = anywhere("data_words").search(text) or names_someone(text)
    return bool(of_data or promises(text) or matters - _OFFERED)
