"""What became of a source: its life as a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clausewatch.messages.counting import counted
from storage.records import Ended, StoredProblem
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One line in the life of a source. `version` is a number, None for a problem."""

    at: datetime
    what: str
    version: int | None
    detail: str


def entries_of(store: Store, source_id: str) -> list[Entry]:
    """Return versions, changes and problems of a source, the latest first."""
    with store.read() as history:
        versions = history.versions(source_id)
        changes = {change.new_number: change for change in history.changes(source_id)}
        problems = [
            problem
            for problem in history.problems(open_only=False)
            if problem.source_id == source_id
        ]
    entries = []
    for version in versions:
        change = changes.get(version.number)
        what = change.change.significance.value if change else "first"
        detail = change.change.reason if change else counted(version.word_count, "word")
        entries.append(Entry(version.at, what, version.number, detail))
    for problem in problems:
        detail = f"{problem.problem.kind.value}: {problem.problem.what.en}"
        entries.append(Entry(problem.opened_at, "problem", None, detail))
        if problem.closed_at is not None:
            entries.append(_end_of(problem, problem.closed_at))
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _end_of(problem: StoredProblem, at: datetime) -> Entry:
    kind = problem.problem.kind.value
    match problem.ended:
        case Ended.TURNED:
            return Entry(at, "closed", None, f"{kind} has become another problem")
        case Ended.UNWATCHED:
            return Entry(at, "closed", None, f"{kind}: no longer in the watchlist")
        case _:
            return Entry(at, "recovered", None, f"{kind} is over")
