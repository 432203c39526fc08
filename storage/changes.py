"""Changes between versions."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from domain.change import Change
from domain.errors import NotFoundError
from storage import codec
from storage.records import StoredChange, StoredVersion
from storage.session import HistoryReading, identity
from storage.tables import ChangeRow, VersionRow


class ChangeReading(HistoryReading):
    """Questions about changes."""

    def changes(
        self,
        source_id: str | None = None,
        since: datetime | None = None,
        limit: int | None = None,
    ) -> tuple[StoredChange, ...]:
        """Return changes, newest first: of one source or all, from a time on."""
        query = _with_numbers().order_by(col(ChangeRow.at).desc(), col(ChangeRow.id).desc())
        if source_id is not None:
            query = query.where(ChangeRow.source_id == source_id)
        if since is not None:
            query = query.where(ChangeRow.at >= since)
        return tuple(_stored(*row) for row in self._session.exec(query.limit(limit)))

    def change(self, change_id: int) -> StoredChange:
        """Return a change; NotFoundError when there is none."""
        row = self._session.exec(_with_numbers().where(ChangeRow.id == change_id)).first()
        if row is None:
            raise NotFoundError(f"There is no change {change_id}")
        return _stored(*row)


class ChangeWriting(ChangeReading):
    """Changes are added, never changed."""

    def record_change(
        self,
        source_id: str,
        old: StoredVersion,
        new: StoredVersion,
        change: Change,
        at: datetime,
    ) -> int:
        """Store how two versions of a source differ, and return the id."""
        row = ChangeRow(
            source_id=source_id,
            old_version_id=old.id,
            new_version_id=new.id,
            at=at,
            significance=change.significance,
            reason=change.reason,
            passages=codec.encode(codec.Passages, change.passages),
            findings=codec.encode(codec.Findings, change.findings),
        )
        self._session.add(row)
        self._session.flush()
        return identity(row.id)


def _with_numbers() -> Select[ChangeRow, int, int]:
    old, new = aliased(VersionRow), aliased(VersionRow)
    return (
        select(ChangeRow, old.number, new.number)
        .join(old, col(old.id) == col(ChangeRow.old_version_id))
        .join(new, col(new.id) == col(ChangeRow.new_version_id))
    )


def _stored(row: ChangeRow, old_number: int, new_number: int) -> StoredChange:
    change = Change(
        passages=codec.decode(codec.Passages, row.passages),
        significance=row.significance,
        reason=row.reason,
        findings=codec.decode(codec.Findings, row.findings),
    )
    return StoredChange(
        id=identity(row.id),
        source_id=row.source_id,
        old_version_id=row.old_version_id,
        new_version_id=row.new_version_id,
        old_number=old_number,
        new_number=new_number,
        at=row.at,
        change=change,
    )
