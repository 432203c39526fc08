"""Quoted words that still stand, and what changed around them.

The phrase of a rating is the shortest that finds its passage: an exception put beside it
leaves the phrase intact and the promise not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from domain.change import Change, Passage
from domain.flag import EvidenceState, EvidenceStatus
from review.comparing.headings import scope
from review.evidence import Place, Versions
from review.relevance.passage_words import read_passage
from review.relevance.scores import bears_meaning
from review.words.folding import fold, folded_text
from review.words.turning_words import EXCEPTIONS, NEGATING_VERBS, NEGATIONS, ONLY, PLANS

ENDANGERED = (EvidenceStatus.GONE, EvidenceStatus.REWORDED)
"""What became of evidence where its words no longer stand."""


def changed_around(
    states: Iterable[EvidenceState], telling: Sequence[Telling], versions: Versions
) -> Iterator[tuple[int, str]]:
    """Yield the passages that changed around quoted words which still stand, with the words."""
    if not telling:
        return
    for state in states:
        if state.status in ENDANGERED or state.status is EvidenceStatus.NEVER_FOUND:
            continue
        headings = versions.headings_above(state.phrase)
        yield from (
            (one.index, state.phrase) for one in telling if one.touches(state.phrase, headings)
        )


@dataclass(frozen=True, slots=True)
class Telling:
    """A passage that bears meaning: its place in the change, and its folded words."""

    index: int
    passage: Passage
    words: str

    def touches(self, phrase: str, headings: AbstractSet[Place]) -> bool:
        """Tell whether a phrase stands in a sentence of the passage that changed, or beside one.

        "This does not apply to the free plan" behind it bounds what it says. `headings`
        are those that the phrase stands under, as blocks of the older and of the newer
        version: where one of them changed, it is said of something else.
        """
        places = {("old", self.passage.old_block), ("new", self.passage.new_block)}
        if places & headings:
            return scope(self.passage.before) != scope(self.passage.after)
        wanted = f" {folded_text(phrase)} "
        if wanted not in self.words:
            return False  # most passages; reading them into sentences takes longer
        reading = read_passage(self.passage)
        return any(
            wanted in f" {' '.join(words)} "
            for side in (reading.before, reading.after)
            for words in (*side.touched_sentences, *side.beside(_turns_what_stands_beside))
        )


def _turns_what_stands_beside(words: Sequence[str]) -> bool:
    """Tell whether a sentence that came or went may bound the one next to it.

    By an exception, or by speaking back of it ("this", "the following") with a denial or
    the name of a plan; "this page" speaks of the page.
    """
    if not _EXCEPTING.isdisjoint(words):
        return True
    speaks_back = any(
        word in _REFERRING and other not in _PAGE for word, other in pairwise([*words, ""])
    )
    return speaks_back and not _BOUNDING.isdisjoint(words)


_EXCEPTING = frozenset(map(fold, EXCEPTIONS))
_BOUNDING = frozenset(map(fold, NEGATIONS | NEGATING_VERBS | ONLY | PLANS))
_REFERRING = frozenset(
    "this that these those following above foregoing dies diese dieser dieses folgende"  # noqa: SIM905
    " folgendes obige cela ceci cette suivant esto esta este questo questa dit deze isto".split()
)
_PAGE = frozenset(
    "page site website section policy document notice agreement statement seite webseite abschnitt"  # noqa: SIM905
    " erklarung rubrique politique pagina sitio politica informativa".split()
)


def telling_passages(change: Change) -> list[Telling]:
    """Return the passages that bear meaning."""
    return [
        Telling(index, one, f" {folded_text(one.before)} | {folded_text(one.after)} ")
        for index, one in enumerate(change.passages)
        if bears_meaning(one)
    ]
