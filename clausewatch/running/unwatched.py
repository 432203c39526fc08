"""What becomes of sources that were taken out of the watchlist."""

from __future__ import annotations

from datetime import datetime

from domain.watchlist import Watchlist
from storage.records import Ended
from storage.store import Work


def close_problems_of_the_unwatched(work: Work, watchlist: Watchlist, at: datetime) -> None:
    """Close the problems of sources that nobody watches any more; nobody is told.

    Whoever took them out knows, and no good capture would ever close them. Their
    versions, flags and reviews stay: evidence is never forgotten.
    """
    for stored in work.problems():
        if watchlist.source(stored.source_id) is None:
            work.close_problem(stored.source_id, at, Ended.UNWATCHED)
