"""What is remembered of each source, and who is checking it now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, or_, update
from sqlmodel import col, select

from storage.records import Lease, SourceState
from storage.session import HistoryReading
from storage.tables import SourceStateRow
from storage.turns import Turn, wait_for
from storage.upsert import insert_missing

_STATE_COLUMNS = tuple(SourceState.__dataclass_fields__)


class SourceReading(HistoryReading):
    """Questions about the state of sources."""

    def state(self, source_id: str) -> SourceState:
        """Return what is remembered of a source, all empty when nothing is."""
        row = self._session.get(SourceStateRow, source_id)
        return SourceState(source_id) if row is None else _stored(row)

    def states(self) -> tuple[SourceState, ...]:
        """Return what is remembered of every source, by id."""
        rows = self._session.exec(select(SourceStateRow).order_by(SourceStateRow.source_id))
        return tuple(_stored(row) for row in rows)

    def latest_check(self) -> datetime | None:
        """Return when any source was last checked, None before the first time."""
        return self._session.exec(select(func.max(SourceStateRow.last_checked_at))).one()

    def leased(self, owner: str) -> tuple[str, ...]:
        """Return the sources that `owner` holds, by id."""
        return tuple(
            self._session.exec(
                select(SourceStateRow.source_id)
                .where(SourceStateRow.lease_owner == owner)
                .order_by(SourceStateRow.source_id)
            )
        )

    def busy_hosts(
        self, now: datetime, host_of: Callable[[str], str], *, but: str = ""
    ) -> Mapping[str, Lease]:
        """Return the hosts of which somebody, but for one owner, is checking a source."""
        rows = self._session.exec(
            select(SourceStateRow.url, SourceStateRow.lease_owner, SourceStateRow.lease_until)
            .where(SourceStateRow.lease_owner != but, col(SourceStateRow.lease_until) > now)
            .order_by(col(SourceStateRow.lease_until))
        )
        return {host_of(url): Lease(owner, until) for url, owner, until in rows if owner and until}


class SourceWriting(SourceReading):
    """The state of a source is kept in one row, which also carries its lease."""

    def state(self, source_id: str) -> SourceState:
        """Return what is remembered of a source and keep others from it till the end.

        Two transactions about one source take turns, so that neither builds on what
        the other is about to replace.
        """
        return _stored(self._locked(source_id))

    def save_state(self, state: SourceState) -> None:
        """Remember a state; the lease of the source is left as it is."""
        row = self._locked(state.source_id)
        for name in _STATE_COLUMNS:
            value = getattr(state, name)
            setattr(row, name, dict(value) if name == "memory" else value)
        self._session.flush()

    def lease_due(  # noqa: PLR0913 - by keyword what is rarely asked for
        self,
        sources: Mapping[str, str],
        now: datetime,
        owner: str,
        for_: timedelta,
        *,
        host_of: Callable[[str], str],
        overdue: Collection[str] = (),
        force: bool = False,
    ) -> list[str]:
        """Take what is due among `sources` (address by id) and return their ids.

        Due is what was never checked, whose time has come, whose address was edited, or
        what is `overdue` for a reason of the caller; with `force` all of it. What someone
        else holds is never taken before that lease has run out, and of a host of which
        somebody else is checking a source nothing is: two would ask it twice as fast as
        either may.
        """
        # Two who lease at once take turns: what the other takes must be seen.
        wait_for(self._session.connection(), Turn.LEASING)
        others = self.busy_hosts(now, host_of, but=owner)
        busy = {host for host, lease in others.items() if lease.until <= now + 2 * for_}
        insert_missing(
            self._session,
            SourceStateRow,
            [{"source_id": one, "url": sources[one], "memory": {}} for one in sorted(sources)],
        )
        until = col(SourceStateRow.lease_until)
        free = or_(
            col(SourceStateRow.lease_owner).is_(None),
            until <= now,
            # Taken by a clock that ran ahead: nobody leases for so long.
            until > now + 2 * for_,
        )
        rows = self._session.exec(
            select(SourceStateRow)
            .where(free, col(SourceStateRow.source_id).in_(sources))
            .order_by(SourceStateRow.source_id)
            # Who holds a row's lock is leasing or checking that source right now.
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        ).all()
        taken = []
        for row in rows:
            _follow(row, sources[row.source_id])
            come = row.next_due_at is None or row.next_due_at <= now
            is_due = force or come or row.source_id in overdue
            if is_due and host_of(row.url) not in busy:
                row.lease_owner, row.lease_until = owner, now + for_
                taken.append(row.source_id)
        self._session.flush()
        return taken

    def renew_leases(self, owner: str, until: datetime) -> None:
        """Hold for longer whatever `owner` still holds.

        A source whose check is being written at this moment is passed over: it is
        about to be given back.
        """
        rows = self._session.exec(
            select(SourceStateRow)
            .where(SourceStateRow.lease_owner == owner)
            .order_by(SourceStateRow.source_id)
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True)
        )
        for row in rows:
            row.lease_until = until
        self._session.flush()

    def release(self, source_id: str, owner: str) -> None:
        """Give a source back; nothing happens when it is no longer `owner`'s."""
        row = self._locked(source_id)
        if row.lease_owner == owner:
            row.lease_owner, row.lease_until = None, None
            self._session.flush()

    def release_all(self, owner: str) -> None:
        """Give back whatever `owner` holds."""
        self._session.exec(
            update(SourceStateRow)
            .where(col(SourceStateRow.lease_owner) == owner)
            .values(lease_owner=None, lease_until=None)
        )

    def _locked(self, source_id: str) -> SourceStateRow:
        insert_missing(
            self._session, SourceStateRow, [{"source_id": source_id, "url": "", "memory": {}}]
        )
        return self._session.exec(
            select(SourceStateRow)
            .where(SourceStateRow.source_id == source_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        ).one()


def _follow(row: SourceStateRow, url: str) -> None:
    """Note the address of a source; an edited one is due, and its validators are void."""
    if row.url == url:
        return
    if row.url:
        row.etag, row.last_modified, row.validators_version_id = "", "", None
        row.next_due_at = None
    row.url = url


def _stored(row: SourceStateRow) -> SourceState:
    return SourceState(**{name: getattr(row, name) for name in _STATE_COLUMNS})
