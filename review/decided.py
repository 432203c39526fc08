"""What decisions make of the ratings of a watchlist, and whether the file still agrees.

A decision keeps what the rating said before it. So an edit of the file by hand is told
apart from a file that the decision has not reached yet: the hand has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.flag import EvidenceState, EvidenceStatus
from domain.watchlist import Evidence, Rating, Status, Tool, Watchlist

_FIELDS = ("status", "rationale", "evidence")
_LOST = {EvidenceStatus.REWORDED, EvidenceStatus.GONE, EvidenceStatus.NEVER_FOUND}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision in force about a rating; `details` are those of `details_of`."""

    tool_id: str
    criterion: str
    at: datetime
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RatingEdit:
    """What has to be written into a rating; None where it says so already."""

    tool_id: str
    criterion: str
    reviewed: date | None = None
    status: Status | None = None
    rationale: str | None = None
    evidence: tuple[Evidence, ...] | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a rating that was edited by hand since the decision: the file's stays."""

    tool_id: str
    criterion: str
    field: str
    at: datetime

    def __str__(self) -> str:
        return (
            f"{self.tool_id}/{self.criterion}: {self.field} was edited since the decision of "
            f"{self.at:%Y-%m-%d}; the file's stays"
        )


def details_of(
    rating: Rating | None,
    *,
    status: Status | None = None,
    rationale: str | None = None,
    evidence: tuple[Evidence, ...] | None = None,
) -> dict[str, Any]:
    """Return what is kept with a decision: the new values, and the old ones of the same."""
    new = {"status": status, "rationale": rationale, "evidence": evidence}
    given = {name: _plain(value) for name, value in new.items() if value is not None}
    if rating is None or not given:
        return given
    return {**given, "before": {name: _plain(getattr(rating, name)) for name in given}}


def renewed(
    rating: Rating | None, states: Iterable[EvidenceState], new: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Return the evidence of a rating with new phrases in the place of those that were lost.

    Of a source that is named anew, the phrases that are gone or reworded are dropped;
    what is still there, and what stands in other sources, stays.
    """
    lost = {state.phrase for state in states if state.status in _LOST}
    named = {one.source for one in new}
    known = rating.evidence if rating else ()
    kept = [one for one in known if not (one.source in named and one.phrase in lost)]
    return (*kept, *(one for one in new if one not in kept))


def edits_of(
    watchlist: Watchlist, decisions: Iterable[Decided]
) -> tuple[tuple[RatingEdit, ...], tuple[Conflict, ...]]:
    """Return what the decisions, oldest first, ask to be written, and what they may not."""
    by_rating: dict[tuple[str, str], list[Decided]] = {}
    for decided in decisions:
        by_rating.setdefault((decided.tool_id, decided.criterion), []).append(decided)
    edits: list[RatingEdit] = []
    conflicts: list[Conflict] = []
    for (tool_id, criterion), made in by_rating.items():
        tool = watchlist.tool(tool_id)
        rating = tool.rating(criterion) if tool else None
        if rating is None:
            continue
        values, against = _values(rating, made)
        conflicts += [Conflict(tool_id, criterion, name, made[-1].at) for name in against]
        day = max(one.at for one in made).date()
        reviewed = day if rating.reviewed is None or rating.reviewed < day else None
        edit = RatingEdit(tool_id, criterion, reviewed, **_typed(values, watchlist))
        if edit != RatingEdit(tool_id, criterion):
            edits.append(edit)
    return tuple(edits), tuple(conflicts)


def with_edits(watchlist: Watchlist, edits: Iterable[RatingEdit]) -> Watchlist:
    """Return the watchlist as it would be with the edits written."""
    wanted = {(edit.tool_id, edit.criterion): edit for edit in edits}
    if not wanted:
        return watchlist
    tools = tuple(_edited_tool(tool, wanted) for tool in watchlist.tools)
    return watchlist.model_copy(update={"tools": tools})


def _edited_tool(tool: Tool, edits: Mapping[tuple[str, str], RatingEdit]) -> Tool:
    ratings = tuple(
        _edited(rating, edits.get((tool.id, rating.criterion))) for rating in tool.ratings
    )
    return tool.model_copy(update={"ratings": ratings})


def _edited(rating: Rating, edit: RatingEdit | None) -> Rating:
    if edit is None:
        return rating
    values = {name: getattr(edit, name) for name in (*_FIELDS, "reviewed")}
    return rating.model_copy(
        update={name: value for name, value in values.items() if value is not None}
    )


def _values(rating: Rating, made: Sequence[Decided]) -> tuple[dict[str, Any], list[str]]:
    """Return the last decided value of each field, and the fields that the file has changed."""
    values: dict[str, Any] = {}
    against: list[str] = []
    for name in _FIELDS:
        given = [one.details for one in made if one.details.get(name)]
        now = _plain(getattr(rating, name))
        if not given or now == given[-1][name]:
            continue
        if now in list(_known(name, given)) or any("before" not in one for one in given):
            values[name] = given[-1][name]
        else:
            against.append(name)
    return values, against


def _known(name: str, given: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
    """Yield what the field said before and after each decision."""
    for details in given:
        yield details[name]
        yield details.get("before", {}).get(name)


def _typed(values: Mapping[str, Any], watchlist: Watchlist) -> dict[str, Any]:
    typed = dict(values)
    if "status" in typed:
        typed["status"] = Status(typed["status"])
    if "evidence" in typed:
        typed["evidence"] = tuple(
            evidence
            for evidence in map(Evidence.model_validate, typed["evidence"])
            if watchlist.source(evidence.source)
        )
    return typed


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [one.model_dump() for one in value]
    return value.value if isinstance(value, Status) else value
