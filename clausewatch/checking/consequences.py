"""What follows from a check: all of it is written in the transaction of the check."""

from __future__ import annotations

from dataclasses import dataclass

from clausewatch.checking import notice, troubles
from clausewatch.checking.arrival import left_unread
from clausewatch.checking.assessment import Assessment
from clausewatch.checking.events import Check, Event, EventKind
from clausewatch.checking.reading import FetchReading, Found
from clausewatch.messages.counting import counted
from domain.change import Change, Significance
from domain.flag import Flag
from domain.problem import Problem, ProblemKind
from review.verdict import Memory, Outcome, Trouble
from storage.records import StoredProblem, StoredVersion


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the version that is shown now, if any, and what to remember."""

    version_id: int | None
    memory: Memory


def write_down(check: Check, assessment: Assessment) -> Written:
    """Record what a check found, and queue what has to be told."""
    closed = recover(check) if assessment.verdict.recovered else None
    base = in_the_newer_way(check, assessment.reading)
    shown = act(check, assessment, base)
    return Written(shown, troubles.tell(check, assessment.reading, assessment.verdict, closed))


def in_the_newer_way(check: Check, reading: FetchReading) -> StoredVersion | None:
    """Return the base in the extraction of this reading; it keeps its number and time."""
    base, again = reading.base, reading.again
    if base is None or again is None:
        return base
    return record_version(check, again, replaces=base)


def act(check: Check, assessment: Assessment, base: StoredVersion | None) -> int | None:
    """Write down what the verdict says; return the id of the version that is shown."""
    reading, outcome = assessment.reading, assessment.verdict.outcome
    if isinstance(reading.seen, Trouble):
        for capture_id in showing_trouble(check, reading, reading.seen.problem):
            check.work.mark_problem(capture_id, reading.seen.problem.kind)
        if outcome is Outcome.PROBLEM:
            open_problem(check, reading.seen.problem, reading.capture_id)
        elif outcome is Outcome.STILL_PROBLEM:
            turn_problem(check, reading.seen.problem, reading.capture_id)
        return None
    if base is None:
        return begin(check, reading.found, assessment.missing) if reading.found else None
    if reading.found and assessment.change is not None:
        return change_version(check, base, reading.found, assessment.change, assessment.flags)
    if reading.capture_id and outcome is Outcome.UNCHANGED:
        check.work.show_version(reading.capture_id, base.id)
        return base.id
    return None


def showing_trouble(check: Check, reading: FetchReading, problem: Problem) -> list[int]:
    """Return the captures that show a problem: the one that was read, or ended its reader."""
    if reading.capture_id is not None:
        return [reading.capture_id]
    if problem.kind is not ProblemKind.CRASHED:
        return []
    return [capture.id for capture in left_unread(check.work, check.source.id)]


def record_version(
    check: Check, found: Found, replaces: StoredVersion | None = None
) -> StoredVersion:
    """Keep an extraction as the newest version, or in the place of the one it replaces."""
    return check.work.record_version(
        check.source.id,
        found.capture_id,
        found.extraction.document,
        found.extraction.fingerprint,
        found.extraction.recipe,
        found.wording_hash,
        replaces.at if replaces else check.at,
        replaces=replaces.id if replaces else None,
    )


def begin(check: Check, found: Found, missing: tuple[str, ...]) -> int:
    """Take the first good capture as the base, and tell what evidence is not in it."""
    version = record_version(check, found)
    check.tell(Event(EventKind.FIRST, counted(version.word_count, "word")))
    for sentence in missing:
        check.tell(Event(EventKind.NOTE, sentence))
    return version.id


def change_version(
    check: Check, old: StoredVersion, found: Found, change: Change, flags: tuple[Flag, ...]
) -> int:
    """Keep a change with its flags, and queue the alerts."""
    new = record_version(check, found)
    change_id = check.work.record_change(check.source.id, old, new, change, check.at)
    flag_ids = check.work.record_flags(change_id, check.source.id, flags, check.at)
    if change.significance is not Significance.NONE or flags:
        places = len(change.passages)
        detail = f"{places} passage{'s' if places != 1 else ''}; {change.reason}"
        check.tell(Event(EventKind.CHANGE, detail, change.significance, flags, change_id))
    notice.of_change(check, old, change, change_id, list(zip(flag_ids, flags, strict=True)))
    return new.id


def open_problem(check: Check, problem: Problem, capture_id: int | None) -> None:
    """Open a problem; the last good version stays the base."""
    check.work.open_problem(check.source.id, problem, check.at, capture_id)
    check.tell(Event(EventKind.PROBLEM, f"{problem.kind.value}: {problem.what.en}"))


def turn_problem(check: Check, problem: Problem, capture_id: int | None) -> None:
    """Note that what is wrong has become something else: the new kind takes over."""
    known = check.work.open_problem_of(check.source.id)
    if known is None or known.problem.kind is problem.kind:
        return
    check.work.open_problem(check.source.id, problem, check.at, capture_id)
    was, now = known.problem.kind.value, problem.kind.value
    check.tell(Event(EventKind.NOTE, f"{was} has become {now}: {problem.what.en}"))


def recover(check: Check) -> StoredProblem | None:
    """Close the open problem, if there is one: the document is back."""
    closed = check.work.close_problem(check.source.id, check.at)
    if closed is not None:
        check.tell(Event(EventKind.RECOVERED, f"{closed.problem.kind.value} is over"))
    return closed
