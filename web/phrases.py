"""When a phrase stood in a source, and where it stands in a passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from storage.search import Standing
from storage.search_words import Term, words

_AROUND = 24  # words shown before and after what was found
_LONGEST = 90  # words of a snippet


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a snippet that were, or were not, searched for."""

    text: str
    found: bool


def joined(standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """Return stretches that neither overlap nor touch, oldest first.

    A phrase may stand in several passages, or wander from one to the next: it is there
    as long as one of them is.
    """
    found: list[Standing] = []
    for one in sorted(standings, key=lambda standing: standing.since_number):
        last = found[-1] if found else None
        if last is None or (last.gone_number is not None and last.gone_number < one.since_number):
            found.append(one)
        elif last.gone_number is not None and (
            one.gone_number is None or one.gone_number > last.gone_number
        ):
            found[-1] = Standing(last.since_number, last.since_at, one.gone_number, one.gone_at)
    return tuple(found)


def snippet(text: str, asked: Sequence[Term]) -> tuple[Part, ...]:
    """Return a passage around the first thing that was searched for, all of it marked."""
    shown = text.split()
    # One word as written may be several folded ones ("e-mail" is "e mail").
    parts = [(part, place) for place, word in enumerate(shown) for part in words(word)]
    marked = {place for term in asked for place in _places(parts, term)}
    first = max(0, min(marked, default=0) - _AROUND)
    last = min(len(shown), first + _LONGEST)
    flagged = [(shown[place], place in marked) for place in range(first, last)]
    found = [
        Part(" ".join(word for word, _ in group), is_found)
        for is_found, group in groupby(flagged, key=lambda one: one[1])
    ]
    before = [Part("…", found=False)] if first else []
    after = [Part("…", found=False)] if last < len(shown) else []
    return (*before, *found, *after)


def _places(parts: Sequence[tuple[str, int]], term: Term) -> Iterable[int]:
    size = len(term.words)
    for start in range(len(parts) - size + 1):
        window = parts[start : start + size]
        *head, last = [part for part, _ in window]
        fits = last.startswith(term.words[-1]) if term.prefix else last == term.words[-1]
        if fits and tuple(head) == term.words[:-1]:
            yield from (place for _, place in window)
