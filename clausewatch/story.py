"""The one story: what happens to one fetch of one source, from top to bottom.

    fetched ── store the raw bytes
                 │
                 ├─ not the document ──► problem: suspected, opened, still open
                 │
                 └─ the document ─ extract ─ weigh against what is remembered
                       │
                       ├─ the wording of the base ─────► nothing to tell
                       ├─ a known wording, back again ─► wait until it stays
                       └─ new ─ compare with the base ─ flag criteria ─ queue alerts

All of it is one transaction: a check either happened whole or not at all, and the
alerts are in the outbox exactly when the flags that they tell of are in the store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from clausewatch import notice, troubles
from clausewatch.events import Check, CheckResult, Event, EventKind
from clausewatch.evidence import missing_evidence
from clausewatch.parts import Parts
from clausewatch.reading import Found, Reading, read, read_as_document
from clausewatch.state import accepted_state, memory_of, next_state
from domain.capture import Capture, Fetched
from domain.change import Significance
from domain.problem import Problem
from domain.watchlist import Source
from review.comparison import compare
from review.flags import flag_change
from review.verdict import Memory, Outcome, Trouble, Verdict, judge
from storage.records import StoredVersion
from storage.store import Work


def check_source(source: Source, fetched: Fetched, parts: Parts) -> CheckResult:
    """Take one fetch of a source through the whole way, as one transaction.

    Raises:
        StoreError: the store failed; nothing of this check was kept.
    """
    with parts.store.work() as work:
        if known_already(fetched, work):
            return CheckResult(source.id, fetched.fetched_at, Outcome.UNCHANGED)
        check = Check(source, fetched.fetched_at, parts, work)
        state = work.state(source.id)
        reading = read(source, fetched, state, work)
        verdict = judge(
            reading.seen,
            memory_of(state),
            base_hash=reading.base.wording_hash if reading.base else None,
            problem_open=work.open_problem_of(source.id) is not None,
            at=check.at,
        )
        shown = act(check, reading, verdict)
        verdict = replace(verdict, memory=troubles.remember(check, reading, verdict))
        state = replace(state, validators_version_id=shown or state.validators_version_id)
        work.save_state(next_state(source, fetched, state, reading, verdict))
    problem = reading.seen.problem if isinstance(reading.seen, Trouble) else None
    return CheckResult(source.id, check.at, verdict.outcome, tuple(check.events), problem)


def accept_capture(source: Source, at: datetime, parts: Parts) -> CheckResult:
    """Take the latest capture of a source as its document, because an editor says so.

    For a document that was rebuilt so thoroughly that it looks like another one: its
    problem ends, and its wording is compared and flagged like any other.

    Raises:
        NotFoundError: the source has no capture.
    """
    with parts.store.work() as work:
        check = Check(source, at, parts, work)
        state = work.state(source.id)
        capture, reading = read_as_document(source, work)
        changed = (
            reading.base is None
            or reading.found is None
            or (reading.found.wording_hash != reading.base.wording_hash)
        )
        outcome = Outcome.CHANGE if changed else Outcome.UNCHANGED
        shown = act(check, reading, Verdict(outcome, Memory(), recovered=True))
        state = replace(state, validators_version_id=shown)
        work.save_state(accepted_state(state, capture, reading.visible_hash, at))
    return CheckResult(source.id, at, outcome, tuple(check.events))


def known_already(fetched: Fetched, work: Work) -> bool:
    """Tell whether this very capture was taken through the story before.

    A retry after a crash, or the same replay once more, must not count it twice. Other
    bytes of the same moment are for the store to refuse: nothing is passed over.
    """
    if not isinstance(fetched, Capture):
        return False
    stored = work.find_capture(fetched.source_id, fetched.fetched_at)
    return stored is not None and stored.body_hash == fetched.body_hash


def act(check: Check, reading: Reading, verdict: Verdict) -> int | None:
    """Write down what the verdict says, and queue what has to be told.

    Returns the id of the version that the capture shows, None when it shows none.
    """
    if verdict.recovered:
        recover(check)
    if isinstance(reading.seen, Trouble):
        if reading.capture_id is not None:
            check.work.mark_problem(reading.capture_id, reading.seen.problem.kind)
        if verdict.outcome is Outcome.PROBLEM:
            open_problem(check, reading.seen.problem, reading.capture_id)
        return None
    if reading.base is None:
        return begin(check, reading.found) if reading.found else None
    if reading.found and verdict.outcome is Outcome.CHANGE:
        return change_version(check, reading.base, reading.found)
    if reading.capture_id and verdict.outcome is Outcome.UNCHANGED:
        check.work.show_version(reading.capture_id, reading.base.id)
        return reading.base.id
    return None


def record_version(check: Check, found: Found) -> StoredVersion:
    """Make the extraction of this capture the newest version of its source."""
    version = check.work.record_version(
        check.source.id,
        found.capture_id,
        found.extraction.document,
        found.extraction.fingerprint,
        found.extraction.recipe,
        found.wording_hash,
        check.at,
    )
    check.work.show_version(found.capture_id, version.id)
    return version


def begin(check: Check, found: Found) -> int:
    """Take the first good capture as the base, and look for the evidence in it."""
    version = record_version(check, found)
    check.tell(Event(EventKind.FIRST, f"{version.word_count} words"))
    for missing in missing_evidence(check.parts.watchlist, check.source.id, version.document):
        check.tell(Event(EventKind.NOTE, missing))
    return version.id


def change_version(check: Check, old: StoredVersion, found: Found) -> int:
    """Compare with the base, flag what rests on the wording, and queue the alerts."""
    new = record_version(check, found)
    kind = check.source.kind.value
    watchlist = check.parts.watchlist
    change = compare(old.document, new.document, kind=kind)
    change_id = check.work.record_change(check.source.id, old, new, change, check.at)
    flags = flag_change(
        change,
        old.document,
        new.document,
        source_id=check.source.id,
        kind=kind,
        tools=watchlist.tools_citing(check.source.id),
        criteria=watchlist.criteria,
        model=check.parts.model,
    )
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
    troubles.of_problem(check, problem)


def recover(check: Check) -> None:
    """Close the open problem: the document is back."""
    closed = check.work.close_problem(check.source.id, check.at)
    if closed is None:
        return
    check.tell(Event(EventKind.RECOVERED, f"{closed.problem.kind.value} is over"))
    troubles.of_recovery(check, closed)
