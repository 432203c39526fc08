"""Composes the monthly summary of an editor: what is open, what grew old, what is unreadable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - as in `wording`
from datetime import datetime

from alerts.identity import message_id
from alerts.letter import criterion_label
from alerts.links import Links
from alerts.plain import short
from alerts.rendering import BUILT_IN, Rendered, Templates
from alerts.via import BY_MAIL, Form, Via
from alerts.wording import day, label, month
from domain.alert import Alert, AlertKind
from domain.editor import Editor
from domain.flag import Flag
from domain.names import PROBLEMS, STATUSES, URGENCIES
from domain.problem import Problem
from domain.watchlist import Criterion, Rating, Source, Tool

MOST_LINES = 25  # of each list; the others are counted


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """A flag that waits for a decision."""

    flag_id: int
    tool: Tool
    flag: Flag
    at: datetime


@dataclass(frozen=True, slots=True)
class StaleRating:
    """A rating to read again though no flag asks for it.

    `days` is its age, or 0 when it is young enough; `changed` are the ids of sources that
    changed since its last review and raised no flag.
    """

    tool: Tool
    rating: Rating
    reviewed_at: datetime | None
    days: int
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that a rating rests on and that cannot be read."""

    source: Source
    problem: Problem
    since: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list, ready to show."""

    head: str
    text: str
    link: str = ""
    command: str = ""


def summary_id(editor: Editor, first: Date, via: Via = BY_MAIL, *, links: Links) -> str:
    """Return the message id of an editor's summary of the month that begins on a day."""
    return message_id(
        kind=AlertKind.SUMMARY,
        about=f"{first.isoformat()}/{via.channel}",
        moment=None,
        tool="",
        recipient=editor.email,
        domain=links.id_domain,
    )


def summary_alert(  # noqa: PLR0913 - all are keywords
    *,
    editor: Editor,
    first: Date,
    open_flags: Sequence[OpenFlag],
    stale: Sequence[StaleRating],
    unreadable: Sequence[Unreadable],
    decided: int,
    ratings: int,
    criteria: Mapping[str, Criterion],
    links: Links,
    via: Via = BY_MAIL,
    templates: Templates = BUILT_IN,
) -> Alert:
    """Tell an editor how their ratings stand; `first` is the day that the month begins.

    `decided` counts the decisions of the month before, `ratings` all they look after.
    """
    language = editor.language
    context = {
        "month_of": month(first, language),
        "ratings": ratings,
        "decided": decided,
        "flags": _cut([_flag_line(one, criteria, links, language) for one in open_flags]),
        "flags_total": len(open_flags),
        "stale": _cut([_stale_line(one, criteria, links, language) for one in stale]),
        "stale_total": len(stale),
        "unreadable": _cut([_unreadable_line(one, links, language) for one in unreadable]),
        "unreadable_total": len(unreadable),
    }
    calm = not (open_flags or stale or unreadable)
    subject = label(
        "summary_subject_calm" if calm else "summary_subject",
        language,
        month=context["month_of"],
        open=len(open_flags),
        stale=len(stale),
    )
    if via.form is Form.MAIL:
        made = templates.render("summary", language, subject, context)
    else:
        made = Rendered(subject, templates.text("summary.chat", language, context), "")
    return Alert(
        message_id=summary_id(editor, first, via, links=links),
        kind=AlertKind.SUMMARY,
        recipient=via.recipient(editor),
        subject=made.subject,
        text=made.text,
        html=made.html,
        headers=(("Content-Language", language),),
        channel=via.channel,
    )


def _cut(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(lines[:MOST_LINES])


def _flag_line(
    one: OpenFlag, criteria: Mapping[str, Criterion], links: Links, language: str
) -> Line:
    urgency = URGENCIES[one.flag.priority].in_language(language)
    since = label("open_since", language, day=day(one.at.date(), language))
    said = short(one.flag.summary.in_language(language), 160)
    return Line(
        f"{one.tool.name}: {criterion_label(one.flag.criterion, criteria, language)}",
        " ".join(filter(None, (f"{urgency}." if urgency else "", said, since))),
        links.review(one.flag_id),
        links.review_command(one.flag_id),
    )


def _stale_line(
    one: StaleRating, criteria: Mapping[str, Criterion], links: Links, language: str
) -> Line:
    rated = STATUSES[one.rating.status].in_language(language)
    reviewed = (
        label("reviewed_on", language, day=day(one.reviewed_at.date(), language))
        if one.reviewed_at
        else label("never_reviewed", language)
    )
    parts = [
        f"{label('rated', language)}: {rated}.",
        reviewed,
        label("too_old" if one.reviewed_at else "watched_for", language, n=one.days)
        if one.days
        else "",
        label("changed_unflagged", language, sources=", ".join(one.changed)) if one.changed else "",
    ]
    return Line(
        f"{one.tool.name}: {criterion_label(one.rating.criterion, criteria, language)}",
        " ".join(filter(None, parts)),
        links.tool(one.tool.id),
        links.rating_command(one.tool.id, one.rating.criterion),
    )


def _unreadable_line(one: Unreadable, links: Links, language: str) -> Line:
    return Line(
        one.source.id,
        f"{PROBLEMS[one.problem.kind].in_language(language)}. "
        + label("unreadable_since", language, day=day(one.since.date(), language)),
        links.source(one.source.id),
        links.history_command(one.source.id),
    )
