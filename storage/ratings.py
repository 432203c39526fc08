"""Reviews of ratings: those that no flag had asked for, and decisions that changed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from heapq import merge
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import col, select

from storage.records import Decision, MadeDecision, RatingReview
from storage.session import HistoryReading, identity
from storage.summaries import DecisionsStamp, Tally
from storage.tables import FlagRow, RatingReviewRow, ReviewRow


class RatingReading(HistoryReading):
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

    def decisions_in_force(self) -> tuple[MadeDecision, ...]:
        """Return the decisions that ratings stand by now, oldest first."""
        return in_force(self.decisions())

    def decisions(self, since: DecisionsStamp | None = None) -> tuple[MadeDecision, ...]:
        """Return all decisions, also those that were taken back, oldest first.

        With a stamp, those that came after it.
        """
        after = since or DecisionsStamp()
        return in_order(
            [
                *self._flag_decisions(after.reviews.newest),
                *self._rating_decisions(after.rating_reviews.newest),
            ]
        )

    def _flag_decisions(self, after: int) -> Iterator[MadeDecision]:
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
                col(FlagRow.id),
                col(FlagRow.change_id),
            )
            .join(FlagRow, col(ReviewRow.flag_id) == col(FlagRow.id))
            .where(col(ReviewRow.id) > after)
            .order_by(col(ReviewRow.id))
        )
        return (MadeDecision(*decided) for decided in rows)

    def _rating_decisions(self, after: int) -> Iterator[MadeDecision]:
        query = (
            select(RatingReviewRow)
            .where(col(RatingReviewRow.id) > after)
            .order_by(col(RatingReviewRow.id))
        )
        return (
            MadeDecision(
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


def in_order(decisions: Iterable[MadeDecision]) -> tuple[MadeDecision, ...]:
    """Put decisions about flags and those about ratings together, the oldest first.

    Each of the two keep the order in which they come, which is that of their ids: a clock
    that was set back turns no decision round.
    """
    made = tuple(decisions)
    of_flags = [one for one in made if one.flag_id is not None]
    of_ratings = [one for one in made if one.flag_id is None]
    return tuple(merge(of_flags, of_ratings, key=lambda decided: decided.at))


def in_force(decisions: Iterable[MadeDecision]) -> tuple[MadeDecision, ...]:
    """Return the decisions that ratings stand by, of all that were made, oldest first.

    Of each flag its latest review counts, and only one that says something about the
    rating: confirmed or changed.
    """
    made = tuple(decisions)
    latest = {one.flag_id: number for number, one in enumerate(made)}
    return tuple(
        one
        for number, one in enumerate(made)
        if one.decision.is_of_ratings and (one.flag_id is None or latest[one.flag_id] == number)
    )


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
