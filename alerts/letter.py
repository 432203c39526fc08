"""What a change alert says, put in order before it is put into words of a format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from alerts.excerpt import Piece, excerpt
from alerts.links import Links
from alerts.plain import one_line, short
from domain.change import Change, Passage
from domain.flag import EvidenceState, EvidenceStatus, Flag
from domain.names import EVIDENCE, PASSAGES, STATUSES, URGENCIES
from domain.sentence import Sentence
from domain.watchlist import Criterion, Rating, Tool

PASSAGES_A_FLAG = 4
PASSAGES_A_LETTER = 12
# Gmail shows 102 KB of a mail and hides the rest, links and all.
CHARACTERS_A_LETTER = 55_000
CHARACTERS_A_PIECE = 220  # what the markup of one piece takes
# A status that an editor has to look at, in the order of the list.
_WORST_FIRST = (
    EvidenceStatus.GONE,
    EvidenceStatus.REWORDED,
    EvidenceStatus.NEVER_FOUND,
    EvidenceStatus.MOVED,
    EvidenceStatus.INTACT,
)


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One phrase that the rating rests on, and what became of it."""

    phrase: str
    status: str
    endangered: bool


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """One passage as the alert shows it; `copies` others say exactly the same."""

    number: int
    heading: str
    kind: str
    pieces: tuple[Piece, ...]
    copies: int
    link: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A flag on the same criterion, by an earlier change of the source, still undecided."""

    flag_id: int
    at: datetime
    summary: Sentence


@dataclass(frozen=True, slots=True)
class EarlierLine:
    """An earlier flag as the alert names it."""

    at: datetime
    summary: str
    link: str


@dataclass(frozen=True, slots=True)
class FlagItem:
    """One criterion to re-review, with all that an editor needs at hand."""

    criterion: str
    status: str
    status_key: str
    urgency: str
    summary: str
    reasons: tuple[str, ...]
    rationale: str
    evidence: tuple[EvidenceLine, ...]
    passages: tuple[ShownPassage, ...]
    shown_above: tuple[int, ...]
    hidden: int
    earlier: tuple[EarlierLine, ...]
    link: str
    command: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All flags of one tool by one change, most urgent first."""

    items: tuple[FlagItem, ...]
    other_passages: int


def letter_of(  # noqa: PLR0913 - all are keywords
    flags: Sequence[tuple[int, Flag]],
    *,
    change: Change,
    change_id: int,
    tool: Tool,
    criteria: Mapping[str, Criterion],
    links: Links,
    language: str,
    earlier: Mapping[str, Sequence[Earlier]] | None = None,
    room: int = CHARACTERS_A_LETTER,
    also: Sequence[tuple[int, Flag]] = (),
) -> Letter:
    """Put the flags in order and give each passage to the first flag that shows it.

    `earlier` are undecided flags by criterion; `room` is in characters of markup; `also`
    are flags by the same change in other sources, to be decided together with these.
    """
    gallery = _Gallery(change.passages, change_id, links, language, room)
    items = []
    for flag_id, flag in sorted(flags, key=_most_urgent):
        rating = tool.rating(flag.criterion)
        shown, above, hidden = gallery.show(flag.passages)
        items.append(
            FlagItem(
                criterion=criterion_label(flag.criterion, criteria, language),
                status=STATUSES[rating.status].in_language(language) if rating else "",
                status_key=rating.status.value if rating else "none",
                urgency=URGENCIES[flag.priority].in_language(language),
                summary=one_line(flag.summary.in_language(language)),
                reasons=_reasons(flag, language),
                rationale=_rationale(rating),
                evidence=_evidence(flag.evidence, language),
                passages=shown,
                shown_above=above,
                hidden=hidden,
                earlier=_earlier((earlier or {}).get(flag.criterion, ()), links, language),
                link=links.review(flag_id),
                command=links.review_command(flag_id, *_numbers(also, flag.criterion)),
            )
        )
    return Letter(tuple(items), gallery.untouched(flag for _, flag in flags))


