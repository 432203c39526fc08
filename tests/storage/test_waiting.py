"""A store that another process writes to is waited for, and not in silence."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from sqlalchemy import text

from domain.errors import StoreError
from storage import engine as engines
from storage import waiting
from storage.records import SourceState
from storage.store import History, Store, Work

WAITING = "waiting for another process that is writing to the store..."
NOW = datetime(2026, 8, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with its tables."""
    path = tmp_path / "store.db"
    Store(f"sqlite:///{path}").migrate()
    return path


@pytest.fixture
def writer(path: Path) -> Iterator[sqlite3.Connection]:
    """Another process in the middle of writing."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as opened:
        opened.execute("BEGIN IMMEDIATE")
        yield opened


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "SILENCE", timedelta(milliseconds=50))


def test_who_waits_is_told_what_for(
    path: Path, writer: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    """And goes on as soon as the other one is done."""
    done = Timer(0.3, lambda: writer.execute("COMMIT"))
    done.start()
    with Store(f"sqlite:///{path}").work() as work:
        assert not work.states()
    done.join()
    assert [record.getMessage() for record in caplog.records] == [WAITING]


@pytest.mark.usefixtures("writer")
def test_a_wait_without_end_ends_with_what_to_do(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The other process has to be found and ended; nothing was written."""
    monkeypatch.setattr(engines, "SQLITE_PATIENCE", timedelta(milliseconds=200))
    with (
        pytest.raises(StoreError, match=r"locked all the time.*fuser.*try again"),
        Store(f"sqlite:///{path}").work() as work,
    ):
        work.states()
    assert WAITING in caplog.text


@pytest.mark.usefixtures("writer")
def test_reading_waits_for_nobody(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Looking into a store is possible while it is written to."""
    with Store(f"sqlite:///{path}").read() as history:
        assert not history.flags()
    assert caplog.text == ""


def test_nothing_is_said_of_a_store_that_is_free(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The usual case."""
    with Store(f"sqlite:///{path}").work() as work:
        work.states()
    assert caplog.text == ""


def test_who_waits_for_a_row_is_told_too(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    """On PostgreSQL only who writes about the same source has to wait, at any statement."""
    begun, told = Event(), Event()

    def write() -> None:
        with store.work() as work:
            work.save_state(SourceState("page"))
            begun.set()
            told.wait(10)

    other = Thread(target=write)
    other.start()
    begun.wait(10)

    def let_go_when_told(_: logging.LogRecord) -> bool:
        told.set()
        return True

    caplog.handler.addFilter(let_go_when_told)
    with store.work() as work:
        work.save_state(SourceState("page", last_good_at=NOW))
    other.join()
    assert [record.getMessage() for record in caplog.records] == [WAITING]
    with store.read() as history:
        assert history.state("page").last_good_at == NOW


def test_a_transaction_that_only_takes_long_waits_for_nobody(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """What is told is told of locks alone."""
    with store.work() as work:
        work.save_state(SourceState("page"))
        Event().wait(0.3)
    assert caplog.text == ""


@pytest.mark.parametrize("opened", [Store.work, Store.read])
def test_a_connection_that_is_lost_midway_is_said_to_be(
    store: Store, opened: Callable[[Store], AbstractContextManager[Work | History]]
) -> None:
    """The end of the transaction does not hide it."""
    if store._engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no server that could end a connection")

    def lose_it() -> None:
        with opened(store) as transaction:
            pid = transaction._session.scalar(text("SELECT pg_backend_pid()"))
            with store._engine.connect() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
            transaction.states()

    with pytest.raises(StoreError, match="shutting down or stopped us: run again when it is up"):
        lose_it()
