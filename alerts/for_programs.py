"""News as values for a program: what a webhook is sent, by the models of `payload`."""

from __future__ import annotations

from alerts.letter import criterion_label
from alerts.links import Links
from alerts.news import ChangeNews, ProblemNews
from alerts.payload import (
    ChangePart,
    ChangePayload,
    EvidencePart,
    FlagPart,
    PassagePart,
    ProblemPart,
    ProblemPayload,
    SourcePart,
    ToolPart,
)
from domain.change import Passage
from domain.flag import Flag
from domain.watchlist import Source, Tool


def change_payload(news: ChangeNews, message_id: str) -> ChangePayload:
    """Return what a program is told of a change under the id of its alert."""
    return ChangePayload(
        id=message_id,
        tool=_tool(news.tool),
        source=_source(news.source, news.links),
        change=ChangePart(
            id=news.change_id,
            before_at=news.before_at,
            after_at=news.after_at,
            link=news.links.change(news.change_id),
        ),
        flags=tuple(_flag(number, flag, news) for number, flag in news.flags),
    )


def problem_payload(news: ProblemNews, message_id: str) -> ProblemPayload:
    """Return what a program is told of a problem under the id of its alert."""
    return ProblemPayload(
        id=message_id,
        event=news.kind.value,
        source=_source(news.source, news.links),
        problem=ProblemPart(
            kind=news.problem.kind,
            since=news.since,
            what=news.problem.what,
            advice=news.problem.advice,
        ),
        tools=tuple(_tool(tool) for tool in news.tools),
    )


def _tool(tool: Tool) -> ToolPart:
    return ToolPart(id=tool.id, name=tool.name, page=tool.page)


def _source(source: Source, links: Links) -> SourcePart:
    return SourcePart(id=source.id, url=source.url, history=links.source(source.id))


def _flag(number: int, flag: Flag, news: ChangeNews) -> FlagPart:
    rating = news.tool.rating(flag.criterion)
    return FlagPart(
        id=number,
        criterion=flag.criterion,
        label=criterion_label(flag.criterion, news.criteria, "en"),
        status=rating.status if rating else None,
        priority=flag.priority.name.lower(),
        score=round(flag.score, 3),
        summary=flag.summary,
        reasons=flag.reasons,
        evidence=tuple(
            EvidencePart(phrase=state.phrase, status=state.status) for state in flag.evidence
        ),
        passages=tuple(
            _passage(news.change.passages[index], news.links.passage(news.change_id, index))
            for index in flag.passages
        ),
        earlier=tuple(one.flag_id for one in news.earlier.get(flag.criterion, ())),
        review=news.links.review(number),
    )


def _passage(passage: Passage, link: str) -> PassagePart:
    return PassagePart(
        kind=passage.kind,
        heading=passage.heading,
        before=passage.before,
        after=passage.after,
        link=link,
    )
