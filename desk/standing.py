"""The watchlist as decisions have made it, kept while the file and the decisions grow."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from desk.deciding import asked_of
from domain.watchlist import Tool, Watchlist
from review.decided import with_edits
from storage.ratings import in_order
from storage.records import DecisionInForce
from storage.store import History
from storage.summaries import DecisionsStamp


@dataclass(frozen=True, slots=True)
class _Read:
    """The decisions in force at one time: those about flags, and those without one."""

    stamp: DecisionsStamp
    of_flags: Mapping[int, DecisionInForce]
    of_ratings: tuple[DecisionInForce, ...]
    newer: frozenset[str] | None  # tools that were decided about since; None: any may have been


class DecidedWatchlist:
    """Lays decisions over the watchlist; only what was decided since is read and laid again.

    A tool that nothing was decided about stays the very same object.
    """

    def __init__(self) -> None:
        self._read: _Read | None = None
        self._file: Watchlist | None = None
        self._decisions: tuple[DecisionInForce, ...] = ()
        self._decided = Watchlist()

    def of(
        self, file: Watchlist, history: History, stamp: DecisionsStamp
    ) -> tuple[tuple[DecisionInForce, ...], Watchlist]:
        """Return the decisions in force at a stamp, oldest first, and what they make of a file."""
        before = self._read
        if before is None or before.stamp != stamp:
            self._read = read = _read_on(before, history, stamp)
            self._decisions = in_order([*read.of_flags.values(), *read.of_ratings])
            self._lay_over(file, read.newer)
        elif self._file is not file:
            self._lay_over(file, None)
        return self._decisions, self._decided

    def _lay_over(self, file: Watchlist, newer: Collection[str] | None) -> None:
        if newer is None or self._file is not file:
            self._file = file
            self._decided = _laid_over(file, file.tools, self._decisions)
            return
        touched = tuple(tool for tool in file.tools if tool.id in newer)
        if touched:
            anew = {tool.id: tool for tool in _laid_over(file, touched, self._decisions).tools}
            listed = tuple(anew.get(tool.id, tool) for tool in self._decided.tools)
            self._decided = self._decided.model_copy(update={"tools": listed})


def _read_on(before: _Read | None, history: History, stamp: DecisionsStamp) -> _Read:
    """Return the decisions at a stamp: those before, and what was decided since."""
    if before is None or not history.only_grew(before.stamp):
        return _Read(stamp, _in_force(history.flag_decisions()), history.rating_decisions(), None)
    since = before.stamp
    of_flags = history.flag_decisions(since.reviews.newest)
    of_ratings = history.rating_decisions(since.rating_reviews.newest)
    replaced = [before.of_flags[one] for one in of_flags if one in before.of_flags]
    kept = {one: made for one, made in before.of_flags.items() if one not in of_flags}
    decided = _in_force(of_flags)
    return _Read(
        stamp,
        {**kept, **decided},
        (*before.of_ratings, *of_ratings),
        frozenset(one.tool_id for one in (*replaced, *decided.values(), *of_ratings)),
    )


def _in_force(decisions: Mapping[int, DecisionInForce | None]) -> dict[int, DecisionInForce]:
    return {flag_id: one for flag_id, one in decisions.items() if one is not None}


def _laid_over(
    file: Watchlist, tools: tuple[Tool, ...], decisions: Collection[DecisionInForce]
) -> Watchlist:
    ids = {tool.id for tool in tools}
    part = file.model_copy(update={"tools": tools})
    return with_edits(part, asked_of(part, [one for one in decisions if one.tool_id in ids])[0])
