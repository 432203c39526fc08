"""Makes text from the web harmless before it is shown: one line, no hidden characters."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import TypeVar

Text = TypeVar("Text", bound=str)

LONGEST_WORD = 240
WIDTH = 76

_SPACES = re.compile(r"\s+")
# Marks that turn the reading direction: they can make an address look like another.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and direction marks.

    Lone surrogates go too: a mail with one could not be encoded at all.
    """
    spaced = _SPACES.sub(" ", text)
    return "".join(character for character in spaced if _is_shown(character)).strip()


def harmless(text: Text) -> Text:
    """Return the text, of the same type, without what `one_line` leaves out; lines stay."""
    if all(character == "\n" or _is_shown(character) for character in text):
        return text
    kept = (character for character in text if character == "\n" or _is_shown(character))
    return type(text)("".join(kept))


def short(text: str, limit: int) -> str:
    """Return one line of at most `limit` characters, cut at a word where one ends nearby."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rpartition(" ")[0]
    return (at_word if len(at_word) > limit * 2 // 3 else head).rstrip(" ,;:.") + "…"


def words_of(text: str) -> list[str]:
    """Split into words; a word no language has (a token, a data address) is cut."""
    return [
        word if len(word) <= LONGEST_WORD else word[:LONGEST_WORD] + "…"
        for word in one_line(text).split(" ")
        if word
    ]


def wrapped(text: str, *, first: str = "", rest: str | None = None) -> str:
    """Wrap for a plain-text mail; an address longer than a line stays whole."""
    return textwrap.fill(
        one_line(text),
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _is_shown(character: str) -> bool:
    return character not in _BIDI and unicodedata.category(character) not in {"Cc", "Cs"}
