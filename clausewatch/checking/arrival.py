"""What arrives: its bytes are stored before anything else, and it is read in its turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clausewatch.parts import Parts
from domain.capture import Capture, Fetched, FetchFailure
from domain.problem import ProblemKind
from storage.records import SourceState, StoredCapture
from storage.store import History, Work

CLOCKS_DIFFER = timedelta(minutes=10)
"""How far apart the clocks of two machines that share a store may be."""

MOST_UNREAD = 10
"""How many of the newest captures are looked through for those that nobody has read."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A fetch whose bytes, if it brought any, are stored; `is_new` if they were not before."""

    fetched: Fetched
    capture_id: int | None
    is_new: bool


def store_bytes(fetched: Fetched, parts: Parts) -> Arrived:
    """Store what a fetch brought, in a transaction of its own.

    It is compressed before that one opens: a large page would keep all others from writing.

    Raises:
        StoreError: the store holds other bytes of the same moment.
    """
    if not isinstance(fetched, Capture):
        return Arrived(fetched, None, is_new=True)
    with parts.store.read() as history:
        packed = history.packed(fetched)
    with parts.store.work() as work:
        known = work.find_capture(fetched.source_id, fetched.fetched_at)
        capture_id = work.record_capture(fetched, packed=packed)
    return Arrived(fetched, capture_id, is_new=known is None)


def was_passed(fetched: Fetched, state: SourceState) -> bool:
    """Tell whether the source was checked at this moment or later.

    What is remembered is then of a later moment, and what was seen before cannot follow
    on it: an old wording would come out as the newest.
    """
    return state.last_checked_at is not None and fetched.fetched_at <= state.last_checked_at


def left_before(fetched: Fetched, parts: Parts) -> list[Capture]:
    """Return the captures before a fetch that were stored and never read, oldest first.

    What ended the process that read it is not read again: it would end this one, too.
    """
    if isinstance(fetched, FetchFailure) and fetched.problem.kind is ProblemKind.CRASHED:
        return []
    with parts.store.read() as history:
        left = left_unread(history, fetched.source_id)
        return [history.capture(one.id) for one in left if one.fetched_at < fetched.fetched_at]


def left_unread(history: History | Work, source_id: str) -> list[StoredCapture]:
    """Return the captures of a source that nobody has read, oldest first.

    There is at most one for each process that died while it read the source. What came
    too late is no such thing, being older than the last check.
    """
    since = history.state(source_id).last_checked_at
    return [
        capture
        for capture in reversed(history.captures(source_id, limit=MOST_UNREAD))
        if (since is None or capture.fetched_at > since)
        and capture.version_id is None
        and capture.problem_kind is None
    ]


def not_ahead(state: SourceState, now: datetime) -> SourceState:
    """Return the state of a source that was checked by a clock that ran ahead as checked now.

    Else all that is fetched before that time has come would be passed over.
    """
    if state.last_checked_at is None or state.last_checked_at <= now + CLOCKS_DIFFER:
        return state
    return replace(state, last_checked_at=now)
