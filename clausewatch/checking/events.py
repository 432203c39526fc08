"""What a check is made of and what it has to tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from clausewatch.parts import Parts
from domain.change import Significance
from domain.flag import Flag
from domain.problem import Problem
from domain.watchlist import Source
from review.verdict import Outcome
from storage.store import Work


class EventKind(StrEnum):
    """What a check has to tell."""

    FIRST = "first"
    CHANGE = "change"
    PROBLEM = "problem"
    RECOVERED = "recovered"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a check found out, for the terminal and for a replay."""

    kind: EventKind
    detail: str
    significance: Significance = Significance.NONE
    flags: tuple[Flag, ...] = ()
    change_id: int | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one check of one source came to; `events` is empty when all is as it was."""

    source_id: str
    at: datetime
    outcome: Outcome
    events: tuple[Event, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True)
class Check:
    """One check under way: what each of its steps needs."""

    source: Source
    at: datetime
    parts: Parts
    work: Work
    events: list[Event] = field(default_factory=list)

    def tell(self, event: Event) -> None:
        """Keep an event, to be told when the check is committed."""
        self.events.append(event)
