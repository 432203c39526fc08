"""When a source is due next, and which sources are fetched together. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from domain.watchlist import Source

EARLY = 0.15
EARLY_AT_MOST = timedelta(hours=6)
"""So much of the interval a check may come before its end: checks are spread over the first
two thirds of that, so that they do not all fall together. The end is left free, for a
cron job of that very interval starts now and then a little sooner after the last check."""

LARGEST_BATCH = 50
"""Sources of one child process: its start costs seconds, its end at most so many checks."""

LONGEST_PAUSE = timedelta(days=7)
"""A server that asks for a longer one is asked again anyway: it may have been a mistake,
and a source that nobody looks at for a year is not watched."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Due sources of one host: what one child process fetches, one after the other."""

    host: str
    source_ids: tuple[str, ...]


def host_of(url: str) -> str:
    """Return the host that politeness counts by: lower case, without port or final dot.

    An address that cannot be read is its own host; fetching it will say what is wrong.
    """
    try:
        return (urlsplit(url).hostname or url).rstrip(".")
    except ValueError:
        return url


def batches_of(sources: Iterable[Source]) -> list[Batch]:
    """Group sources by host, hosts and sources in the order in which they first come.

    A host of very many sources gets several batches, to be run one after the other.
    """
    by_host: dict[str, list[str]] = {}
    for source in sources:
        by_host.setdefault(host_of(source.url), []).append(source.id)
    return [
        Batch(host, tuple(ids[start : start + LARGEST_BATCH]))
        for host, ids in by_host.items()
        for start in range(0, len(ids), LARGEST_BATCH)
    ]


def next_due(source: Source, checked_at: datetime, retry_after: float | None = None) -> datetime:
    """Return when a source checked at `checked_at` is due again.

    That is never later than its interval says, and sooner by a share that depends on the
    id alone: the same for every check and on every machine. `retry_after`, in seconds, is
    the pause that the server asked for; it can only make it later, by a week at most.
    """
    room = min(source.every * EARLY, EARLY_AT_MOST)
    due = checked_at + source.every - room * (1 + 2 * _share(source.id)) / 3
    if retry_after is None:
        return due
    asked = min(timedelta(seconds=retry_after), LONGEST_PAUSE)
    return max(due, checked_at + asked)


def _share(source_id: str) -> float:
    """Return a number from 0 up to 1 that is always the same for an id."""
    digest = hashlib.sha256(source_id.encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32
