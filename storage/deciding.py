"""Deciding a flag together with those that it extends."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.flags import FlagReading, FlagWriting
from storage.records import Decision, FlagState, StoredFlag

_UNDECIDED = {FlagState.OPEN, FlagState.LATER}


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
        earlier = [one for one in found if one.id < flag_id and one.state in _UNDECIDED]
        return tuple(sorted(earlier, key=lambda one: one.id))


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
