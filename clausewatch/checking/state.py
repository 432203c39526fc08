"""What is kept about a source between two checks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from clausewatch.checking.assessment import Assessment
from clausewatch.checking.consequences import Written
from clausewatch.checking.memories import as_stored
from crawler.batches import next_due
from domain.capture import Capture, Fetched, FetchFailure
from domain.watchlist import Source
from review.verdict import Memory, Outcome, Trouble, Verdict
from storage.records import SourceState

CONFIRM_AFTER = timedelta(minutes=10)
"""A suspicion is confirmed or cleared by a second fetch this much later."""

_TROUBLES = {Outcome.PROBLEM, Outcome.STILL_PROBLEM}


def next_state(
    source: Source,
    fetched: Fetched,
    state: SourceState,
    assessment: Assessment,
    written: Written,
) -> SourceState:
    """Return the state to keep after a check.

    Validators and hashes are taken over only together with the version that they
    stand for: those of an error page would make us believe it for ever.
    """
    reading, verdict = assessment.reading, assessment.verdict
    new = replace(
        state,
        source_id=source.id,
        url=source.url,
        last_checked_at=fetched.fetched_at,
        next_due_at=_next_due(source, fetched, state, written.memory, verdict),
        validators_version_id=written.version_id or state.validators_version_id,
        memory=as_stored(written.memory),
    )
    if isinstance(reading.seen, Trouble):
        return new
    new = replace(new, last_good_at=fetched.fetched_at)
    if isinstance(fetched, Capture) and verdict.outcome is not Outcome.WAITING:
        return standing_for(new, fetched, reading.visible_hash)
    return new


def accepted_state(
    state: SourceState,
    capture: Capture,
    assessment: Assessment,
    written: Written,
    at: datetime,
) -> SourceState:
    """Return the state to keep after an editor said that a capture is the document.

    What was suspected or waited for is settled by that; what was learnt about the
    page's variants, and that a move was told, stays.
    """
    settled = replace(written.memory, suspected="", waiting=None)
    new = replace(
        state,
        last_good_at=at,
        validators_version_id=written.version_id,
        memory=as_stored(settled),
    )
    return standing_for(new, capture, assessment.reading.visible_hash)


def standing_for(state: SourceState, capture: Capture, visible_hash: str) -> SourceState:
    """Return the state with what tells this capture's version from any other one."""
    return replace(
        state,
        etag=capture.header("etag"),
        last_modified=capture.header("last-modified"),
        body_hash=capture.body_hash,
        visible_hash=visible_hash,
    )


def _next_due(
    source: Source, fetched: Fetched, state: SourceState, memory: Memory, verdict: Verdict
) -> datetime:
    retry_after = fetched.retry_after if isinstance(fetched, FetchFailure) else None
    at = fetched.fetched_at
    regular = next_due(source, at, retry_after=retry_after)
    if retry_after is not None:
        return regular
    if verdict.check_again_soon:
        return min(regular, at + CONFIRM_AFTER)
    if state.last_good_at is None and verdict.outcome in _TROUBLES:
        # Most likely something is being set up: tried again soon, then ever more seldom.
        return min(regular, at + max(CONFIRM_AFTER, at - (memory.lapses.began or at)))
    return regular
