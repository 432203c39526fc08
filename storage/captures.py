"""Captures and their bytes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.sql.expression import Select

from domain.capture import Capture
from domain.errors import NotFoundError, StoreError
from domain.problem import ProblemKind
from storage import codec
from storage.records import StoredCapture
from storage.session import Reading, identity
from storage.tables import BodyRow, CaptureRow


class CaptureReading(Reading):
    """Questions about captures."""

    def first_capture_at(self) -> datetime | None:
        """Return when the first capture of all was made, None before it."""
        return self._session.exec(
            select(CaptureRow.fetched_at).order_by(col(CaptureRow.fetched_at)).limit(1)
        ).first()

    def capture(self, capture_id: int) -> Capture:
        """Return a capture with its bytes; NotFoundError when there is none."""
        row = self._capture_row(capture_id)
        return Capture(
            source_id=row.source_id,
            requested_url=row.requested_url,
            fetched_at=row.fetched_at,
            body=self._bodies.read(row.body_hash),
            status=row.status,
            headers=codec.decode(codec.Headers, row.headers),
            final_url=row.final_url,
            redirects=codec.decode(codec.Redirects, row.redirects),
            origin=row.origin,
        )

    def body(self, capture_id: int) -> bytes:
        """Return the bytes of a capture; NotFoundError when there is none."""
        return self._bodies.read(self._capture_row(capture_id).body_hash)

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

    def _capture_row(self, capture_id: int) -> CaptureRow:
        row = self._session.get(CaptureRow, capture_id)
        if row is None:
            raise NotFoundError(f"There is no capture {capture_id}")
        return row


class CaptureWriting(CaptureReading):
    """Captures are added, never changed, but for what they turned out to show."""

    def record_capture(self, capture: Capture, problem_kind: ProblemKind | None = None) -> int:
        """Store a capture, its bytes first, and return its id.

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
        self._bodies.keep(capture.source_id, capture.body, capture.body_hash)
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


def _with_size() -> Select[CaptureRow, int]:
    return select(CaptureRow, BodyRow.size).join(
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


def _stored(row: CaptureRow, size: int) -> StoredCapture:
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
    )
