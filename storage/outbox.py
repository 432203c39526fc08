"""The outbox: alerts are queued with what they tell of and delivered at least once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, exists, func, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.alert import Alert, AlertKind
from domain.errors import NotFoundError
from storage import codec
from storage.records import Backlog, OutboxItem
from storage.session import HistoryReading, identity
from storage.tables import AlertRow
from storage.upsert import insert_missing

CLAIM = timedelta(minutes=10)
"""How long a claimed alert is kept from others: more than any delivery takes."""

_REASONS = 3
"""Of so many reasons why alerts are kept a summary tells, those of late."""

_STANDING = (
    AlertKind.PROBLEM,
    AlertKind.REMINDER,
    AlertKind.UNREADABLE,
    AlertKind.RECOVERED,
)
"""How a source stands: what its recipient heard last is what they believe."""


class OutboxReading(HistoryReading):
    """Questions about alerts."""

    def undelivered(self) -> tuple[OutboxItem, ...]:
        """Return what was not delivered, given up or not, oldest first."""
        rows = self._session.exec(
            select(AlertRow)
            .where(col(AlertRow.delivered_at).is_(None))
            .order_by(col(AlertRow.queued_at), col(AlertRow.id))
        )
        return tuple(_stored(row) for row in rows)

    def backlog(self) -> Backlog | None:
        """Return what is in the outbox in short, None when it is empty."""
        undelivered = col(AlertRow.delivered_at).is_(None)
        given_up = col(AlertRow.given_up_at).is_not(None)
        count, since, lost, again = self._session.exec(
            select(
                func.count(),
                func.min(AlertRow.queued_at),
                func.count(col(AlertRow.given_up_at)),
                func.min(case((~given_up, col(AlertRow.next_try_at)))),
            ).where(undelivered)
        ).one()
        if since is None:
            return None
        reasons = self._session.exec(
            select(AlertRow.last_error)
            .where(undelivered, AlertRow.last_error != "")
            .group_by(AlertRow.last_error)
            .order_by(func.max(AlertRow.tried_at).desc())
            .limit(_REASONS)
        )
        return Backlog(count, since, lost, again, tuple(reasons))

    def waiting_since(self, channel: str) -> datetime | None:
        """Return when the oldest alert was queued that a channel is still to take."""
        return self._session.exec(
            select(AlertRow.queued_at)
            .where(
                AlertRow.channel == channel,
                col(AlertRow.delivered_at).is_(None),
                col(AlertRow.given_up_at).is_(None),
            )
            .order_by(col(AlertRow.queued_at))
            .limit(1)
        ).first()

    def is_queued(self, message_id: str) -> bool:
        """Tell whether an alert was queued before, delivered or not."""
        found = self._session.exec(
            select(AlertRow.id).where(AlertRow.message_id == message_id)
        ).first()
        return found is not None

    def _alert_row(self, alert_id: int) -> AlertRow:
        row = self._session.get(AlertRow, alert_id)
        if row is None:
            raise NotFoundError(f"There is no alert {alert_id}")
        return row


class OutboxWriting(OutboxReading):
    """An alert is complete when it is queued; only its delivery is noted later."""

    def queue(self, alert: Alert, at: datetime) -> int:
        """Queue an alert and return its id; the same message id is queued once."""
        insert_missing(self._session, AlertRow, [_values(alert, at)])
        number = self._session.exec(
            select(AlertRow.id).where(AlertRow.message_id == alert.message_id)
        ).one()
        return identity(number)

    def claim_alerts(
        self,
        now: datetime,
        limit: int = 50,
        for_: timedelta = CLAIM,
        *,
        channel: str | None = None,
    ) -> list[OutboxItem]:
        """Take alerts that are due, oldest first; those of one channel where one is named.

        They come up again after `for_` unless they are marked: whoever claimed them
        may have died. Commit before sending, so that no other worker sends them too.
        How a source stands is told in order: later news of it waits for what failed.
        """
        query = (
            select(AlertRow)
            .where(
                col(AlertRow.delivered_at).is_(None),
                col(AlertRow.given_up_at).is_(None),
                AlertRow.next_try_at <= now,
                ~_overtakes(),
            )
            .order_by(col(AlertRow.queued_at), col(AlertRow.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        if channel is not None:
            query = query.where(AlertRow.channel == channel)
        rows = self._session.exec(query).all()
        for row in rows:
            row.next_try_at = now + for_
        self._session.flush()
        return [_stored(row) for row in rows]

    def mark_delivered(self, alert_id: int, at: datetime) -> None:
        """Note that an alert was accepted by its channel."""
        row = self._alert_row(alert_id)
        row.delivered_at, row.given_up_at, row.last_error, row.tried_at = at, None, "", at
        self._session.flush()

    def mark_failed(
        self, alert_id: int, at: datetime, error: str, next_try_at: datetime | None = None
    ) -> bool:
        """Note that an alert was not accepted; without a next try it is given up.

        Returns whether that is news: no alert of the channel is kept like this for the
        same reason yet.
        """
        row = self._alert_row(alert_id)
        news = not self._is_known(row.channel, error, given_up=next_try_at is None)
        row.tries += 1
        row.last_error, row.tried_at = error, at
        if next_try_at is None:
            row.given_up_at = at
        else:
            row.next_try_at = next_try_at
        self._session.flush()
        return news

    def put_off_channel(self, alert_id: int, at: datetime, error: str, until: datetime) -> bool:
        """Put off an alert and all others of its channel, which takes none now.

        None of them has lost a try by that. Returns whether the reason is news.
        """
        channel = self._alert_row(alert_id).channel
        news = not self._is_known(channel, error, given_up=False)
        rows = self._session.exec(
            select(AlertRow)
            .where(
                AlertRow.channel == channel,
                col(AlertRow.delivered_at).is_(None),
                col(AlertRow.given_up_at).is_(None),
                or_(col(AlertRow.next_try_at) < until, col(AlertRow.id) == alert_id),
            )
            .order_by(col(AlertRow.id))
            .with_for_update()
        )
        for row in rows:
            row.next_try_at, row.last_error, row.tried_at = until, error, at
        self._session.flush()
        return news

    def _is_known(self, channel: str, error: str, *, given_up: bool) -> bool:
        kept = exists().where(
            col(AlertRow.channel) == channel,
            col(AlertRow.last_error) == error,
            col(AlertRow.delivered_at).is_(None),
            col(AlertRow.given_up_at).is_not(None)
            if given_up
            else col(AlertRow.given_up_at).is_(None),
        )
        return bool(self._session.exec(select(kept)).one())

    def retry_all(self, at: datetime) -> int:
        """Make everything that was not delivered due at `at`; return how many alerts."""
        self.retry_given_up(at)
        rows = self._session.exec(
            select(AlertRow).where(col(AlertRow.delivered_at).is_(None))
        ).all()
        for row in rows:
            row.next_try_at = at
        self._session.flush()
        return len(rows)

    def retry_given_up(self, at: datetime) -> int:
        """Make all alerts that were given up due at `at`; return how many."""
        rows = self._session.exec(
            select(AlertRow).where(
                col(AlertRow.given_up_at).is_not(None), col(AlertRow.delivered_at).is_(None)
            )
        ).all()
        for row in rows:
            row.given_up_at, row.next_try_at, row.tries = None, at, 0
        self._session.flush()
        return len(rows)


def _overtakes() -> ColumnElement[bool]:
    """That an alert tells how a source stands while earlier news of it waits for the recipient."""
    earlier = aliased(AlertRow)
    first_waiting = (
        columns(func.min(earlier.id))
        .where(
            col(earlier.kind).in_(_STANDING),
            col(earlier.delivered_at).is_(None),
            col(earlier.given_up_at).is_(None),
        )
        # Found once, not for each alert: after an outage there are many.
        .group_by(col(earlier.source_id), col(earlier.recipient), col(earlier.channel))
    )
    return and_(
        col(AlertRow.kind).in_(_STANDING),
        col(AlertRow.id).not_in(first_waiting),
    )


def _values(alert: Alert, at: datetime) -> dict[str, object]:
    return {
        "message_id": alert.message_id,
        "kind": alert.kind,
        "recipient": alert.recipient,
        "subject": alert.subject,
        "text": alert.text,
        "html": alert.html,
        "headers": codec.encode(codec.Headers, alert.headers),
        "source_id": alert.source_id,
        "thread": alert.thread,
        "channel": alert.channel,
        "queued_at": at,
        "next_try_at": at,
        "tries": 0,
        "last_error": "",
    }


def _stored(row: AlertRow) -> OutboxItem:
    alert = Alert(
        message_id=row.message_id,
        kind=row.kind,
        recipient=row.recipient,
        subject=row.subject,
        text=row.text,
        html=row.html,
        source_id=row.source_id,
        thread=row.thread,
        headers=codec.decode(codec.Headers, row.headers),
        channel=row.channel,
    )
    return OutboxItem(
        id=identity(row.id),
        alert=alert,
        queued_at=row.queued_at,
        next_try_at=row.next_try_at,
        tries=row.tries,
        delivered_at=row.delivered_at,
        given_up_at=row.given_up_at,
        last_error=row.last_error,
        tried_at=row.tried_at,
    )
