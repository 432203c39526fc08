"""Reviews of ratings: those that no flag had asked for, and decisions that changed one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from storage.records import Decision, RatingReview
from storage.session import Reading, identity
from storage.tables import RatingReviewRow


class RatingReading(Reading):
    """Questions about reviews of ratings."""

    def rating_reviews(
        self, tool: str | None = None, criterion: str | None = None
    ) -> tuple[RatingReview, ...]:
        """Return the reviews of ratings that no flag had asked for, oldest first."""
        query = select(RatingReviewRow).order_by(col(RatingReviewRow.id))
        if tool is not None:
            query = query.where(RatingReviewRow.tool_id == tool)
        if criterion is not None:
            query = query.where(RatingReviewRow.criterion == criterion)
        return tuple(_stored(row) for row in self._session.exec(query))


class RatingWriting(RatingReading):
    """Reviews are added, never changed."""

    def record_rating_review(  # noqa: PLR0913 - who, what, when and why are all asked for
        self,
        tool: str,
        criterion: str,
        *,
        decision: Decision,
        by: str,
        at: datetime,
        why: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> int:
        """Add a review of a rating and return its id."""
        row = RatingReviewRow(
            tool_id=tool,
            criterion=criterion,
            decision=decision,
            by=by,
            at=at,
            why=why,
            details=dict(details or {}),
        )
        self._session.add(row)
        self._session.flush()
        return identity(row.id)


def _stored(row: RatingReviewRow) -> RatingReview:
    return RatingReview(
        id=identity(row.id),
        tool_id=row.tool_id,
        criterion=row.criterion,
        decision=row.decision,
        by=row.by,
        at=row.at,
        why=row.why,
        details=row.details,
    )
