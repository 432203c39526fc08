"""Versions: the wording of a source, numbered from 1."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from domain.document import Document
from domain.errors import NotFoundError
from storage import codec
from storage.captures import CaptureWriting
from storage.records import StoredVersion
from storage.search import SearchWriting
from storage.session import HistoryReading, identity
from storage.tables import VersionRow


class VersionReading(HistoryReading):
    """Questions about versions. One that was extracted again counts as replaced."""

    def versions(self, source_id: str) -> tuple[StoredVersion, ...]:
        """Return the versions of a source that were not replaced, oldest first."""
        rows = self._session.exec(_standing(source_id).order_by(col(VersionRow.number))).all()
        return tuple(_stored(row) for row in rows)

    def latest_version(self, source_id: str) -> StoredVersion | None:
        """Return the newest version of a source, None before the first."""
        row = self._session.exec(
            _standing(source_id).order_by(col(VersionRow.number).desc()).limit(1)
        ).first()
        return None if row is None else _stored(row)

    def version(self, source_id: str, number: int) -> StoredVersion:
        """Return the version of that number; NotFoundError when there is none."""
        row = self._session.exec(_standing(source_id).where(VersionRow.number == number)).first()
        if row is None:
            raise NotFoundError(f"The source {source_id} has no version {number}")
        return _stored(row)

    def version_by_id(self, version_id: int) -> StoredVersion:
        """Return a version, replaced or not; NotFoundError when there is none."""
        row = self._session.get(VersionRow, version_id)
        if row is None:
            raise NotFoundError(f"There is no version with the id {version_id}")
        return _stored(row)


class VersionWriting(VersionReading, CaptureWriting, SearchWriting):
    """Versions are added, never changed."""

    def record_version(  # noqa: PLR0913, PLR0917 - a version is all of this
        self,
        source_id: str,
        capture_id: int,
        document: Document,
        fingerprint: str,
        recipe: str,
        wording_hash: str,
        at: datetime,
        replaces: int | None = None,
    ) -> StoredVersion:
        """Store what was extracted from a capture, and note that the capture shows it.

        With `replaces`, the id of the version that the same capture gave under another
        fingerprint, it keeps that one's number; otherwise it takes the next.
        """
        row = VersionRow(
            source_id=source_id,
            number=self._number(source_id, replaces),
            capture_id=capture_id,
            at=at,
            fingerprint=fingerprint,
            recipe=recipe,
            wording_hash=wording_hash,
            title=document.title,
            language=document.language,
            blocks=codec.encode(codec.Blocks, document.blocks),
            word_count=document.word_count,
            replaces_id=replaces,
        )
        self._session.add(row)
        self._session.flush()
        self.show_version(capture_id, identity(row.id))
        self.index_version(source_id, row.number, at, (block.text for block in document.blocks))
        return _stored(row)

    def _number(self, source_id: str, replaces: int | None) -> int:
        if replaces is not None:
            return self.version_by_id(replaces).number
        latest = self.latest_version(source_id)
        return 1 if latest is None else latest.number + 1


def _standing(source_id: str) -> SelectOfScalar[VersionRow]:
    """Select the versions of a source that no other one replaces."""
    later = aliased(VersionRow)
    replaced = select(later.id).where(col(later.replaces_id) == col(VersionRow.id)).exists()
    return select(VersionRow).where(VersionRow.source_id == source_id, ~replaced)


def _stored(row: VersionRow) -> StoredVersion:
    blocks = codec.decode(codec.Blocks, row.blocks)
    return StoredVersion(
        id=identity(row.id),
        source_id=row.source_id,
        number=row.number,
        capture_id=row.capture_id,
        at=row.at,
        fingerprint=row.fingerprint,
        recipe=row.recipe,
        wording_hash=row.wording_hash,
        document=Document(blocks=blocks, title=row.title, language=row.language),
        word_count=row.word_count,
        replaces_id=row.replaces_id,
    )
