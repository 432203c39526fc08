"""The watchlist as decisions have made it, and how old each review is: worked out once.

Both follow from the whole history of decisions and changes. They are kept until there
is another one, an hour at most, because ages grow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from desk.deciding import asked_of
from desk.staleness import Ages, RatingAge
from domain.watchlist import Watchlist
from review.decided import with_edits
from storage.records import DecisionInForce
from storage.store import History


@dataclass(frozen=True, slots=True)
class Standing:
    """What the ratings say now, and when each was last reviewed, the stalest first."""

    watchlist: Watchlist
    ages: Mapping[tuple[str, str], RatingAge]

    @property
    def stale(self) -> tuple[RatingAge, ...]:
        """The ratings that somebody should read again although no flag says so."""
        return tuple(age for age in self.ages.values() if age.is_stale)


class Reviewed:
    """Keeps the latest standing of one watchlist file; what nobody asks for is not made."""

    def __init__(self, watchlist: Watchlist) -> None:
        self._file = watchlist
        self._lock = Lock()
        self._edited: tuple[object, Sequence[DecisionInForce], Watchlist] | None = None
        self._known: tuple[object, Standing] | None = None
        self._ages = Ages()

    def watchlist(self, history: History) -> Watchlist:
        """Return the watchlist as decisions have made it."""
        with self._lock:
            return self._edits(history, history.decisions_stamp())[1]

    def standing(self, history: History, now: datetime) -> Standing:
        """Return how all ratings stand."""
        hour = now.replace(minute=0, second=0, microsecond=0)
        decided = history.decisions_stamp()
        with self._lock:
            if self._known is None or self._known[0] != (decided, hour):
                decisions, watchlist = self._edits(history, decided)
                ages = self._ages.of(watchlist, history, decisions, now)
                by_name = {(age.tool.id, age.rating.criterion): age for age in ages}
                self._known = (decided, hour), Standing(watchlist, by_name)
            return self._known[1]

    def _edits(
        self, history: History, stamp: object
    ) -> tuple[Sequence[DecisionInForce], Watchlist]:
        if self._edited is None or self._edited[0] != stamp:
            decisions = history.decisions_in_force()
            watchlist = with_edits(self._file, asked_of(self._file, decisions)[0])
            self._edited = stamp, decisions, watchlist
        return self._edited[1:]
