"""What a reading of a source means, given what is remembered about the source.

A page can lie for a moment: an error page, a consent wall, a variant that another
machine of the provider serves. What is seen is therefore weighed before it is told:

* A wording never seen before is news at once: a missed change is worst. Only on a page
  that is known to flip it has to be seen twice: by a second fetch within minutes, or
  later, when other variants came in between.
* A wording whose every difference was seen before is a *return*. A page that flips
  between known texts would return for ever, so a return is told only after it has
  stayed for `captures_to_stay` captures, and each return makes the next one wait
  longer. A flip to and fro is thereby silent, a real return late (by two captures the
  first time).
* Where something else on the page goes on flipping, the whole text never stays. So each
  block that came or went is waited for by itself as well, at least for `BLOCK_STAYS`
  captures, and longer the more often that very block came and went before.
* A problem opens at once when it is certain, else when a second capture agrees; it
  closes with the first good capture. The last good version stays the base meanwhile.

Everything here is pure: the memory goes in, the verdict with the new memory comes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.problem import Problem
from review.lapses import Lapses

REMEMBER_RETURNS = timedelta(days=120)

BLOCK_STAYS = 10
"""Captures in a row in which a block has come or gone before that is told by itself."""

MOST_FLIPS = 2_000
"""So many blocks that come and go are remembered, those of late."""

GLIMPSES = 8
"""How many wordings that were seen once are remembered of a page that flips."""

FLIPS = 2
"""A page that went back this often within `REMEMBER_RETURNS` is known to flip."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A wording that has not stayed for long enough yet, and for how many captures.

    `news` tells a wording never seen before from a return to a known one. `away` says of
    each block that came or went for how many captures in a row it has.
    """

    wording_hash: str
    captures: int
    news: bool = False
    away: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flips:
    """How often a block came and went, and when it last did."""

    count: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered about a source between two checks.

    `suspected` is the kind of a problem that one capture showed and none confirmed.
    `returns` are the times at which the source went back to a wording known before.
    `moved_to` is the address of a permanent move that was told already, `reminded` when
    somebody was last reminded of a problem that lasts. `lapses` is who knows what of
    problems that come and go; `unreadable` the last good capture of the time without
    one that editors were told of. `glimpsed` are the wordings that a page which flips
    showed once and has not shown again since. `flips` are the blocks that came and went.
    """

    suspected: str = ""
    waiting: Waiting | None = None
    returns: tuple[datetime, ...] = ()
    moved_to: str = ""
    reminded: datetime | None = None
    lapses: Lapses = field(default_factory=Lapses)
    unreadable: datetime | None = None
    glimpsed: tuple[str, ...] = ()
    flips: Mapping[str, Flips] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trouble:
    """The capture is not the document, or there is none."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Wording:
    """The capture is the document.

    `is_return` and `differing` as told by `is_return()` and `differing_blocks()`.
    """

    wording_hash: str
    is_return: bool = False
    differing: frozenset[str] = frozenset()


class Outcome(StrEnum):
    """What is to be done with a reading."""

    FIRST = "first"  # the first good capture: becomes the base, nothing to compare
    UNCHANGED = "unchanged"
    CHANGE = "change"  # compare with the base, flag, tell
    WAITING = "waiting"  # a wording that has to stay first
    SUSPECTED = "suspected"  # a problem that has to be confirmed
    PROBLEM = "problem"  # opens now
    STILL_PROBLEM = "still_problem"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome, what to remember, and whether an open problem ends with it."""

    outcome: Outcome
    memory: Memory
    recovered: bool = False

    @property
    def check_again_soon(self) -> bool:
        """A second fetch within minutes can confirm or clear a suspicion."""
        waiting = self.memory.waiting
        return self.outcome is Outcome.SUSPECTED or (waiting is not None and waiting.news)


def captures_to_stay(returns: int) -> int:
    """Return how many captures in a row must show a return before it is told.

    >>> [captures_to_stay(returns) for returns in range(5)]
    [3, 5, 10, 20, 40]
    """
    return 3 if returns == 0 else 5 * 2 ** min(returns - 1, 6)


