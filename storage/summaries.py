"""Frozen values for lists: what a page shows of a row, without the wording or the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.capture import CaptureOrigin
from domain.change import Significance
from domain.problem import ProblemKind


@dataclass(frozen=True, slots=True)
class CaptureTick:
    """A capture as a mark on a line of time.

    With neither version nor problem it is one that waits to be confirmed, or a variant.
    """

    id: int
    fetched_at: datetime
    problem_kind: ProblemKind | None
    version_id: int | None


@dataclass(frozen=True, slots=True)
class CaptureSummary:
    """A capture as one row of a list."""

    id: int
    fetched_at: datetime
    status: int
    origin: CaptureOrigin
    body_hash: str
    size: int
    problem_kind: ProblemKind | None
    version_id: int | None


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version without its wording."""

    id: int
    source_id: str
    number: int
    at: datetime
    capture_id: int
    title: str
    language: str
    word_count: int


@dataclass(frozen=True, slots=True)
class VersionMaking:
    """Which version it is, and what extraction made it."""

    number: int
    fingerprint: str
    recipe: str


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """A change without its passages, but with how many there are."""

    id: int
    source_id: str
    old_number: int
    new_number: int
    at: datetime
    significance: Significance
    reason: str
    passages: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The changes of the same source before and after one, None at the ends."""

    earlier: int | None
    later: int | None


@dataclass(frozen=True, slots=True)
class CaptureSpan:
    """How many captures a source has, and when the first and the last were made."""

    count: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class FlagKey:
    """What a flag is about; `undecided` while nothing was decided but to look later."""

    id: int
    tool_id: str
    criterion: str
    source_id: str
    undecided: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The id of the newest of some rows (0 when there is none), and how many they are."""

    newest: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class DecisionsStamp:
    """The reviews of flags and of ratings at one time."""

    reviews: Tally = Tally()
    rating_reviews: Tally = Tally()
