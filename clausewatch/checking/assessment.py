"""What a fetch shows and what that means, before anything of it is written down."""

from __future__ import annotations

from dataclasses import dataclass

from clausewatch.checking.arrival import Arrived
from clausewatch.checking.evidence import missing_evidence
from clausewatch.checking.memories import memory_of
from clausewatch.checking.reading import FetchReading, read
from clausewatch.parts import Parts
from domain.change import Change
from domain.flag import Flag
from domain.watchlist import Source
from review.comparison import compare
from review.flags import flag_change
from review.relevance.kinds import kind_by_title
from review.verdict import Outcome, Verdict, judge
from storage.records import SourceState
from storage.store import History


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a fetch showed, what that means, and what rests on it.

    `change` is set where the verdict is a change, with the `flags` that it raises;
    `missing` tells of evidence that a first version does not hold.
    """

    reading: FetchReading
    verdict: Verdict
    change: Change | None = None
    flags: tuple[Flag, ...] = ()
    missing: tuple[str, ...] = ()


def assess(
    source: Source, arrived: Arrived, state: SourceState, history: History, parts: Parts
) -> Assessment:
    """Read a fetch, weigh it against what is remembered, and compare what is new."""
    reading = read(source, arrived, state, history)
    verdict = judge(
        reading.seen,
        memory_of(state),
        base_hash=reading.base_hash,
        problem_open=history.open_problem_of(source.id) is not None,
        at=arrived.fetched.fetched_at,
    )
    return assessment_of(source, reading, verdict, parts)


def assessment_of(
    source: Source, reading: FetchReading, verdict: Verdict, parts: Parts
) -> Assessment:
    """Compare a reading with its base where the verdict calls for it."""
    if reading.found is None:
        return Assessment(reading, verdict)
    new, old = reading.found.extraction.document, reading.base_document
    if old is None:
        missing = missing_evidence(parts.watchlist, source.id, new)
        return Assessment(reading, verdict, missing=tuple(one.sentence for one in missing))
    if verdict.outcome is not Outcome.CHANGE:
        return Assessment(reading, verdict)
    kind = kind_by_title(source.kind.value, new)
    change = compare(old, new, kind=kind)
    flags = flag_change(
        change,
        old,
        new,
        source_id=source.id,
        kind=kind,
        tools=parts.watchlist.tools_citing(source.id),
        criteria=parts.watchlist.criteria,
        model=parts.model,
    )
    return Assessment(reading, verdict, change, flags)
