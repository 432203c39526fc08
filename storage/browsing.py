"""Questions of those who browse: many rows, nothing loaded that is not shown."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Select as AnySelect
from sqlalchemy import func, literal, tuple_, union_all
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.change import Significance
from domain.errors import NotFoundError
from storage.session import HistoryReading
from storage.summaries import (
    CaptureSpan,
    CaptureSummary,
    CaptureTick,
    ChangeSummary,
    Neighbours,
    Tally,
    VersionMaking,
    VersionSummary,
)
from storage.tables import BodyRow, CaptureRow, ChangeRow, SourceStateRow, VersionRow

_LATEST = 1000  # versions; a transaction that writes one is open for a blink


class CaptureBrowsing(HistoryReading):
    """Captures as marks and as rows."""

    def capture_ticks(
        self, source_id: str, since: datetime, until: datetime
    ) -> tuple[CaptureTick, ...]:
        """Return the captures of a source in a stretch of time, oldest first."""
        rows = self._session.execute(
            columns(
                col(CaptureRow.id),
                col(CaptureRow.fetched_at),
                col(CaptureRow.problem_kind),
                col(CaptureRow.version_id),
            )
            .where(
                col(CaptureRow.source_id) == source_id,
                col(CaptureRow.fetched_at) >= since,
                col(CaptureRow.fetched_at) <= until,
            )
            .order_by(col(CaptureRow.fetched_at))
        )
        return tuple(CaptureTick(*row) for row in rows)

    def capture_list(
        self,
        source_id: str,
        limit: int,
        *,
        before: datetime | None = None,
        since: datetime | None = None,
        version_id: int | None = None,
    ) -> tuple[CaptureSummary, ...]:
        """Return captures of a source, newest first: those before a time, or of a version."""
        time = col(CaptureRow.fetched_at)
        # Chosen in the index first: what is not shown is not read, however few fit.
        chosen = columns(col(CaptureRow.id)).where(col(CaptureRow.source_id) == source_id)
        if before is not None:
            chosen = chosen.where(time < before)
        if since is not None:
            chosen = chosen.where(time >= since)
        if version_id is not None:
            chosen = chosen.where(col(CaptureRow.version_id) == version_id)
        chosen = chosen.order_by(time.desc()).limit(limit)
        query = _captures().where(col(CaptureRow.id).in_(chosen)).order_by(time.desc())
        return tuple(CaptureSummary(*row) for row in self._session.execute(query))

    def capture_span(self, source_id: str) -> CaptureSpan:
        """Return how many captures of a source there are, and from when to when."""
        time = col(CaptureRow.fetched_at)
        row = self._session.execute(
            columns(func.count(), func.min(time), func.max(time)).where(
                col(CaptureRow.source_id) == source_id
            )
        ).one()
        return CaptureSpan(*row)


class VersionBrowsing(HistoryReading):
    """Versions without their wording. One that was extracted again counts as replaced."""

    def version_list(self, source_id: str) -> tuple[VersionSummary, ...]:
        """Return the versions of a source, newest first."""
        query = _versions().where(col(VersionRow.source_id) == source_id)
        rows = self._session.execute(query.order_by(col(VersionRow.number).desc()))
        return tuple(VersionSummary(*row) for row in rows)

    def latest_versions(self, source_ids: Collection[str]) -> dict[str, VersionSummary]:
        """Return the newest version of each source that has one."""
        newest = (
            columns(col(VersionRow.source_id), func.max(col(VersionRow.number)))
            .where(col(VersionRow.source_id).in_(source_ids))
            .group_by(col(VersionRow.source_id))
        )
        place = tuple_(col(VersionRow.source_id), col(VersionRow.number))
        rows = self._session.execute(_versions().where(place.in_(newest)))
        return {row.source_id: VersionSummary(*row) for row in rows}

    def version_tally(self) -> Tally:
        """Return what differs as soon as any source has another version or change.

        Of two that are written at once, the one with the earlier id may be seen later: so
        the latest are counted, more of them than are ever being written.
        """
        number = col(VersionRow.id)
        newest = columns(func.max(number)).scalar_subquery()
        query = columns(func.max(number), func.count(number)).where(number > newest - _LATEST)
        last, count = self._session.execute(query).one()
        return Tally(last or 0, count)

    def version_making(self, version_id: int) -> VersionMaking:
        """Return which version an id stands for, and what extraction made it."""
        row = self._session.execute(
            columns(
                col(VersionRow.number), col(VersionRow.fingerprint), col(VersionRow.recipe)
            ).where(col(VersionRow.id) == version_id)
        ).first()
        if row is None:
            raise NotFoundError(f"There is no version with the id {version_id}")
        return VersionMaking(*row)

    def known_sources(self) -> tuple[str, ...]:
        """Return the ids of all sources with a version, watched or no longer."""
        rows = self._session.execute(
            columns(col(VersionRow.source_id)).where(col(VersionRow.number) == 1).distinct()
        )
        return tuple(sorted(row.source_id for row in rows))


class ChangeBrowsing(HistoryReading):
    """Changes without their passages."""

    def change_list(  # noqa: PLR0913 - each narrows the list by itself
        self,
        *,
        sources: Collection[str] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        significance: Significance | None = None,
        below: int | None = None,
        limit: int | None = None,
    ) -> tuple[ChangeSummary, ...]:
        """Return changes, the latest recorded first; `below` goes on after an id."""
        query = _changes().order_by(col(ChangeRow.id).desc()).limit(limit)
        if sources is not None:
            query = query.where(col(ChangeRow.source_id).in_(sources))
        if since is not None:
            query = query.where(col(ChangeRow.at) >= since)
        if until is not None:
            query = query.where(col(ChangeRow.at) <= until)
        if significance is not None:
            query = query.where(col(ChangeRow.significance) == significance)
        if below is not None:
            query = query.where(col(ChangeRow.id) < below)
        return tuple(ChangeSummary(*row) for row in self._session.execute(query))

    def change_neighbours(self, source_id: str, change_id: int) -> Neighbours:
        """Return the changes of a source just before and just after one."""
        number = col(ChangeRow.id)
        mine = columns(func.max(number)).where(col(ChangeRow.source_id) == source_id)
        earlier = self._session.execute(mine.where(number < change_id)).scalar_one()
        least = columns(func.min(number)).where(col(ChangeRow.source_id) == source_id)
        later = self._session.execute(least.where(number > change_id)).scalar_one()
        return Neighbours(earlier, later)


class SourceBrowsing(HistoryReading):
    """When sources were looked at last, and when they are next."""

    def source_marks(self) -> dict[str, tuple[int, int]]:
        """Return by source what differs as soon as it has another version or change."""
        versions = columns(
            col(VersionRow.source_id), func.max(col(VersionRow.number)), literal(0)
        ).group_by(col(VersionRow.source_id))
        changes = columns(
            col(ChangeRow.source_id), literal(0), func.max(col(ChangeRow.id))
        ).group_by(col(ChangeRow.source_id))
        found: dict[str, tuple[int, int]] = {}
        for source_id, version, change in self._session.execute(union_all(versions, changes)):
            known = found.get(source_id, (0, 0))
            found[source_id] = max(known[0], version), max(known[1], change)
        return found

    def last_checked(self, source_ids: Collection[str]) -> dict[str, datetime]:
        """Return when each source was checked last, of those that were."""
        rows = self._session.execute(
            columns(col(SourceStateRow.source_id), col(SourceStateRow.last_checked_at)).where(
                col(SourceStateRow.source_id).in_(source_ids)
            )
        )
        return {source_id: at for source_id, at in rows if at is not None}

    def due_next(self, limit: int) -> tuple[tuple[str, datetime], ...]:
        """Return the sources that are due first, and when."""
        due = col(SourceStateRow.next_due_at)
        rows = self._session.execute(
            columns(col(SourceStateRow.source_id), due)
            .where(due.is_not(None))
            .order_by(due, col(SourceStateRow.source_id))
            .limit(limit)
        )
        return tuple((source_id, at) for source_id, at in rows if at is not None)


class Browsing(CaptureBrowsing, VersionBrowsing, ChangeBrowsing, SourceBrowsing):
    """All that lists and pictures ask for."""


def _captures() -> AnySelect[*tuple[Any, ...]]:
    return columns(
        col(CaptureRow.id),
        col(CaptureRow.fetched_at),
        col(CaptureRow.status),
        col(CaptureRow.origin),
        col(CaptureRow.body_hash),
        col(BodyRow.size),
        col(CaptureRow.problem_kind),
        col(CaptureRow.version_id),
    ).join(BodyRow, col(CaptureRow.body_hash) == col(BodyRow.hash))


def _versions() -> AnySelect[*tuple[Any, ...]]:
    later = aliased(VersionRow)
    replaced = columns(col(later.id)).where(col(later.replaces_id) == col(VersionRow.id)).exists()
    return columns(
        col(VersionRow.id),
        col(VersionRow.source_id),
        col(VersionRow.number),
        col(VersionRow.at),
        col(VersionRow.capture_id),
        col(VersionRow.title),
        col(VersionRow.language),
        col(VersionRow.word_count),
    ).where(~replaced)


def _changes() -> AnySelect[*tuple[Any, ...]]:
    old, new = aliased(VersionRow), aliased(VersionRow)
    return (
        columns(
            col(ChangeRow.id),
            col(ChangeRow.source_id),
            col(old.number),
            col(new.number),
            col(ChangeRow.at),
            col(ChangeRow.significance),
            col(ChangeRow.reason),
            func.json_array_length(col(ChangeRow.passages)),
        )
        .join(old, col(old.id) == col(ChangeRow.old_version_id))
        .join(new, col(new.id) == col(ChangeRow.new_version_id))
    )
