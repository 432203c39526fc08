"""One field of a rating told again from its first decision to its last.

Each decision kept what the field said before it. So it is known what was decided and
taken back, what the file said before all of it, and whether somebody edited the file in
between: then the decision did not start from what the ones before it had made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

UNKNOWN: Any = object()


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision about a rating, or about a flag on it; `details` are those of `details_of`.

    `counts` tells whether it is about what the rating says: one that a flag is of no
    relevance is not, and takes back what was decided about the same flag before. One that
    counts was made from what the rating says: what it leaves out stays as it was decided.
    """

    tool_id: str
    criterion: str
    at: datetime
    details: Mapping[str, Any]
    flag_id: int | None = None
    counts: bool = True

    def says(self, name: str) -> bool:
        """Tell whether it gives a field another value."""
        return self.counts and name in self.details

    def before(self, name: str) -> Any:
        """Return what a field said when it was made, `UNKNOWN` where that was not kept."""
        return self.details.get("before", {}).get(name, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Told:
    """What a field should say, the decision that says so, and all that it ever said.

    `by` is None where nothing is in force, and `value` what stood before all decisions.
    `sure` is False when a decision did not keep what it started from.
    """

    value: Any
    by: Decided | None
    known: tuple[Any, ...]
    sure: bool

    @property
    def made_at(self) -> datetime | None:
        """When it was decided, None where nothing is in force."""
        return self.by.at if self.by else None


def told(name: str, decisions: Iterable[Decided]) -> Told:
    """Tell a field again; decisions come oldest first."""
    base, known, sure = UNKNOWN, list[Any](), True
    standing: list[Decided] = []
    for _, together in groupby(decisions, key=lambda one: one.at):
        # What is decided at one time started from the same.
        expected = comparable(name, standing[-1].details[name] if standing else base)
        earlier = tuple(standing)
        for one in together:
            standing = _without_taken_back(standing, one)
            if not one.says(name):
                continue
            before = one.before(name)
            sure = sure and before is not UNKNOWN
            if before is not UNKNOWN and comparable(name, before) != expected:
                base = before
                standing = [other for other in standing if other not in earlier]
            known += [before, one.details[name]]
            standing.append(one)
    last = standing[-1] if standing else None
    return Told(last.details[name] if last else base, last, tuple(known), sure)


def in_force(decisions: Iterable[Decided]) -> tuple[Decided, ...]:
    """Return the decisions about what the rating says that were not taken back."""
    standing: list[Decided] = []
    for one in decisions:
        standing = _without_taken_back(standing, one)
        if one.counts:
            standing.append(one)
    return tuple(standing)


def reviewed(
    now: date | None,
    decisions: Sequence[Decided],
    held_back: Collection[datetime],
    *,
    replaces: bool,
) -> date | None:
    """Return the day of the last review that the file has to name; None for none at all.

    A review that was taken back gives way to what the file said before it, if what else
    the file says of decisions is replaced too: a day alone may be one that a hand wrote.
    A decision of a time that is held back was not written, so it does not count.
    """
    standing = in_force(decisions)
    day = max((one.at.date() for one in standing if one.at not in held_back), default=None)
    if day is not None and (now is None or now < day):
        return day
    if not replaces:
        return now
    taken_back = {one.at.date() for one in decisions if one.counts and one not in standing}
    base = _reviewed_before(decisions)
    if now not in taken_back - {one.at.date() for one in standing} or base is UNKNOWN:
        return now
    return max((one for one in (day, base) if one is not None), default=None)


def comparable(name: str, value: Any) -> Any:
    """Return a value such that it equals another that says the same: evidence has no order."""
    if name != "evidence" or value is UNKNOWN:
        return value
    return sorted((one["source"], one["phrase"]) for one in value)


def _without_taken_back(standing: list[Decided], by: Decided) -> list[Decided]:
    if by.flag_id is None or by.counts:
        return standing
    return [one for one in standing if one.flag_id != by.flag_id]


def _reviewed_before(decisions: Iterable[Decided]) -> Any:
    """Return the last day that the file named and no decision had given it."""
    base, given = UNKNOWN, set[date]()
    for one in decisions:
        before = one.before("reviewed") if one.counts else UNKNOWN
        day = date.fromisoformat(before) if isinstance(before, str) else before
        if day not in given and before is not UNKNOWN:
            base = day
        if one.counts:
            given.add(one.at.date())
    return base
