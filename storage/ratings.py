"""Reviews of ratings: those that no flag had asked for, and decisions that changed one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as columns
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
        # Columns, not rows: there are thousands after some years, and pages wait for them.
        rows = self._session.execute(
            columns(
                col(FlagRow.tool_id),
                col(FlagRow.criterion),
                col(ReviewRow.decision),
                col(ReviewRow.by),
                col(ReviewRow.at),
                col(ReviewRow.why),
                col(ReviewRow.details),
                col(FlagRow.change_id),
            )
            .join(FlagRow, col(ReviewRow.flag_id) == col(FlagRow.id))
            .where(col(ReviewRow.id).in_(latest), col(ReviewRow.decision).in_(_OF_RATINGS))
        )
        found = [DecisionInForce(*row) for row in rows]
        found += [
            DecisionInForce(
                one.tool_id, one.criterion, one.decision, one.by, one.at, one.why, one.details
            )
            for one in self.rating_reviews()
            if one.decision in _OF_RATINGS
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
