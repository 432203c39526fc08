"""The phrases that speak of a criterion, found in a run of words.

Words are compared folded: lower case, without accents, split at hyphens and
apostrophes, so that "Sub-processor's" and "sub processor s" are the same words. A
trailing * on any word of a phrase matches any ending, which is what inflection needs
in English, German and French alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.watchlist import Criterion

# Scripts that write no spaces give a word per character.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_PATTERN_WORD = re.compile(rf"(?:{_WORD.pattern})\*?")
# First words with a wildcard are looked up by their first letters.
_STEM_LETTERS = 3


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text in lower case and without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class FoldedWord:
    """One folded word and where it stands in its text."""

    text: str
    start: int
    end: int


def folded_words(text: str) -> tuple[FoldedWord, ...]:
    """Return the folded words of a text with their offsets in it."""
    return tuple(
        FoldedWord(fold(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=8192)
def folded_text(text: str) -> str:
    """Return the folded words of a text, one space apart."""
    return " ".join(fold(word) for word in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a criterion's vocabulary: folded words, which endings are open, a weight."""

    criterion: str
    text: str
    weight: float
    stems: tuple[str, ...]
    open_ended: tuple[bool, ...]

    @classmethod
    def parse(cls, criterion: str, text: str, weight: float) -> Phrase:
        """Read a phrase as it stands in the watchlist: "sub-processor*"."""
        parts = _PATTERN_WORD.findall(text)
        return cls(
            criterion=criterion,
            text=text,
            weight=weight,
            stems=tuple(fold(part.rstrip("*")) for part in parts),
            open_ended=tuple(part.endswith("*") for part in parts),
        )

    def matches(self, words: Sequence[str], position: int) -> bool:
        """Tell whether the phrase stands in `words` at `position`."""
        if position + len(self.stems) > len(words):
            return False
        pairs = zip(self.stems, self.open_ended, strict=True)
        return all(
            words[position + offset].startswith(stem)
            if is_open
            else words[position + offset] == stem
            for offset, (stem, is_open) in enumerate(pairs)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at a position of a run of words."""

    phrase: Phrase
    position: int

    @property
    def positions(self) -> range:
        """The positions of all its words."""
        return range(self.position, self.position + len(self.phrase.stems))


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of several criteria, looked up by the first word of each."""

    exact: dict[str, tuple[Phrase, ...]]
    open_ended: dict[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> Vocabulary:
        """Return the vocabulary of all languages of the criteria.

        The languages are not told apart: a German page quotes English terms, and the
        language of a short page is often unknown.
        """
        return _build(
            tuple(
                (criterion.key, text, weight)
                for criterion in criteria
                for phrases in criterion.vocabulary.values()
                for text, weight in phrases.items()
            )
        )

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Yield every phrase that stands in `words`, overlapping ones included."""
        for position, word in enumerate(words):
            candidates = (
                *self.exact.get(word, ()),
                *self.open_ended.get(word[:_STEM_LETTERS], ()),
            )
            for phrase in candidates:
                if phrase.matches(words, position):
                    yield Hit(phrase, position)


@lru_cache(maxsize=16)
def _build(entries: tuple[tuple[str, str, float], ...]) -> Vocabulary:
    exact: defaultdict[str, list[Phrase]] = defaultdict(list)
    open_ended: defaultdict[str, list[Phrase]] = defaultdict(list)
    for criterion, text, weight in entries:
        phrase = Phrase.parse(criterion, text, weight)
        if not phrase.stems:
            continue
        first = phrase.stems[0]
        if not phrase.open_ended[0]:
            exact[first].append(phrase)
        elif len(first) >= _STEM_LETTERS:
            open_ended[first[:_STEM_LETTERS]].append(phrase)
    return Vocabulary(
        exact={word: tuple(phrases) for word, phrases in exact.items()},
        open_ended={stem: tuple(phrases) for stem, phrases in open_ended.items()},
    )
