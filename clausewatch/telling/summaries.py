"""The monthly summary of each editor: queued once, on the first of a month or soon after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from alerts.summary import OpenFlag, StaleRating, Unreadable, summary_alert, summary_id
from alerts.via import BY_MAIL, Form, Via
from clausewatch.parts import Parts
from desk.staleness import RatingAge, rating_ages, sources_of
from domain.alert import Alert
from domain.editor import Editor
from storage.records import StoredFlag, StoredProblem
from storage.store import History


@dataclass(frozen=True)
class Picture:
    """How all ratings stand at one time: asked for once, told to many."""

    ages: tuple[RatingAge, ...]
    flags: tuple[StoredFlag, ...]
    problems: tuple[StoredProblem, ...]
    decided: Sequence[tuple[str, str]]


def queue_due_summaries(parts: Parts, now: datetime) -> int:
    """Queue the summaries whose month has begun at the editor's hour; return how many.

    Nobody is told of a month in which nothing was watched yet.
    """
    with parts.store.read() as history:
        first_capture = history.first_capture_at()
        due = [
            editor
            for editor in parts.watchlist.people()
            if first_capture is not None and _is_due(parts, history, editor, first_capture, now)
        ]
        if not due:
            return 0
        picture = _picture(parts, history, now)
    with parts.store.work() as work:
        for editor in due:
            for via in _ways(parts, editor):
                work.queue(_summary(parts, picture, editor, via, now), now)
    return len(due)


def _is_due(
    parts: Parts, history: History, editor: Editor, first_capture: datetime, now: datetime
) -> bool:
    begins = month_begins(editor, now)
    if editor.summary == "never" or not first_capture < begins <= now:
        return False
    ids = [
        summary_id(editor, begins.date(), via, links=parts.links) for via in _ways(parts, editor)
    ]
    return not any(history.is_queued(one) for one in ids)


def month_begins(editor: Editor, now: datetime) -> datetime:
    """Return the editor's hour on the first of the month, on their calendar."""
    today = editor.local(now)
    return editor.hour_on(today.year, today.month, 1)


def _ways(parts: Parts, editor: Editor) -> list[Via]:
    ways = [via for via in parts.ways_to(editor) if via.form is not Form.WEBHOOK]
    return ways or [BY_MAIL]


def _picture(parts: Parts, history: History, now: datetime) -> Picture:
    since = now - timedelta(days=31)
    return Picture(
        ages=rating_ages(parts.watchlist, history, now),
        flags=history.flags(now=now),
        problems=history.problems(),
        decided=[
            (one.tool_id, one.criterion) for one in history.decisions_in_force() if one.at >= since
        ],
    )


def _summary(parts: Parts, picture: Picture, editor: Editor, via: Via, now: datetime) -> Alert:
    own = {
        (age.tool.id, age.rating.criterion)
        for age in picture.ages
        if _is_of(parts, editor, age.tool.id, age.rating.criterion)
    }
    ages = [age for age in picture.ages if (age.tool.id, age.rating.criterion) in own]
    return summary_alert(
        editor=editor,
        first=month_begins(editor, now).date(),
        open_flags=_open_flags(parts, picture, editor),
        stale=[_stale(age) for age in ages if age.is_stale],
        unreadable=_unreadable(parts, picture, ages),
        decided=sum(one in own for one in picture.decided),
        ratings=len(own),
        criteria={criterion.key: criterion for criterion in parts.watchlist.criteria},
        links=parts.links,
        via=via,
        templates=parts.templates,
    )


def _is_of(parts: Parts, editor: Editor, tool_id: str, criterion: str) -> bool:
    tool = parts.watchlist.tool(tool_id)
    mails = {one.email for one in parts.watchlist.editors_of(tool, criterion)} if tool else set()
    return editor.email in mails


def _open_flags(parts: Parts, picture: Picture, editor: Editor) -> list[OpenFlag]:
    """Return each open criterion once, by its latest flag, the most pressing first."""
    found = []
    for stored in picture.flags:
        tool = parts.watchlist.tool(stored.flag.tool_id)
        if tool and _is_of(parts, editor, tool.id, stored.flag.criterion):
            found.append(OpenFlag(stored.id, tool, stored.flag, stored.at))
    found.sort(key=lambda one: (one.tool.id, one.flag.criterion, -one.flag_id))
    once = [
        next(same) for _, same in groupby(found, key=lambda one: (one.tool.id, one.flag.criterion))
    ]
    return sorted(once, key=lambda one: (-one.flag.priority, one.at))


def _stale(age: RatingAge) -> StaleRating:
    return StaleRating(
        age.tool,
        age.rating,
        age.reviewed_at,
        days=age.age.days if age.too_old else 0,
        changed=tuple(dict.fromkeys(change.source_id for change in age.unflagged)),
    )


def _unreadable(parts: Parts, picture: Picture, ages: Sequence[RatingAge]) -> list[Unreadable]:
    needed = {source for age in ages for source in sources_of(age.tool, age.rating)}
    found = []
    for stored in picture.problems:
        source = parts.watchlist.source(stored.source_id)
        if source is not None and source.id in needed:
            found.append(Unreadable(source, stored.problem, stored.opened_at))
    return found
