"""The watchlist as decisions have made it, kept while the file and the decisions grow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from desk.deciding import asked_of
from domain.watchlist import Tool, Watchlist
from review.decided import with_edits
from storage.ratings import in_force, in_order
from storage.records import MadeDecision
from storage.store import History
from storage.summaries import DecisionsStamp


@dataclass(frozen=True, slots=True)
class _Read:
    """All decisions at one time."""

    stamp: DecisionsStamp
    made: tuple[MadeDecision, ...]
    newer: frozenset[str] | None  # tools that were decided about since; None: any may have been


class DecidedWatchlist:
    """Lays decisions over the watchlist; only what was decided since is read and laid again.

    A tool that nothing was decided about stays the very same object.
    """

    def __init__(self) -> None:
        self._read: _Read | None = None
        self._file: Watchlist | None = None
        self._in_force: tuple[MadeDecision, ...] = ()
        self._decided = Watchlist()

    def of(
        self, file: Watchlist, history: History, stamp: DecisionsStamp
    ) -> tuple[tuple[MadeDecision, ...], Watchlist]:
        """Return the decisions in force at a stamp, oldest first, and what they make of a file."""
        before = self._read
        if before is None or before.stamp != stamp:
            self._read = read = _read_on(before, history, stamp)
            self._in_force = in_force(read.made)
            self._lay_over(file, read.made, read.newer)
        elif self._file is not file:
            self._lay_over(file, before.made, None)
        return self._in_force, self._decided

    def _lay_over(
        self, file: Watchlist, made: Collection[MadeDecision], newer: Collection[str] | None
    ) -> None:
        if newer is None or self._file is not file:
            self._file = file
            self._decided = _laid_over(file, file.tools, made)
            return
        touched = tuple(tool for tool in file.tools if tool.id in newer)
        if touched:
            anew = {tool.id: tool for tool in _laid_over(file, touched, made).tools}
            listed = tuple(anew.get(tool.id, tool) for tool in self._decided.tools)
            self._decided = self._decided.model_copy(update={"tools": listed})


def _read_on(before: _Read | None, history: History, stamp: DecisionsStamp) -> _Read:
    """Return the decisions at a stamp: those before, and what was decided since."""
    if before is None or not history.only_grew(before.stamp):
        return _Read(stamp, history.decisions(), None)
    since = history.decisions(before.stamp)
    made = in_order([*before.made, *since])
    return _Read(stamp, made, frozenset(one.tool_id for one in since))


def _laid_over(
    file: Watchlist, tools: tuple[Tool, ...], decisions: Collection[MadeDecision]
) -> Watchlist:
    ids = {tool.id for tool in tools}
    part = file.model_copy(update={"tools": tools})
    return with_edits(part, asked_of(part, [one for one in decisions if one.tool_id in ids])[0])
