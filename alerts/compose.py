"""Composes alerts: news in, one complete `Alert` out. The same news, the same alert."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from alerts.for_programs import change_payload, problem_payload
from alerts.identity import message_id, thread_id
from alerts.letter import Letter, criterion_label, letter_of
from alerts.links import Links
from alerts.news import ChangeNews, ProblemNews
from alerts.plain import one_line, short
from alerts.rendering import BUILT_IN, Context, Rendered, Templates
from alerts.via import BY_MAIL, Form, Via
from alerts.wording import date, label
from domain.alert import Alert, AlertKind
from domain.flag import EvidenceStatus, Flag
from domain.names import DOCUMENTS, PROBLEMS
from domain.problem import Problem, ProblemKind
from domain.watchlist import Criterion, Source, Tool

LONGEST_SUBJECT = 120

_PROBLEM_WORDS = {
    AlertKind.PROBLEM: ("problem_title", "problem_subject"),
    AlertKind.REMINDER: ("reminder_title", "reminder_subject"),
    AlertKind.RECOVERED: ("recovered_title", "recovered_subject"),
    AlertKind.UNREADABLE: ("unreadable_title", "unreadable_subject"),
}
# What a subject says of evidence, the gravest first.
_EVIDENCE_WORDS = {
    EvidenceStatus.GONE: "evidence_gone",
    EvidenceStatus.REWORDED: "evidence_reworded",
}


def change_alert(news: ChangeNews, via: Via = BY_MAIL, templates: Templates = BUILT_IN) -> Alert:
    """Tell an editor which criteria of one tool a change asks to re-review."""
    language = news.editor.language
    number = _change_id(news, via)
    letter = _letter(news)
    subject = _change_subject(news, letter, language)
    if via.form is Form.WEBHOOK:
        made = Rendered(subject, change_payload(news, number).model_dump_json(), "")
    else:
        context = _change_context(news, letter)
        made = _rendered("change", via, language, subject, context, templates)
    return Alert(
        message_id=number,
        kind=AlertKind.CHANGE,
        recipient=via.recipient(news.editor),
        subject=made.subject,
        text=made.text,
        html=made.html,
        source_id=news.source.id,
        thread=thread_id(news.source.id, domain=news.links.id_domain),
        headers=(
            ("Content-Language", language),
            ("X-Clausewatch-Tool", news.tool.id),
            ("X-Clausewatch-Source", news.source.id),
        ),
        channel=via.channel,
    )


def problem_alert(news: ProblemNews, via: Via = BY_MAIL, templates: Templates = BUILT_IN) -> Alert:
    """Tell those who keep the watchlist that a source cannot be read, or can be again."""
    language = news.recipient.language
    number = _problem_id(news, via)
    subject = _problem_subject(news, language)
    if via.form is Form.WEBHOOK:
        made = Rendered(subject, problem_payload(news, number).model_dump_json(), "")
    else:
        context = _problem_context(news, language)
        made = _rendered("problem", via, language, subject, context, templates)
    return Alert(
        message_id=number,
        kind=news.kind,
        recipient=via.recipient(news.recipient),
        subject=made.subject,
        text=made.text,
        html=made.html,
        source_id=news.source.id,
        thread=thread_id(news.source.id, domain=news.links.id_domain),
        headers=(("Content-Language", language), ("X-Clausewatch-Source", news.source.id)),
        channel=via.channel,
    )


def _change_id(news: ChangeNews, via: Via) -> str:
    # Who shares a chat may be told of different criteria: none may hide another.
    keys = ",".join(sorted(flag.criterion for _, flag in news.flags))
    return message_id(
        kind=AlertKind.CHANGE,
        about=f"{news.source.id}/{news.change_id}" + ("" if via.form is Form.MAIL else f"/{keys}"),
        moment=news.after_at,
        tool=news.tool.id,
        recipient=via.recipient(news.editor),
        domain=news.links.id_domain,
    )


def _letter(news: ChangeNews) -> Letter:
    return letter_of(
        news.flags,
        change=news.change,
        change_id=news.change_id,
        tool=news.tool,
        criteria=news.criteria,
        links=news.links,
        language=news.editor.language,
        earlier=news.earlier,
    )


def _change_context(news: ChangeNews, letter: Letter) -> Context:
    return {
        "letter": letter,
        "tool": news.tool,
        "before_at": news.before_at,
        "after_at": news.after_at,
        "change_link": news.links.change(news.change_id),
        **_about(news.source, news.links, news.editor.language),
    }


def _problem_id(news: ProblemNews, via: Via) -> str:
    return message_id(
        kind=news.kind,
        about=f"{news.source.id}/{news.problem.kind}/{news.since.isoformat()}",
        moment=news.at,
        tool="",
        recipient=via.recipient(news.recipient),
        domain=news.links.id_domain,
    )


def _problem_context(news: ProblemNews, language: str) -> Context:
    problem = news.problem
    title, _ = _problem_words(problem, news.kind)
    return {
        "title": label(title, language),
        "kind": news.kind.value,
        "moved": problem.kind is ProblemKind.MOVED_PERMANENTLY,
        "name": PROBLEMS[problem.kind].in_language(language),
        "what": problem.what.in_language(language),
        "advice": problem.advice.in_language(language),
        "since": _since(news.kind, news.since, news.at, language),
        "affected": [
            (tool, _criteria_resting_on(news.source, tool, news.criteria, language))
            for tool in news.tools
        ],
        **_about(news.source, news.links, language),
    }


def _rendered(  # noqa: PLR0913, PLR0917 - what a template needs
    name: str, via: Via, language: str, subject: str, context: Context, templates: Templates
) -> Rendered:
    """Return a mail in full; for a chat the few lines that stand for it."""
    if via.form is Form.MAIL:
        return templates.render(name, language, subject, context)
    return Rendered(subject, templates.text(f"{name}.chat", language, context), "")


def _about(source: Source, links: Links, language: str) -> dict[str, object]:
    """Return what every alert says about its source."""
    return {
        "source": source,
        "document": DOCUMENTS[source.kind].in_language(language),
        "source_link": links.source(source.id),
        "diff_command": links.diff_command(source.id),
        "history_command": links.history_command(source.id),
    }


def _change_subject(news: ChangeNews, letter: Letter, language: str) -> str:
    """Name tool, criterion and source; the words that ask for a review are never cut off."""
    criterion = short(letter.items[0].criterion, 60)
    if len(letter.items) > 1:
        criterion = label("subject_more", language, first=criterion, n=len(letter.items) - 1)
    where = [short(news.source.id, 40), *_gravest(news.flags, language)]
    asked = f"{label('re_review', language)} ({': '.join(where)})"
    return one_line(f"[{short(news.tool.name, 30)}] {criterion}: {asked}")


def _gravest(flags: Iterable[tuple[int, Flag]], language: str) -> tuple[str, ...]:
    """Return what became of the evidence of a letter, if any of it no longer stands."""
    found = {state.status for _, flag in flags for state in flag.evidence}
    worst = next((one for one in _EVIDENCE_WORDS if one in found), None)
    return (label(_EVIDENCE_WORDS[worst], language),) if worst else ()


def _problem_subject(news: ProblemNews, language: str) -> str:
    _, subject = _problem_words(news.problem, news.kind)
    name = PROBLEMS[news.problem.kind].in_language(language)
    return short(f"[{news.source.id}] {label(subject, language, problem=name)}", LONGEST_SUBJECT)


def _since(kind: AlertKind, since: datetime, at: datetime | None, language: str) -> str:
    """Say how long a source has not been read, or was not."""
    begin = date(since, language)
    if kind is AlertKind.RECOVERED and at:
        return label("unreadable_until", language, since=begin, until=date(at, language))
    if kind is AlertKind.RECOVERED:
        return label("unreadable_from", language, since=begin)
    days = (at - since).days if at else 0
    if days:
        return label("since_days", language, since=begin, n=days)
    return label("since", language, since=begin)


def _problem_words(problem: Problem, kind: AlertKind) -> tuple[str, str]:
    """Return the labels of title and subject; a page that moved for good is still read."""
    if problem.kind is ProblemKind.MOVED_PERMANENTLY:
        return "moved_title", "problem_subject"
    return _PROBLEM_WORDS[kind]


def _criteria_resting_on(
    source: Source, tool: Tool, criteria: Mapping[str, Criterion], language: str
) -> list[str]:
    return [
        criterion_label(rating.criterion, criteria, language)
        for rating in tool.ratings
        if any(evidence.source == source.id for evidence in rating.evidence)
    ]
