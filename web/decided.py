"""A decision as a form sends it, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from desk.deciding import Judgement
from desk.renewal import as_evidence
from domain.errors import NotFoundError
from domain.watchlist import Evidence, Status
from storage.records import Decision
from storage.store import History

_QUOTE = Annotated[str, Query(max_length=2000)]
_SHORTEST_QUOTE = 3  # letters, as of all evidence
_OF_RATINGS = {Decision.CONFIRMED, Decision.CHANGED}


class Decided(BaseModel):
    """What an editor chose; `quotes` were offered, `quote` was typed or pasted."""

    decision: Decision
    why: Annotated[str, Query(max_length=4000)] = ""
    until: date | None = None
    status: Status | None = None
    rationale: Annotated[str, Query(max_length=8000)] = ""
    quotes: Annotated[list[_QUOTE], Field(max_length=20)] = []
    quote: _QUOTE = ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The new evidence, each phrase once."""
        given = (one.strip() for one in (*self.quotes, self.quote))
        return tuple(dict.fromkeys(one for one in given if one))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A decision that was refused, and the label of its fault: the form shows both."""

    given: Decided
    fault: str


def fault_of(decided: Decided, now: datetime) -> str:
    """Return the label of what a decision lacks, "" when it is whole."""
    if decided.decision is Decision.LATER and (
        decided.until is None or _midnight(decided.until) <= now
    ):
        return "fault_until"
    if decided.decision is Decision.CHANGED and decided.status is None:
        return "fault_status"
    if decided.phrases and decided.decision not in _OF_RATINGS:
        return "fault_quote_decision"
    if any(len(one) < _SHORTEST_QUOTE for one in decided.phrases):
        return "fault_quote"
    return ""


def evidence_given(
    history: History, decided: Decided, sources: Sequence[str], now: datetime
) -> tuple[tuple[Evidence, ...], str]:
    """Return the new evidence, and the label of what is wrong with the decision, if anything."""
    fault = fault_of(decided, now)
    if fault:
        return (), fault
    try:
        return as_evidence(history, decided.phrases, sources), ""
    except NotFoundError:
        return (), "fault_quote"


def judgement(decided: Decided, by: str, evidence: tuple[Evidence, ...]) -> Judgement:
    """Return the decision as it is recorded, with new evidence that was found.

    A browser sends every field: what belongs to another decision is left out.
    """
    changed = decided.decision is Decision.CHANGED
    later = decided.decision is Decision.LATER
    return Judgement(
        decision=decided.decision,
        by=by,
        why=decided.why.strip(),
        until=_midnight(decided.until) if later and decided.until else None,
        status=decided.status if changed else None,
        rationale=(decided.rationale.strip() or None) if changed else None,
        evidence=evidence,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
