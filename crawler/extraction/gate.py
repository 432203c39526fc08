"""The cheap test before extraction: did anything change that extraction looks at?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from lxml.html import HtmlElement

from crawler.extraction.charset import decoded
from crawler.extraction.chrome_names import reason_of_name
from crawler.extraction.media_type import MediaType, media_type_of
from crawler.extraction.page import Page, parse
from crawler.extraction.struck import line_of
from domain.capture import Capture
from domain.errors import UnreadableDocumentError

_LONG_SPACES = re.compile(r"\s{2,}|[^\S \n]")
_WORDS_OF_ID = re.compile(r"[^\W_]+")
_LEAST_OF_A_WORD = 3  # shorter ones are what a program made up
_TELLING_STYLE = re.compile(r"display:\s*none|hidden|border", re.IGNORECASE)


def visible_text_hash(capture: Capture) -> str:
    """Return a hash of all that extraction looks at.

    Captures of equal hash have the same wording, so extraction can be skipped; nothing
    follows from unequal ones. Of a page that is the tree that is read, with the names and
    the marks of its parts; scripts, nonces, and what differs with each answer do not count.
    """
    try:
        media_type = media_type_of(capture)
    except UnreadableDocumentError:
        return capture.body_hash
    if media_type is MediaType.PDF:
        return capture.body_hash
    if media_type is MediaType.HTML:
        said = "\0".join(_said(parse(capture)))
    else:
        said = decoded(capture.body, capture.header("content-type"))
    return hashlib.sha256(f"{media_type}\0{said}".encode("utf-8", "replace")).hexdigest()


def _said(page: Page) -> Iterator[str]:
    """Yield the elements in their order; how many children each has tells the tree."""
    yield page.title
    yield page.language
    for element in page.body.iter():
        yield f"{element.tag!s} {len(element)}"
        yield from _looks(element)
        yield _squeezed(element.text)
        yield _squeezed(element.tail)


def _looks(element: HtmlElement) -> Iterator[str]:
    for name, value in element.items():
        if name in _SEEN and ((looks := _SEEN[name](value)) or not value):
            yield f"{name}={looks}"


def _squeezed(text: str | None) -> str:
    """Return a text with single spaces; a break of lines stays one, which code is known by."""
    return _LONG_SPACES.sub(lambda run: "\n" if "\n" in run[0] else " ", text) if text else ""


@lru_cache(maxsize=16384)
def _without_random_parts(name: str) -> str:
    """Return the words of the name of a place: programs add numbers to make it unique."""
    reasons = " ".join(reason_of_name(part) or "" for part in name.split())
    words = _WORDS_OF_ID.findall(name)
    kept = (word for word in words if len(word) >= _LEAST_OF_A_WORD and word.isalpha())
    return f"{reasons} {' '.join(kept)}"


def _target(address: str) -> str:
    """Return where a link leads, without what is added to tell visitors apart."""
    place, mark, _ = address.partition("#")
    path, query, _ = place.partition("?")
    return path + query + mark


def _telling_style(style: str) -> str:
    """Return what of a style may tell whether it shows anything; positions move with scripts."""
    return " ".join((*_TELLING_STYLE.findall(style), line_of(style)))


# The attributes that are read, here or by trafilatura, each with what of it counts.
_SEEN: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(
        (
            *("class", "role", "itemprop", "type", "lang", "hidden", "aria-hidden", "aria-label"),
            *("aria-expanded", "aria-haspopup", "data-state", "data-preloaded"),
            *("data-testid", "data-test-id", "data-component", "data-framer-name"),
            "data-lp-replacement-content",
        ),
        str,
    ),
    **dict.fromkeys(
        ("id", "aria-labelledby", "aria-controls", "data-target", "data-bs-target"),
        _without_random_parts,
    ),
    "href": _target,
    "style": _telling_style,
}
