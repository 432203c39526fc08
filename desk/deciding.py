"""Decisions: recorded with what they make of a rating, and laid over the watchlist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from desk.judging import Fault, Judgement, JudgementError, check
from desk.renewal import stands_in
from domain.errors import NotFoundError
from domain.flag import EvidenceState, EvidenceStatus
from domain.watchlist import Evidence, Rating, Watchlist
from review.decided import Conflict, RatingEdit, details_of, edits_of, renewed, with_edits
from review.retold import Decided
from storage.records import MadeDecision
from storage.store import History, Store, Work


def decide_flag(
    work: Work, watchlist: Watchlist, flag_id: int, made: Judgement, at: datetime
) -> tuple[int, ...]:
    """Record a decision about a flag and the flags that it extends; return their ids.

    Raises:
        JudgementError: it is not whole, or says what cannot be.
        NotFoundError: there is no such flag.
    """
    check(made, watchlist, work, at)
    flag = work.flag(flag_id, at).flag
    tool = watchlist.tool(flag.tool_id)
    rating = tool.rating(flag.criterion) if tool else None
    evidence = renewed(rating, flag.evidence, made.evidence) if made.evidence else None
    details = details_of(rating, status=made.status, rationale=made.rationale, evidence=evidence)
    return work.record_decision(
        flag_id, made.decision, made.by, at, made.why, until=made.until, details=details
    )


def decide_rating(
    work: Work, watchlist: Watchlist, name: str, made: Judgement, at: datetime
) -> None:
    """Record that a rating, named tool/criterion, was read again though no flag had asked.

    Raises:
        JudgementError: it is not whole, says what cannot be, or is none about a rating.
        NotFoundError: the watchlist has no such rating.
    """
    if not made.decision.is_of_ratings:
        raise JudgementError(Fault.NO_FLAG)
    check(made, watchlist, work, at)
    tool_id, _, criterion = name.partition("/")
    rating = rating_of(watchlist, tool_id, criterion)
    lost = lost_evidence(work, rating) if made.evidence else ()
    states = [EvidenceState(one.phrase, EvidenceStatus.GONE) for one in lost]
    evidence = renewed(rating, states, made.evidence) if made.evidence else None
    work.record_rating_review(
        tool_id,
        criterion,
        decision=made.decision,
        by=made.by,
        at=at,
        why=made.why,
        details=details_of(rating, status=made.status, rationale=made.rationale, evidence=evidence),
    )


def lost_evidence(history: Work | History, rating: Rating) -> tuple[Evidence, ...]:
    """Return the evidence of a rating that the newest version of its source does not hold."""
    return tuple(one for one in rating.evidence if _is_lost(history, one))


def _is_lost(history: Work | History, evidence: Evidence) -> bool:
    version = history.latest_version(evidence.source)
    return version is not None and not stands_in(evidence.phrase, version.document)


def rating_of(watchlist: Watchlist, tool_id: str, criterion: str) -> Rating:
    """Return a rating of the watchlist; NotFoundError when there is none."""
    tool = watchlist.tool(tool_id)
    rating = tool.rating(criterion) if tool else None
    if rating is None:
        raise NotFoundError(f"the watchlist has no rating {tool_id}/{criterion}")
    return rating


def with_decisions(watchlist: Watchlist, store: Store) -> Watchlist:
    """Return the watchlist as the decisions in the store have made it."""
    with store.read() as history:
        return with_edits(watchlist, pending(watchlist, history)[0])


def pending(
    watchlist: Watchlist, history: History
) -> tuple[tuple[RatingEdit, ...], Sequence[Conflict]]:
    """Return what the decisions ask to be written into a watchlist, and what they may not."""
    return asked_of(watchlist, history.decisions())


def asked_of(
    watchlist: Watchlist, decisions: Iterable[MadeDecision]
) -> tuple[tuple[RatingEdit, ...], Sequence[Conflict]]:
    """Return what all these decisions ask to be written into a watchlist, and what they may not."""
    return edits_of(
        watchlist,
        (
            Decided(
                one.tool_id,
                one.criterion,
                one.at,
                one.details,
                one.flag_id,
                counts=one.decision.is_of_ratings,
            )
            for one in decisions
        ),
    )
