"""Which hosts are being asked at this moment, or were so lately that they have to rest."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select

from storage.session import Reading
from storage.tables import HostRow
from storage.upsert import insert_missing


class HostWriting(Reading):
    """A host is taken before it is asked, and given back with a pause."""

    def take_host(self, host: str, owner: str, now: datetime, until: datetime) -> datetime:
        """Take a host until then; return `now`, or from when on it is free.

        What is taken for longer than that was taken by a clock that ran ahead.
        """
        row = {"host": host, "owner": "", "free_at": now}
        insert_missing(self._session, HostRow, [row])
        found = self._session.exec(
            select(HostRow)
            .where(HostRow.host == host)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one()
        if now < found.free_at <= until:
            return found.free_at
        found.owner, found.free_at = owner, until
        self._session.flush()
        return now

    def give_back_host(self, host: str, owner: str, free_at: datetime) -> None:
        """Let a host be asked from then on; nothing happens when it is another's by now."""
        self._session.exec(
            update(HostRow)
            .where(col(HostRow.host) == host, col(HostRow.owner) == owner)
            .values(free_at=free_at)
        )

    def give_back_hosts(self, owner: str, free_at: datetime) -> None:
        """Let whatever `owner` was asking be asked from then on."""
        self._session.exec(
            update(HostRow)
            .where(col(HostRow.owner) == owner, col(HostRow.free_at) > free_at)
            .values(free_at=free_at)
        )
