"""The places of a passage that changed, sentence by sentence, as they can be quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from domain.change import Edit, Finding, FindingKind, Passage
from review.explaining.pieces import Piece, pieces_of
from review.explaining.quotes import (
    Token,
    changed_runs,
    elided,
    ends_sentence,
    is_light,
    without_light_end,
)
from review.words.calendar import NUMBER_WORDS
from review.words.folding import fold, folded_text, folded_words

_AROUND = 4  # unchanged words that make an edit readable
_BEYOND = 3  # so many more where the last of them lead on to the next
_SHORT_EDIT = 3  # words that say nothing without those around them
_OPENING = 7
_CLEAR_EDIT = 12
_LONG_EDIT = 30
_MOST_EDITS = 24  # changed words of both versions that a quote has room for
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
_COUNTED = {fold(word): str(number) for word, number in NUMBER_WORDS.items()}


@dataclass(frozen=True)
class Place:
    """One sentence that changed: its words in order, each kept, gone or new."""

    pieces: tuple[Piece, ...]

    @cached_property
    def went(self) -> str:
        """The words that are gone."""
        return " ".join(one.before for one in self.pieces if one.edit is Edit.DELETE)

    @cached_property
    def came(self) -> str:
        """The words that are new."""
        return " ".join(one.after for one in self.pieces if one.edit is Edit.INSERT)

    @property
    def whole(self) -> bool:
        """Whether nothing of the sentence stayed."""
        return not any(one.edit is Edit.EQUAL and folded_text(one.after) for one in self.pieces)

    @property
    def small(self) -> bool:
        """Whether the words that came, or went, need others around them to be understood."""
        return len((self.came or self.went).split()) <= _SHORT_EDIT

    @cached_property
    def edit_words(self) -> int:
        """How many words came and went."""
        return len(self.went.split()) + len(self.came.split())

    @property
    def opening(self) -> str:
        """The first words of the sentence that stayed."""
        kept = [one.after for one in self.pieces if one.edit is Edit.EQUAL and one.after]
        if len(kept) <= _OPENING:
            return " ".join(kept)
        return " ".join([*without_light_end(kept[:_OPENING]), "…"])

    def before(self, telling: Iterable[str] = ()) -> str:
        """The changed words of the older version, with a few around them."""
        return self._side(Edit.DELETE, telling)

    def after(self, telling: Iterable[str] = ()) -> str:
        """The changed words of the newer version, with a few around them."""
        return self._side(Edit.INSERT, telling)

    def speaks_of(self, phrases: Iterable[str]) -> int:
        """How many of the phrases stand in either version of the sentence."""
        sides = [
            f" {folded_text(' '.join(self._words(edit)))} " for edit in (Edit.DELETE, Edit.INSERT)
        ]
        return sum(any(f" {folded_text(phrase)} " in side for side in sides) for phrase in phrases)

    def shows(self, finding: Finding) -> bool:
        """Tell whether a finding is about words that changed here, and tells most of it.

        Among many other words, one that turned is not what happened to the sentence.
        """
        limit = _CLEAR_EDIT if finding.kind in _EASILY_DROWNED else _LONG_EDIT
        if self.edit_words > limit:
            return False
        if finding.kind is FindingKind.PERIOD_CHANGED:
            return self._counts(Edit.DELETE, finding.before) and self._counts(
                Edit.INSERT, finding.after
            )
        return says(self.went, finding.before) and says(self.came, finding.after)

    def _counts(self, edit: Edit, periods: str) -> bool:
        """Tell whether the numbers of periods changed here; their units may have stayed."""
        changed = _said(self.went if edit is Edit.DELETE else self.came)
        said = frozenset().union(*map(_said, self._words(edit)))
        wanted = _said(periods)
        numbers = {word for word in wanted if word.isdigit()}
        return wanted <= said and numbers <= changed

    def _words(self, edit: Edit) -> list[str]:
        """Return the words of one version, those that went or those that came among them."""
        return [
            one.before if edit is Edit.DELETE else one.after
            for one in self.pieces
            if one.edit in (Edit.EQUAL, edit)
        ]

    def _side(self, edit: Edit, telling: Iterable[str]) -> str:
        telling = tuple(telling)
        first, last = self._around(telling)
        borders = self._borders_without(edit)
        tokens = [
            Token(text, one.edit is edit or at in borders)
            for at, one in enumerate(self.pieces[:last])
            if at >= first and one.edit in (Edit.EQUAL, edit)
            if (text := one.before if edit is Edit.DELETE else one.after)
        ]
        while last < len(self.pieces) and tokens and _leads_nowhere(tokens[-1]):
            tokens.pop()
        return elided(tokens, telling)

    def _borders_without(self, edit: Edit) -> set[int]:
        """Return the words that stayed around what only the other version says.

        Where "never" went out of "is never stored", "is stored" is what came.
        """
        kinds = [one.edit for one in self.pieces]
        return {
            at
            for run in self._runs()
            if edit not in kinds[run.start : run.stop]
            for at in (run.start - 1, run.stop)
        }

    def _runs(self) -> list[range]:
        return list(changed_runs([one.edit is not Edit.EQUAL for one in self.pieces]))

    def _around(self, telling: Iterable[str]) -> tuple[int, int]:
        """Return from where to where the changed words are quoted, with those around them."""
        runs = self._told_runs(telling)
        if not runs:
            return 0, 0
        last = min(runs[-1].stop + _AROUND, len(self.pieces))
        furthest = min(last + _BEYOND, len(self.pieces))
        while last < furthest and is_light(self.pieces[last - 1].after):
            last += 1
        return max(0, runs[0].start - _AROUND), last

    def _told_runs(self, telling: Iterable[str]) -> list[range]:
        """Return the runs of changed words that are quoted, the same for both versions.

        That is the one that tells most, and those next to it while there is room.
        """
        runs = self._runs()
        if self.edit_words <= _MOST_EDITS:
            return runs
        told = {word for phrase in telling for word in folded_words(phrase) if not is_light(word)}

        def weight(at: int) -> tuple[bool, int]:
            words = (word for i in runs[at] for word in folded_words(self._text(i)))
            return told.isdisjoint(words), -len(runs[at])

        first = min(range(len(runs)), key=weight)
        last = first + 1
        while len(runs) > last - first:
            wider = (first, last + 1) if last < len(runs) else (first - 1, last)
            room = sum(map(len, runs[slice(*wider)])) <= _MOST_EDITS
            if not room and self._says_both(runs[first:last]):
                break
            first, last = wider
        return runs[first:last]

    def _says_both(self, runs: Sequence[range]) -> bool:
        """Tell whether runs show all that a reader expects: what went, and what came."""
        kinds = {self.pieces[at].edit for run in runs for at in run}
        return all(not text or edit in kinds for edit, text in self._edits())

    def _edits(self) -> tuple[tuple[Edit, str], ...]:
        return (Edit.DELETE, self.went), (Edit.INSERT, self.came)

    def _text(self, at: int) -> str:
        return self.pieces[at].before or self.pieces[at].after


@lru_cache(maxsize=1 << 6)
def places(passage: Passage) -> tuple[Place, ...]:
    """Return the sentences of a passage in which anything changed, in order.

    Every criterion that a passage flags asks for them.
    """
    pieces = pieces_of(passage)
    found = [
        Place(tuple(pieces[first:last]))
        for first, last in _spans(pieces)
        if any(one.edit is not Edit.EQUAL for one in pieces[first:last])
    ]
    return tuple(place for place in found if folded_text(place.went + place.came))


def _spans(pieces: Sequence[Piece]) -> Iterable[tuple[int, int]]:
    """Yield where sentences begin and end, both versions read along one another.

    Between words that went and those that came for them no sentence ends.
    """
    first = 0
    for place, one in enumerate(pieces):
        last = place + 1 == len(pieces)
        following = None if last else pieces[place + 1]
        replaced = following and (one.edit, following.edit) == (Edit.DELETE, Edit.INSERT)
        text = following.after or following.before if following else ""
        if last or (ends_sentence(one.after or one.before, text) and not replaced):
            yield first, place + 1
            first = place + 1


def _leads_nowhere(token: Token) -> bool:
    return not token.changed and is_light(token.text)


def says(text: str, wanted: str) -> bool:
    """Tell whether all words of a finding stand in a text, numbers in words or in figures."""
    return _said(wanted) <= _said(text)


@lru_cache(maxsize=1 << 10)
def _said(text: str) -> frozenset[str]:
    """Return the words of a text, numbers as figures: each is asked for many findings."""
    return frozenset(_COUNTED.get(word, word) for word in folded_words(text))
