"""Composes alerts: values in, one complete `Alert` out. The same values, the same alert."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from alerts.identity import message_id, thread_id
from alerts.letter import Earlier, Letter, criterion_label, letter_of
from alerts.links import Links
from alerts.plain import one_line, short
from alerts.rendering import BUILT_IN, Context, Rendered, Templates
from alerts.via import BY_MAIL, Form, Via
from alerts.wording import date, label
from domain.alert import Alert, AlertKind
from domain.change import Change
from domain.flag import Flag
from domain.names import DOCUMENTS, PROBLEMS
from domain.problem import Problem, ProblemKind
from domain.watchlist import Criterion, Editor, Source, Tool

LONGEST_SUBJECT = 120

_PROBLEM_WORDS = {
    AlertKind.PROBLEM: ("problem_title", "problem_subject"),
    AlertKind.REMINDER: ("reminder_title", "reminder_subject"),
    AlertKind.RECOVERED: ("recovered_title", "recovered_subject"),
    AlertKind.UNREADABLE: ("unreadable_title", "unreadable_subject"),
}


def change_alert(  # noqa: PLR0913 - all are keywords
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
    """Tell an editor which criteria of one tool a change asks to re-review.

    `flags` are the flags of this tool by this change with their ids, at least one;
    `earlier` are, by criterion, those of earlier changes that nobody has decided.
    """
    if not flags:
        raise ValueError("an alert about a change needs at least one flag")
    language = editor.language
    letter = letter_of(
        flags,
        change=change,
        change_id=change_id,
        tool=tool,
        criteria=criteria,
        links=links,
        language=language,
        earlier=earlier,
    )
    context: dict[str, object] = {
        "letter": letter,
        "tool": tool,
        "before_at": before_at,
        "after_at": after_at,
        "change_link": links.change(change_id),
        **_about(source, links, language),
    }
    subject = _change_subject(tool, letter, language)
    made = _rendered("change", via, language, subject, context, templates)
    keys = ",".join(sorted(flag.criterion for _, flag in flags))
    return Alert(
        message_id=message_id(
            kind=AlertKind.CHANGE,
            # Who shares a chat may be told of different criteria: none may hide another.
            about=f"{source.id}/{change_id}" + ("" if via.form is Form.MAIL else f"/{keys}"),
            moment=after_at,
            tool=tool.id,
            recipient=via.recipient(editor),
            domain=links.id_domain,
        ),
        kind=AlertKind.CHANGE,
        recipient=via.recipient(editor),
        subject=made.subject,
        text=made.text,
        html=made.html,
        source_id=source.id,
        thread=thread_id(source.id, domain=links.id_domain),
        headers=(
            ("Content-Language", language),
            ("X-Clausewatch-Tool", tool.id),
            ("X-Clausewatch-Source", source.id),
        ),
        channel=via.channel,
    )


def problem_alert(  # noqa: PLR0913 - all are keywords
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
    """Tell those who keep the watchlist that a source cannot be read, or can be again.

    `tools` are those that cite the source. `at` is when the alert is due: a second
    reminder of the same problem is another alert only when it has another `at`.
    """
    language = recipient.language
    title, subject = _problem_words(problem, kind)
    context: dict[str, object] = {
        "title": label(title, language),
        "kind": kind.value,
        "moved": problem.kind is ProblemKind.MOVED_PERMANENTLY,
        "name": PROBLEMS[problem.kind].in_language(language),
        "what": problem.what.in_language(language),
        "advice": problem.advice.in_language(language),
        "since": _since(kind, since, at, language),
        "affected": [
            (tool, _criteria_resting_on(source, tool, criteria or {}, language)) for tool in tools
        ],
        **_about(source, links, language),
    }
    problem_words = label(subject, language, problem=context["name"])
    subject = short(f"[{source.id}] {problem_words}", LONGEST_SUBJECT)
    made = _rendered("problem", via, language, subject, context, templates)
    return Alert(
        message_id=message_id(
            kind=kind,
            about=f"{source.id}/{problem.kind}/{since.isoformat()}",
            moment=at,
            tool="",
            recipient=via.recipient(recipient),
            domain=links.id_domain,
        ),
        kind=kind,
        recipient=via.recipient(recipient),
        subject=made.subject,
        text=made.text,
        html=made.html,
        source_id=source.id,
        thread=thread_id(source.id, domain=links.id_domain),
        headers=(("Content-Language", language), ("X-Clausewatch-Source", source.id)),
        channel=via.channel,
    )


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


def _change_subject(tool: Tool, letter: Letter, language: str) -> str:
    """Name tool and criterion; the words that ask for a review are never cut off."""
    criterion = short(letter.items[0].criterion, 60)
    if len(letter.items) > 1:
        criterion = label("subject_more", language, first=criterion, n=len(letter.items) - 1)
    return one_line(f"[{short(tool.name, 30)}] {criterion}: {label('re_review', language)}")


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
