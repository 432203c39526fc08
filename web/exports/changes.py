"""Changes as JSON can say them: one form for exports and the API."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from domain.change import Change, Edit, Finding, FindingKind, PassageKind, Significance
from storage.records import StoredChange
from storage.summaries import ChangeSummary


class FindingOut(BaseModel):
    """One typed observation, with the words before and after."""

    kind: FindingKind
    before: str
    after: str

    @classmethod
    def of(cls, finding: Finding) -> FindingOut:
        """Return it as JSON can say it."""
        return cls(kind=finding.kind, before=finding.before, after=finding.after)


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
            findings=[FindingOut.of(one) for one in stored.change.findings],
            passages=passages_out(stored.change),
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
            findings=[FindingOut.of(one) for one in passage.findings],
            significance=passage.significance,
        )
        for number, passage in enumerate(change.passages, start=1)
    ]
