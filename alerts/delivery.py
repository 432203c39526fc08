"""Delivers what is due: at least once, later again after a failure.

An alert that its channel refuses is given up in the end. A channel that takes nothing at
all is no fault of any alert: they wait for as long as that lasts.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from alerts.plain import short
from domain.alert import Alert
from domain.errors import DeliveryError

# How long to wait after the first, second, ... failed try of an alert. Greylisting ends
# within minutes, a full mailbox within days; after the last pause it is given up.
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

# A channel that is down is asked seldom, the longer it lasts, but soon enough that mail
# goes out within the hour once it is back: a cron job may come by only every hour.
DOWN_SHARE = 0.1
SHORTEST_DOWN, LONGEST_DOWN = timedelta(minutes=1), timedelta(minutes=30)

MOST_SILENT = 3
"""After so many alerts without an answer the others wait: each costs half a minute."""

log = logging.getLogger(__name__)


class ChannelDownError(DeliveryError):
    """The channel takes nothing at all now: the alerts after this one wait untried."""


class NoAnswerError(DeliveryError):
    """The channel broke off or fell silent over an alert: it may be down, or choke on this one.

    It counts as a try of this alert, for one that a channel chokes on must not hold up
    the others for ever.
    """


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
    ) -> bool:
        """Record a failed try and when to try again; None keeps it as undelivered.

        Returns whether no alert of the channel is kept like this for that reason yet.
        """

    def waiting_since(self, channel: str) -> datetime | None:
        """Return when the oldest alert was queued that the channel is to take."""

    def put_off_channel(self, alert_id: int, at: datetime, error: str, until: datetime) -> bool:
        """Put off an alert and all others of its channel; none has lost a try by that.

        Returns whether the reason is a new one.
        """


class Channel(Protocol):
    """Takes one alert or raises `DeliveryError`."""

    def send(self, alert: Alert) -> None:
        """Deliver the alert, or raise `DeliveryError`."""


@dataclass(frozen=True, slots=True)
class Setback:
    """Why a channel did not take alerts, the first time that it is met.

    `again_at` is when it is tried again, None when the alert was given up.
    """

    channel: str
    reason: str
    again_at: datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """The ids of the alerts that were delivered, put off, and given up; and what is new in why."""

    delivered: tuple[int, ...] = ()
    put_off: tuple[int, ...] = ()
    given_up: tuple[int, ...] = ()
    setbacks: tuple[Setback, ...] = ()

    def __add__(self, other: DeliveryReport) -> DeliveryReport:
        """Return both together."""
        return DeliveryReport(
            self.delivered + other.delivered,
            self.put_off + other.put_off,
            self.given_up + other.given_up,
            self.setbacks + other.setbacks,
        )


def deliver_due(outbox: Outbox, channel: Channel, now: Callable[[], datetime]) -> DeliveryReport:
    """Try each due alert once; a failure of one does not stop the others.

    Alerts are claimed singly: whatever ends this process, at most one alert is under
    way, and when the channel is down the others have not lost a try.
    """
    report, silent = DeliveryReport(), 0
    while silent < MOST_SILENT and (claimed := outbox.claim_alerts(now(), 1)):
        queued = claimed[0]
        try:
            send(channel, queued.alert)
        except ChannelDownError as error:
            return report + _put_off(outbox, queued, error, now())
        except DeliveryError as error:
            report += _failed(outbox, queued, error, now())
            silent = silent + 1 if isinstance(error, NoAnswerError) else 0
        else:
            outbox.mark_delivered(queued.id, now())
            report += DeliveryReport(delivered=(queued.id,))
            silent = 0
    return report


def send(channel: Channel, alert: Alert) -> None:
    """Have a channel take an alert.

    Raises:
        DeliveryError: it did not. Whatever else a channel raises is told as this, for it
            must not keep the other alerts and channels from their turn.
    """
    try:
        channel.send(alert)
    except DeliveryError:
        raise
    except Exception as error:
        # Only the kind of it is kept: the message may quote an address or a password.
        log.debug("a channel failed", exc_info=True)
        raise DeliveryError(
            f"sending failed with {type(error).__name__}: check the settings of the channel "
            f"{alert.channel}; log_level = debug tells more"
        ) from error


def _put_off(
    outbox: Outbox, queued: QueuedAlert, error: DeliveryError, now: datetime
) -> DeliveryReport:
    """Put off all that the channel is to take: it is no fault of theirs."""
    channel, reason = queued.alert.channel, short(str(error), LONGEST_ERROR)
    waited = now - (outbox.waiting_since(channel) or now)
    until = now + min(max(waited * DOWN_SHARE, SHORTEST_DOWN), LONGEST_DOWN)
    is_news = outbox.put_off_channel(queued.id, now, reason, until)
    setbacks = (Setback(channel, reason, until),) if is_news else ()
    return DeliveryReport(put_off=(queued.id,), setbacks=setbacks)


def _failed(
    outbox: Outbox, queued: QueuedAlert, error: DeliveryError, now: datetime
) -> DeliveryReport:
    channel, reason = queued.alert.channel, short(str(error), LONGEST_ERROR)
    again = next_try(queued.tries, error, now)
    is_news = outbox.mark_failed(queued.id, now, reason, again)
    setbacks = (Setback(channel, reason, again),) if is_news else ()
    if again is None:
        return DeliveryReport(given_up=(queued.id,), setbacks=setbacks)
    return DeliveryReport(put_off=(queued.id,), setbacks=setbacks)


def next_try(tries: int, error: DeliveryError, now: datetime) -> datetime | None:
    """Return when to try again after `tries` earlier failures and this one, None to give up."""
    if error.permanent or tries >= len(PAUSES):
        return None
    return now + PAUSES[tries]
