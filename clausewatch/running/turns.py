"""The turns of hosts as the crawler sees them, kept in the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from storage.store import Store


@dataclass(frozen=True, slots=True)
class StoreTurns:
    """Takes hosts in the name of a process; each call is a transaction of its own.

    `longest` bounds the turns of all processes, and what a host rests after one, in seconds.
    """

    store: Store
    owner: str
    longest: float

    def take(self, host: str, seconds: float) -> float:
        """Take a host for so long at most; return 0, or how long it is still another's."""
        now = datetime.now(UTC)
        until, longest = now + timedelta(seconds=seconds), timedelta(seconds=self.longest)
        with self.store.work() as work:
            free_at = work.take_host(host, self.owner, now, until, longest)
        return (free_at - now).total_seconds()

    def give_back(self, host: str, pause: float) -> None:
        """Give a host back that may be asked again after a pause in seconds."""
        free_at = datetime.now(UTC) + timedelta(seconds=pause)
        with self.store.work() as work:
            work.give_back_host(host, self.owner, free_at)
