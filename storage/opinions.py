"""Second opinions about flags: added, never changed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, or_
from sqlmodel import col, select

from domain.opinion import Opinion
from storage import codec
from storage.records import StoredOpinion
from storage.session import HistoryReading, identity
from storage.tables import OpinionRow


class OpinionReading(HistoryReading):
    """Questions about second opinions."""

    def opinions(self, flag_ids: Collection[int]) -> dict[int, tuple[StoredOpinion, ...]]:
        """Return the opinions about each of these flags that has one, oldest first."""
        rows = self._session.exec(
            select(OpinionRow)
            .where(col(OpinionRow.flag_id).in_(flag_ids), col(OpinionRow.agrees).is_not(None))
            .order_by(col(OpinionRow.id))
        )
        found: dict[int, tuple[StoredOpinion, ...]] = {}
        for row in rows:
            found[row.flag_id] = (*found.get(row.flag_id, ()), _stored(row))
        return found

    def flags_with_opinion(self, model: str, *, tries: int) -> frozenset[int]:
        """Return the flags of which a model need not be asked again.

        It has answered, or it was asked `tries` times without an answer of use.
        """
        asked = (
            select(OpinionRow.flag_id)
            .where(OpinionRow.model == model)
            .group_by(col(OpinionRow.flag_id))
            .having(or_(func.count(col(OpinionRow.agrees)) > 0, func.count() >= tries))
        )
        return frozenset(self._session.exec(asked))


class OpinionWriting(OpinionReading):
    """What a model said, and that it said nothing of use."""

    def record_opinion(self, flag_id: int, opinion: Opinion, at: datetime) -> int:
        """Add an opinion about a flag and return its id."""
        return self._append(
            OpinionRow(
                flag_id=flag_id,
                model=opinion.model,
                at=at,
                agrees=opinion.agrees,
                summary=codec.encode(codec.OneSentence, opinion.summary),
                reason=opinion.reason,
            )
        )

    def record_vain_question(self, flag_id: int, model: str, at: datetime, why: str) -> int:
        """Note that a model was asked about a flag and gave no answer of use."""
        return self._append(OpinionRow(flag_id=flag_id, model=model, at=at, reason=why))

    def _append(self, row: OpinionRow) -> int:
        self._session.add(row)
        self._session.flush()
        return identity(row.id)


def _stored(row: OpinionRow) -> StoredOpinion:
    return StoredOpinion(
        id=identity(row.id),
        flag_id=row.flag_id,
        at=row.at,
        opinion=Opinion(
            model=row.model,
            agrees=bool(row.agrees),
            summary=codec.decode(codec.OneSentence, row.summary),
            reason=row.reason,
        ),
    )
