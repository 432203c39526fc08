"""What counts as wording: one line of plain text without the marks that renderers add."""

from __future__ import annotations

import html
import re
import unicodedata

from crawler.extraction.phrases import phrases

# Invisible characters that no reader sees: soft hyphen, zero-width space, word joiner,
# byte order mark, and the marks that only steer the direction of writing. The zero-width
# joiner and non-joiner stay: Persian and the scripts of India spell with them.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2061, 0x2065),
        *range(0x2066, 0x206A),
        *range(0xE000, 0xF900),  # private use: icon fonts
    )
)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
# Behind Latin letters, marks and spaces they join nothing: editors leave them at ends of lines.
_STRAY_JOINERS = re.compile("(?<![^\\x00-\u024f\u2010-\u2027])[\u200c\u200d]+")
_ESCAPED_TWICE = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[\da-fA-F]{2,4});")
_TRANSLATION: dict[int, str | None] = {**_INVISIBLE, **_LIGATURES}


def plain(text: str) -> str:
    """Return `text` as one line of wording: composed, visible, single-spaced.

    What was escaped twice ("&amp;uuml;") is read as it was meant.
    """
    if "&" in text:
        text = _ESCAPED_TWICE.sub(lambda match: html.unescape(match[0]), text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
        if "\u200d" in text or "\u200c" in text:
            text = _STRAY_JOINERS.sub("", text)
    text = " ".join(text.split())
    if any(bracket in text for bracket in _OPENERS):
        text = _BRACKETED.sub(_without_link_mark, text).strip()
    return text


def _without_link_mark(match: re.Match[str]) -> str:
    """Drop "(opens in a new window)", keep what else stands in brackets."""
    return "" if phrases("link_marks").match(match[1].strip()) else match[0]


# What stands in one pair of brackets, with the space before it.
_BRACKETED = re.compile(r"\s?[(\[（]([^()\[\]（）]{5,60})[)\]）]")  # noqa: RUF001 - full-width brackets are meant


_OPENERS = ("(", "[", "（")  # noqa: RUF001 - the full-width bracket is meant

# A mark that links a heading to itself: "¶", "#", "§" alone, or the words of a copy button.
_ANCHOR_MARK = re.compile(
    r"(?:^[#¶🔗]\s+|\s*[¶🔗]$|\s+#$"
    r"|\s*(?:copy (?:a )?link(?: to (?:this )?(?:section|heading|clipboard))?|direct link to .*"
    r"|permalink(?: to this (?:headline|heading|section))?|link to (?:this )?(?:section|heading)"
    r"|anchor link(?: to)?|section titled .*|link kopieren|copier le lien)$)",
    re.IGNORECASE,
)


def plain_heading(text: str) -> str:
    """Return the wording of a heading, without the marks that link to it."""
    text = plain(text)
    stripped = _ANCHOR_MARK.sub("", text).strip()
    return stripped or text
