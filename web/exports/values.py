"""Our values as JSON can say them: one form for exports and the API."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from domain.capture import CaptureOrigin
from domain.change import Change, Edit, FindingKind, PassageKind, Significance
from domain.document import BlockKind
from domain.flag import EvidenceStatus, Flag
from domain.problem import ProblemKind
from domain.sentence import Sentence
from storage.records import (
    Decision,
    FlagState,
    StoredChange,
    StoredFlag,
    StoredProblem,
    StoredReview,
    StoredVersion,
)
from storage.search import FoundPassage
from storage.summaries import CaptureSummary, ChangeSummary, VersionSummary


class SentenceOut(BaseModel):
    """A sentence of ours in each language."""

    en: str
    de: str

    @classmethod
    def of(cls, sentence: Sentence) -> SentenceOut:
        """Return it as JSON can say it."""
        return cls(en=sentence.en, de=sentence.de)


class FindingOut(BaseModel):
    """One typed observation, with the words before and after."""

    kind: FindingKind
    before: str
    after: str


class SegmentOut(BaseModel):
    """A run of words that stayed, came or went."""

    edit: Edit
    text: str


class PassageOut(BaseModel):
    """One place where the wording changed; `number` ends its permanent link."""

    number: int
    kind: PassageKind
    heading: str
    before: str
    after: str
    segments: list[SegmentOut]
    findings: list[FindingOut]
    significance: Significance


class ChangeOut(BaseModel):
    """A change without its passages."""

    id: int
    source: str
    old_version: int
    new_version: int
    at: datetime
    significance: Significance
    reason: str
    passage_count: int

    @classmethod
    def of(cls, change: ChangeSummary) -> ChangeOut:
        """Return it as JSON can say it."""
        return cls(
            id=change.id,
            source=change.source_id,
            old_version=change.old_number,
            new_version=change.new_number,
            at=change.at,
            significance=change.significance,
            reason=change.reason,
            passage_count=change.passages,
        )


class WholeChangeOut(ChangeOut):
    """A change with its passages."""

    findings: list[FindingOut]
    passages: list[PassageOut]

    @classmethod
    def whole(cls, stored: StoredChange) -> WholeChangeOut:
        """Return it as JSON can say it."""
        return cls(
            id=stored.id,
            source=stored.source_id,
            old_version=stored.old_number,
            new_version=stored.new_number,
            at=stored.at,
            significance=stored.change.significance,
            reason=stored.change.reason,
            passage_count=len(stored.change.passages),
            findings=[FindingOut(**_fields(one)) for one in stored.change.findings],
            passages=passages_out(stored.change),
        )


class EvidenceOut(BaseModel):
    """What became of a phrase that a rating rests on."""

    phrase: str
    status: EvidenceStatus
    before: str
    after: str
    similarity: float


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
            evidence=[EvidenceOut(**_fields(state)) for state in flag.evidence],
            review=ReviewOut.of(stored.review) if stored.review else None,
        )


class VersionOut(BaseModel):
    """A version without its wording."""

    source: str
    number: int
    at: datetime
    capture: int
    title: str
    language: str
    word_count: int

    @classmethod
    def of(cls, version: VersionSummary) -> VersionOut:
        """Return it as JSON can say it."""
        return cls(
            source=version.source_id,
            number=version.number,
            at=version.at,
            capture=version.capture_id,
            title=version.title,
            language=version.language,
            word_count=version.word_count,
        )


class BlockOut(BaseModel):
    """One block of wording."""

    kind: BlockKind
    text: str
    level: int


class WholeVersionOut(VersionOut):
    """A version with its wording."""

    wording_hash: str
    blocks: list[BlockOut]

    @classmethod
    def whole(cls, stored: StoredVersion) -> WholeVersionOut:
        """Return it as JSON can say it."""
        document = stored.document
        return cls(
            source=stored.source_id,
            number=stored.number,
            at=stored.at,
            capture=stored.capture_id,
            title=document.title,
            language=document.language,
            word_count=stored.word_count,
            wording_hash=stored.wording_hash,
            blocks=[BlockOut(kind=b.kind, text=b.text, level=b.level) for b in document.blocks],
        )


class StandingOut(BaseModel):
    """From which version on a passage stood, and which one no longer had it."""

    since_version: int
    since: datetime
    gone_version: int | None
    gone: datetime | None


class PassageFoundOut(BaseModel):
    """A passage that was searched for, and when it stood."""

    id: int
    source: str
    text: str
    stood: list[StandingOut]

    @classmethod
    def of(cls, found: FoundPassage) -> PassageFoundOut:
        """Return it as JSON can say it."""
        stood = [
            StandingOut(
                since_version=one.since_number,
                since=one.since_at,
                gone_version=one.gone_number,
                gone=one.gone_at,
            )
            for one in found.standings
        ]
        return cls(id=found.id, source=found.source_id, text=found.text, stood=stood)


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


def passages_out(change: Change) -> list[PassageOut]:
    """Return the passages of a change, numbered as their links are."""
    return [
        PassageOut(
            number=number,
            kind=passage.kind,
            heading=passage.heading,
            before=passage.before,
            after=passage.after,
            segments=[SegmentOut(edit=one.edit, text=one.text) for one in passage.segments],
            findings=[FindingOut(**_fields(one)) for one in passage.findings],
            significance=passage.significance,
        )
        for number, passage in enumerate(change.passages, start=1)
    ]


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]
