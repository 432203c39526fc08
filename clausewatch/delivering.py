"""Sends what is in the outbox, each step in a transaction of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from alerts.delivery import Channel, DeliveryReport, deliver_due
from storage.records import OutboxItem
from storage.store import Store


@dataclass(frozen=True, slots=True)
class StoreOutbox:
    """The outbox of the store as the delivery sees it.

    No transaction is open while a mail server thinks, and what was delivered is noted
    at once: a crash repeats one alert at most, under the same message id.
    """

    store: Store

    def claim_alerts(self, now: datetime, limit: int) -> Sequence[OutboxItem]:
        """Take alerts that are due, so that no other worker sends them too."""
        with self.store.work() as work:
            return work.claim_alerts(now, limit)

    def mark_delivered(self, alert_id: int, at: datetime) -> None:
        """Record that an alert was accepted."""
        with self.store.work() as work:
            work.mark_delivered(alert_id, at)

    def mark_failed(
        self, alert_id: int, at: datetime, error: str, next_try_at: datetime | None
    ) -> None:
        """Record a failed try and when to try again; None keeps it as undelivered."""
        with self.store.work() as work:
            work.mark_failed(alert_id, at, error, next_try_at)


def deliver(store: Store, channel: Channel | None) -> DeliveryReport:
    """Send every alert that is due; without a channel all of them stay where they are."""
    if channel is None:
        return DeliveryReport()
    return deliver_due(StoreOutbox(store), channel, lambda: datetime.now(UTC))


def waiting(store: Store) -> int:
    """Return how many alerts are in the outbox, those that were given up included."""
    with store.read() as history:
        return len(history.undelivered())
