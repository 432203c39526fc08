"""What decisions make of the ratings of a watchlist, and whether the file still agrees.

A decision keeps what the rating said before it. So an edit of the file by hand is told
apart from a file that the decisions have not reached yet: the hand has the last word, and
of a decision that it contradicts nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain.flag import EvidenceState, EvidenceStatus
from domain.watchlist import Evidence, Rating, Status, Tool, Watchlist
from review.retold import UNKNOWN, Decided, Told, comparable, reviewed, told

_FIELDS = ("status", "rationale", "evidence")
_LOST = {EvidenceStatus.REWORDED, EvidenceStatus.GONE, EvidenceStatus.NEVER_FOUND}


@dataclass(frozen=True, slots=True)
class RatingEdit:
    """What has to be written into a rating; None where it says so already.

    `unreviewed` when the day of its last review is to go: that review was taken back.
    """

    tool_id: str
    criterion: str
    reviewed: date | None = None
    status: Status | None = None
    rationale: str | None = None
    evidence: tuple[Evidence, ...] | None = None
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a rating that was edited by hand since the decision: the file's stays."""

    tool_id: str
    criterion: str
    field: str
    at: datetime
    taken_back: bool = False

    def __str__(self) -> str:
        since = f"since the decision of {self.at:%Y-%m-%d}"
        if self.taken_back:
            since += ", which was taken back"
        return (
            f"{self.tool_id}/{self.criterion}: {self.field} was edited {since}; the file's "
            "stays, and nothing more is written of that decision"
        )


def details_of(
    rating: Rating | None,
    *,
    status: Status | None = None,
    rationale: str | None = None,
    evidence: tuple[Evidence, ...] | None = None,
) -> dict[str, Any]:
    """Return what is kept with a decision: the new values, and the old ones of the same.

    When the rating was reviewed before is kept with each: every decision is a review.
    """
    new = {"status": status, "rationale": rationale, "evidence": evidence}
    given = {name: _plain(value) for name, value in new.items() if value is not None}
    if rating is None:
        return given
    return {
        **given,
        "before": {name: _plain(getattr(rating, name)) for name in (*given, "reviewed")},
    }


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
    """Return what all decisions ever made, oldest first, ask to be written; what they may not."""
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
        edit, against = _edit_of(tool_id, rating, made, watchlist)
        conflicts += against
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
    update = {name: value for name, value in values.items() if value is not None}
    return rating.model_copy(update=update | ({"reviewed": None} if edit.unreviewed else {}))


def _edit_of(
    tool_id: str, rating: Rating, made: Sequence[Decided], watchlist: Watchlist
) -> tuple[RatingEdit, list[Conflict]]:
    """Return what to write into one rating: of each decision all that it says, or nothing."""
    wanted = {name: _in_file(told(name, made), name, watchlist) for name in _FIELDS}
    wanted = {name: one for name, one in wanted.items() if one.value is not UNKNOWN}
    differing = {name: one for name, one in wanted.items() if not _agrees(rating, name, one)}
    edited = {name: one for name, one in differing.items() if _edited_by_hand(rating, name, one)}
    if all(name in edited for name, one in differing.items() if one.by is None):
        # Nothing is left to be put back, so the file is free to say something else.
        edited = {name: one for name, one in edited.items() if one.by is not None}
    # A decision that covers several flags was recorded with each: its time is what it is known by.
    held_back = {one.made_at for one in edited.values()}
    values = {
        name: one.value
        for name, one in differing.items()
        if one.made_at not in held_back and not _edited_by_hand(rating, name, one)
    }
    day = reviewed(
        rating.reviewed,
        made,
        {at for at in held_back if at is not None},
        replaces=any(_was_decided(rating, name, made) for name in values),
    )
    edit = RatingEdit(
        tool_id,
        rating.criterion,
        reviewed=day if day != rating.reviewed else None,
        unreviewed=day is None and rating.reviewed is not None,
        **_typed(values),
    )
    return edit, [
        Conflict(tool_id, rating.criterion, name, (one.by or made[-1]).at, one.by is None)
        for name, one in edited.items()
    ]


def _in_file(field: Told, name: str, watchlist: Watchlist) -> Told:
    """Leave out evidence of sources that the watchlist no longer has: no file can hold it."""
    if name != "evidence" or field.value is UNKNOWN:
        return field
    return replace(field, value=[one for one in field.value if watchlist.source(one["source"])])


def _agrees(rating: Rating, name: str, field: Told) -> bool:
    return bool(comparable(name, _said(rating, name)) == comparable(name, field.value))


def _edited_by_hand(rating: Rating, name: str, field: Told) -> bool:
    """Tell whether the file says what no decision ever said, nor found there."""
    now = comparable(name, _said(rating, name))
    return field.sure and now not in [comparable(name, one) for one in field.known]


def _was_decided(rating: Rating, name: str, made: Iterable[Decided]) -> bool:
    """Tell whether the file says what one of the decisions gave it."""
    now = comparable(name, _said(rating, name))
    return any(one.says(name) and comparable(name, one.details[name]) == now for one in made)


def _said(rating: Rating, name: str) -> Any:
    return _plain(getattr(rating, name))


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    typed = dict(values)
    if "status" in typed:
        typed["status"] = Status(typed["status"])
    if "evidence" in typed:
        typed["evidence"] = tuple(map(Evidence.model_validate, typed["evidence"]))
    return typed


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [one.model_dump() for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Status) else value
