"""What is watched, as JSON can say it: without who is told about it."""

from __future__ import annotations

from pydantic import BaseModel

from domain.duration import write_duration
from domain.watchlist import DocumentKind, Source, Status, Tool


class SourceOut(BaseModel):
    """One cited address."""

    id: str
    url: str
    kind: DocumentKind
    every: str
    language: str

    @classmethod
    def of(cls, source: Source) -> SourceOut:
        """Return it as JSON can say it."""
        return cls(
            id=source.id,
            url=source.url,
            kind=source.kind,
            every=write_duration(source.every),
            language=source.language,
        )


class QuoteOut(BaseModel):
    """A phrase of a source that a rating rests on."""

    source: str
    phrase: str


class RatingOut(BaseModel):
    """A tool's status on one criterion."""

    criterion: str
    status: Status
    rationale: str
    evidence: list[QuoteOut]


class ToolOut(BaseModel):
    """What a page of the directory describes, with its scorecard."""

    id: str
    name: str
    page: str
    sources: list[str]
    ratings: list[RatingOut]

    @classmethod
    def of(cls, tool: Tool) -> ToolOut:
        """Return it as JSON can say it."""
        ratings = [
            RatingOut(
                criterion=rating.criterion,
                status=rating.status,
                rationale=rating.rationale,
                evidence=[QuoteOut(source=e.source, phrase=e.phrase) for e in rating.evidence],
            )
            for rating in tool.ratings
        ]
        return cls(
            id=tool.id, name=tool.name, page=tool.page, sources=list(tool.sources), ratings=ratings
        )
