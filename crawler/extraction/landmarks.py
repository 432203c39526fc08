"""Where on a page its text stands: by its own landmarks, or by what trafilatura finds."""

from __future__ import annotations

import copy
import logging
import re
from typing import cast

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from crawler.extraction.looks import word_count
from crawler.extraction.phrases import phrases
from crawler.extraction.tags import HEADINGS
from crawler.extraction.wording import plain

# It warns of each page without text, which is no news here: recognition says so.
logging.getLogger("trafilatura").setLevel(logging.ERROR)

_CONTENT_IDS = re.compile(
    r"^(?:(?:main|page|article|post|body|doc|docs|entry)[-_]?(?:content|body|container|text)?"
    r"|content|(?:content|text)[-_]?(?:main|body|area|container))$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,2}(?:[.)]|\s*§)\s*\w")
_ENOUGH = 0.5
_NEARLY_ALL = 0.9
_LITTLE_MORE = 1.25
_START = 48
_SHORTEST = 24


def landmark(body: HtmlElement) -> HtmlElement | None:
    """Return the element that the page itself marks as its main part.

    None when there is no mark, or when the marked parts hold less than half of the
    words: then the marks say nothing about where the text is.
    """
    enough = _ENOUGH * word_count(body)
    for query in (
        ".//main",
        ".//*[@role='main']",
        ".//*[@itemprop='articleBody']",
        ".//article",
    ):
        found = body.findall(query)
        part = common_ancestor(found) if found else None
        if (
            part is not None
            and part is not body
            and sum(map(word_count, _outermost(found))) >= enough
        ):
            return _with_title(part, body)
    for element in body.iter("div", "section"):
        if _CONTENT_IDS.match(element.get("id", "")) and word_count(element) >= enough:
            return element
    return None


def addenda(part: HtmlElement) -> list[HtmlElement]:
    """Return what stands behind the main part and belongs to it: annexes, further clauses."""
    numbered = any(_NUMBERED.match(_heading_of(title)) for title in part.iter(*HEADINGS))
    found: list[HtmlElement] = []
    for sibling in part.itersiblings("section", "div", "article"):
        title = _heading_of(sibling)
        if phrases("addendum_headings").match(title) or (numbered and _NUMBERED.match(title)):
            found.append(sibling)
    return found


def _heading_of(part: HtmlElement) -> str:
    first = next(part.iter(*HEADINGS), None)
    return "" if first is None else plain(" ".join(first.itertext()))


def _with_title(part: HtmlElement, body: HtmlElement) -> HtmlElement:
    """Widen the main part by the title that stands above it, with its date."""
    if part.find(".//h1") is not None:
        return part
    titles = body.findall(".//h1")
    if len(titles) != 1:
        return part
    wider = common_ancestor([titles[0], part])
    return wider if word_count(wider) <= _LITTLE_MORE * word_count(part) else part


def located(body: HtmlElement) -> HtmlElement | None:
    """Return the smallest element with nearly all text that trafilatura takes for the main."""
    text = trafilatura_body(body, fast=True)
    if text is None:
        return None
    starts = {
        start
        for element in text.iter("p", "head", "item", "cell")
        if len(start := _start("".join(element.itertext()))) >= _SHORTEST
    }
    matches: dict[HtmlElement, int] = {}
    for element in body.iter("p", "li", "td", "div", "span", "h1", "h2", "h3", "h4", "dd", "dt"):
        if (element.text or len(element)) and _start("".join(element.itertext())) in starts:
            matches.setdefault(element, 1)
    inner = [e for e in matches if not any(child in matches for child in e.iterdescendants())]
    return _smallest_with_most(body, inner) if inner else None


def trafilatura_body(
    body: HtmlElement, *, recall: bool = False, fast: bool = False
) -> HtmlElement | None:
    """Return the body that trafilatura makes of a pruned page, in its own vocabulary."""
    root = body.makeelement("html")
    root.append(copy.deepcopy(body))
    found = trafilatura.bare_extraction(
        root,
        include_comments=False,
        include_tables=True,
        include_links=False,
        favor_recall=recall,
        fast=fast,
        with_metadata=False,
    )
    # With these options trafilatura gives a Document, and its elements are those of lxml.
    return cast("HtmlElement", found.body) if isinstance(found, Document) else None


def common_ancestor(elements: list[HtmlElement]) -> HtmlElement:
    """Return the smallest element that holds all of `elements`."""
    first, *others = elements
    line = [first, *first.iterancestors()]
    for other in others:
        theirs = {other, *other.iterancestors()}
        while line[0] not in theirs:
            line.pop(0)
    return line[0]


def _smallest_with_most(body: HtmlElement, elements: list[HtmlElement]) -> HtmlElement:
    weights: dict[HtmlElement, int] = {}
    for element in elements:
        words = word_count(element)
        for holder in (element, *element.iterancestors()):
            weights[holder] = weights.get(holder, 0) + words
    place = body
    wanted = _NEARLY_ALL * weights.get(body, 0)
    while True:
        inner = next((child for child in place if weights.get(child, 0) >= wanted), None)
        if inner is None:
            return place
        place = inner


def _outermost(elements: list[HtmlElement]) -> list[HtmlElement]:
    known = set(elements)
    return [element for element in elements if not known.intersection(element.iterancestors())]


def _start(text: str) -> str:
    return " ".join(text.split())[:_START]
