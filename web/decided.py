"""A decision as a form sends it, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from desk.judging import Fault, Judgement, JudgementError, check
from desk.renewal import as_evidence
from domain.errors import NotFoundError
from domain.watchlist import Evidence, Status, Watchlist
from storage.records import Decision
from storage.store import History

_QUOTE = Annotated[str, Query(max_length=2000)]
_SHORTEST_QUOTE = 3  # letters, as of all evidence
_LABELS = {
    Fault.NO_DAY: "fault_until",
    Fault.DAY_PAST: "fault_until",
    Fault.NOTHING_CHANGES: "fault_status",
    Fault.EDITS_ELSEWHERE: "fault_quote_decision",
    Fault.NOT_HELD: "fault_quote",
}


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


def judged(  # noqa: PLR0913 - what a decision is judged by
    history: History,
    watchlist: Watchlist,
    decided: Decided,
    *,
    by: str,
    sources: Sequence[str],
    now: datetime,
) -> tuple[Judgement, str]:
    """Return the decision as it is recorded, and the label of its fault, "" when it is whole.

    The evidence is of the first of the sources whose newest version holds it.
    """
    if any(len(one) < _SHORTEST_QUOTE for one in decided.phrases):
        return _judgement(decided, by, ()), _LABELS[Fault.NOT_HELD]
    try:
        made = _judgement(decided, by, as_evidence(history, decided.phrases, sources))
        check(made, watchlist, history, now)
    except NotFoundError:
        return _judgement(decided, by, ()), _LABELS[Fault.NOT_HELD]
    except JudgementError as error:
        return made, _LABELS.get(error.fault, "refused_values")
    return made, ""


def _judgement(decided: Decided, by: str, evidence: tuple[Evidence, ...]) -> Judgement:
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
