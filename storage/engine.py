"""A connection to SQLite or PostgreSQL, set up so that both keep the same promises."""

from __future__ import annotations

import logging
import sqlite3
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from domain.errors import ConfigurationError
from storage import waiting
from storage.read_only import engine_for_reading, lies_still

PATIENCE = timedelta(seconds=30)
"""How long a transaction of PostgreSQL waits for a row before it is an error."""

SQLITE_PATIENCE = timedelta(minutes=1)
"""The same where all transactions that write wait for each other. None takes long: pages are
read between two of them."""

_WRITES = "clausewatch_writes"

log = logging.getLogger(__name__)


def parse_url(text: str) -> URL:
    """Return the address of a store; ConfigurationError when we cannot work with it."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise ConfigurationError(
            "The address of the store is not one: give sqlite:///path/to/file.db or "
            "postgresql://user@host/database"
        ) from error
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "postgresql+psycopg":
        return url
    if url.drivername in {"sqlite", "sqlite+pysqlite"}:
        if url.database in {None, "", ":memory:"}:
            raise ConfigurationError(
                "A store in memory is lost at the end of the run: give a file, "
                "sqlite:///path/to/file.db"
            )
        return url
    raise ConfigurationError(
        f"A store cannot be kept in {url.drivername}: give sqlite:///path/to/file.db or "
        "postgresql://user@host/database"
    )


def open_engine(url: URL, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for `url`; nothing is connected yet.

    Without `foreign_keys` SQLite does not check them: Alembic rebuilds tables that
    others refer to.
    """
    if url.get_backend_name() == "sqlite":
        if url.database is not None and lies_still(Path(url.database)):
            return engine_for_reading(url, Path(url.database))
        engine = create_engine(url, connect_args={"timeout": SQLITE_PATIENCE.total_seconds()})
        _set_up_sqlite(engine, foreign_keys=foreign_keys)
        return engine
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    _set_up_postgresql(engine)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write: SQLite takes its lock at once.

    A transaction that reads first and writes later could otherwise find that another
    one has written in between, and SQLite would refuse it without waiting.
    """
    return engine.execution_options(**{_WRITES: True})


def for_reading(engine: Engine) -> Engine:
    """Return the engine for transactions that only read, from one unmoving picture."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _set_up_postgresql(engine: Engine) -> None:
    def on_connect(connection: Any, record: Any) -> None:
        del record
        connection.execute(f"SET lock_timeout = '{int(PATIENCE.total_seconds())}s'")
        # Times come as they are kept: turning thousands of them into UTC takes a page's time.
        connection.execute("SET TIME ZONE 'UTC'")
        connection.commit()

    event.listen(engine, "connect", on_connect)
    waiting.tell_who_waits(engine, _WRITES)


def _set_up_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    def on_connect(connection: Any, record: Any) -> None:
        del record
        # The driver's own idea of when to begin a transaction is switched off.
        connection.isolation_level = None
        _keep_a_log(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")

    def on_begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITES, False):
            _begin_to_write(connection)
        else:
            connection.exec_driver_sql("BEGIN")

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Have a new file keep a write-ahead log, once for good.

    Of two who open it for the first time at once one is refused without waiting.
    """
    tries = round(SQLITE_PATIENCE / _AGAIN)
    for attempt in range(1, tries + 1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or attempt == tries:
                raise
            time.sleep(_AGAIN.total_seconds())
        else:
            return


_AGAIN = timedelta(milliseconds=50)


def _begin_to_write(connection: Connection) -> None:
    """Take the one lock of SQLite; whoever waits for it for long is told so."""
    patience = SQLITE_PATIENCE.total_seconds()
    silence = min(waiting.SILENCE.total_seconds(), patience)
    try:
        _begin_within(connection, silence)
    except OperationalError as error:
        code = getattr(error.orig, "sqlite_errorcode", 0)
        if code & 0xFF != sqlite3.SQLITE_BUSY or silence == patience:
            raise
        log.warning(waiting.WAITING)
        _begin_within(connection, patience - silence)


def _begin_within(connection: Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        patience = round(SQLITE_PATIENCE.total_seconds() * 1000)
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience}")
