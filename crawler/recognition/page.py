"""A raw HTML body, read for what recognition asks of it. Nothing of it is executed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from crawler.recognition.wording import words_of
from domain.capture import Capture

_HTML_TYPES = frozenset({"", "text/html", "application/xhtml+xml"})
_INVISIBLE = ["script", "style", "noscript", "template", "svg", "head"]
_REFRESH = re.compile(r"^\s*(\d+)[\d.]*\s*[;,]\s*url\s*=\s*['\"]?\s*([^'\"\s>]+)", re.IGNORECASE)
_SCRIPTED_MOVE = re.compile(
    r"(?:window|document|self|top|parent)?\.?\blocation(?:\.href|\.pathname)?"
    r"(?:\s*=\s*|\.(?:replace|assign)\s*\(\s*)['\"]([^'\"]{1,500})['\"]"
)
_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_BROKEN_TAG = re.compile(rb"<[/!a-z][^<>]*\Z", re.IGNORECASE)
_LONGEST_TAG = 4_000  # bytes
_LASTING_TAGS = re.compile(
    rb"</?(?:div|main|section|article|span|a|table|ul|ol|aside|nav|header|footer)\b", re.IGNORECASE
)
_SHORT_SCRIPTS = 2_000  # characters: a stub does nothing but send on


@dataclass(frozen=True, slots=True)
class Page:
    """What a visitor without scripts would see, and what the page would do by itself.

    `refresh` is the target of a meta refresh and `refresh_after` its seconds; `sends_to`
    the target of a short script that leaves the page at once. "" where there is none.
    `left_open` counts the elements that a page without an end of its own leaves open;
    `ends_in_tag` tells that its markup ends in the middle of a tag.
    """

    lines: tuple[str, ...] = ()
    title: str = ""
    word_count: int = 0
    script_count: int = 0
    asks_password: bool = False
    refresh: str = ""
    refresh_after: int = 0
    sends_to: str = ""
    left_open: int = 0
    ends_in_tag: bool = False


def page_of(capture: Capture) -> Page | None:
    """Return the page of a capture, None when its body is not HTML."""
    if capture.media_type not in _HTML_TYPES or capture.body.startswith(b"%PDF"):
        return None
    return _read(capture.body)


@lru_cache(maxsize=4)
def _read(body: bytes) -> Page:
    tree = LexborHTMLParser(body)
    title = tree.css_first("title")
    scripts = [script.text() or "" for script in tree.css("script")]
    password = tree.css_first("input[type=password]") is not None
    after, refresh = _refresh(tree)
    sends_to = _sends_to(scripts)
    tree.strip_tags(_INVISIBLE)
    text = tree.body.text(separator="\n", strip=True) if tree.body else ""
    return Page(
        lines=tuple(line for line in text.split("\n") if line.strip()),
        title=title.text(strip=True) if title else "",
        word_count=len(words_of(text)),
        script_count=len(scripts),
        asks_password=password,
        refresh=refresh,
        refresh_after=after,
        sends_to=sends_to,
        left_open=_left_open(body),
        ends_in_tag=bool(_BROKEN_TAG.search(body, max(0, len(body) - _LONGEST_TAG))),
    )


def _left_open(body: bytes) -> int:
    """Count the elements still open where a page ends, 0 for one that has an end.

    Only elements whose end tag may not be left out count.
    """
    if _END.search(body):
        return 0
    return sum(1 if tag[1:2] != b"/" else -1 for tag in _LASTING_TAGS.findall(body))


def _refresh(tree: LexborHTMLParser) -> tuple[int, str]:
    """Read a meta refresh, unless it is meant for visitors without scripts."""
    for meta in tree.css("meta[http-equiv]"):
        attributes = meta.attributes
        parent = meta.parent
        if (attributes.get("http-equiv") or "").lower() != "refresh":
            continue
        match = _REFRESH.match(attributes.get("content") or "")
        if match and (parent is None or parent.tag != "noscript"):
            return int(match[1]), match[2]
    return 0, ""


def _sends_to(scripts: list[str]) -> str:
    joined = "\n".join(scripts)
    match = _SCRIPTED_MOVE.search(joined) if len(joined) < _SHORT_SCRIPTS else None
    return match[1] if match else ""
