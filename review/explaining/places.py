"""The places of a passage that changed, sentence by sentence, as they can be quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.change import Edit, Finding, FindingKind, Passage, Segment
from review.explaining.quotes import Token, elided, ends_sentence
from review.words.folding import folded_text, folded_words

_AROUND = 4  # unchanged words that make an edit readable
_SHORT_EDIT = 3  # words that say nothing without those around them
_OPENING = 7
_CLEAR_EDIT = 12
_LONG_EDIT = 30
_EASILY_DROWNED = frozenset(
    {
        FindingKind.MODAL_STRENGTHENED,
        FindingKind.MODAL_WEAKENED,
        FindingKind.SCOPE_CHANGED,
        FindingKind.QUANTIFIER_CHANGED,
        FindingKind.NUMBER_CHANGED,
        FindingKind.PERIOD_CHANGED,
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """One sentence that changed: its words in order, each kept, gone or new."""

    tokens: tuple[tuple[Edit, str], ...]

    @property
    def went(self) -> str:
        """The words that are gone."""
        return self._of(Edit.DELETE)

    @property
    def came(self) -> str:
        """The words that are new."""
        return self._of(Edit.INSERT)

    @property
    def whole(self) -> bool:
        """Whether nothing of the sentence stayed."""
        return not any(edit is Edit.EQUAL and folded_text(word) for edit, word in self.tokens)

    @property
    def small(self) -> bool:
        """Whether the words that came, or went, need others around them to be understood."""
        return len((self.came or self.went).split()) <= _SHORT_EDIT

    @property
    def edit_words(self) -> int:
        """How many words came and went."""
        return len(self.went.split()) + len(self.came.split())

    @property
    def opening(self) -> str:
        """The first words of the sentence that stayed."""
        kept = [word for edit, word in self.tokens if edit is Edit.EQUAL]
        return " ".join(kept[:_OPENING]) + (" …" if len(kept) > _OPENING else "")

    def before(self) -> str:
        """The changed words of the older version, with a few around them."""
        return self._side(Edit.DELETE)

    def after(self) -> str:
        """The changed words of the newer version, with a few around them."""
        return self._side(Edit.INSERT)

    def speaks_of(self, phrases: Iterable[str]) -> int:
        """How many of the phrases stand in either version of the sentence."""
        sides = [
            f" {folded_text(' '.join(w for e, w in self.tokens if e in (Edit.EQUAL, edit)))} "
            for edit in (Edit.DELETE, Edit.INSERT)
        ]
        return sum(any(f" {folded_text(phrase)} " in side for side in sides) for phrase in phrases)

    def shows(self, finding: Finding) -> bool:
        """Tell whether a finding is about words that changed here, and tells most of it.

        Among many other words, one that turned is not what happened to the sentence.
        """
        limit = _CLEAR_EDIT if finding.kind in _EASILY_DROWNED else _LONG_EDIT
        return (
            self.edit_words <= limit
            and _has(self.went, finding.before)
            and _has(self.came, finding.after)
        )

    def _of(self, edit: Edit) -> str:
        return " ".join(word for one, word in self.tokens if one is edit)

    def _side(self, edit: Edit) -> str:
        changed = [place for place, (one, _) in enumerate(self.tokens) if one is not Edit.EQUAL]
        around = range(changed[0] - _AROUND, changed[-1] + _AROUND + 1) if changed else range(0)
        return elided(
            [
                Token(word, one is edit)
                for place, (one, word) in enumerate(self.tokens)
                if place in around and one in (Edit.EQUAL, edit)
            ]
        )


def places(passage: Passage) -> tuple[Place, ...]:
    """Return the sentences of a passage in which anything changed, in order."""
    segments = passage.segments or (
        Segment(Edit.DELETE, passage.before),
        Segment(Edit.INSERT, passage.after),
    )
    tokens = [(segment.edit, word) for segment in segments for word in segment.text.split()]
    found = [
        Place(tuple(tokens[first:last]))
        for first, last in _spans(tokens)
        if any(edit is not Edit.EQUAL for edit, _ in tokens[first:last])
    ]
    return tuple(place for place in found if folded_text(place.went + place.came))


def _spans(tokens: Sequence[tuple[Edit, str]]) -> Iterable[tuple[int, int]]:
    """Yield where sentences begin and end, both versions read along one another.

    Between words that went and those that came for them no sentence ends.
    """
    first = 0
    for place, (edit, word) in enumerate(tokens):
        last = place + 1 == len(tokens)
        following = "" if last else tokens[place + 1][1]
        replaced = not last and (edit, tokens[place + 1][0]) == (Edit.DELETE, Edit.INSERT)
        if last or (ends_sentence(word, following) and not replaced):
            yield first, place + 1
            first = place + 1


def _has(text: str, wanted: str) -> bool:
    return set(folded_words(wanted)) <= set(folded_words(text))
