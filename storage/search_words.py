"""What is asked for in a search, and the words that are looked up: the same on both databases.

Words are folded (lower case, no accents) before either database sees them, so that
neither's own idea of a word counts.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"?|(\S+)')
_SILENT = ("Mn", "Cf")
_LONGEST = 80  # characters; what is longer is no word, and PostgreSQL refuses very long ones
_MOST_TERMS = 12


def fold(text: str) -> str:
    """Return a text in lower case, without accents and marks that are not seen."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) not in _SILENT)


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order."""
    return [word[:_LONGEST] for word in _WORD.findall(fold(text))]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that have to follow one another; with `prefix` the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def terms(asked: str) -> tuple[Term, ...]:
    """Read what a person typed: words, "phrases in quotes", beginnings* of words.

    A word that is written as several ("e-mail") is a phrase of these.
    """
    found = []
    for match in _ASKED.finditer(asked.replace("“", '"').replace("”", '"').replace("„", '"')):
        phrase, word = match.groups()
        parts = words(phrase if phrase is not None else word)
        if parts:
            found.append(Term(tuple(parts), prefix=bool(word) and word.endswith("*")))
    return tuple(found[:_MOST_TERMS])


def for_sqlite(asked: tuple[Term, ...]) -> str:
    """Return the terms as FTS5 takes them; every word is quoted."""
    return " ".join(f'"{" ".join(term.words)}"{" *" if term.prefix else ""}' for term in asked)


def for_postgresql(asked: tuple[Term, ...]) -> str:
    """Return the terms as a tsquery; every word is quoted."""
    return " & ".join(
        "(" + " <-> ".join(f"'{word}'" for word in term.words) + (":*)" if term.prefix else ")")
        for term in asked
    )


def as_tsvector(text: str) -> str:
    """Return the words of a text as a tsvector with places, past PostgreSQL's own parser."""
    # Places end at 16383; what lies behind is found, but not as part of a phrase.
    return " ".join(f"'{word}':{min(place, 16383)}" for place, word in enumerate(words(text), 1))
