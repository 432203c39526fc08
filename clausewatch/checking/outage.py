"""When nothing at all can be fetched, the reason is our own: told as one thing, not per source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from clausewatch.checking.events import Check
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence

_MAY_BE_OURS = {ProblemKind.UNREACHABLE, ProblemKind.REFUSED_ADDRESS}
"""No connection, or addresses that our own setting refuses. All else is said by a page."""


@dataclass(frozen=True, slots=True)
class Outage:
    """Since when no source could be read, and how many others have that problem."""

    since: datetime
    others: int

    @property
    def is_told(self) -> bool:
        """The first source is told like any other; with the second the keepers know of all."""
        return self.others > 1


def outage_of(check: Check, problem: Problem) -> Outage | None:
    """Return the outage that a problem belongs to, None when it is of this source alone."""
    if problem.kind not in _MAY_BE_OURS:
        return None
    good = [state.last_good_at for state in check.work.states() if state.last_good_at is not None]
    same = [
        stored.opened_at
        for stored in check.work.problems()
        if stored.problem.kind is problem.kind
        and stored.source_id != check.source.id
        and (not good or stored.opened_at > max(good))
    ]
    return Outage(min(same), len(same)) if same else None


def as_outage(problem: Problem, outage: Outage) -> Problem:
    """Return the problem with what tells that it is not of this source alone."""
    since, others = f"{outage.since:%Y-%m-%d %H:%M} UTC", outage.others
    what = Sentence(
        f"No source could be read since {since}: this one is number {others + 1} to fail for "
        f"one reason, and no further one is told while that lasts. {problem.what.en}",
        f"Seit {since} war keine Quelle lesbar: Diese ist die {others + 1}. mit demselben "
        f"Grund; weitere werden nicht gemeldet, solange es anhält. {problem.what.de}",
    )
    advice = Sentence(
        f"Look at your own side first: the network, the proxy, the settings. {problem.advice.en}",
        "Zuerst auf der eigenen Seite suchen: Netz, Proxy, Einstellungen. " + problem.advice.de,
    )
    return replace(problem, what=what, advice=advice)