def criterion_label(key: str, criteria: Mapping[str, Criterion], language: str) -> str:
    """Return what people call a criterion; its key when the language has no label."""
    labels = criteria[key].label if key in criteria else {}
    return one_line(labels.get(language) or labels.get("en") or key)


class _Gallery:
    """The passages of a change while they are given to flags: each is shown once."""

    def __init__(
        self,
        passages: Sequence[Passage],
        change_id: int,
        links: Links,
        language: str,
        room: int,
    ) -> None:
        self._passages = passages
        self._change_id = change_id
        self._links = links
        self._language = language
        self._numbers: dict[tuple[str, str], int] = {}
        self._room = room

    def show(self, wanted: Iterable[int]) -> tuple[tuple[ShownPassage, ...], tuple[int, ...], int]:
        """Return the passages to show now, the numbers of those above, and how many are left."""
        shown: list[ShownPassage] = []
        above: list[int] = []
        hidden = 0
        for index, wording in self._distinct(wanted):
            if wording in self._numbers:
                above.append(self._numbers[wording])
            elif len(shown) < PASSAGES_A_FLAG and self._has_room():
                self._numbers[wording] = len(self._numbers) + 1
                shown.append(self._shown(index, wording))
            else:
                hidden += 1
        return tuple(shown), tuple(sorted(above)), hidden

    def untouched(self, flags: Iterable[Flag]) -> int:
        """Return how many different passages no flag speaks of."""
        touched = {_wording(self._passages[index]) for flag in flags for index in flag.passages}
        return len({_wording(passage) for passage in self._passages} - touched)

    def _has_room(self) -> bool:
        return self._room > 0 and len(self._numbers) < PASSAGES_A_LETTER

    def _distinct(self, wanted: Iterable[int]) -> Iterable[tuple[int, tuple[str, str]]]:
        first: dict[tuple[str, str], int] = {}
        for index in wanted:
            first.setdefault(_wording(self._passages[index]), index)
        return [(index, wording) for wording, index in first.items()]

    def _shown(self, index: int, wording: tuple[str, str]) -> ShownPassage:
        passage = self._passages[index]
        pieces = excerpt(passage)
        self._room -= sum(len(piece.text) + CHARACTERS_A_PIECE for piece in pieces)
        return ShownPassage(
            number=self._numbers[wording],
            heading=short(passage.heading, 120),
            kind=PASSAGES[passage.kind].in_language(self._language),
            pieces=pieces,
            copies=sum(_wording(other) == wording for other in self._passages) - 1,
            link=self._links.passage(self._change_id, index),
        )


def _wording(passage: Passage) -> tuple[str, str]:
    return passage.before, passage.after


def _most_urgent(numbered: tuple[int, Flag]) -> tuple[int, float, str, int]:
    flag_id, flag = numbered
    return -flag.priority, -flag.score, flag.criterion, flag_id


def _reasons(flag: Flag, language: str) -> tuple[str, ...]:
    """Return the single grounds, without what the summary has said already."""
    lines = dict.fromkeys(one_line(reason.in_language(language)) for reason in flag.reasons)
    lines.pop(one_line(flag.summary.in_language(language)), None)
    return tuple(short(line, 500) for line in lines if line)


def _numbers(flags: Iterable[tuple[int, Flag]], criterion: str) -> list[int]:
    return [flag_id for flag_id, flag in flags if flag.criterion == criterion]


def _earlier(flags: Iterable[Earlier], links: Links, language: str) -> tuple[EarlierLine, ...]:
    return tuple(
        EarlierLine(
            flag.at,
            short(flag.summary.in_language(language), 200),
            links.review(flag.flag_id),
        )
        for flag in flags
    )


def _rationale(rating: Rating | None) -> str:
    return short(rating.rationale, 600) if rating else ""


def _evidence(states: Iterable[EvidenceState], language: str) -> tuple[EvidenceLine, ...]:
    return tuple(
        EvidenceLine(
            phrase=short(state.phrase, 300),
            status=EVIDENCE[state.status].in_language(language),
            endangered=state.status in {EvidenceStatus.GONE, EvidenceStatus.REWORDED},
        )
        for state in sorted(states, key=lambda state: _WORST_FIRST.index(state.status))
    )
