"""Flags, and the reviews that decide them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from domain.errors import NotFoundError
from domain.flag import Flag
from storage.flag_rows import (
    MOST_PRESSING,
    WITH_REVIEW,
    flag_row,
    is_open,
    stored_flag,
    stored_review,
)
from storage.records import Decision, StoredFlag, StoredReview
from storage.session import HistoryReading, identity
from storage.tables import FlagRow, ReviewRow


class FlagReading(HistoryReading):
    """Questions about flags. A flag stands where its latest review has put it."""

    def flags(  # noqa: PLR0913 - each narrows the list by itself
        self,
        *,
        open_only: bool = True,
        tool: str | None = None,
        criterion: str | None = None,
        source: str | None = None,
        change_id: int | None = None,
        now: datetime | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[StoredFlag, ...]:
        """Return flags: highest priority first, then highest score, then the oldest.

        A flag that was put off until a time is open again from then on; `now` is the
        time of the question.
        """
        moment = now or datetime.now(UTC)
        query = WITH_REVIEW
        wanted = (
            (FlagRow.tool_id, tool),
            (FlagRow.criterion, criterion),
            (FlagRow.source_id, source),
            (FlagRow.change_id, change_id),
        )
        for column, value in wanted:
            if value is not None:
                query = query.where(col(column) == value)
        if open_only:
            query = query.where(is_open(moment))
        query = query.order_by(*MOST_PRESSING)
        query = query.limit(limit).offset(offset)
        return tuple(stored_flag(row, review, moment) for row, review in self._session.exec(query))

    def latest_flags(
        self, limit: int, *, tool: str | None = None, criterion: str | None = None
    ) -> tuple[StoredFlag, ...]:
        """Return the flags that were raised last, decided or not, the latest first."""
        query = WITH_REVIEW
        if tool is not None:
            query = query.where(FlagRow.tool_id == tool)
        if criterion is not None:
            query = query.where(FlagRow.criterion == criterion)
        moment = datetime.now(UTC)
        found = self._session.exec(query.order_by(col(FlagRow.id).desc()).limit(limit))
        return tuple(stored_flag(row, review, moment) for row, review in found)

    def open_flag_ids(self, now: datetime | None = None) -> tuple[int, ...]:
        """Return the ids of the open flags, in the order of `flags`."""
        query = (
            WITH_REVIEW.with_only_columns(col(FlagRow.id))
            .where(is_open(now or datetime.now(UTC)))
            .order_by(*MOST_PRESSING)
        )
        return tuple(identity(number) for number in self._session.scalars(query))

    def open_flag_counts(self, now: datetime | None = None) -> dict[tuple[str, str], int]:
        """Return how many flags are open, by tool and criterion."""
        query = (
            WITH_REVIEW.with_only_columns(
                col(FlagRow.tool_id), col(FlagRow.criterion), func.count()
            )
            .where(is_open(now or datetime.now(UTC)))
            .group_by(col(FlagRow.tool_id), col(FlagRow.criterion))
        )
        rows = self._session.execute(query)
        return {(tool, criterion): count for tool, criterion, count in rows}

    def all_reviews(
        self, *, after: int = 0, limit: int | None = None
    ) -> tuple[tuple[StoredFlag, StoredReview], ...]:
        """Return every decision with its flag, oldest first; `after` goes on after an id."""
        moment = datetime.now(UTC)
        rows = self._session.exec(
            select(FlagRow, ReviewRow)
            .join(ReviewRow, col(ReviewRow.flag_id) == col(FlagRow.id))
            .where(col(ReviewRow.id) > after)
            .order_by(col(ReviewRow.id))
            .limit(limit)
        )
        return tuple(
            (stored_flag(row, review, moment), stored_review(review)) for row, review in rows
        )

    def flag(self, flag_id: int, now: datetime | None = None) -> StoredFlag:
        """Return a flag; NotFoundError when there is none."""
        row = self._session.exec(WITH_REVIEW.where(FlagRow.id == flag_id)).first()
        if row is None:
            raise NotFoundError(f"there is no flag {flag_id}; `clausewatch flags` lists them")
        found, review = row
        return stored_flag(found, review, now or datetime.now(UTC))

    def reviews(self, flag_id: int) -> tuple[StoredReview, ...]:
        """Return what was decided about a flag, oldest first."""
        rows = self._session.exec(
            select(ReviewRow).where(ReviewRow.flag_id == flag_id).order_by(col(ReviewRow.id))
        )
        return tuple(stored_review(row) for row in rows)


class FlagWriting(FlagReading):
    """Flags and reviews are added, never changed: an undo is another review."""

    def record_flags(
        self, change_id: int, source_id: str, flags: Iterable[Flag], at: datetime
    ) -> list[int]:
        """Store the flags of a change and return their ids, in the same order."""
        rows = [flag_row(change_id, source_id, flag, at) for flag in flags]
        self._session.add_all(rows)
        self._session.flush()
        return [identity(row.id) for row in rows]

    def record_review(  # noqa: PLR0913 - who, what, when and why are all asked for
        self,
        flag_id: int,
        decision: Decision,
        by: str,
        at: datetime,
        why: str = "",
        *,
        until: datetime | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Add a decision about a flag and return its id.

        `until` belongs to `Decision.LATER` and to no other. `details` is anything JSON
        can say: the new status, rationale or evidence.
        """
        if (decision is Decision.LATER) is (until is None):
            raise ValueError("a time belongs to the decision 'later', and to no other")
        self.flag(flag_id, at)
        row = ReviewRow(
            flag_id=flag_id,
            decision=decision,
            by=by,
            at=at,
            why=why,
            until=until,
            details=dict(details or {}),
        )
        self._session.add(row)
        self._session.flush()
        return identity(row.id)
