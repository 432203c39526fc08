"""Which hosts are being asked at this moment, or were so lately that they have to rest."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, update
from sqlmodel import col, select

from storage.session import HistoryReading
from storage.tables import HostRow
from storage.upsert import insert_missing

_NOBODY = ""


class HostWriting(HistoryReading):
    """A host is taken before it is asked, and given back with a pause."""

    def take_host(
        self, host: str, owner: str, now: datetime, until: datetime, longest: timedelta
    ) -> datetime:
        """Take a host until then; return `now`, or from when on it is free.

        What is taken for more than `longest`, which no turn of anybody is, was taken by a
        clock that ran ahead.
        """
        row = {"host": host, "owner": _NOBODY, "free_at": now}
        insert_missing(self._session, HostRow, [row])
        found = self._session.exec(
            select(HostRow)
            .where(HostRow.host == host)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one()
        if now < found.free_at <= now + longest:
            return found.free_at
        found.owner, found.free_at = owner, until
        self._session.flush()
        return now

    def give_back_host(self, host: str, owner: str, free_at: datetime) -> None:
        """Let a host rest until then; nothing happens when it is another's by now."""
        self._session.exec(
            update(HostRow)
            .where(col(HostRow.host) == host, col(HostRow.owner) == owner)
            .values(owner=_NOBODY, free_at=free_at)
        )

    def give_back_hosts(self, owner: str, free_at: datetime) -> None:
        """Let what `owner` was asking rest until then; what rests already goes on doing so.

        With it goes what its children were asking: their names are its own, a slash and more.
        """
        children = col(HostRow.owner).startswith(f"{owner}/", autoescape=True)
        self._session.exec(
            update(HostRow)
            .where(or_(col(HostRow.owner) == owner, children), col(HostRow.free_at) > free_at)
            .values(owner=_NOBODY, free_at=free_at)
        )
