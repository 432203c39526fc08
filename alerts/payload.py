"""What a webhook is sent: values for a program, by a schema that is part of the product.

Fields are only ever added; `version` changes when one is taken away or means another
thing. `docs/webhook.md` explains them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from alerts.compose import change_alert, problem_alert
from alerts.letter import Earlier, criterion_label
from alerts.links import Links
from alerts.rendering import BUILT_IN, Templates
from alerts.via import BY_MAIL, Via
from domain.alert import Alert, AlertKind
from domain.change import Change, Passage, PassageKind
from domain.editor import Editor
from domain.flag import EvidenceStatus, Flag
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Criterion, Source, Status, Tool


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


def change_payload(  # noqa: PLR0913 - all are keywords, those of `change_alert`
    *,
    editor: Editor,
    tool: Tool,
    source: Source,
    change: Change,
    flags: Sequence[tuple[int, Flag]],
    criteria: Mapping[str, Criterion],
    change_id: int,
    before_at: datetime,
    after_at: datetime,
    links: Links,
    earlier: Mapping[str, Sequence[Earlier]] | None = None,
    via: Via = BY_MAIL,
    templates: Templates = BUILT_IN,
) -> Alert:
    """Return the alert of `change_alert` with values for a program as its text."""
    alert = change_alert(
        editor=editor,
        tool=tool,
        source=source,
        change=change,
        flags=flags,
        criteria=criteria,
        change_id=change_id,
        before_at=before_at,
        after_at=after_at,
        links=links,
        via=via,
        templates=templates,
    )
    payload = ChangePayload(
        id=alert.message_id,
        tool=_tool(tool),
        source=_source(source, links),
        change=ChangePart(
            id=change_id, before_at=before_at, after_at=after_at, link=links.change(change_id)
        ),
        flags=tuple(
            _flag(number, flag, tool, change, change_id, criteria, links, earlier or {})
            for number, flag in flags
        ),
    )
    return _with_text(alert, payload)


def problem_payload(  # noqa: PLR0913 - all are keywords, those of `problem_alert`
    *,
    recipient: Editor,
    source: Source,
    problem: Problem,
    since: datetime,
    links: Links,
    kind: AlertKind,
    tools: Sequence[Tool],
    at: datetime | None = None,
    criteria: Mapping[str, Criterion] | None = None,
    via: Via = BY_MAIL,
    templates: Templates = BUILT_IN,
) -> Alert:
    """Return the alert of `problem_alert` with values for a program as its text."""
    alert = problem_alert(
        recipient=recipient,
        source=source,
        problem=problem,
        since=since,
        links=links,
        kind=kind,
        tools=tools,
        at=at,
        criteria=criteria,
        via=via,
        templates=templates,
    )
    payload = ProblemPayload(
        id=alert.message_id,
        event=kind.value,
        source=_source(source, links),
        problem=ProblemPart(
            kind=problem.kind, since=since, what=problem.what, advice=problem.advice
        ),
        tools=tuple(_tool(tool) for tool in tools),
    )
    return _with_text(alert, payload)


def _with_text(alert: Alert, payload: Part) -> Alert:
    return replace(alert, text=payload.model_dump_json(), html="")


def _tool(tool: Tool) -> ToolPart:
    return ToolPart(id=tool.id, name=tool.name, page=tool.page)


def _source(source: Source, links: Links) -> SourcePart:
    return SourcePart(id=source.id, url=source.url, history=links.source(source.id))


def _flag(  # noqa: PLR0913, PLR0917 - a flag is told with all it rests on
    number: int,
    flag: Flag,
    tool: Tool,
    change: Change,
    change_id: int,
    criteria: Mapping[str, Criterion],
    links: Links,
    earlier: Mapping[str, Sequence[Earlier]],
) -> FlagPart:
    rating = tool.rating(flag.criterion)
    return FlagPart(
        id=number,
        criterion=flag.criterion,
        label=criterion_label(flag.criterion, criteria, "en"),
        status=rating.status if rating else None,
        priority=flag.priority.name.lower(),
        score=round(flag.score, 3),
        summary=flag.summary,
        reasons=flag.reasons,
        evidence=tuple(
            EvidencePart(phrase=state.phrase, status=state.status) for state in flag.evidence
        ),
        passages=tuple(
            _passage(change.passages[index], links.passage(change_id, index))
            for index in flag.passages
        ),
        earlier=tuple(one.flag_id for one in earlier.get(flag.criterion, ())),
        review=links.review(number),
    )


def _passage(passage: Passage, link: str) -> PassagePart:
    return PassagePart(
        kind=passage.kind,
        heading=passage.heading,
        before=passage.before,
        after=passage.after,
        link=link,
    )
