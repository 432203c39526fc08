"""How flags and reviews lie in their tables, and what is asked of all of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from domain.flag import Flag, Priority
from storage import codec
from storage.records import Decision, FlagState, StoredFlag, StoredReview
from storage.session import identity
from storage.tables import FlagRow, ReviewRow

MOST_PRESSING = (
    col(FlagRow.priority).desc(),
    col(FlagRow.score).desc(),
    col(FlagRow.at),
    col(FlagRow.id),
)
"""The order of a list: highest priority first, then highest score, then the oldest."""


def _with_review() -> Select[FlagRow, ReviewRow]:
    later = aliased(ReviewRow)
    # That there is no later one is found for all flags at once; the highest id, flag by flag.
    is_latest = ~(
        select(later.id)
        .where(col(later.flag_id) == col(ReviewRow.flag_id), col(later.id) > col(ReviewRow.id))
        .correlate(ReviewRow)
        .exists()
    )
    of_it = and_(col(ReviewRow.flag_id) == col(FlagRow.id), is_latest)
    return select(FlagRow, ReviewRow).join(ReviewRow, of_it, isouter=True)


WITH_REVIEW = _with_review()
"""Select each flag with its latest review, if it has one."""


def is_open(now: datetime) -> Any:
    """Say in SQL what `state_of` says in Python."""
    return or_(
        col(ReviewRow.id).is_(None),
        col(ReviewRow.decision) == Decision.REOPENED,
        and_(col(ReviewRow.decision) == Decision.LATER, col(ReviewRow.until) <= now),
    )


def state_of(review: ReviewRow | None, now: datetime) -> FlagState:
    """Return where the latest review has put a flag."""
    if review is None or review.decision is Decision.REOPENED:
        return FlagState.OPEN
    if review.until is not None and review.until <= now:
        return FlagState.OPEN
    return FlagState(review.decision.value)


def flag_row(change_id: int, source_id: str, flag: Flag, at: datetime) -> FlagRow:
    """Return a flag as it is stored."""
    return FlagRow(
        change_id=change_id,
        source_id=source_id,
        tool_id=flag.tool_id,
        criterion=flag.criterion,
        at=at,
        score=flag.score,
        priority=int(flag.priority),
        summary=codec.encode(codec.OneSentence, flag.summary),
        reasons=codec.encode(codec.Sentences, flag.reasons),
        passages=codec.encode(codec.Indexes, flag.passages),
        evidence=codec.encode(codec.Evidence, flag.evidence),
    )


def stored_flag(row: FlagRow, review: ReviewRow | None, now: datetime) -> StoredFlag:
    """Return a flag as it was stored, and where it stands."""
    flag = Flag(
        tool_id=row.tool_id,
        criterion=row.criterion,
        score=row.score,
        priority=Priority(row.priority),
        summary=codec.decode(codec.OneSentence, row.summary),
        reasons=codec.decode(codec.Sentences, row.reasons),
        passages=codec.decode(codec.Indexes, row.passages),
        evidence=codec.decode(codec.Evidence, row.evidence),
    )
    return StoredFlag(
        id=identity(row.id),
        change_id=row.change_id,
        source_id=row.source_id,
        at=row.at,
        flag=flag,
        state=state_of(review, now),
        review=None if review is None else stored_review(review),
    )


def stored_review(row: ReviewRow) -> StoredReview:
    """Return a review as it was stored."""
    return StoredReview(
        id=identity(row.id),
        flag_id=row.flag_id,
        decision=row.decision,
        by=row.by,
        at=row.at,
        why=row.why,
        until=row.until,
        details=row.details,
    )
