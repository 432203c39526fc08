"""What a webhook is sent: values for a program, by a schema that is part of the product.

Fields are only ever added; `version` changes when one is taken away or means another
thing. `docs/webhook.md` explains them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.change import PassageKind
from domain.flag import EvidenceStatus
from domain.problem import ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Status


class Part(BaseModel):
    """A frozen part of a payload."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SourcePart(Part):
    """The page that an alert is about."""

    id: str
    url: str
    history: str = Field(description="page of its history; empty without a public address")


class ToolPart(Part):
    """The tool whose rating is concerned."""

    id: str
    name: str
    page: str


class EvidencePart(Part):
    """A phrase that the rating rests on, and what became of it."""

    phrase: str
    status: EvidenceStatus


class PassagePart(Part):
    """One place where the wording changed; empty texts where there was or is nothing."""

    kind: PassageKind
    heading: str
    before: str
    after: str
    link: str


class FlagPart(Part):
    """One criterion to re-review."""

    id: int
    criterion: str
    label: str
    status: Status | None = Field(description="what the rating says now; null when not rated")
    priority: Literal["low", "normal", "direction", "evidence"]
    score: float
    summary: Sentence
    reasons: tuple[Sentence, ...]
    evidence: tuple[EvidencePart, ...]
    passages: tuple[PassagePart, ...]
    earlier: tuple[int, ...] = Field(description="flags of earlier changes, still undecided")
    review: str


class ChangePart(Part):
    """A change of a source."""

    id: int
    before_at: datetime
    after_at: datetime
    link: str


class ProblemPart(Part):
    """Why a source cannot be read, or could not."""

    kind: ProblemKind
    since: datetime
    what: Sentence
    advice: Sentence


class ChangePayload(Part):
    """A change asks for ratings of one tool to be read again."""

    version: Literal[1] = 1
    id: str = Field(description="the same for a repeat of the same alert")
    event: Literal["change"] = "change"
    tool: ToolPart
    source: SourcePart
    change: ChangePart
    flags: tuple[FlagPart, ...]


class ProblemPayload(Part):
    """A source cannot be read, or can be again."""

    version: Literal[1] = 1
    id: str = Field(description="the same for a repeat of the same alert")
    event: Literal["problem", "reminder", "recovered", "unreadable"]
    source: SourcePart
    problem: ProblemPart
    tools: tuple[ToolPart, ...]
