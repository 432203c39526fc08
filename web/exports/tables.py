"""Lists as CSV (RFC 4180), one row after the other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from storage.records import StoredFlag, StoredReview
from storage.store import Store

_BATCH = 500

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def changes_csv(store: Store) -> Iterator[str]:
    """Yield all changes, the latest first."""
    yield from _lines([CHANGE_COLUMNS])
    below: int | None = None
    while True:
        with store.read() as history:
            batch = history.change_list(below=below, limit=_BATCH)
        yield from _lines(
            [
                one.id,
                one.source_id,
                one.old_number,
                one.new_number,
                one.at,
                one.significance.value,
                one.passages,
                one.reason,
            ]
            for one in batch
        )
        if len(batch) < _BATCH:
            return
        below = batch[-1].id


def flags_csv(store: Store) -> Iterator[str]:
    """Yield all flags with where they stand, the most pressing first."""
    yield from _lines([FLAG_COLUMNS])
    offset = 0
    while True:
        with store.read() as history:
            batch = history.flags(open_only=False, limit=_BATCH, offset=offset)
        yield from _lines(_flag(one) for one in batch)
        if len(batch) < _BATCH:
            return
        offset += _BATCH


def reviews_csv(store: Store) -> Iterator[str]:
    """Yield all decisions, oldest first."""
    yield from _lines([REVIEW_COLUMNS])
    after = 0
    while True:
        with store.read() as history:
            batch = history.all_reviews(after=after, limit=_BATCH)
        yield from _lines(_review(flag, review) for flag, review in batch)
        if len(batch) < _BATCH:
            return
        after = batch[-1][1].id


CHANGE_COLUMNS = (
    "id",
    "source",
    "old_version",
    "new_version",
    "at",
    "significance",
    "passages",
    "reason",
)
FLAG_COLUMNS = (
    "id",
    "change",
    "source",
    "tool",
    "criterion",
    "at",
    "state",
    "priority",
    "score",
    "summary",
)
REVIEW_COLUMNS = (
    "id",
    "flag",
    "tool",
    "criterion",
    "decision",
    "by",
    "at",
    "until",
    "why",
    "new_status",
    "new_rationale",
    "new_evidence",
)


def _flag(one: StoredFlag) -> list[object]:
    return [
        one.id,
        one.change_id,
        one.source_id,
        one.flag.tool_id,
        one.flag.criterion,
        one.at,
        one.state.value,
        one.flag.priority.name.lower(),
        round(one.flag.score, 3),
        one.flag.summary.en,
    ]


def _review(flag: StoredFlag, review: StoredReview) -> list[object]:
    return [
        review.id,
        flag.id,
        flag.flag.tool_id,
        flag.flag.criterion,
        review.decision.value,
        review.by,
        review.at,
        review.until or "",
        review.why,
        review.details.get("status", ""),
        review.details.get("rationale", ""),
        _evidence(review.details.get("evidence", ())),
    ]


def _evidence(given: Iterable[Mapping[str, str]]) -> str:
    """Return evidence as lines of one cell."""
    return "\n".join(f"{one['source']}: {one['phrase']}" for one in given)


def _lines(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    for row in rows:
        line = io.StringIO()
        csv.writer(line).writerow([_cell(value) for value in row])
        yield line.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
