"""Delivers what is due: at least once, later again after a failure, given up in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from alerts.plain import short
from domain.alert import Alert
from domain.errors import DeliveryError

# How long to wait after the first, second, ... failed try. Greylisting ends within
# minutes, a broken mail server within days; after the last pause it is given up.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=48),
)
LONGEST_ERROR = 300


class ChannelDownError(DeliveryError):
    """The channel takes nothing at all now: the alerts after this one wait untried."""


class QueuedAlert(Protocol):
    """An alert in the outbox; `tries` counts those that failed so far."""

    @property
    def id(self) -> int:
        """The number of the alert in the outbox."""

    @property
    def tries(self) -> int:
        """How many tries have failed so far."""

    @property
    def alert(self) -> Alert:
        """What is to be sent."""


class Outbox(Protocol):
    """Where alerts wait. What is claimed is hidden from other claims for a while."""

    def claim_alerts(self, now: datetime, limit: int) -> Sequence[QueuedAlert]:
        """Take up to `limit` alerts that are due, the longest waiting first."""

    def mark_delivered(self, alert_id: int, at: datetime) -> None:
        """Record that the channel took the alert."""

    def mark_failed(
        self, alert_id: int, at: datetime, error: str, next_try_at: datetime | None
    ) -> None:
        """Record a failed try and when to try again; None keeps it as undelivered."""


class Channel(Protocol):
    """Takes one alert or raises `DeliveryError`."""

    def send(self, alert: Alert) -> None:
        """Deliver the alert, or raise `DeliveryError`."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """The ids of the alerts that were delivered, put off, and given up."""

    delivered: tuple[int, ...] = ()
    put_off: tuple[int, ...] = ()
    given_up: tuple[int, ...] = ()


def deliver_due(outbox: Outbox, channel: Channel, now: Callable[[], datetime]) -> DeliveryReport:
    """Try each due alert once; a failure of one does not stop the others.

    Alerts are claimed singly: whatever ends this process, at most one alert is under
    way, and when the channel is down the others have not lost a try.
    """
    delivered: list[int] = []
    put_off: list[int] = []
    given_up: list[int] = []
    while claimed := outbox.claim_alerts(now(), 1):
        queued = claimed[0]
        try:
            channel.send(queued.alert)
        except DeliveryError as error:
            again = next_try(queued.tries, error, now())
            outbox.mark_failed(queued.id, now(), short(str(error), LONGEST_ERROR), again)
            (put_off if again else given_up).append(queued.id)
            if isinstance(error, ChannelDownError):
                break
        else:
            outbox.mark_delivered(queued.id, now())
            delivered.append(queued.id)
    return DeliveryReport(tuple(delivered), tuple(put_off), tuple(given_up))


def next_try(tries: int, error: DeliveryError, now: datetime) -> datetime | None:
    """Return when to try again after `tries` earlier failures and this one, None to give up."""
    if error.permanent or tries >= len(PAUSES):
        return None
    return now + PAUSES[tries]
