"""The store as a whole: transactions, revisions, and failures that say what to do."""

from __future__ import annotations

import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.errors import ConfigurationError, NotFoundError, StoreError
from storage import engine as engines
from storage.schema import differences
from storage.store import Store
from tests.storage.samples import NOON, alert, capture


def test_the_revisions_make_the_tables_that_the_code_declares(store: Store) -> None:
    """Otherwise a model was edited without a migration."""
    with store._engine.connect() as connection:
        assert differences(connection) == []


def test_a_forgotten_revision_would_be_noticed(store: Store) -> None:
    """The comparison above sees a missing column, index and table."""
    with store._engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_flag_source_id"))
        connection.execute(text("ALTER TABLE alert DROP COLUMN last_error"))
        connection.execute(text("DROP TABLE review"))
    with store._engine.connect() as connection:
        assert len(differences(connection)) >= 3


def test_tables_of_others_are_left_alone(store: Store) -> None:
    """A search index or a queue may live in the same database."""
    with store._engine.begin() as connection:
        connection.execute(text("CREATE TABLE procrastinate_jobs (id INTEGER)"))
    with store._engine.connect() as connection:
        assert differences(connection) == []


def test_migrating_again_changes_nothing(store: Store) -> None:
    """What was stored stays."""
    with store.work() as work:
        work.record_capture(capture())
    store.migrate()
    with store.read() as history:
        assert len(history.captures("terms")) == 1


def test_two_processes_may_migrate_at_once(store_url: str) -> None:
    """One of them does it, the other finds it done."""
    failures: list[Exception] = []
    start = threading.Barrier(2)

    def migrate() -> None:
        store = Store(store_url)
        start.wait()
        try:
            store.migrate()
        except StoreError as error:
            failures.append(error)
        finally:
            store.close()

    threads = [threading.Thread(target=migrate) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    with Store(store_url).read() as history:
        assert history.captures("terms") == ()


def test_a_store_without_tables_says_what_to_do(store_url: str) -> None:
    """Neither reading nor writing creates them on the way."""
    store = Store(store_url)
    with pytest.raises(StoreError, match="clausewatch migrate"), store.work():
        pass
    with pytest.raises(StoreError, match="clausewatch migrate"), store.read():
        pass


def test_a_store_of_a_newer_version_is_not_touched(store_url: str) -> None:
    """An older program would misread it."""
    store = Store(store_url)
    store.migrate()
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    again = Store(store_url)
    with pytest.raises(StoreError, match="newer Clausewatch"), again.read():
        pass
    with pytest.raises(StoreError, match="newer Clausewatch"):
        again.migrate()


def test_a_failed_work_leaves_nothing_behind(store: Store) -> None:
    """Neither the capture nor its bytes nor the alert."""

    def fail() -> None:
        with store.work() as work:
            work.record_capture(capture())
            work.queue(alert(), NOON)
            work.body(99)

    with pytest.raises(NotFoundError):
        fail()
    with store._engine.connect() as connection:
        for table in ("body", "capture", "alert"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608 - our own names


def test_reading_does_not_see_what_comes_later(store: Store) -> None:
    """The picture stands still while others write."""
    with store.read() as history:
        assert history.captures("terms") == ()
        with store.work() as work:
            work.record_capture(capture())
        assert history.captures("terms") == ()
    with store.read() as history:
        assert len(history.captures("terms")) == 1


def test_references_are_enforced(store: Store) -> None:
    """A version cannot be shown that is not there, on either database."""
    with store.work() as work:
        number = work.record_capture(capture())
    with pytest.raises(StoreError), store.work() as work:
        work.show_version(number, 99)


def test_a_locked_store_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After waiting, the run stops and names the file."""
    monkeypatch.setattr(engines, "SQLITE_PATIENCE", timedelta(milliseconds=20))
    store = Store(f"sqlite:///{tmp_path / 'store.db'}")
    store.migrate()
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    wanted = r"store\.db.*another process.*try again"
    with pytest.raises(StoreError, match=wanted), store.work() as work:
        work.record_capture(capture())
    other.rollback()
    with store.work() as work:
        work.record_capture(capture())


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    """A file that is no database is not overwritten."""
    (tmp_path / "store.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="not an SQLite database"):
        Store(f"sqlite:///{tmp_path / 'store.db'}").migrate()


def test_a_server_that_does_not_answer_says_what_to_do() -> None:
    """The password is not shown."""
    store = Store("postgresql://editor:secret@127.0.0.1:1/history")
    with pytest.raises(StoreError, match="cannot be reached") as failure, store.read():
        pass
    assert "secret" not in str(failure.value)
    assert "127.0.0.1:1/history" in str(failure.value)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """A path that was mistyped begins no history; what to do is said."""
    with pytest.raises(ConfigurationError, match=r"no folder .*/wrong.*mkdir -p"):
        Store(f"sqlite:///{tmp_path / 'wrong' / 'store.db'}").migrate()
    assert not (tmp_path / "wrong").exists()


def test_a_store_knows_whether_its_history_begins_now(store_url: str) -> None:
    """Whoever opened the wrong one can be told."""
    store = Store(store_url)
    store.migrate()
    assert store.is_new
    again = Store(store_url)
    again.migrate()
    assert not again.is_new
    store.close()
    again.close()


@pytest.mark.parametrize(
    "url", ["", "store.db", "sqlite://", "sqlite:///:memory:", "mysql://user@host/db"]
)
def test_an_address_that_is_no_store_is_a_fault_of_the_configuration(url: str) -> None:
    """The message says what an address looks like."""
    with pytest.raises(ConfigurationError, match="sqlite:///path/to/file"):
        Store(url)


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_postgresql_means_psycopg_3(scheme: str) -> None:
    """Whichever of its names is given."""
    assert engines.parse_url(f"{scheme}://host/db").drivername == "postgresql+psycopg"
