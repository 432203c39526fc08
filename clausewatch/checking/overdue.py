"""Is a source due before its time? Asked by every pass, of which most check nothing."""

from __future__ import annotations

from datetime import datetime

from clausewatch.checking.arrival import not_ahead
from crawler.batches import next_due
from domain.watchlist import Source
from storage.records import SourceState


def is_overdue(source: Source, state: SourceState, now: datetime) -> bool:
    """Tell whether a source is due although its appointed time has not come.

    The appointment may have been made by a clock that ran ahead, or for an interval that
    the watchlist has shortened since. Only a good check is judged by the interval: after
    a failed one the appointment may be the pause that the server asked for.
    """
    if state.last_checked_at is None:
        return False
    if not_ahead(state, now) != state:
        return True
    was_good = state.last_good_at == state.last_checked_at
    return was_good and next_due(source, state.last_checked_at) <= now
