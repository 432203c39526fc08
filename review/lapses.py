"""Who knows what of a page that is unreadable now and then. Pure.

A problem is told when it opens and again when it is over. A page that fails, comes back
and fails again would be told of for ever, so what happens soon after a problem has ended
is weighed first:

* A problem that comes back soon is told only if it lasts. One that ends by then was
  never told, and its end is not told either.
* The end of one that came back is told only once the page has stayed good.

"Soon", "lasts" and "has stayed" are the same time, given by the caller. What is told is
thus never wrong for longer than that, and a page that flips faster is told of once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.problem import Problem


class Untold(StrEnum):
    """What those who were told last do not know yet."""

    NOTHING = ""
    BACK = "back"  # a problem has come back; they believe that it is over
    OVER = "over"  # it is over; they believe that it lasts


@dataclass(frozen=True, slots=True)
class Lapses:
    """The last problem of a source: when it began, when it ended, and who knows.

    `began` stays the same while a problem turns into another one, and while one comes
    and goes that was told when it began. `ended` and `kind` are of the last one that is
    over.
    """

    began: datetime | None = None
    ended: datetime | None = None
    kind: str = ""
    untold: Untold = Untold.NOTHING

    def is_soon(self, moment: datetime | None, soon: timedelta) -> bool:
        """Tell whether a moment lies shortly after the end of the last problem."""
        return moment is not None and self.ended is not None and moment - self.ended < soon


@dataclass(frozen=True, slots=True)
class Telling:
    """What to remember, and whether it is to be told now."""

    lapses: Lapses
    tell: bool


def opened(lapses: Lapses, problem: Problem, at: datetime, soon: timedelta) -> Telling:
    """Weigh a problem that opens: a certain one of another kind is always news."""
    is_other = problem.certain and problem.kind.value != lapses.kind
    if lapses.untold is Untold.OVER and not is_other:
        # They never heard that it was over: for them it has lasted since it began.
        return Telling(replace(lapses, untold=Untold.NOTHING), tell=False)
    came_back = lapses.is_soon(at, soon) and not is_other
    untold = Untold.BACK if came_back else Untold.NOTHING
    return Telling(replace(lapses, began=at, untold=untold), tell=not came_back)


def lasting(lapses: Lapses, at: datetime, soon: timedelta) -> Telling:
    """Weigh a problem that is still open."""
    stays = lapses.began is not None and at - lapses.began >= soon
    if lapses.untold is Untold.BACK and stays:
        return Telling(replace(lapses, untold=Untold.NOTHING), tell=True)
    return Telling(lapses, tell=False)


def closed(lapses: Lapses, problem: Problem, at: datetime, soon: timedelta) -> Telling:
    """Weigh a problem that ends."""
    over = replace(lapses, ended=at, kind=problem.kind.value, untold=Untold.NOTHING)
    if lapses.untold is Untold.BACK:
        return Telling(over, tell=False)  # they never heard that it was back
    if lapses.is_soon(lapses.began, soon):
        return Telling(replace(over, untold=Untold.OVER), tell=False)
    return Telling(over, tell=True)


def staying_good(lapses: Lapses, at: datetime, soon: timedelta) -> Telling:
    """Weigh a page that is readable and has no open problem."""
    if lapses.untold is Untold.OVER and not lapses.is_soon(at, soon):
        return Telling(replace(lapses, untold=Untold.NOTHING), tell=True)
    return Telling(lapses, tell=False)
