"""Problems of sources: opened, and closed again."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select

from domain.problem import Problem
from storage import codec
from storage.records import Ended, StoredProblem
from storage.session import HistoryReading, identity
from storage.tables import ProblemRow


class ProblemReading(HistoryReading):
    """Questions about problems. A source has at most one open."""

    def problems(
        self, *, open_only: bool = True, source: str | None = None
    ) -> tuple[StoredProblem, ...]:
        """Return problems, the longest open first."""
        query = select(ProblemRow).order_by(col(ProblemRow.opened_at), col(ProblemRow.id))
        if open_only:
            query = query.where(col(ProblemRow.closed_at).is_(None))
        if source is not None:
            query = query.where(ProblemRow.source_id == source)
        return tuple(_stored(row) for row in self._session.exec(query))

    def open_problem_of(self, source_id: str) -> StoredProblem | None:
        """Return the open problem of a source, None when all is well."""
        row = self._open_row(source_id)
        return None if row is None else _stored(row)

    def _open_row(self, source_id: str) -> ProblemRow | None:
        return self._session.exec(
            select(ProblemRow).where(
                ProblemRow.source_id == source_id, col(ProblemRow.closed_at).is_(None)
            )
        ).first()


class ProblemWriting(ProblemReading):
    """Problems are added; all that changes is when and why they closed."""

    def open_problem(
        self, source_id: str, problem: Problem, at: datetime, capture_id: int | None
    ) -> int:
        """Open a problem and return its id; one of the same kind that is open stays.

        An open problem of another kind is closed: a source has one at a time.
        """
        known = self._open_row(source_id)
        if known is not None and known.kind is problem.kind:
            return identity(known.id)
        self.close_problem(source_id, at, Ended.TURNED)
        row = ProblemRow(
            source_id=source_id,
            kind=problem.kind,
            what=codec.encode(codec.OneSentence, problem.what),
            advice=codec.encode(codec.OneSentence, problem.advice),
            certain=problem.certain,
            opened_at=at,
            capture_id=capture_id,
        )
        self._session.add(row)
        self._session.flush()
        return identity(row.id)

    def close_problem(
        self, source_id: str, at: datetime, why: Ended = Ended.BACK
    ) -> StoredProblem | None:
        """Close the open problem of a source and return it, None when there was none."""
        row = self._open_row(source_id)
        if row is None:
            return None
        row.closed_at, row.ended = at, why
        self._session.flush()
        return _stored(row)


def _stored(row: ProblemRow) -> StoredProblem:
    problem = Problem(
        kind=row.kind,
        what=codec.decode(codec.OneSentence, row.what),
        advice=codec.decode(codec.OneSentence, row.advice),
        certain=row.certain,
    )
    return StoredProblem(
        id=identity(row.id),
        source_id=row.source_id,
        problem=problem,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        capture_id=row.capture_id,
        ended=row.ended,
    )
