"""Who is told that a source cannot be read: keepers at once, editors when it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.compose import problem_alert
from alerts.news import ProblemNews
from clausewatch.checking.events import Check, Event, EventKind
from clausewatch.checking.outage import as_outage, outage_of
from clausewatch.checking.reading import FetchReading
from domain.alert import AlertKind
from domain.editor import Editor
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source, Tool, Watchlist
from review import lapses
from review.lapses import Lapses, Telling, Untold
from review.verdict import Memory, Outcome, Trouble, Verdict
from storage.records import StoredProblem

REMIND_EVERY = timedelta(days=7)
REMIND_AFTER_INTERVALS = 4

SOON_INTERVALS = 4
SOON_AT_MOST = timedelta(days=7)
"""A problem that comes back within so many intervals, or that time, only comes and goes."""


def tell(
    check: Check, reading: FetchReading, verdict: Verdict, closed: StoredProblem | None
) -> Memory:
    """Tell what is told of a check besides its changes, and remember that it was told.

    `closed` is the problem that ended with this check.
    """
    memory = replace(verdict.memory, lapses=_lapses(check, reading, verdict, closed))
    if closed is not None:
        _recovered_after_long(check, closed)
    if isinstance(reading.seen, Trouble) and verdict.outcome is Outcome.STILL_PROBLEM:
        memory = _remind(check, reading.seen.problem, memory)
    else:
        memory = replace(memory, reminded=None)
    if reading.moved_to and reading.moved_to != memory.moved_to:
        problem = _moved(check.source, reading.moved_to)
        check.tell(Event(EventKind.NOTE, problem.what.en))
        _to_keepers(check, problem, check.at, AlertKind.PROBLEM, check.at)
        return replace(memory, moved_to=reading.moved_to)
    return memory


def _recovered_after_long(check: Check, closed: StoredProblem) -> None:
    """Tell the editors who were told that a page could not be read that it can be."""
    since = _without_since(check, closed)
    if check.at - since >= check.parts.unreadable_after:
        _to_editors(check, closed.problem, since, AlertKind.RECOVERED, check.at)


def resting_on(watchlist: Watchlist, source_id: str) -> Iterable[tuple[Tool, str]]:
    """Return each rating whose evidence stands in the source, as tool and criterion."""
    for tool in watchlist.tools:
        for rating in tool.ratings:
            if any(evidence.source == source_id for evidence in rating.evidence):
                yield tool, rating.criterion


def _lapses(
    check: Check, reading: FetchReading, verdict: Verdict, closed: StoredProblem | None
) -> Lapses:
    """Tell keepers of a problem that opens, lasts or ends, unless it only comes and goes."""
    known, at, soon = verdict.memory.lapses, check.at, soon_of(check.source)
    if isinstance(reading.seen, Trouble):
        return _troubled(check, reading.seen.problem, verdict, soon)
    if closed is not None:
        telling = lapses.closed(known, closed.problem, at, soon)
    else:
        telling = lapses.staying_good(known, at, soon)
    over = closed or _last_problem(check) if telling.tell else None
    if over is not None:
        since, until = known.began or over.opened_at, telling.lapses.ended or at
        _to_keepers(check, over.problem, since, AlertKind.RECOVERED, until)
    # What kept us from the first version was a matter of setting up: nothing came and went.
    return Lapses() if verdict.outcome is Outcome.FIRST else telling.lapses


def _troubled(check: Check, problem: Problem, verdict: Verdict, soon: timedelta) -> Lapses:
    """Tell keepers of a problem that opens or lasts; of an outage of ours as of one thing."""
    known, at = verdict.memory.lapses, check.at
    outage = outage_of(check, problem)
    opens = verdict.outcome is Outcome.PROBLEM
    if opens:
        telling = lapses.opened(known, problem, at, soon)
        if telling.tell and outage is not None and outage.is_told:
            telling = Telling(replace(telling.lapses, untold=Untold.BACK), tell=False)
    elif _is_part_of_an_outage(known, soon):
        telling = Telling(known, tell=False)
        if outage is None:  # others can be read again
            telling = Telling(replace(known, untold=Untold.NOTHING), tell=True)
    else:
        telling = lapses.lasting(known, at, soon)
    if telling.tell:
        shown = as_outage(problem, outage) if opens and outage is not None else problem
        _to_keepers(check, shown, telling.lapses.began or at, AlertKind.PROBLEM, at)
    elif opens and check.parts.tell:
        check.tell(Event(EventKind.NOTE, when_told(telling.lapses, check.source)))
    return telling.lapses


def _is_part_of_an_outage(known: Lapses, soon: timedelta) -> bool:
    """Tell whether a problem was not told for an outage, and not because it came back."""
    return known.untold is Untold.BACK and not known.is_soon(known.began, soon)


def soon_of(source: Source) -> timedelta:
    """Return for how long a problem that came back has to last before it is told."""
    return min(SOON_INTERVALS * source.every, SOON_AT_MOST)


def when_told(known: Lapses, source: Source) -> str:
    """Say when a problem is told that was not yet; "" when keepers know of it."""
    soon = soon_of(source)
    if _is_part_of_an_outage(known, soon):
        return (
            "keepers know of it as part of an outage; told as a problem of its own if it is still "
            "there when other sources can be read again"
        )
    if known.untold is Untold.BACK and known.began is not None:
        return f"came back soon: told at {known.began + soon:%Y-%m-%d %H:%M} UTC if it lasts"
    return ""


def _last_problem(check: Check) -> StoredProblem | None:
    """Return the problem of the source that opened last, over or not."""
    return next(reversed(check.work.problems(open_only=False, source=check.source.id)), None)


def _remind(check: Check, problem: Problem, memory: Memory) -> Memory:
    """Bring a problem that lasts to mind again, and tell editors when it lasts long."""
    stored = check.work.open_problem_of(check.source.id)
    if stored is None:
        return memory
    good = _without_since(check, stored)
    if check.at - good >= check.parts.unreadable_after and memory.unreadable != good:
        due_at = good + check.parts.unreadable_after
        _to_editors(check, problem, good, AlertKind.UNREADABLE, due_at)
        memory = replace(memory, unreadable=good)
    if memory.lapses.untold is Untold.BACK:  # nobody can be reminded of what was not told
        return memory
    began = memory.lapses.began or stored.opened_at
    patience = max(REMIND_EVERY, REMIND_AFTER_INTERVALS * check.source.every)
    if check.at - (memory.reminded or began) < patience:
        return memory
    _to_keepers(check, problem, began, AlertKind.REMINDER, check.at)
    return replace(memory, reminded=check.at)


def _without_since(check: Check, problem: StoredProblem) -> datetime:
    """Return the last good capture: problems may take turns, the page stays unreadable."""
    return check.work.state(check.source.id).last_good_at or problem.opened_at


def _to_keepers(
    check: Check, problem: Problem, since: datetime, kind: AlertKind, due_at: datetime
) -> None:
    watchlist = check.parts.watchlist
    tools = watchlist.tools_citing(check.source.id)
    for keeper in watchlist.keepers:
        _queue(check, keeper, problem, since, kind, tools, due_at)


def _to_editors(
    check: Check, problem: Problem, since: datetime, kind: AlertKind, due_at: datetime
) -> None:
    watchlist = check.parts.watchlist
    tools_of: dict[Editor, dict[str, Tool]] = {}
    for tool, criterion in resting_on(watchlist, check.source.id):
        for editor in watchlist.editors_of(tool, criterion):
            tools_of.setdefault(editor, {})[tool.id] = tool
    for editor, tools in tools_of.items():
        if kind is AlertKind.RECOVERED and editor in watchlist.keepers:
            continue
        _queue(check, editor, problem, since, kind, tuple(tools.values()), due_at)


def _queue(  # noqa: PLR0913, PLR0917 - what an alert is about and to whom it goes
    check: Check,
    recipient: Editor,
    problem: Problem,
    since: datetime,
    kind: AlertKind,
    tools: tuple[Tool, ...],
    due_at: datetime,
) -> None:
    if not check.parts.tell:
        return
    news = ProblemNews(
        recipient=recipient,
        kind=kind,
        source=check.source,
        problem=problem,
        since=since,
        tools=tools,
        links=check.parts.links,
        at=due_at,
        criteria={one.key: one for one in check.parts.watchlist.criteria},
    )
    for via in check.parts.ways_to(recipient):
        check.work.queue(problem_alert(news, via, check.parts.templates), check.at)


def _moved(source: Source, address: str) -> Problem:
    return Problem(
        ProblemKind.MOVED_PERMANENTLY,
        Sentence(
            f"The document has moved for good, from {source.url} to {address}.",
            f"Das Dokument ist dauerhaft umgezogen, von {source.url} nach {address}.",
        ),
        Sentence(
            "It is followed there. Put the new address into the watchlist; keep the id.",
            "Wir folgen ihm. Die neue Adresse in die Watchlist eintragen; die Id bleibt.",
        ),
    )
