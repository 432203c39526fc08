"""Who is told what: queues the alerts of a check in its own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.compose import change_alert, problem_alert
from clausewatch.events import Check, Event, EventKind
from clausewatch.reading import Reading
from domain.alert import AlertKind
from domain.change import Change
from domain.flag import Flag
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source
from review.verdict import Memory, Outcome, Verdict
from storage.records import StoredProblem, StoredVersion

REMIND_EVERY = timedelta(days=7)
REMIND_AFTER_INTERVALS = 4


def of_change(
    check: Check,
    old: StoredVersion,
    change: Change,
    change_id: int,
    flags: Sequence[tuple[int, Flag]],
) -> None:
    """Queue one alert for each editor of each tool that has a flag."""
    if not check.parts.tell:
        return
    watchlist = check.parts.watchlist
    for tool in watchlist.tools_citing(check.source.id):
        own = [(flag_id, flag) for flag_id, flag in flags if flag.tool_id == tool.id]
        for editor in tool.editors if own else ():
            alert = change_alert(
                editor=editor,
                tool=tool,
                source=check.source,
                change=change,
                flags=own,
                criteria={criterion.key: criterion for criterion in watchlist.criteria},
                change_id=change_id,
                before_at=old.at,
                after_at=check.at,
                links=check.parts.links,
            )
            check.work.queue(alert, check.at)


def of_problem(check: Check, problem: Problem, kind: AlertKind = AlertKind.PROBLEM) -> None:
    """Queue an alert about a problem for each keeper of the watchlist."""
    _to_keepers(check, problem, check.at, kind)


def of_recovery(check: Check, closed: StoredProblem) -> None:
    """Queue the news that a problem is over for each keeper of the watchlist."""
    _to_keepers(check, closed.problem, closed.opened_at, AlertKind.RECOVERED)


def remember(check: Check, reading: Reading, verdict: Verdict) -> Memory:
    """Tell what is told once or now and then, and remember that it was told."""
    memory = _remind(check, verdict)
    if reading.moved_to and reading.moved_to != memory.moved_to:
        problem = _moved(check.source, reading.moved_to)
        check.tell(Event(EventKind.NOTE, problem.what.en))
        of_problem(check, problem)
        return replace(memory, moved_to=reading.moved_to)
    return memory


def _remind(check: Check, verdict: Verdict) -> Memory:
    memory = verdict.memory
    stored = check.work.open_problem_of(check.source.id)
    if verdict.outcome is not Outcome.STILL_PROBLEM or stored is None:
        return replace(memory, reminded=None)
    patience = max(REMIND_EVERY, REMIND_AFTER_INTERVALS * check.source.every)
    if check.at - (memory.reminded or stored.opened_at) < patience:
        return memory
    _to_keepers(check, stored.problem, stored.opened_at, AlertKind.REMINDER)
    return replace(memory, reminded=check.at)


def _to_keepers(check: Check, problem: Problem, since: datetime, kind: AlertKind) -> None:
    if not check.parts.tell:
        return
    watchlist = check.parts.watchlist
    for keeper in watchlist.keepers:
        alert = problem_alert(
            recipient=keeper,
            source=check.source,
            problem=problem,
            since=since,
            links=check.parts.links,
            kind=kind,
            tools=watchlist.tools_citing(check.source.id),
            at=check.at,
            criteria={criterion.key: criterion for criterion in watchlist.criteria},
        )
        check.work.queue(alert, check.at)


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
