"""Sends what is in the outbox, each step in a transaction of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from alerts.delivery import Channel, DeliveryReport, deliver_due
from clausewatch.digests import queue_due_digests
from clausewatch.feeds import write_feeds
from clausewatch.parts import Parts
from clausewatch.summaries import queue_due_summaries
from storage.records import OutboxItem
from storage.store import Store

log = logging.getLogger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class StoreOutbox:
    """The outbox of the store as the delivery sees it.

    No transaction is open while a mail server thinks, and what was delivered is noted
    at once: a crash repeats one alert at most, under the same message id.
    """

    store: Store
    channel: str | None = None

    def claim_alerts(self, now: datetime, limit: int) -> Sequence[OutboxItem]:
        """Take alerts that are due, so that no other worker sends them too."""
        with self.store.work() as work:
            return work.claim_alerts(now, limit, channel=self.channel)

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


def post(
    parts: Parts, channels: Mapping[str, Channel], now: Callable[[], datetime] = _now
) -> DeliveryReport:
    """Compose what has its time now, then send every alert that is due.

    What has no channel waits, composed or not: it is told by those who wait for it.
    """
    queue_due_digests(parts, now())
    queue_due_summaries(parts, now())
    if parts.feeds is not None:
        try:
            write_feeds(parts, parts.feeds)
        except OSError as error:  # no reason to keep mails back
            log.warning("the feeds could not be written to %s: %s", parts.feeds, error.strerror)
    return deliver(parts.store, channels, now)


def deliver(
    store: Store, channels: Mapping[str, Channel], now: Callable[[], datetime] = _now
) -> DeliveryReport:
    """Send every alert that is due; what is for a channel that is not there stays.

    Each channel by itself: a chat that is down holds up no mail.
    """
    reports = [
        deliver_due(StoreOutbox(store, name), channel, now) for name, channel in channels.items()
    ]
    return DeliveryReport(
        tuple(one for report in reports for one in report.delivered),
        tuple(one for report in reports for one in report.put_off),
        tuple(one for report in reports for one in report.given_up),
    )


def waiting(store: Store) -> int:
    """Return how many alerts are in the outbox, those that were given up included."""
    with store.read() as history:
        return len(history.undelivered())
