"""Words of a passage, marked as kept, come or gone, and as evidence of a rating."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.change import Edit, Segment
from domain.flag import EvidenceState
from review.comparing.segments import hunks, segments
from review.successors import successor_in
from review.words.folding import folded_text
from review.words.wording import clean
from review.words.wording import words as words_of


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that are shown alike."""

    edit: Edit
    text: str
    evidence: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """One passage as it is shown: the words of both versions in one text, and apart."""

    both: tuple[Run, ...]
    before: tuple[Run, ...]
    after: tuple[Run, ...]


def marked(segments: Sequence[Segment], phrases: Iterable[str]) -> Marked:
    """Return the runs of a passage; `phrases` are marked where either version has them."""
    phrases = tuple(phrases)
    words = [(segment.edit, word) for segment in segments for word in segment.text.split()]
    evidence = [False] * len(words)
    for other in (Edit.INSERT, Edit.DELETE):
        side = [place for place, (edit, _) in enumerate(words) if edit is not other]
        for found in _places([words[place][1] for place in side], phrases):
            evidence[side[found]] = True
    shown = [(edit, word, mark) for (edit, word), mark in zip(words, evidence, strict=True)]
    return Marked(
        both=_runs(shown),
        before=_runs(one for one in shown if one[0] is not Edit.INSERT),
        after=_runs(one for one in shown if one[0] is not Edit.DELETE),
    )


def became(state: EvidenceState) -> tuple[Run, ...]:
    """Return the sentence of reworded evidence word by word, nothing where that cannot be told."""
    found = successor_in(state.phrase, state.before, state.after)
    if found is None:
        return ()
    before, after = clean(found.before), clean(found.after)
    old, new = words_of(before), words_of(after)
    edits = hunks([word.key for word in old], [word.key for word in new])
    return marked(segments(before, old, after, new, edits), (state.phrase,)).both


def plain(text: str, phrases: Iterable[str]) -> tuple[Run, ...]:
    """Return the runs of a text that did not change."""
    phrases, words = tuple(phrases), text.split()
    if words and not _places(words, phrases):
        return (Run(Edit.EQUAL, " ".join(words)),)
    return marked((Segment(Edit.EQUAL, text),), phrases).both


def _runs(words: Iterable[tuple[Edit, str, bool]]) -> tuple[Run, ...]:
    return tuple(
        Run(edit, " ".join(word for _, word, _ in group), mark)
        for (edit, mark), group in groupby(words, key=lambda one: (one[0], one[2]))
    )


def _places(words: Sequence[str], phrases: Iterable[str]) -> set[int]:
    """Return the places of the words that one of the phrases covers."""
    whole = f" {folded_text(' '.join(words))} "
    wanted = [phrase for phrase in map(folded_text, phrases) if f" {phrase} " in whole]
    if not wanted:
        return set()
    # One word as written may be several folded ones ("e.g." is "e g").
    parts = [
        (part, place) for place, word in enumerate(words) for part in folded_text(word).split()
    ]
    found: set[int] = set()
    for phrase in wanted:
        found |= _covered(parts, phrase.split())
    return found


def _covered(parts: Sequence[tuple[str, int]], phrase: Sequence[str]) -> set[int]:
    size = len(phrase)
    covered: set[int] = set()
    for start in range(len(parts) - size + 1 if size else 0):
        window = parts[start : start + size]
        if [part for part, _ in window] == list(phrase):
            covered |= {place for _, place in window}
    return covered
