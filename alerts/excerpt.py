"""Cuts a long passage to what an editor has to read, and counts what is left out.

A passage can be a table of nine thousand words of which six changed. Shown is what
changed with some words around it. Where even that is too much, the part that the
findings speak of is kept rather than the beginning.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alerts.plain import words_of
from domain.change import Edit, Passage, PassageKind, Segment

CONTEXT = 18  # words kept on each side of what changed
LONGEST_RUN = 110  # words shown of one run that came or went
LEAD = 25  # words shown before the telling place of a cut run
SHORTEST_CUT = 20  # fewer words are shown rather than counted
MOST_WORDS = 320  # words shown of one passage, where each run costs
RUN_COST = 3  # some words more: many small runs make a mail long, and hard to read
_OPENING = tuple("([{“„")
_CLOSING = tuple(",.;:!?)]}”")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words to show, or the number of words left out in its place.

    `edit` is None where both unchanged and changed words were left out. `tight` says
    that no space stands before it, as after an opening bracket.
    """

    edit: Edit | None
    text: str = ""
    hidden: int = 0
    tight: bool = False

    @property
    def length(self) -> int:
        """Number of words shown."""
        return len(self.text.split())


def excerpt(passage: Passage) -> tuple[Piece, ...]:
    """Return the passage as pieces in reading order, short enough for a mail."""
    segments = _segments(passage)
    telling = _telling(passage)
    cut: list[Piece] = []
    for place, segment in enumerate(segments):
        words = words_of(segment.text)
        if segment.edit is Edit.EQUAL and passage.kind is not PassageKind.MOVED:
            cut += _context(words, first=place == 0, last=place == len(segments) - 1)
        else:
            cut += _run(segment.edit, words, telling)
    return tuple(_set_tight(list(_joined(_within_budget(cut, telling)))))


def _segments(passage: Passage) -> Sequence[Segment]:
    if passage.segments:
        return passage.segments
    if passage.before == passage.after:
        return [Segment(Edit.EQUAL, passage.after)]
    sides = ((Edit.DELETE, passage.before), (Edit.INSERT, passage.after))
    return [Segment(edit, text) for edit, text in sides if text]


def _telling(passage: Passage) -> tuple[str, ...]:
    sides = (side for finding in passage.findings for side in (finding.before, finding.after))
    return tuple(" ".join(words_of(side)).casefold() for side in sides if side.strip())


def _context(words: list[str], *, first: bool, last: bool) -> Iterator[Piece]:
    """Keep the words next to what changed; the rest of an unchanged run is counted."""
    head = 0 if first else CONTEXT
    tail = 0 if last else CONTEXT
    yield from _without_middle(Edit.EQUAL, words, head, len(words) - tail)


def _run(edit: Edit, words: list[str], telling: tuple[str, ...]) -> Iterator[Piece]:
    """Keep the part of a changed run that tells most; count what is left out."""
    if len(words) <= LONGEST_RUN + SHORTEST_CUT:
        if words:
            yield Piece(edit, " ".join(words))
        return
    start = min(max(0, _telling_place(words, telling) - LEAD), len(words) - LONGEST_RUN)
    if start < SHORTEST_CUT:
        start = 0
    yield from _without_middle(edit, words[: start + LONGEST_RUN], 0, start)
    yield from _without_middle(edit, words[start + LONGEST_RUN :], 0, len(words))


def _without_middle(edit: Edit, words: list[str], head: int, tail: int) -> Iterator[Piece]:
    tail = min(tail, len(words))
    if tail - head < SHORTEST_CUT:
        if words:
            yield Piece(edit, " ".join(words))
        return
    if head:
        yield Piece(edit, " ".join(words[:head]))
    yield Piece(edit, hidden=tail - head)
    if words[tail:]:
        yield Piece(edit, " ".join(words[tail:]))


def _telling_place(words: list[str], telling: tuple[str, ...]) -> int:
    text = " ".join(words).casefold()
    places = [text.find(phrase) for phrase in telling]
    found = [place for place in places if place >= 0]
    return text.count(" ", 0, min(found)) if found else 0


def _within_budget(pieces: list[Piece], telling: tuple[str, ...]) -> Iterator[Piece]:
    """Hide what is over the budget: the telling pieces are paid for first."""

    def rank(place: int) -> tuple[bool, int]:
        text = pieces[place].text.casefold()
        tells = pieces[place].edit is not Edit.EQUAL and any(
            phrase in text or text in phrase for phrase in telling if text
        )
        return (not tells, place)

    left, kept = MOST_WORDS, set()
    for place in sorted(range(len(pieces)), key=rank):
        cost = pieces[place].length + RUN_COST
        if pieces[place].hidden:
            kept.add(place)
        elif cost <= left:
            kept.add(place)
            left -= cost
    for place, piece in enumerate(pieces):
        yield piece if place in kept else Piece(piece.edit, hidden=piece.length)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Make one count of counts that follow each other; of two kinds it is a mixed one."""
    pending: Piece | None = None
    for piece in pieces:
        if pending and pending.hidden and piece.hidden:
            edit = pending.edit if pending.edit is piece.edit else None
            pending = replace(pending, edit=edit, hidden=pending.hidden + piece.hidden)
            continue
        if pending:
            yield pending
        pending = piece
    if pending:
        yield pending


def _set_tight(pieces: list[Piece]) -> Iterator[Piece]:
    """Runs are cut between words: at a bracket or a comma there was no space to begin with."""
    before = ""
    for piece in pieces:
        tight = bool(piece.text) and (
            before.endswith(_OPENING) or (bool(before) and piece.text.startswith(_CLOSING))
        )
        yield replace(piece, tight=tight)
        before = piece.text
