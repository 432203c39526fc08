"""Flags and what was decided about them, as JSON can say them."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from domain.flag import EvidenceState, EvidenceStatus, Flag
from storage.records import Decision, FlagState, StoredFlag, StoredReview
from web.exports.sentences import SentenceOut


class EvidenceOut(BaseModel):
    """What became of a phrase that a rating rests on."""

    phrase: str
    status: EvidenceStatus
    before: str
    after: str
    similarity: float

    @classmethod
    def of(cls, state: EvidenceState) -> EvidenceOut:
        """Return it as JSON can say it."""
        return cls(
            phrase=state.phrase,
            status=state.status,
            before=state.before,
            after=state.after,
            similarity=state.similarity,
        )


class ReviewOut(BaseModel):
    """One decision about a flag."""

    id: int
    flag: int
    decision: Decision
    by: str
    at: datetime
    why: str
    until: datetime | None
    details: dict[str, object]

    @classmethod
    def of(cls, review: StoredReview) -> ReviewOut:
        """Return it as JSON can say it."""
        return cls(
            id=review.id,
            flag=review.flag_id,
            decision=review.decision,
            by=review.by,
            at=review.at,
            why=review.why,
            until=review.until,
            details=dict(review.details),
        )


class FlagOut(BaseModel):
    """A criterion of a tool to re-review, and where that stands."""

    id: int
    change: int
    source: str
    tool: str
    criterion: str
    at: datetime
    state: FlagState
    score: float
    priority: str
    summary: SentenceOut
    reasons: list[SentenceOut]
    passages: list[int]
    evidence: list[EvidenceOut]
    review: ReviewOut | None

    @classmethod
    def of(cls, stored: StoredFlag) -> FlagOut:
        """Return it as JSON can say it."""
        flag: Flag = stored.flag
        return cls(
            id=stored.id,
            change=stored.change_id,
            source=stored.source_id,
            tool=flag.tool_id,
            criterion=flag.criterion,
            at=stored.at,
            state=stored.state,
            score=round(flag.score, 3),
            priority=flag.priority.name.lower(),
            summary=SentenceOut.of(flag.summary),
            reasons=[SentenceOut.of(reason) for reason in flag.reasons],
            passages=[index + 1 for index in flag.passages],
            evidence=[EvidenceOut.of(state) for state in flag.evidence],
            review=ReviewOut.of(stored.review) if stored.review else None,
        )
