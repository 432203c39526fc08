"""Composes what a webhook is sent: the alerts of `compose`, as values for a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from alerts.compose import change_alert, problem_alert
from alerts.letter import Earlier, criterion_label
from alerts.links import Links
from alerts.payload import (
    ChangePart,
    ChangePayload,
    EvidencePart,
    FlagPart,
    Part,
    PassagePart,
    ProblemPart,
    ProblemPayload,
    SourcePart,
    ToolPart,
)
from alerts.rendering import BUILT_IN, Templates
from alerts.via import BY_MAIL, Via
from domain.alert import Alert, AlertKind
from domain.change import Change, Passage
from domain.editor import Editor
from domain.flag import Flag
from domain.problem import Problem
from domain.watchlist import Criterion, Source, Tool


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
