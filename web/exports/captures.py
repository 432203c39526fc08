"""Captures, and the problems of those that were no document, as JSON can say them."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from domain.capture import CaptureOrigin
from domain.problem import ProblemKind
from storage.records import StoredProblem
from storage.summaries import CaptureSummary
from web.exports.sentences import SentenceOut


class CaptureOut(BaseModel):
    """One fetch of a source, without its bytes."""

    id: int
    fetched_at: datetime
    status: int
    origin: CaptureOrigin
    sha256: str
    size: int
    problem: ProblemKind | None

    @classmethod
    def of(cls, capture: CaptureSummary) -> CaptureOut:
        """Return it as JSON can say it."""
        return cls(
            id=capture.id,
            fetched_at=capture.fetched_at,
            status=capture.status,
            origin=capture.origin,
            sha256=capture.body_hash,
            size=capture.size,
            problem=capture.problem_kind,
        )


class ProblemOut(BaseModel):
    """A time during which a source gave no usable document."""

    id: int
    source: str
    kind: ProblemKind
    what: SentenceOut
    advice: SentenceOut
    opened_at: datetime
    closed_at: datetime | None

    @classmethod
    def of(cls, stored: StoredProblem) -> ProblemOut:
        """Return it as JSON can say it."""
        return cls(
            id=stored.id,
            source=stored.source_id,
            kind=stored.problem.kind,
            what=SentenceOut.of(stored.problem.what),
            advice=SentenceOut.of(stored.problem.advice),
            opened_at=stored.opened_at,
            closed_at=stored.closed_at,
        )
