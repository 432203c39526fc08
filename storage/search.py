"""The wording of all versions, searched: each passage once, with the time it stood.

Two versions of a page share nearly all of their passages. What is indexed is the
distinct passages of a source and, for each, from which version to which it stood: a
small index, which also answers when a phrase appeared and when it went.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, or_, text, type_coerce, update
from sqlalchemy import select as columns
from sqlmodel import col

from storage import search_index
from storage.search_words import Term
from storage.session import HistoryReading, identity
from storage.tables import StandingRow, WordingRow


@dataclass(frozen=True, slots=True)
class Standing:
    """A passage stood from a version on, until another no longer had it (None: it stands)."""

    since_number: int
    since_at: datetime
    gone_number: int | None
    gone_at: datetime | None


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage of a source that was searched for, and when it stood, oldest first."""

    id: int
    source_id: str
    text: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where and when to search: in some sources, for what stood within a time."""

    sources: tuple[str, ...] | None = None
    since: datetime | None = None
    until: datetime | None = None


class SearchReading(HistoryReading):
    """Questions about wording."""

    def search(
        self,
        asked: tuple[Term, ...],
        narrowing: Narrowing,
        limit: int,
        *,
        below: int | None = None,
    ) -> tuple[FoundPassage, ...]:
        """Return passages with all that is asked for, those that came last first."""
        return self.passages(self.find(asked, narrowing, limit, below=below))

    def find(
        self,
        asked: tuple[Term, ...],
        narrowing: Narrowing,
        limit: int,
        *,
        below: int | None = None,
    ) -> tuple[int, ...]:
        """Return the ids of such passages, those that came last first."""
        if narrowing.sources == ():
            return ()
        number = search_index.number_in(self._database)
        query = search_index.matching(self._database, asked, narrowing.sources).limit(limit)
        if below is not None:
            query = query.where(number < below)
        if narrowing.since is not None or narrowing.until is not None:
            query = query.where(_stood_within(number, narrowing))
        return tuple(identity(one) for one in self._session.scalars(query))

    def passages(self, ids: Sequence[int]) -> tuple[FoundPassage, ...]:
        """Return passages with when they stood, in the order of their ids given."""
        query = (
            columns(col(WordingRow.id), col(WordingRow.source_id), col(WordingRow.text), *_STOOD)
            .join(StandingRow, col(StandingRow.wording_id) == col(WordingRow.id))
            .where(self._among(_WORDING, ids), _stood_at_all())
            .order_by(col(StandingRow.since_number))
        )
        found: dict[int, FoundPassage] = {}
        for number, source_id, passage, *stood in self._session.execute(query):
            known = found.get(identity(number))
            before = known.standings if known else ()
            found[identity(number)] = FoundPassage(
                identity(number), source_id, passage, (*before, Standing(*stood))
            )
        return tuple(found[number] for number in ids if number in found)

    def standings_of(self, ids: Sequence[int]) -> dict[str, list[Standing]]:
        """Return by source, in the order of their ids, when passages stood, oldest first."""
        # Asked apart: joined, PostgreSQL would read all standings there are.
        sources = columns(col(WordingRow.id), col(WordingRow.source_id))
        stood = columns(col(StandingRow.wording_id), *_STOOD).where(_stood_at_all())
        asked = self._session.execute(sources.where(self._among(_WORDING, ids)))
        source_of = {identity(number): source_id for number, source_id in asked}
        found: dict[str, list[Standing]] = {}
        for number, *rest in self._session.execute(stood.where(self._among(_STANDING, ids))):
            found.setdefault(source_of[number], []).append(Standing(*rest))
        return {
            source_id: sorted(found[source_id], key=lambda one: one.since_number)
            for source_id in sorted(found)
        }

    def _among(self, number: ColumnElement[int], ids: Sequence[int]) -> ColumnElement[bool]:
        return search_index.among(self._database, number, ids)

    @property
    def _database(self) -> str:
        return self._session.get_bind().dialect.name


class SearchWriting(SearchReading):
    """The index is written with the version, in its transaction."""

    def index_version(
        self, source_id: str, number: int, at: datetime, passages: Iterable[str]
    ) -> None:
        """Note which passages a version of a source has, and so which came and went."""
        wanted = {_hash(passage): passage for passage in passages if passage.strip()}
        known = self._known(source_id)
        for key in wanted.keys() - known.keys():
            known[key] = self._add(source_id, key, wanted[key])
        present = {known[key] for key in wanted}
        standing = self._standing_now(source_id)
        gone = [row for wording, row in standing.items() if wording not in present]
        if gone:
            self._session.execute(
                update(StandingRow)
                .where(col(StandingRow.id).in_(gone))
                .values(gone_number=number, gone_at=at)
            )
        self._session.add_all(
            StandingRow(wording_id=wording, since_number=number, since_at=at)
            for wording in sorted(present - standing.keys())
        )
        self._session.flush()

    def _known(self, source_id: str) -> dict[str, int]:
        rows = self._session.execute(
            columns(col(WordingRow.hash), col(WordingRow.id)).where(
                col(WordingRow.source_id) == source_id
            )
        )
        return {key: identity(number) for key, number in rows}

    def _standing_now(self, source_id: str) -> dict[int, int]:
        rows = self._session.execute(
            columns(col(StandingRow.wording_id), col(StandingRow.id))
            .join(WordingRow, col(StandingRow.wording_id) == col(WordingRow.id))
            .where(col(WordingRow.source_id) == source_id, col(StandingRow.gone_number).is_(None))
        )
        return {wording: identity(number) for wording, number in rows}

    def _add(self, source_id: str, key: str, passage: str) -> int:
        row = WordingRow(source_id=source_id, hash=key, text=passage)
        self._session.add(row)
        self._session.flush()
        number = identity(row.id)
        self._index(source_id, number, passage)
        return number

    def _index(self, source_id: str, number: int, passage: str) -> None:
        entry = search_index.entry(self._database, number, source_id, passage)
        self._session.execute(text(search_index.INTO[self._database]), entry)


# The type of what is declared is wider than that of what a statement takes.
_WORDING = type_coerce(col(WordingRow.id), Integer)
_STANDING = type_coerce(col(StandingRow.wording_id), Integer)
_STOOD = (
    col(StandingRow.since_number),
    col(StandingRow.since_at),
    col(StandingRow.gone_number),
    col(StandingRow.gone_at),
)


def _stood_at_all() -> ColumnElement[bool]:
    """Leave out what one reading of a version had and a later reading of the same had not."""
    return or_(
        col(StandingRow.gone_number).is_(None),
        col(StandingRow.gone_number) > col(StandingRow.since_number),
    )


def _stood_within(number: ColumnElement[int], narrowing: Narrowing) -> ColumnElement[bool]:
    """Say that a passage stood within the time asked for."""
    stood = columns(col(StandingRow.id)).where(col(StandingRow.wording_id) == number)
    if narrowing.until is not None:
        stood = stood.where(col(StandingRow.since_at) <= narrowing.until)
    if narrowing.since is not None:
        gone = col(StandingRow.gone_at)
        stood = stood.where(or_(gone.is_(None), gone >= narrowing.since))
    return stood.exists()


def _hash(passage: str) -> str:
    return hashlib.sha256(passage.encode("utf-8", "surrogatepass")).hexdigest()[:32]
