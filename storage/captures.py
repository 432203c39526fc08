"""Captures and their bytes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from domain.capture import Capture
from domain.errors import LetGoError, NotFoundError, StoreError
from domain.problem import ProblemKind
from storage import codec
from storage.bodies import Packed
from storage.records import LetGo, StoredCapture
from storage.session import HistoryReading, identity
from storage.tables import BodyRow, CaptureRow, VersionRow


class CaptureReading(HistoryReading):
    """Questions about captures."""

    def first_capture_at(self) -> datetime | None:
        """Return when the first capture of all was made, None before it."""
        return self._session.exec(
            select(CaptureRow.fetched_at).order_by(col(CaptureRow.fetched_at)).limit(1)
        ).first()

    def capture(self, capture_id: int) -> Capture:
        """Return a capture with its bytes; NotFoundError when there is none, or none any more."""
        row = self._capture_row(capture_id)
        return Capture(
            source_id=row.source_id,
            requested_url=row.requested_url,
            fetched_at=row.fetched_at,
            body=self._body(row),
            status=row.status,
            headers=codec.decode(codec.Headers, row.headers),
            final_url=row.final_url,
            redirects=codec.decode(codec.Redirects, row.redirects),
            origin=row.origin,
        )

    def body(self, capture_id: int) -> bytes:
        """Return the bytes of a capture.

        Raises:
            NotFoundError: there is no such capture.
            LetGoError: its bytes were let go; the message says when, why, and which
                capture shows the same wording.
        """
        return self._body(self._capture_row(capture_id))

    def find_capture(self, source_id: str, fetched_at: datetime) -> StoredCapture | None:
        """Return the capture of a source at a time: has it been recorded already?"""
        found = self._session.exec(
            _with_size().where(
                CaptureRow.source_id == source_id, CaptureRow.fetched_at == fetched_at
            )
        ).first()
        return None if found is None else _stored(*found)

    def captures(self, source_id: str, limit: int | None = None) -> tuple[StoredCapture, ...]:
        """Return the captures of a source without their bytes, newest first."""
        rows = self._session.exec(
            _with_size()
            .where(CaptureRow.source_id == source_id)
            .order_by(col(CaptureRow.fetched_at).desc())
            .limit(limit)
        )
        return tuple(_stored(*row) for row in rows)

    def stored_capture(self, capture_id: int) -> StoredCapture:
        """Return a capture without its bytes; NotFoundError when there is none."""
        found = self._session.exec(_with_size().where(CaptureRow.id == capture_id)).first()
        if found is None:
            raise NotFoundError(f"There is no capture {capture_id}")
        return _stored(*found)

    def packed(self, capture: Capture) -> Packed | None:
        """Compress the bytes of a capture that is to be recorded; None when they are stored."""
        return self._bodies.packed(capture.source_id, capture.body, capture.body_hash)

    def stands_in_for(self, capture_id: int) -> StoredCapture | None:
        """Return the capture nearest in time that shows the same version and has its bytes."""
        asked = self._capture_row(capture_id)
        shown = aliased(VersionRow)
        number = select(VersionRow.number).where(VersionRow.id == asked.version_id)
        same = (
            _with_size()
            .join(shown, col(CaptureRow.version_id) == col(shown.id))
            .where(
                CaptureRow.source_id == asked.source_id,
                col(shown.number) == number.scalar_subquery(),
                col(BodyRow.let_go_at).is_(None),
            )
        )
        time = col(CaptureRow.fetched_at)
        sides = (
            same.where(time < asked.fetched_at).order_by(time.desc()),
            same.where(time > asked.fetched_at).order_by(time),
        )
        found = [self._session.exec(side.limit(1)).first() for side in sides]
        stored = [_stored(*row) for row in found if row is not None]
        return min(stored, key=lambda one: abs(one.fetched_at - asked.fetched_at), default=None)

    def _body(self, row: CaptureRow) -> bytes:
        try:
            return self._bodies.read(row.body_hash)
        except LetGoError:
            raise LetGoError(self._why_let_go(self.stored_capture(identity(row.id)))) from None

    def _why_let_go(self, capture: StoredCapture) -> str:
        if capture.let_go is None:
            raise AssertionError("only what was let go is asked for")
        other = self.stands_in_for(capture.id)
        same = "" if other is None else f"; capture {other.id} ({other.fetched_at:%Y-%m-%d %H:%M}"
        return (
            f"The bytes of capture {capture.id} ({capture.fetched_at:%Y-%m-%d %H:%M} UTC) were "
            f"let go on {capture.let_go.at:%Y-%m-%d}: the captures before and after it show the "
            f"same wording, and such are kept for {capture.let_go.days} days"
            + (f"{same} UTC) shows that wording" if same else "")
        )

    def _capture_row(self, capture_id: int) -> CaptureRow:
        row = self._session.get(CaptureRow, capture_id)
        if row is None:
            raise NotFoundError(f"There is no capture {capture_id}")
        return row


class CaptureWriting(CaptureReading):
    """Captures are added, never changed, but for what they turned out to show."""

    def record_capture(
        self,
        capture: Capture,
        problem_kind: ProblemKind | None = None,
        *,
        packed: Packed | None = None,
    ) -> int:
        """Store a capture, its bytes first, and return its id.

        `packed` is what `packed` returned before: nobody waits for the compression then.
        The same capture given twice is stored once; StoreError when another one of
        that source and time is stored already.
        """
        known = self.find_capture(capture.source_id, capture.fetched_at)
        if known is not None:
            if known.body_hash != capture.body_hash:
                raise StoreError(
                    f"The store holds another capture of {capture.source_id} at "
                    f"{capture.fetched_at.isoformat()}: captures are never overwritten"
                )
            return known.id
        self._bodies.keep(capture.source_id, capture.body, capture.body_hash, packed)
        row = _row(capture, problem_kind)
        self._session.add(row)
        self._session.flush()
        return identity(row.id)

    def show_version(self, capture_id: int, version_id: int) -> None:
        """Note that a capture shows the wording of a version."""
        self._capture_row(capture_id).version_id = version_id
        self._session.flush()

    def mark_problem(self, capture_id: int, kind: ProblemKind) -> None:
        """Note why a capture is not the document."""
        self._capture_row(capture_id).problem_kind = kind
        self._session.flush()


def _with_size() -> Select[CaptureRow, int, datetime | None, int | None]:
    return select(CaptureRow, BodyRow.size, BodyRow.let_go_at, BodyRow.let_go_days).join(
        BodyRow, col(CaptureRow.body_hash) == col(BodyRow.hash)
    )


def _row(capture: Capture, problem_kind: ProblemKind | None) -> CaptureRow:
    return CaptureRow(
        source_id=capture.source_id,
        fetched_at=capture.fetched_at,
        requested_url=capture.requested_url,
        final_url=capture.final_url,
        redirects=codec.encode(codec.Redirects, capture.redirects),
        status=capture.status,
        headers=codec.encode(codec.Headers, capture.headers),
        origin=capture.origin,
        body_hash=capture.body_hash,
        problem_kind=problem_kind,
    )


def _stored(
    row: CaptureRow, size: int, let_go_at: datetime | None, let_go_days: int | None
) -> StoredCapture:
    return StoredCapture(
        id=identity(row.id),
        source_id=row.source_id,
        fetched_at=row.fetched_at,
        requested_url=row.requested_url,
        final_url=row.final_url,
        redirects=codec.decode(codec.Redirects, row.redirects),
        status=row.status,
        headers=codec.decode(codec.Headers, row.headers),
        origin=row.origin,
        body_hash=row.body_hash,
        size=size,
        problem_kind=row.problem_kind,
        version_id=row.version_id,
        let_go=None if let_go_at is None else LetGo(let_go_at, let_go_days or 0),
    )
