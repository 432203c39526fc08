"""Versions and the passages found in them, as JSON can say them."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel

from domain.document import BlockKind
from storage.records import StoredVersion
from storage.search import FoundPassage
from storage.summaries import VersionSummary


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
