"""Does the store still say what it said? Hashes and references, checked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from domain.errors import NotFoundError, StoreError
from storage.records import Fault
from storage.session import HistoryReading
from storage.tables import (
    BodyRow,
    CaptureRow,
    ChangeRow,
    FlagRow,
    ProblemRow,
    ReviewRow,
    VersionRow,
)


class Verification(HistoryReading):
    """Checks of the whole history."""

    def verify(self) -> Iterator[Fault]:
        """Yield what is wrong: bodies, then references, then the passages of flags."""
        yield from self._bodies_at_fault()
        yield from self._let_go_at_fault()
        yield from self._references_at_fault()
        yield from self._flags_at_fault()

    def _bodies_at_fault(self) -> Iterator[Fault]:
        # In the order of capture, so that each body's base was just unpacked.
        first = func.min(CaptureRow.id)
        hashes = self._session.exec(
            select(BodyRow.hash)
            .where(col(BodyRow.let_go_at).is_(None))
            .join(CaptureRow, col(CaptureRow.body_hash) == col(BodyRow.hash), isouter=True)
            .group_by(BodyRow.hash)
            .order_by(func.min(CaptureRow.source_id), first)
        ).all()
        for one in hashes:
            try:
                self._bodies.read(one)
            except (StoreError, NotFoundError) as error:
                yield Fault("body", one, str(error))
            self._session.expunge_all()

    def _let_go_at_fault(self) -> Iterator[Fault]:
        """What was let go must be shown by another capture, and nothing may rest on it."""
        above = aliased(BodyRow)
        gone = col(BodyRow.let_go_at).is_not(None)
        resting = select(above.hash, above.base_hash).join(
            BodyRow, col(above.base_hash) == col(BodyRow.hash)
        )
        for one, base in self._session.exec(resting.where(gone)):
            yield Fault("body", one, f"rests on the body {base}, which was let go")
        shown, kept_shown = aliased(VersionRow), aliased(VersionRow)
        kept, kept_body = aliased(CaptureRow), aliased(BodyRow)
        same = (
            select(kept.id)
            .join(kept_body, col(kept.body_hash) == col(kept_body.hash))
            .join(kept_shown, col(kept.version_id) == col(kept_shown.id))
            .where(
                col(kept.source_id) == col(CaptureRow.source_id),
                col(kept_shown.number) == col(shown.number),
                col(kept_body.let_go_at).is_(None),
            )
        )
        alone = (
            select(CaptureRow.id)
            .join(BodyRow, col(CaptureRow.body_hash) == col(BodyRow.hash))
            .join(shown, col(CaptureRow.version_id) == col(shown.id), isouter=True)
            .where(gone, ~same.exists())
        )
        for number in self._session.exec(alone):
            yield Fault("capture", str(number), "was let go, but no other one shows its wording")

    def _references_at_fault(self) -> Iterator[Fault]:
        """Check what foreign keys check, which a tool that edits the file may not."""
        replaced = aliased(VersionRow)
        references: tuple[tuple[str, Any, Any, Any, str], ...] = (
            ("capture", CaptureRow, CaptureRow.body_hash, BodyRow.hash, "body"),
            ("capture", CaptureRow, CaptureRow.version_id, VersionRow.id, "version"),
            ("version", VersionRow, VersionRow.capture_id, CaptureRow.id, "capture"),
            ("version", VersionRow, VersionRow.replaces_id, replaced.id, "version"),
            ("problem", ProblemRow, ProblemRow.capture_id, CaptureRow.id, "capture"),
            ("review", ReviewRow, ReviewRow.flag_id, FlagRow.id, "flag"),
            ("change", ChangeRow, ChangeRow.old_version_id, VersionRow.id, "version"),
            ("change", ChangeRow, ChangeRow.new_version_id, VersionRow.id, "version"),
            ("flag", FlagRow, FlagRow.change_id, ChangeRow.id, "change"),
        )
        for table, row, reference, target, wanted in references:
            there = select(target).where(target == reference).correlate(row).exists()
            missing = select(row.id, reference).where(reference.is_not(None), ~there)
            for number, value in self._session.exec(missing):
                yield Fault(table, str(number), f"names the {wanted} {value}, which is gone")

    def _flags_at_fault(self) -> Iterator[Fault]:
        change = aliased(ChangeRow)
        rows = self._session.exec(
            select(FlagRow.id, FlagRow.passages, change.passages).join(
                change, col(change.id) == col(FlagRow.change_id)
            )
        )
        for number, wanted, passages in rows:
            lost = [index for index in wanted if not 0 <= index < len(passages)]
            if lost:
                yield Fault("flag", str(number), f"names passages {lost} that its change lacks")
