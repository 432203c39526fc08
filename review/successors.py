"""The sentence that took the place of the one which held a phrase, where its block was reworded.

The comparison has paired the blocks already, so the new sentence may share few words with
the old one: it need only be the one that is most like it, and no other old sentence more
like the new one. A phrase whose part of the sentence went, with no word in its place, has no
successor; nor has a sentence that went while those beside it stayed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from domain.change import Passage, PassageKind
from review.explaining.counterparts import counterpart
from review.explaining.quotes import sentences
from review.words.folding import fold, folded_text, folded_words
from review.words.light_words import STOP_WORDS

# Of all words that say something in two sentences, so many have to be common to both.
_ALIKE = 0.2
_LIGHT = frozenset(map(fold, STOP_WORDS))


class Successor(NamedTuple):
    """A sentence, the one that took its place, and how like they are (0 to 1)."""

    before: str
    after: str
    similarity: float


def successor(phrase: str, passages: Iterable[Passage]) -> Successor | None:
    """Return what took the place of the sentence with a phrase, None where nothing did."""
    for one in passages:
        if one.kind is PassageKind.REWORDED and _holds(one.before, phrase):
            return successor_in(phrase, one.before, one.after)
    return None


def successor_in(phrase: str, before: str, after: str) -> Successor | None:
    """Return the same for one text that became another; None as well where the phrase stayed."""
    if _holds(after, phrase) or not _holds(before, phrase):
        return None
    old, new = sentences(before), sentences(after)
    home = next((one for one in old if _holds(one, phrase)), before)
    stayed = set(map(folded_text, old)) & set(map(folded_text, new))
    rivals = [one for one in old if one != home and folded_text(one) not in stayed]
    found = _likest(home, [one for one in new if folded_text(one) not in stayed])
    if found is None or any(_likeness(one, found) > _likeness(home, found) for one in rivals):
        return None
    if not _telling(phrase) & _telling(found) and counterpart(phrase, home, found) is None:
        return None
    return Successor(home, found, _likeness(home, found))


def _holds(text: str, phrase: str) -> bool:
    return f" {folded_text(phrase)} " in f" {folded_text(text)} "


def _likest(sentence: str, among: Sequence[str]) -> str | None:
    found = max(among, key=lambda one: _likeness(sentence, one), default=None)
    return found if found is not None and _likeness(sentence, found) >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """Return the share of words that say something which two sentences have in common."""
    left, right = _telling(one), _telling(other)
    return 2 * len(left & right) / max(1, len(left) + len(right))


def _telling(text: str) -> set[str]:
    return set(folded_words(text)) - _LIGHT
