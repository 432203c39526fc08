"""Who is told that a source cannot be read: keepers at once, editors when it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from alerts.compose import problem_alert
from alerts.for_programs import problem_payload
from alerts.via import Form
from clausewatch.events import Check, Event, EventKind
from clausewatch.reading import Reading
from domain.alert import AlertKind
from domain.editor import Editor
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source, Tool, Watchlist
from review.verdict import Memory, Outcome, Trouble, Verdict
from storage.records import StoredProblem

REMIND_EVERY = timedelta(days=7)
REMIND_AFTER_INTERVALS = 4


def of_problem(check: Check, problem: Problem, kind: AlertKind = AlertKind.PROBLEM) -> None:
    """Queue an alert about a problem for each keeper of the watchlist."""
    _to_keepers(check, problem, check.at, kind)


def of_recovery(check: Check, closed: StoredProblem) -> None:
    """Queue the news that a problem is over for each keeper, and for editors who were told."""
    _to_keepers(check, closed.problem, closed.opened_at, AlertKind.RECOVERED)
    since = _without_since(check, closed)
    if check.at - since >= check.parts.unreadable_after:
        _to_editors(check, closed.problem, since, AlertKind.RECOVERED, check.at)


def remember(check: Check, reading: Reading, verdict: Verdict) -> Memory:
    """Tell what is told once or now and then, and remember that it was told."""
    memory = _remind(check, reading, verdict)
    if reading.moved_to and reading.moved_to != memory.moved_to:
        problem = _moved(check.source, reading.moved_to)
        check.tell(Event(EventKind.NOTE, problem.what.en))
        of_problem(check, problem)
        return replace(memory, moved_to=reading.moved_to)
    return memory


def resting_on(watchlist: Watchlist, source_id: str) -> Iterable[tuple[Tool, str]]:
    """Return each rating whose evidence stands in the source, as tool and criterion."""
    for tool in watchlist.tools:
        for rating in tool.ratings:
            if any(evidence.source == source_id for evidence in rating.evidence):
                yield tool, rating.criterion


def _remind(check: Check, reading: Reading, verdict: Verdict) -> Memory:
    memory = verdict.memory
    stored = check.work.open_problem_of(check.source.id)
    if verdict.outcome is not Outcome.STILL_PROBLEM or stored is None:
        return replace(memory, reminded=None)
    since = _without_since(check, stored)
    if check.at - since >= check.parts.unreadable_after:
        # The same time at each check, so that the outbox knows it and tells it once.
        due_at = since + check.parts.unreadable_after
        _to_editors(check, stored.problem, since, AlertKind.UNREADABLE, due_at)
    patience = max(REMIND_EVERY, REMIND_AFTER_INTERVALS * check.source.every)
    if check.at - (memory.reminded or stored.opened_at) < patience:
        return memory
    # What is wrong today may be something else than what was wrong at the beginning.
    problem = reading.seen.problem if isinstance(reading.seen, Trouble) else stored.problem
    _to_keepers(check, problem, stored.opened_at, AlertKind.REMINDER)
    return replace(memory, reminded=check.at)


def _without_since(check: Check, problem: StoredProblem) -> datetime:
    """Return the last good capture: problems may take turns, the page stays unreadable."""
    return check.work.state(check.source.id).last_good_at or problem.opened_at


def _to_keepers(check: Check, problem: Problem, since: datetime, kind: AlertKind) -> None:
    watchlist = check.parts.watchlist
    tools = watchlist.tools_citing(check.source.id)
    for keeper in watchlist.keepers:
        _queue(check, keeper, problem, since, kind, tools, check.at)


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
    for via in check.parts.ways_to(recipient):
        compose = problem_payload if via.form is Form.WEBHOOK else problem_alert
        alert = compose(
            recipient=recipient,
            source=check.source,
            problem=problem,
            since=since,
            links=check.parts.links,
            kind=kind,
            tools=tools,
            at=due_at,
            criteria={one.key: one for one in check.parts.watchlist.criteria},
            via=via,
            templates=check.parts.templates,
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
