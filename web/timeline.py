"""A source's life as a picture: where each mark stands, before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil, log1p
from typing import Literal

from domain.change import Significance
from domain.problem import ProblemKind
from storage.records import StoredProblem
from storage.summaries import CaptureTick, ChangeSummary

WIDTH = 1000
CHANGES_HEIGHT = 90  # the lane of the changes; the others lie below it
_MARKS = 13  # of the calendar at most; their names would touch
ZOOMS = {
    "2y": timedelta(days=731),
    "1y": timedelta(days=366),
    "90d": timedelta(days=90),
    "30d": timedelta(days=30),
    "7d": timedelta(days=7),
    "1d": timedelta(days=1),
}
_LARGE = 60  # passages; a change of more is not drawn higher
_LOWEST = 14  # a change of one passage can still be pointed at


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that is shown."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.end - self.start

    def x(self, at: datetime) -> float:
        """Return where a time stands, from 0 to WIDTH."""
        share = (at - self.start) / self.length
        return round(max(0.0, min(1.0, share)) * WIDTH, 1)

    def moved(self, share: float) -> Window:
        """Return the window a share of its length later, or earlier when negative."""
        return Window(self.start + self.length * share, self.end + self.length * share)

    def zoomed(self, length: timedelta) -> Window:
        """Return a window of another length that ends where this one does."""
        return Window(self.end - length, self.end)


@dataclass(frozen=True, slots=True)
class Bar:
    """A change: the more passages, the higher."""

    change: ChangeSummary
    x: float
    top: float
    significance: Significance


@dataclass(frozen=True, slots=True)
class Stretch:
    """A problem, from when it opened to when it closed."""

    problem: StoredProblem
    kind: ProblemKind
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an hour, a day or a month of the calendar begins."""

    at: datetime
    x: float
    step: Literal["hour", "day", "month"]


@dataclass(frozen=True, slots=True)
class Picture:
    """All marks. The ticks are paths of SVG, one for each sort of capture."""

    window: Window
    good: str
    waiting: str
    bad: str
    bars: tuple[Bar, ...]
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


def picture(
    window: Window,
    ticks: Sequence[CaptureTick],
    changes: Iterable[ChangeSummary],
    problems: Iterable[StoredProblem],
    now: datetime,
) -> Picture:
    """Return where everything stands in a window of time; what is not over lasts until now."""
    good = [tick for tick in ticks if tick.problem_kind is None and tick.version_id is not None]
    waiting = [tick for tick in ticks if tick.problem_kind is None and tick.version_id is None]
    bad = [tick for tick in ticks if tick.problem_kind is not None]
    return Picture(
        window=window,
        good=_path(window, good),
        waiting=_path(window, waiting),
        bad=_path(window, bad),
        bars=tuple(_bar(window, one) for one in changes if window.start <= one.at <= window.end),
        stretches=tuple(_stretches(window, problems, now)),
        marks=marks(window),
    )


def marks(window: Window) -> tuple[Mark, ...]:
    """Return the finest round times of the calendar that are few enough to be named."""
    for hours in (1, 3, 6, 12):
        if window.length <= timedelta(hours=hours) * (_MARKS - 1):
            return _marked(window, "hour", timedelta(hours=hours))
    for days in (1, 2, 7, 14):
        if window.length <= timedelta(days=days) * (_MARKS - 1):
            return _marked(window, "day", timedelta(days=days))
    steps = (1, 2, 3, 6, 12, 24, 60, 120, 300)
    months = next(n for n in steps if window.length.days <= 31 * n * (_MARKS - 1))
    found = []
    year, month = window.start.year, 1
    while (at := datetime(year, month, 1, tzinfo=UTC)) <= window.end:
        if at >= window.start:
            found.append(Mark(at, window.x(at), "month"))
        year, month = year + (month + months - 1) // 12, (month + months - 1) % 12 + 1
    return tuple(found)


def _marked(window: Window, step: Literal["hour", "day"], length: timedelta) -> tuple[Mark, ...]:
    # Counted from a Monday, so that weeks begin with one.
    monday = datetime(1990, 1, 1, tzinfo=UTC)
    at = monday + length * ceil((window.start - monday) / length)
    found = []
    while at <= window.end:
        found.append(Mark(at, window.x(at), step))
        at += length
    return tuple(found)


def _path(window: Window, ticks: Iterable[CaptureTick]) -> str:
    """Return one path for all ticks; those on the same spot are drawn once."""
    spots = dict.fromkeys(round(window.x(tick.fetched_at)) for tick in ticks)
    return "".join(f"M{spot} 0v12" for spot in spots)


def _bar(window: Window, change: ChangeSummary) -> Bar:
    share = log1p(min(change.passages, _LARGE)) / log1p(_LARGE)
    height = _LOWEST + share * (CHANGES_HEIGHT - _LOWEST)
    return Bar(change, window.x(change.at), round(CHANGES_HEIGHT - height, 1), change.significance)


def _stretches(
    window: Window, problems: Iterable[StoredProblem], now: datetime
) -> Iterable[Stretch]:
    for problem in problems:
        until = problem.closed_at or max(problem.opened_at, now)
        if until >= window.start and problem.opened_at <= window.end:
            start, end = window.x(problem.opened_at), window.x(until)
            # However short, it can be seen.
            yield Stretch(problem, problem.problem.kind, min(start, WIDTH - 3), max(end, start + 3))
