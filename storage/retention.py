"""Letting go of the bytes of quiet captures, long after they were made.

A capture is *quiet* when the ones before and after it show the same version: its bytes
prove what its neighbours' prove. Its row stays for ever, with time, headers, hash and
addresses. Kept with their bytes are the first and the last capture of each version's
run and the first of every month in between; what a version was read from; everything
that is not the document, was not settled or was stored by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.capture import CaptureOrigin
from storage.chains import Framed
from storage.records import Saving
from storage.session import HistoryReading
from storage.tables import BodyRow, CaptureRow, ProblemRow, VersionRow

AT_ONCE = 10_000_000
"""Bytes of bodies let go of in one transaction: others wait for it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A capture as the rule looks at it; `number` is that of the version it shows."""

    id: int
    fetched_at: datetime
    body_hash: str
    size: int
    is_stored: bool
    number: int | None
    origin: CaptureOrigin


def quiet(seen: Sequence[Seen]) -> Iterator[Seen]:
    """Yield the quiet captures among all of a source, oldest first."""
    for before, one, after in zip(seen, seen[1:], seen[2:], strict=False):
        same = one.number is not None and before.number == one.number == after.number
        if same and _month(before) == _month(one) and one.origin is not CaptureOrigin.MANUAL:
            yield one


def _month(seen: Seen) -> tuple[int, int]:
    return seen.fetched_at.year, seen.fetched_at.month


class RetentionReading(HistoryReading):
    """Questions about what could be let go."""

    def captured_sources(self) -> tuple[str, ...]:
        """Return the ids of all sources with a capture, watched or no longer."""
        found = self._session.execute(columns(col(CaptureRow.source_id)).distinct()).scalars()
        return tuple(sorted(found))

    def saving(self, source_id: str, at: datetime, days: int) -> Saving:
        """Return what letting go of a source's quiet bodies would win; nothing is done."""
        hashes = [one.body_hash for one in self._to_let_go(source_id, at, days)]
        return self._saving(hashes, self._bodies.reframed(hashes, set(hashes)))

    def _saving(self, hashes: Sequence[str], reframed: dict[str, Framed]) -> Saving:
        now = self._bodies.lengths([*hashes, *reframed])
        then = sum(len(one.frame) for one in reframed.values())
        return Saving(len(hashes), now - then)

    def _to_let_go(self, source_id: str, at: datetime, days: int) -> list[Seen]:
        """Return a capture for each body that only old quiet captures brought.

        The latest first: nothing that is still to go rests on what went before it, so that
        each body that stays is framed anew once.
        """
        seen = self._seen(source_id)
        cited = self._cited(source_id)
        until = at - timedelta(days=days)
        old = [one for one in quiet(seen) if one.fetched_at < until and one.id not in cited]
        kept = {one.body_hash for one in set(seen).difference(old)} | self._shared(source_id)
        first = {one.body_hash: one for one in reversed(old) if one.is_stored}
        found = [one for key, one in first.items() if key not in kept]
        return sorted(found, key=lambda one: one.id, reverse=True)

    def _seen(self, source_id: str) -> list[Seen]:
        number = case((col(CaptureRow.problem_kind).is_(None), col(VersionRow.number)))
        rows = self._session.execute(
            columns(
                col(CaptureRow.id),
                col(CaptureRow.fetched_at),
                col(CaptureRow.body_hash),
                col(BodyRow.size),
                col(BodyRow.let_go_at).is_(None),
                number,
                col(CaptureRow.origin),
            )
            .join(BodyRow, col(CaptureRow.body_hash) == col(BodyRow.hash))
            .join(VersionRow, col(CaptureRow.version_id) == col(VersionRow.id), isouter=True)
            .where(col(CaptureRow.source_id) == source_id)
            .order_by(col(CaptureRow.fetched_at))
        )
        return [Seen(*row) for row in rows]

    def _cited(self, source_id: str) -> set[int | None]:
        """Return the captures that versions were read from and problems opened with."""
        version = columns(col(VersionRow.capture_id)).where(col(VersionRow.source_id) == source_id)
        problem = columns(col(ProblemRow.capture_id)).where(col(ProblemRow.source_id) == source_id)
        return {*self._session.scalars(version), *self._session.scalars(problem)}

    def _shared(self, source_id: str) -> set[str]:
        """Return the bodies that another source brought as well: they stay."""
        other = aliased(CaptureRow)
        shared = (
            columns(col(CaptureRow.body_hash))
            .join(other, col(other.body_hash) == col(CaptureRow.body_hash))
            .where(col(CaptureRow.source_id) == source_id, col(other.source_id) != source_id)
        )
        return set(self._session.execute(shared).scalars())


class RetentionWriting(RetentionReading):
    """The bytes of quiet captures are the one thing of the history that may go."""

    def let_go_quiet(self, source_id: str, at: datetime, days: int) -> Saving | None:
        """Let go of some of a source's quiet bodies older than so many days.

        Call it until it returns an empty saving: each transaction does a part. None when
        others are storing bodies just now, and nothing was done.
        """
        if not self._bodies.may_let_go():
            return None
        found = self._to_let_go(source_id, at, days)
        hashes = [one.body_hash for one in _some(found)]
        reframed = self._bodies.reframed(hashes, {one.body_hash for one in found})
        saving = self._saving(hashes, reframed)
        self._bodies.let_go(hashes, reframed, at, days)
        return saving


def _some(found: Sequence[Seen]) -> Iterator[Seen]:
    """Yield the first ones, at least one, that are not too much for one transaction."""
    taken = 0
    for one in found:
        if taken >= AT_ONCE:
            return
        taken += one.size
        yield one
