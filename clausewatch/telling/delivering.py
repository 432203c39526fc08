"""Sends what is in the outbox, each step in a transaction of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from alerts.delivery import Channel, DeliveryReport, Setback, deliver_due
from clausewatch.parts import Parts
from clausewatch.telling.digests import queue_due_digests
from clausewatch.telling.feeds import write_feeds
from clausewatch.telling.summaries import queue_due_summaries
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
    ) -> bool:
        """Record a failed try and when to try again; None keeps it as undelivered."""
        with self.store.work() as work:
            return work.mark_failed(alert_id, at, error, next_try_at)

    def waiting_since(self, channel: str) -> datetime | None:
        """Return when the oldest alert was queued that a channel is to take."""
        with self.store.read() as history:
            return history.waiting_since(channel)

    def put_off_channel(self, alert_id: int, at: datetime, error: str, until: datetime) -> bool:
        """Put off all alerts of a channel; none of them has lost a try by that."""
        with self.store.work() as work:
            return work.put_off_channel(alert_id, at, error, until)


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
    reports = (
        deliver_due(StoreOutbox(store, name), channel, now) for name, channel in channels.items()
    )
    return sum(reports, DeliveryReport())


def post_and_log(
    parts: Parts, channels: Mapping[str, Channel], now: Callable[[], datetime] = _now
) -> None:
    """Post what is due, where nobody looks on: each reason why alerts wait is logged once."""
    for setback in post(parts, channels, now).setbacks:
        log.warning("%s", _told(setback))


def _told(setback: Setback) -> str:
    what = (
        "alerts are given up"
        if setback.again_at is None
        else f"alerts wait, tried again at {setback.again_at:%Y-%m-%d %H:%M} UTC"
    )
    return (
        f"{setback.channel}: {what}: {setback.reason} "
        "(`clausewatch alerts list` shows them, `clausewatch alerts retry` tries them at once)"
    )


def waiting(store: Store) -> int:
    """Return how many alerts are in the outbox, those that were given up included."""
    with store.read() as history:
        return len(history.undelivered())
