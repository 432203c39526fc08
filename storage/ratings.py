"""Reviews of ratings: those that no flag had asked for, and decisions that changed one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import col, select

from storage.records import Decision, DecisionInForce, RatingReview
from storage.session import Reading, identity
from storage.summaries import DecisionsStamp, Tally
from storage.tables import FlagRow, RatingReviewRow, ReviewRow

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
        of_flags = (one for one in self.flag_decisions().values() if one is not None)
        return in_order([*of_flags, *self.rating_decisions()])

    def flag_decisions(self, after: int = 0) -> dict[int, DecisionInForce | None]:
        """Return by flag what its latest review decided, None when nothing about the rating.

        Only of flags that have a review later than the one of the id `after`.
        """
        latest = (
            select(func.max(ReviewRow.id))
            .where(col(ReviewRow.id) > after)
            .group_by(col(ReviewRow.flag_id))
        )
        # Columns, not rows: there are thousands after some years, and pages wait for them.
        rows = self._session.execute(
            columns(
                col(FlagRow.id),
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
            .where(col(ReviewRow.id).in_(latest))
            .order_by(col(ReviewRow.id))
        )
        return {
            flag_id: DecisionInForce(*decided) if decided[2] in _OF_RATINGS else None
            for flag_id, *decided in rows
        }

    def rating_decisions(self, after: int = 0) -> tuple[DecisionInForce, ...]:
        """Return what was decided about ratings without a flag, after the review of an id."""
        query = (
            select(RatingReviewRow)
            .where(col(RatingReviewRow.id) > after)
            .where(col(RatingReviewRow.decision).in_(_OF_RATINGS))
            .order_by(col(RatingReviewRow.id))
        )
        return tuple(
            DecisionInForce(
                one.tool_id, one.criterion, one.decision, one.by, one.at, one.why, one.details
            )
            for one in self._session.exec(query)
        )

    def decisions_stamp(self) -> DecisionsStamp:
        """Return what differs as soon as there is another review, of a flag or of a rating."""
        return DecisionsStamp(self._tally(ReviewRow.id), self._tally(RatingReviewRow.id))

    def only_grew(self, since: DecisionsStamp) -> bool:
        """Tell whether all reviews after a stamp have later ids than those before it.

        Of two that are written at once, the one with the earlier id may be seen later.
        """
        reviews = self._tally(ReviewRow.id, since.reviews.newest)
        of_ratings = self._tally(RatingReviewRow.id, since.rating_reviews.newest)
        return (reviews, of_ratings) == (since.reviews, since.rating_reviews)

    def _tally(self, number: Any, until: int | None = None) -> Tally:
        query = columns(func.max(number), func.count(number))
        if until is not None:
            query = query.where(number <= until)
        newest, count = self._session.execute(query).one()
        return Tally(newest or 0, count)


def in_order(decisions: Iterable[DecisionInForce]) -> tuple[DecisionInForce, ...]:
    """Return decisions, the oldest first."""
    return tuple(sorted(decisions, key=lambda decided: decided.at))


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
