"""The watchlist as decisions have made it, and how old each review is: worked out once.

Both follow from the whole history of decisions and changes. They are kept until there
is another one or the file is edited, an hour at most, because ages grow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from desk.staleness import Ages, RatingAge
from desk.standing import DecidedWatchlist
from domain.watchlist import Watchlist
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
    """Keeps the latest standing of the watchlist file; what nobody asks for is not made."""

    def __init__(self, file: Callable[[], Watchlist]) -> None:
        self._file = file
        self._lock = Lock()
        self._decided = DecidedWatchlist()
        self._known: tuple[object, Standing] | None = None
        self._ages = Ages()

    def watchlist(self, history: History) -> Watchlist:
        """Return the watchlist as decisions have made it."""
        stamp = history.decisions_stamp()
        with self._lock:
            return self._decided.of(self._file(), history, stamp)[1]

    def standing(self, history: History, now: datetime) -> Standing:
        """Return how all ratings stand."""
        hour = now.replace(minute=0, second=0, microsecond=0)
        stamp, versions = history.decisions_stamp(), history.version_tally()
        with self._lock:
            decisions, watchlist = self._decided.of(self._file(), history, stamp)
            basis = (stamp, versions, hour)
            known = self._known
            if known is None or known[0] != basis or known[1].watchlist is not watchlist:
                ages = self._ages.of(watchlist, history, decisions, now)
                by_name = {(age.tool.id, age.rating.criterion): age for age in ages}
                self._known = known = basis, Standing(watchlist, by_name)
            return known[1]