def judge(
    reading: Trouble | Wording,
    memory: Memory,
    *,
    base_hash: str | None,
    problem_open: bool,
    at: datetime,
) -> Verdict:
    """Weigh a reading against what is remembered.

    Args:
        reading: what the capture showed.
        memory: what was remembered after the check before.
        base_hash: wording hash of the last good version, None when there is none yet.
        problem_open: whether a problem of this source is open.
        at: when the capture was fetched.
    """
    if isinstance(reading, Trouble):
        return _judge_trouble(reading.problem, memory, problem_open=problem_open)
    calm = replace(memory, suspected="")
    if base_hash is None:
        return Verdict(Outcome.FIRST, replace(calm, waiting=None), recovered=problem_open)
    calm = replace(calm, returns=_recent(memory.returns, at), flips=_recent_flips(memory, at))
    if reading.wording_hash == base_hash:
        return Verdict(Outcome.UNCHANGED, _forget_waiting(calm, at), recovered=problem_open)
    if not reading.is_return:
        return _judge_news(reading.wording_hash, calm, problem_open=problem_open)
    return _judge_return(reading, calm, problem_open=problem_open, at=at)


def _judge_trouble(problem: Problem, memory: Memory, *, problem_open: bool) -> Verdict:
    if problem_open:
        return Verdict(Outcome.STILL_PROBLEM, memory)
    if problem.certain or memory.suspected:
        return Verdict(Outcome.PROBLEM, replace(memory, suspected=""))
    return Verdict(Outcome.SUSPECTED, replace(memory, suspected=problem.kind.value))


def _judge_news(wording_hash: str, memory: Memory, *, problem_open: bool) -> Verdict:
    in_a_row = memory.waiting is not None and memory.waiting.news
    seen_before = in_a_row or wording_hash in memory.glimpsed
    if len(memory.returns) < FLIPS or seen_before:
        told = replace(memory, waiting=None, glimpsed=())
        return Verdict(Outcome.CHANGE, told, recovered=problem_open)
    glimpsed = (*memory.glimpsed, wording_hash)[-GLIMPSES:]
    news = Waiting(wording_hash, 1, news=True)
    waiting = replace(memory, waiting=news, glimpsed=glimpsed)
    return Verdict(Outcome.WAITING, waiting, recovered=problem_open)


def _judge_return(reading: Wording, memory: Memory, *, problem_open: bool, at: datetime) -> Verdict:
    before = memory.waiting or Waiting("", 0)
    seen = before.captures + 1 if before.wording_hash == reading.wording_hash else 1
    away = {block: before.away.get(block, 0) + 1 for block in reading.differing}
    back = before.away.keys() - away.keys()
    memory = replace(memory, flips=_counted(memory.flips, back, at))
    if seen >= captures_to_stay(len(memory.returns)) or _block_stays(away, memory.flips):
        settled = replace(
            memory,
            waiting=None,
            returns=(*memory.returns, at),
            flips=_counted(memory.flips, away, at),
        )
        return Verdict(Outcome.CHANGE, settled, recovered=problem_open)
    waiting = replace(memory, waiting=Waiting(reading.wording_hash, seen, away=away))
    return Verdict(Outcome.WAITING, waiting, recovered=problem_open)


def _block_stays(away: Mapping[str, int], flips: Mapping[str, Flips]) -> bool:
    """Tell whether a block has come or gone for so long that it is no variant."""
    return any(
        captures >= max(BLOCK_STAYS, captures_to_stay(flips[block].count if block in flips else 0))
        for block, captures in away.items()
    )


def _counted(flips: Mapping[str, Flips], blocks: Iterable[str], at: datetime) -> dict[str, Flips]:
    """Count that blocks came back to where they were, or went there; the latest last."""
    counted = dict(flips)
    for block in sorted(blocks):
        known = counted.pop(block, None)
        counted[block] = Flips(known.count + 1 if known else 1, at)
    return dict(list(counted.items())[-MOST_FLIPS:])


def _forget_waiting(memory: Memory, at: datetime) -> Memory:
    """The page is back at the base: what waited was a variant, and is counted as one."""
    if memory.waiting is None:
        return memory
    flips = _counted(memory.flips, memory.waiting.away, at)
    return replace(memory, waiting=None, returns=(*memory.returns, at), flips=flips)


def _recent(returns: Sequence[datetime], at: datetime) -> tuple[datetime, ...]:
    return tuple(time for time in returns if at - time <= REMEMBER_RETURNS)


def _recent_flips(memory: Memory, at: datetime) -> dict[str, Flips]:
    return {
        block: flips for block, flips in memory.flips.items() if at - flips.last <= REMEMBER_RETURNS
    }
