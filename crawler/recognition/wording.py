"""Texts as words: counted, looked up for phrases, and held against one another.

Everything here works on words without case and punctuation, so that a renderer's
apostrophe or a comma decides nothing. Scripts that do without spaces (Chinese, Japanese)
count each character as a word.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from crawler.recognition.vocabulary import Phrases
from domain.document import Document

_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]|[^\W_]+")
_SHINGLE = 4  # words: long enough to be a wording, short enough to survive small edits
_CONTENT_WORD = 4  # letters: shorter ones are mostly grammar


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


@lru_cache(maxsize=16)
def words_of_document(document: Document) -> tuple[str, ...]:
    """Return the words of all blocks. Kept for the few documents a check looks at often."""
    return words_of(document.text)


class PhraseTable:
    """A vocabulary made ready to be looked up in texts of any language."""

    def __init__(self, phrases: Phrases) -> None:
        weights: dict[str, float] = {}
        for table in phrases.values():
            for phrase, weight in table.items():
                key = " ".join(words_of(phrase))
                weights[key] = max(weight, weights.get(key, 0.0))
        self._weights = weights

    def found_in(self, text: str) -> dict[str, float]:
        """Return the phrases that stand in the text, with their weights."""
        padded = f" {' '.join(words_of(text))} "
        return {
            phrase: weight for phrase, weight in self._weights.items() if f" {phrase} " in padded
        }

    def weight_in(self, text: str) -> float:
        """Return the summed weight of the distinct phrases that stand in the text.

        A phrase that is part of another found phrase adds nothing of its own.
        """
        found = self.found_in(text)
        return sum(
            weight
            for phrase, weight in found.items()
            if not any(phrase != other and f" {phrase} " in f" {other} " for other in found)
        )

    def coverage_of(self, text: str) -> float:
        """Return the share of the text's words that the longest found phrase makes up."""
        total = len(words_of(text))
        longest = max((len(phrase.split()) for phrase in self.found_in(text)), default=0)
        return longest / total if total else 0.0


def kept_of(old: Document, new: Document) -> float:
    """Return the share of the old wording (runs of four words) that stands in the new."""
    wanted = _shingles(words_of_document(old))
    return len(wanted & _shingles(words_of_document(new))) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=16)
def _shingles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    if len(words) < _SHINGLE:
        return frozenset({words}) if words else frozenset()
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def likeness(old: Document, new: Document) -> float:
    """Return 0 to 1: how much two texts speak of the same things, whatever the wording.

    The cosine of the damped counts of longer words: a policy rewritten from scratch keeps
    speaking of personal data, a store front does not.
    """
    return _cosine(_subjects(words_of_document(old)), _subjects(words_of_document(new)))


@lru_cache(maxsize=16)
def _subjects(words: tuple[str, ...]) -> dict[str, float]:
    counts = Counter(word for word in words if _is_content(word))
    return {word: 1 + math.log(count) for word, count in counts.items()}


def _is_content(word: str) -> bool:
    return (len(word) >= _CONTENT_WORD or not word.isascii()) and not word.isdigit()


def _cosine(first: dict[str, float], second: dict[str, float]) -> float:
    lengths = math.hypot(*first.values()) * math.hypot(*second.values())
    common = sum(weight * second[word] for word, weight in first.items() if word in second)
    return common / lengths if lengths else 0.0


def content_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the distinct longer words of some texts (a title, headings, an address)."""
    return frozenset(word for text in texts for word in words_of(text) if _is_content(word))
