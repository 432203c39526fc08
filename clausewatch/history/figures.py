"""Figures about reviews: what is open and how old, how long deciding takes, false alarms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from storage.records import Decision, FlagState, StoredFlag, StoredReview

# Up to how old, and what that is called.
AGES = (
    ("up to a day", timedelta(days=1)),
    ("up to a week", timedelta(days=7)),
    ("up to a month", timedelta(days=30)),
    ("older", timedelta.max),
)
_FINAL = {Decision.CONFIRMED, Decision.CHANGED, Decision.NOT_RELEVANT}


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """What became of the flags on one criterion."""

    flags: int
    decided: int
    not_relevant: int

    @property
    def false_alarms(self) -> float | None:
        """The share of decided flags that editors judged not relevant, None before any."""
        return self.not_relevant / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures at one time. Times to decide are from the flag to its first decision."""

    open: int
    open_by_age: Mapping[str, int]
    oldest_open: timedelta | None
    decided: int
    median_time: timedelta | None
    longest_time: timedelta | None
    criteria: Mapping[str, CriterionFigures]

    @property
    def total(self) -> CriterionFigures:
        """All criteria together."""
        every = self.criteria.values()
        return CriterionFigures(
            sum(one.flags for one in every),
            sum(one.decided for one in every),
            sum(one.not_relevant for one in every),
        )


def figures_of(
    flags: Sequence[StoredFlag], reviews: Iterable[StoredReview], now: datetime
) -> Figures:
    """Return the figures of flags with their reviews, the oldest review first."""
    open_flags = [flag for flag in flags if flag.state is FlagState.OPEN]
    ages = [now - flag.at for flag in open_flags]
    times = _times(flags, reviews)
    return Figures(
        open=len(open_flags),
        open_by_age=_by_age(ages),
        oldest_open=max(ages, default=None),
        decided=len(times),
        median_time=_median(times),
        longest_time=max(times, default=None),
        criteria=_by_criterion(flags),
    )


def _median(times: Sequence[timedelta]) -> timedelta | None:
    if not times:
        return None
    return timedelta(seconds=median(time.total_seconds() for time in times))


def _times(flags: Sequence[StoredFlag], reviews: Iterable[StoredReview]) -> list[timedelta]:
    raised = {flag.id: flag.at for flag in flags}
    first: dict[int, datetime] = {}
    for review in reviews:
        if review.decision in _FINAL and review.flag_id in raised:
            first.setdefault(review.flag_id, review.at)
    # A replay raises flags in the past of those who decide them, never in their future.
    return [max(at - raised[number], timedelta()) for number, at in first.items()]


def _by_age(ages: Iterable[timedelta]) -> dict[str, int]:
    counted = Counter(next(name for name, most in AGES if age <= most) for age in ages)
    return {name: counted[name] for name, _ in AGES}


def _by_criterion(flags: Iterable[StoredFlag]) -> dict[str, CriterionFigures]:
    together: defaultdict[str, list[FlagState]] = defaultdict(list)
    for flag in flags:
        together[flag.flag.criterion].append(flag.state)
    return {
        criterion: CriterionFigures(
            flags=len(states),
            decided=sum(not state.is_undecided for state in states),
            not_relevant=states.count(FlagState.NOT_RELEVANT),
        )
        for criterion, states in sorted(together.items())
    }
