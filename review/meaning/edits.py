"""One edit with the text around it, and which of its words can turn a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from domain.change import Significance
from review.words.light_words import LIGHT, PAST, PRONOUNS
from review.words.regions import regions
from review.words.turning_words import (
    DEFAULTS,
    EXCEPTIONS,
    MODALS,
    NEGATIONS,
    PERSONS,
    PLANS,
    QUANTIFIERS,
)
from review.words.wording import Word

Judgement = tuple[Significance, str]
"""What an edit means, and why in a few words."""


@dataclass(frozen=True)
class Edit:
    """Words that went and came at one place, and the text around them."""

    went: Sequence[Word]
    came: Sequence[Word]
    before: Sequence[Word]  # words of the newer text in front of the edit
    after: Sequence[Word]  # and behind it
    text: str  # the newer text of the block
    kind: str  # of the document
    earlier: str = ""  # the older text up to the word behind the edit

    @property
    def sides(self) -> tuple[Sequence[Word], Sequence[Word]]:
        """The words that went, and those that came."""
        return self.went, self.came

    @property
    def words(self) -> list[Word]:
        """All changed words."""
        return [*self.went, *self.came]


def weighty(word: Word) -> bool:
    """Tell whether a word can turn, bound or direct a statement."""
    return is_weighty(word.key.lower()) or word.key[0].isdigit()


def directed(word: Word) -> bool:
    """Tell whether a statement may turn round when a word changes its place in it."""
    key = word.key.lower()
    return weighty(word) or key in PRONOUNS or key in _ORIGINS or bool(regions([word.key]))


_ORIGINS = frozenset({"from", "von", "aus", "depuis"})


def exchanges_small_words(went: Sequence[Word], came: Sequence[Word]) -> bool:
    """Tell whether nothing but small words changed, and one took the place of another.

    "Sold to partners" and "sold as partners", "it is free" and "it was free".
    """
    if not all(word.key.lower() in _SMALL for word in chain(went, came)):
        return False  # mostly the first
    old, new = ({word.key.lower() for word in side} for side in (went, came))
    exchanged = old - new and new - old and (old ^ new) & SMALL_AND_TELLING
    return bool(exchanged or (old ^ new) & PAST)


_SMALL = LIGHT | PAST
SMALL_AND_TELLING = PAST | {"to", "for", "as", "at", "who", "what", "when", "where", "why", "how"}


def is_decisive(keys: Sequence[str]) -> bool:
    """Tell whether any word does."""
    if not _DECISIVE.isdisjoint(map(str.lower, keys)):
        return True
    return "'" in "".join(keys) and any(key.lower().endswith("n't") for key in keys)


_DECISIVE = NEGATIONS | DEFAULTS | EXCEPTIONS


def is_weighty(key: str) -> bool:
    """Tell the same of a word in lower case, numbers aside."""
    return (
        key in NEGATIONS
        or key in MODALS
        or key in QUANTIFIERS
        or key in DEFAULTS
        or key in EXCEPTIONS
        or key in PERSONS
        or key in PLANS
        or key.endswith("n't")
    )
