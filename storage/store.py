"""The store: one transaction to write in, one picture to read from.

store = Store("sqlite:///clausewatch.sqlite3")
store.migrate()
with store.work() as work:
    capture_id = work.record_capture(capture)
    ...
with store.read() as history:
    for flag in history.flags():
        ...
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

from sqlalchemy import URL, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from domain.errors import ConfigurationError
from storage.browsing import Browsing
from storage.captures import CaptureReading
from storage.changes import ChangeReading, ChangeWriting
from storage.deciding import GroupReading, GroupWriting
from storage.digests import DigestReading, DigestWriting
from storage.engine import for_reading, for_writing, open_engine, parse_url
from storage.failures import store_error
from storage.hosts import HostWriting
from storage.opinions import OpinionReading, OpinionWriting
from storage.outbox import OutboxReading, OutboxWriting
from storage.problems import ProblemReading, ProblemWriting
from storage.ratings import RatingReading, RatingWriting
from storage.records import Fault
from storage.retention import RetentionReading, RetentionWriting
from storage.revisions import LATEST, check_revision, revision_of
from storage.search import SearchReading
from storage.sources import SourceReading, SourceWriting
from storage.verification import Verification
from storage.versions import VersionReading, VersionWriting


class History(
    SourceReading,
    CaptureReading,
    VersionReading,
    ChangeReading,
    GroupReading,  # and flags
    ProblemReading,
    OutboxReading,
    DigestReading,
    RatingReading,
    OpinionReading,
    Browsing,
    SearchReading,
    RetentionReading,
    Verification,
):
    """All that can be asked, from one picture of the store."""


class Work(
    SourceWriting,
    HostWriting,
    VersionWriting,  # and captures, which versions are extracted from
    ChangeWriting,
    GroupWriting,  # and flags with their reviews
    ProblemWriting,
    OutboxWriting,
    DigestWriting,
    RatingWriting,
    OpinionWriting,
    RetentionWriting,
):
    """All that can be recorded and asked, in one transaction."""


class Store:
    """The history in one database. Safe to share among threads.

    Every failure of the database is raised as StoreError; by then the transaction has
    been rolled back. `is_new` tells whether `migrate` found no history and began one.
    """

    def __init__(self, url: str) -> None:
        self._url = parse_url(url)
        self._engine = open_engine(self._url)
        self._checked = False
        self.is_new = False

    def migrate(self) -> None:
        """Create the tables or bring them up to date.

        A store that is up to date is only read: no running check has to be waited for.

        Raises:
            ConfigurationError: the folder of an SQLite file is not there.
            StoreError: the database failed.
        """
        _folder_is_there(self._url)
        engine = open_engine(self._url, foreign_keys=False)
        try:
            with self._failures():
                with engine.connect() as connection:
                    found = revision_of(connection)
                if found == LATEST:
                    return
                from storage.schema import upgrade  # noqa: PLC0415 - Alembic loads slowly

                upgrade(engine)
                self.is_new = found is None
        finally:
            engine.dispose()

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    @contextmanager
    def work(self) -> Iterator[Work]:
        """Open a transaction: committed at the end, rolled back on any exception."""
        with self._session(for_writing(self._engine)) as session, session.begin():
            yield Work(session)

    @contextmanager
    def read(self) -> Iterator[History]:
        """Open the history for reading: what others write meanwhile is not seen."""
        with self._session(for_reading(self._engine)) as session:
            yield History(session)

    def verify(self) -> Iterator[Fault]:
        """Yield everything in the store that contradicts itself."""
        with self.read() as history:
            yield from history.verify()

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with self._failures():
            self._check()
            with Session(engine, expire_on_commit=False) as session:
                yield session

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise store_error(error, self._url) from error

    def _check(self) -> None:
        """Look once whether the tables are those we know, before anything relies on it."""
        if not self._checked:
            with self._engine.connect() as connection:
                check_revision(connection)
            self._checked = True


def _folder_is_there(url: URL) -> None:
    """Make sure of the folder that an SQLite file is to lie in.

    None is made: a folder that is missing is most often a path that was mistyped, and a
    history that begins there would take every source for one that was never read.
    """
    if url.get_backend_name() != "sqlite" or url.database is None:
        return
    folder = Path(url.database).parent
    if not folder.is_dir():
        raise ConfigurationError(
            f"there is no folder {folder} for the store: correct its address, or make the "
            f"folder first (mkdir -p {quote(str(folder))})"
        )
