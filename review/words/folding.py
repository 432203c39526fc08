"""Words as they are looked up: lower case, without accents, apart at hyphens and apostrophes.

So "Sub-processor's" and "sub processor s" are the same words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Scripts that write no spaces give a word per character.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
# Accents written apart from their letter, and marks where a word may be broken.
_INVISIBLE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_SPACED = rf"[^\W_{_UNSPACED}]"
_PLAIN = r"[A-Za-z0-9]++(?![^\x00-\x7f])"  # most words, fast
WORD = re.compile(rf"{_PLAIN}|[{_UNSPACED}]|{_SPACED}+(?:[{_INVISIBLE}]+{_SPACED}*)*")
_SILENT = ("Mn", "Cf")
# Folding takes a Korean syllable apart into its letters.
_CHARACTER = re.compile(f"[{_UNSPACED}\u1100-\u11ff]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text in lower case and without accents."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) not in _SILENT)


# In plain text nothing but letters and digits is of a word: no pattern is needed to part them.
_PLAIN_WORDS = str.maketrans(
    {letter: letter.lower() if letter.isalnum() else " " for letter in map(chr, range(128))}
)


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text."""
    if text.isascii():
        return text.translate(_PLAIN_WORDS).split()
    return list(map(fold, WORD.findall(text)))


def is_character(word: str) -> bool:
    """Tell whether a word is one character of a script without spaces."""
    return not word.isascii() and bool(_CHARACTER.match(word))


def word_starts(text: str) -> list[int]:
    """Return the offset that each word of a text starts at."""
    return [match.start() for match in WORD.finditer(text)]


def word_end(text: str, start: int) -> int:
    """Return where the word of a text that starts at an offset ends."""
    match = WORD.match(text, start)
    return match.end() if match else start


@lru_cache(maxsize=8192)
def folded_text(text: str) -> str:
    """Return the folded words of a text, one space apart."""
    return " ".join(folded_words(text))
