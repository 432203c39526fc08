"""Deciding a flag together with those that it extends."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import col

from storage.flag_rows import MOST_PRESSING, WITH_REVIEW, is_open, stored_flag
from storage.flags import FlagReading, FlagWriting
from storage.records import Decision, StoredFlag
from storage.summaries import FlagKey
from storage.tables import FlagRow, ReviewRow


class GroupReading(FlagReading):
    """A later change of the same source on the same criterion extends a flag."""

    def extended_by(self, flag_id: int, now: datetime | None = None) -> tuple[StoredFlag, ...]:
        """Return the undecided flags that this one extends, the oldest first.

        They are of the same tool, criterion and source, by earlier changes.
        """
        stored = self.flag(flag_id, now)
        found = self.flags(
            open_only=False,
            tool=stored.flag.tool_id,
            criterion=stored.flag.criterion,
            source=stored.source_id,
            now=now,
        )
        earlier = [one for one in found if one.id < flag_id and one.state.is_undecided]
        return tuple(sorted(earlier, key=lambda one: one.id))

    def flag_keys(
        self,
        *,
        open_only: bool = True,
        tool: str | None = None,
        criterion: str | None = None,
        source: str | None = None,
        now: datetime | None = None,
    ) -> tuple[FlagKey, ...]:
        """Return what flags are about, in the order of `flags`, without what they say."""
        query = WITH_REVIEW.with_only_columns(
            col(FlagRow.id),
            col(FlagRow.tool_id),
            col(FlagRow.criterion),
            col(FlagRow.source_id),
            col(ReviewRow.decision).is_(None)
            | col(ReviewRow.decision).in_((Decision.REOPENED, Decision.LATER)),
        )
        wanted = (
            (FlagRow.tool_id, tool),
            (FlagRow.criterion, criterion),
            (FlagRow.source_id, source),
        )
        for column, value in wanted:
            if value is not None:
                query = query.where(col(column) == value)
        if open_only:
            query = query.where(is_open(now or datetime.now(UTC)))
        rows = self._session.execute(query.order_by(*MOST_PRESSING))
        return tuple(FlagKey(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows)

    def flags_of(self, ids: Collection[int], now: datetime | None = None) -> dict[int, StoredFlag]:
        """Return flags by their ids."""
        moment = now or datetime.now(UTC)
        rows = self._session.exec(WITH_REVIEW.where(col(FlagRow.id).in_(ids)))
        found = [stored_flag(row, review, moment) for row, review in rows]
        return {one.id: one for one in found}


class GroupWriting(GroupReading, FlagWriting):
    """A decision covers what was shown with the flag, and never what came later."""

    def record_decision(  # noqa: PLR0913 - as `record_review`
        self,
        flag_id: int,
        decision: Decision,
        by: str,
        at: datetime,
        why: str = "",
        *,
        until: datetime | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> tuple[int, ...]:
        """Record a decision about a flag and the undecided ones that it extends.

        Returns the ids of all flags that it covers. Taking a decision back is about one
        flag alone.
        """
        extended = () if decision is Decision.REOPENED else self.extended_by(flag_id, at)
        covered = (*(one.id for one in extended), flag_id)
        for one in covered:
            self.record_review(one, decision, by, at, why, until=until, details=details)
        return covered
