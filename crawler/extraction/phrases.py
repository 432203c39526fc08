"""Lists of phrases that tell parts of pages from text, one file each in `vocabulary/`.

A line is a phrase: `[x]` may be missing, `(x|y)` is one of them, `*` is up to forty
characters, `#` a number, `@` a name of one to three words that begin with a capital; an
apostrophe stands for either kind. Case, spaces and closing
punctuation do not count. A line that begins with a semicolon is a comment.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_ANYTHING = r".{0,40}?"
_NUMBER = r"\d[\d.,]*"
_CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"  # noqa: RUF001 - both apostrophes are meant
_NAME = rf"(?-i:{_CAPITALISED}(?: {_CAPITALISED}){{0,2}})"
_SYNTAX = {
    " ": r"\s*",
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "*": _ANYTHING,
    "#": _NUMBER,
    "@": _NAME,
    "'": "['’]",  # noqa: RUF001 - both apostrophes are meant
}
_CLOSING = r"\s*[.!?:…]*"


@lru_cache(maxsize=64)
def phrases(name: str) -> re.Pattern[str]:
    """Return a pattern for whole lines that are one of the phrases of a list."""
    return re.compile(rf"(?:{_alternatives(name)}){_CLOSING}\Z", re.IGNORECASE)


@lru_cache(maxsize=64)
def beginnings(name: str) -> re.Pattern[str]:
    """Return a pattern for lines that begin with one of the phrases of a list."""
    return re.compile(rf"(?:{_alternatives(name)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=64)
def anywhere(name: str) -> re.Pattern[str]:
    """Return a pattern that finds the phrases of a list within a text."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(name)})(?!\w)", re.IGNORECASE)


def _alternatives(name: str) -> str:
    lines = files("crawler.extraction").joinpath("vocabulary", f"{name}.txt").read_text("utf-8")
    return "|".join(
        "".join(_SYNTAX.get(character, re.escape(character)) for character in line.strip())
        for line in lines.splitlines()
        if line.strip() and not line.startswith(";")
    )
