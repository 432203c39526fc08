"""Is a part named after comments what readers wrote below a text, or a text with comments?"""

from __future__ import annotations

import re
from itertools import chain

from lxml.html import HtmlElement

from crawler.extraction.phrases import phrases
from crawler.extraction.wording import plain

# What a list of comments is made of, as systems for blogs and help centres name it.
_PARTS = re.compile(
    r"(?:^|[\s_-])(?:avatar|gravatar|reply|respond|comment[_-]?(?:author|meta|metadata|date|time"
    r"|body|form|reply|avatar|respond|vote)|says)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FIELDS = frozenset({"textarea", "form", "input", "time"})
_LINE_WORDS = 12


def discussions(body: HtmlElement) -> frozenset[HtmlElement]:
    """Return what holds a form, a writer's picture, a date or a link to reply, in one pass."""
    found: set[HtmlElement] = set()
    for mark in filter(_is_mark, body.iter("*")):
        for element in chain((mark,), mark.iterancestors()):
            if element in found:
                break
            found.add(element)
    return frozenset(found)


def _is_mark(element: HtmlElement) -> bool:
    if element.tag in _FIELDS or _PARTS.search(element.get("class", "")):
        return True
    text = plain(" ".join(piece for piece in element.xpath("text()") if piece.strip()))
    return len(text.split()) <= _LINE_WORDS and bool(phrases("comment_lines").match(text))
