"""What somebody decided, and what it lacks or contradicts: one rule for terminal and browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from desk.renewal import stands_in
from domain.errors import ConfigurationError
from domain.watchlist import Evidence, Status, Watchlist
from storage.records import Decision
from storage.store import History, Work


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided, and what the rating says from now on (None: as before)."""

    decision: Decision
    by: str
    why: str = ""
    until: datetime | None = None
    status: Status | None = None
    rationale: str | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def edits(self) -> bool:
        """Whether anything of the rating is to be another."""
        return bool(self.status is not None or self.rationale is not None or self.evidence)


class Fault(Enum):
    """Why a decision is none, as the command line says it; the browser has its own words."""

    NO_DAY = "say with --until on which day to ask again"
    DAY_PAST = "--until has to be a day to come"
    DAY_ELSEWHERE = "--until goes with --decision later, and with no other"
    NOTHING_CHANGES = "say with --status, --rationale or --evidence what changed"
    EDITS_ELSEWHERE = "--status, --rationale and --evidence go with --decision changed or confirmed"
    STATUS_ELSEWHERE = "--status goes with --decision changed: confirmed lets it stay"
    NO_FLAG = "a rating without a flag is confirmed or changed; the other decisions are about flags"
    NO_SOURCE = "no source has this id"
    NOT_HELD = "the newest version does not hold these words; copy them from the page"


class JudgementError(ConfigurationError):
    """A decision that is none, and why; nothing was recorded."""

    def __init__(self, fault: Fault, about: str = "") -> None:
        super().__init__(f"{about}: {fault.value}" if about else fault.value)
        self.fault = fault


def check(made: Judgement, watchlist: Watchlist, history: Work | History, at: datetime) -> None:
    """Make sure that a decision is whole and says what can be.

    Raises:
        JudgementError: it is not.
    """
    fault = _fault_of(made, at)
    if fault is not None:
        raise JudgementError(fault)
    for one in made.evidence:
        if watchlist.source(one.source) is None:
            raise JudgementError(Fault.NO_SOURCE, one.source)
        version = history.latest_version(one.source)
        if version is None or not stands_in(one.phrase, version.document):
            raise JudgementError(Fault.NOT_HELD, f'{one.source}: "{one.phrase}"')


def _fault_of(made: Judgement, at: datetime) -> Fault | None:
    """Return what the decision contradicts by itself."""
    of_ratings, later = made.decision.is_of_ratings, made.decision is Decision.LATER
    changed = made.decision is Decision.CHANGED
    faults = {
        Fault.NO_DAY: later and made.until is None,
        Fault.DAY_PAST: later and made.until is not None and made.until <= at,
        Fault.DAY_ELSEWHERE: not later and made.until is not None,
        Fault.NOTHING_CHANGES: changed and not made.edits,
        Fault.EDITS_ELSEWHERE: made.edits and not of_ratings,
        Fault.STATUS_ELSEWHERE: made.status is not None and of_ratings and not changed,
    }
    return next((fault for fault, found in faults.items() if found), None)
