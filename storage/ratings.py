"""Reviews of ratings: those that no flag had asked for, and decisions that changed one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select

from storage.records import Decision, DecisionInForce, RatingReview
from storage.session import Reading, identity
from storage.tables import ChangeRow, FlagRow, RatingReviewRow, ReviewRow

_OF_RATINGS = (Decision.CONFIRMED, Decision.CHANGED)


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

    def decisions_in_force(self) -> tuple[DecisionInForce, ...]:
        """Return the decisions that ratings stand by now, oldest first.

        Of each flag its latest review counts, and only one that says something about
        the rating: confirmed or changed.
        """
        latest = select(func.max(ReviewRow.id)).group_by(col(ReviewRow.flag_id))
        rows = self._session.exec(
            select(FlagRow.tool_id, FlagRow.criterion, FlagRow.change_id, ReviewRow)
            .join(FlagRow, col(ReviewRow.flag_id) == col(FlagRow.id))
            .where(col(ReviewRow.id).in_(latest), col(ReviewRow.decision).in_(_OF_RATINGS))
        )
        found = [
            _in_force(tool, criterion, review, change) for tool, criterion, change, review in rows
        ]
        found += [
            _in_force(row.tool_id, row.criterion, row)
            for row in self.rating_reviews()
            if row.decision in _OF_RATINGS
        ]
        return tuple(sorted(found, key=lambda decided: decided.at))

    def decisions_stamp(self) -> tuple[int, int, int]:
        """Return what differs as soon as there is another change, review or rating review."""
        ids = (col(ChangeRow.id), col(ReviewRow.id), col(RatingReviewRow.id))
        newest = [self._session.scalar(select(func.max(number))) or 0 for number in ids]
        return newest[0], newest[1], newest[2]


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


def _in_force(
    tool: str, criterion: str, review: ReviewRow | RatingReview, change_id: int | None = None
) -> DecisionInForce:
    return DecisionInForce(
        tool,
        criterion,
        review.decision,
        review.by,
        review.at,
        review.why,
        review.details,
        change_id,
    )


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
