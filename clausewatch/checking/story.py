"""The one story: what happens to one fetch of one source, from top to bottom.

    fetched ── store the raw bytes                                  first transaction
                 │
                 ├─ not the document ──► problem: suspected, opened, still open
                 │
                 └─ the document ─ extract ─ weigh against what is remembered
                       │
                       ├─ the wording of the base ─────► nothing to tell
                       ├─ a known wording, back again ─► wait until it stays
                       └─ new ─ compare with the base ─ flag criteria
                                                              │
                       write all of it down, queue alerts ◄───┘     second transaction

A page is read and compared between the two transactions, so that a slow one holds
nobody up. All that follows from it is in the store whole or not at all, and the alerts
are in the outbox exactly when the flags that they tell of are in the store. A process
that dies in between leaves a capture that nobody has read: the next check of the
source takes it first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from clausewatch.checking.arrival import Arrived, left_before, store_bytes, was_passed
from clausewatch.checking.assessment import Assessment, assess, assessment_of
from clausewatch.checking.consequences import write_down
from clausewatch.checking.events import Check, CheckResult, Event, EventKind
from clausewatch.checking.memories import memory_of
from clausewatch.checking.reading import read_as_document
from clausewatch.checking.state import accepted_state, next_state
from clausewatch.parts import Parts
from domain.capture import Fetched
from domain.watchlist import Source
from review.verdict import Outcome, Trouble, Verdict

TOO_LATE = (
    "older than the last check of this source: kept as a capture; its versions, flags and "
    "problems stay as they are"
)


def check_source(source: Source, fetched: Fetched, parts: Parts) -> CheckResult:
    """Take one fetch of a source through the whole way, after what was left unread.

    Feeding the same capture twice changes nothing. One that is older than the last
    check is kept as evidence and nothing else: it says nothing about today's wording.

    Raises:
        StoreError: the store failed; the bytes at most were kept, to be read next time.
    """
    unread = left_before(fetched, parts)
    earlier = [event for capture in unread for event in take(source, capture, parts).events]
    result = take(source, fetched, parts)
    return replace(result, events=(*earlier, *result.events))


def take(source: Source, fetched: Fetched, parts: Parts) -> CheckResult:
    """Store the bytes of one fetch, read them, and write down what follows from them."""
    arrived = store_bytes(fetched, parts)
    while True:
        with parts.store.read() as history:
            before = history.state(source.id)
            if was_passed(fetched, before):
                return passed_over(arrived)
            assessment = assess(source, arrived, before, history, parts)
        with parts.store.work() as work:
            if work.state(source.id) != before:
                continue  # somebody else has checked it meanwhile: it is weighed again
            check = Check(source, fetched.fetched_at, parts, work)
            written = write_down(check, assessment)
            work.save_state(next_state(source, fetched, before, assessment, written))
        return result_of(check, assessment)


def accept_capture(source: Source, at: datetime, parts: Parts) -> CheckResult:
    """Take the latest capture of a source as its document, because an editor says so.

    For a document that was rebuilt so thoroughly that it looks like another one: its
    problem ends, and its wording is compared and flagged like any other.

    Raises:
        NotFoundError: the source has no capture.
    """
    while True:
        with parts.store.read() as history:
            before = history.state(source.id)
            capture, reading = read_as_document(source, history)
            changed = reading.found is None or reading.found.wording_hash != reading.base_hash
            outcome = Outcome.CHANGE if changed else Outcome.UNCHANGED
            verdict = Verdict(outcome, memory_of(before), recovered=True)
            assessment = assessment_of(source, reading, verdict, parts)
        with parts.store.work() as work:
            if work.state(source.id) != before:
                continue
            check = Check(source, at, parts, work)
            written = write_down(check, assessment)
            work.save_state(accepted_state(before, capture, assessment, written, at))
        return result_of(check, assessment)


def passed_over(arrived: Arrived) -> CheckResult:
    """Say what became of a fetch that is not newer than the last check.

    Either it was taken before, and there is nothing to say; or it comes too late.
    """
    fetched = arrived.fetched
    events = (Event(EventKind.NOTE, TOO_LATE),) if arrived.is_new else ()
    return CheckResult(fetched.source_id, fetched.fetched_at, Outcome.UNCHANGED, events)


def result_of(check: Check, assessment: Assessment) -> CheckResult:
    """Return what a check came to, once it is written down."""
    seen = assessment.reading.seen
    problem = seen.problem if isinstance(seen, Trouble) else None
    return CheckResult(
        check.source.id, check.at, assessment.verdict.outcome, tuple(check.events), problem
    )
