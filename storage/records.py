"""What the store gives back: frozen values that name their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.alert import Alert
from domain.capture import CaptureOrigin, Redirect, Validators
from domain.change import Change
from domain.document import Document
from domain.flag import Flag
from domain.opinion import Opinion
from domain.problem import Problem, ProblemKind


class Decision(StrEnum):
    """What an editor decided about a flag. The value is stable: it is stored."""

    CONFIRMED = "confirmed"  # the rating stays
    CHANGED = "changed"  # the rating is another now
    NOT_RELEVANT = "not_relevant"
    LATER = "later"  # snoozed until a time
    REOPENED = "reopened"  # takes the decision before it back

    @property
    def is_of_ratings(self) -> bool:
        """Whether it says something of the rating, and not of the flag alone."""
        return self in {Decision.CONFIRMED, Decision.CHANGED}


class FlagState(StrEnum):
    """Where a flag stands: open, or what its latest review decided."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    NOT_RELEVANT = "not_relevant"
    LATER = "later"

    @property
    def is_undecided(self) -> bool:
        """Whether somebody has yet to decide: to look later decides nothing."""
        return self in {FlagState.OPEN, FlagState.LATER}


class Ended(StrEnum):
    """Why a problem was closed. The value is stable: it is stored."""

    BACK = "back"  # the document is there again
    TURNED = "turned"  # it has become another problem
    UNWATCHED = "unwatched"  # the source was taken out of the watchlist


@dataclass(frozen=True, slots=True)
class Lease:
    """Who is checking a source, and until when nobody else may."""

    owner: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between two checks; all empty before the first.

    The validators stand for the version of `validators_version_id`. `memory` is kept
    for the caller as it is: anything JSON can say.
    """

    source_id: str
    url: str = ""
    next_due_at: datetime | None = None
    last_checked_at: datetime | None = None
    last_good_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    validators_version_id: int | None = None
    body_hash: str = ""
    visible_hash: str = ""
    memory: Mapping[str, Any] = field(default_factory=dict)

    @property
    def validators(self) -> Validators:
        """What to ask the server "has it changed?" with."""
        return Validators(etag=self.etag, last_modified=self.last_modified)


@dataclass(frozen=True, slots=True)
class LetGo:
    """When the bytes of a quiet capture were let go, and for how many days such are kept."""

    at: datetime
    days: int


@dataclass(frozen=True, slots=True)
class Saving:
    """What letting go of quiet bodies wins: how many, and their frames in bytes.

    What the bodies that rested on them take more is taken off already.
    """

    bodies: int = 0
    bytes: int = 0

    def __add__(self, other: Saving) -> Saving:
        """Return both together."""
        return Saving(self.bodies + other.bodies, self.bytes + other.bytes)


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """A capture without its bytes; `let_go` when these are no longer stored."""

    id: int
    source_id: str
    fetched_at: datetime
    requested_url: str
    final_url: str
    redirects: tuple[Redirect, ...]
    status: int
    headers: tuple[tuple[str, str], ...]
    origin: CaptureOrigin
    body_hash: str
    size: int
    problem_kind: ProblemKind | None
    version_id: int | None
    let_go: LetGo | None


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A version: the wording, and the extraction that made it."""

    id: int
    source_id: str
    number: int
    capture_id: int
    at: datetime
    fingerprint: str
    recipe: str
    wording_hash: str
    document: Document
    word_count: int
    replaces_id: int | None


@dataclass(frozen=True, slots=True)
class StoredChange:
    """A change with the numbers of the versions it lies between."""

    id: int
    source_id: str
    old_version_id: int
    new_version_id: int
    old_number: int
    new_number: int
    at: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class StoredReview:
    """One entry of the audit of a flag. `until` is set for `later` alone."""

    id: int
    flag_id: int
    decision: Decision
    by: str
    at: datetime
    why: str
    until: datetime | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RatingReview:
    """A rating that was read again without a flag that asked for it."""

    id: int
    tool_id: str
    criterion: str
    decision: Decision
    by: str
    at: datetime
    why: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MadeDecision:
    """What was decided about a flag, or about a rating without one (no flag, no change)."""

    tool_id: str
    criterion: str
    decision: Decision
    by: str
    at: datetime
    why: str
    details: Mapping[str, Any]
    flag_id: int | None = None
    change_id: int | None = None


@dataclass(frozen=True, slots=True)
class DigestQueue:
    """How many flags wait for a digest of an editor, named by mail address, and until when."""

    recipient: str
    due_at: datetime
    flags: int


@dataclass(frozen=True, slots=True)
class DigestItem:
    """A flag that waits for the digest of an editor, named by mail address."""

    id: int
    recipient: str
    flag_id: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class StoredFlag:
    """A flag and where it stands; `review` is the latest one."""

    id: int
    change_id: int
    source_id: str
    at: datetime
    flag: Flag
    state: FlagState
    review: StoredReview | None


@dataclass(frozen=True, slots=True)
class StoredOpinion:
    """A second opinion about a flag, and when it was given."""

    id: int
    flag_id: int
    at: datetime
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A problem from when it opened to when it closed, and why (None while it is open)."""

    id: int
    source_id: str
    problem: Problem
    opened_at: datetime
    closed_at: datetime | None
    capture_id: int | None
    ended: Ended | None = None


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """An alert in the outbox.

    `tries` counts those that failed for a reason of its own; `tried_at` is when it was
    last tried, or its channel was, and `last_error` what that met.
    """

    id: int
    alert: Alert
    queued_at: datetime
    next_try_at: datetime
    tries: int
    delivered_at: datetime | None
    given_up_at: datetime | None
    last_error: str
    tried_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is in the outbox: how much, since when, and for which reasons.

    `given_up` of them are no longer tried; `again_at` is when the next one is.
    """

    alerts: int
    since: datetime
    given_up: int = 0
    again_at: datetime | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the store that contradicts itself: `what` of which table and id."""

    table: str
    id: str
    what: str
