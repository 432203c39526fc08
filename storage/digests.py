"""What waits for the digest of an editor: added with the flags, covered with the digest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import col, select

from storage.records import DigestItem, DigestQueue
from storage.session import HistoryReading, identity
from storage.tables import DigestItemRow
from storage.upsert import insert_missing


class DigestReading(HistoryReading):
    """Questions about what waits."""

    def digest_recipients(self, now: datetime) -> tuple[str, ...]:
        """Return the addresses for which a digest is due."""
        rows = self._session.exec(
            select(DigestItemRow.recipient)
            .where(col(DigestItemRow.covered_at).is_(None), DigestItemRow.due_at <= now)
            .distinct()
            .order_by(DigestItemRow.recipient)
        )
        return tuple(rows)

    def digests_waiting(self) -> tuple[DigestQueue, ...]:
        """Return what waits for digests, the first due first."""
        rows = self._session.exec(
            select(DigestItemRow.recipient, DigestItemRow.due_at, func.count())
            .where(col(DigestItemRow.covered_at).is_(None))
            .group_by(DigestItemRow.recipient, col(DigestItemRow.due_at))
            .order_by(col(DigestItemRow.due_at), DigestItemRow.recipient)
        )
        return tuple(DigestQueue(recipient, due_at, count) for recipient, due_at, count in rows)


class DigestWriting(DigestReading):
    """Flags are put down for a digest, and the digest takes them."""

    def add_to_digest(self, recipient: str, flag_ids: Collection[int], due_at: datetime) -> None:
        """Put flags down for the next digest of an editor; each once."""
        values = [
            {"recipient": recipient.casefold(), "flag_id": flag_id, "due_at": due_at}
            for flag_id in sorted(set(flag_ids))
        ]
        insert_missing(self._session, DigestItemRow, values)

    def claim_digest(self, recipient: str, now: datetime) -> tuple[DigestItem, ...]:
        """Return what an editor's digest has to cover by now, the oldest flag first.

        The rows are locked until the end of the transaction. Another worker waits for
        them, and finds that the digest of the day is there when it goes on: were it to
        pass them over, its own would be dropped for having the same message id.
        """
        rows = self._session.exec(
            select(DigestItemRow)
            .where(
                DigestItemRow.recipient == recipient.casefold(),
                col(DigestItemRow.covered_at).is_(None),
                DigestItemRow.due_at <= now,
            )
            .order_by(col(DigestItemRow.flag_id))
            .with_for_update()
        )
        return tuple(
            DigestItem(identity(row.id), row.recipient, row.flag_id, row.due_at) for row in rows
        )

    def mark_covered(self, items: Collection[DigestItem], at: datetime) -> None:
        """Note that a digest covers these, in the transaction that queues the digest."""
        for row in self._rows(items):
            row.covered_at = at
        self._session.flush()

    def put_off_digest(self, items: Collection[DigestItem], due_at: datetime) -> None:
        """Leave these to a later digest."""
        for row in self._rows(items):
            row.due_at = due_at
        self._session.flush()

    def move_digest(self, queue: DigestQueue, due_at: datetime) -> None:
        """Have a digest come at another time."""
        self._session.exec(
            update(DigestItemRow)
            .where(
                col(DigestItemRow.recipient) == queue.recipient,
                col(DigestItemRow.due_at) == queue.due_at,
                col(DigestItemRow.covered_at).is_(None),
            )
            .values(due_at=due_at)
        )

    def _rows(self, items: Collection[DigestItem]) -> list[DigestItemRow]:
        wanted = [item.id for item in items]
        return list(
            self._session.exec(select(DigestItemRow).where(col(DigestItemRow.id).in_(wanted)))
        )
