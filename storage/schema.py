"""The revisions of the tables: bring a store up to date, tell whether it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, text

from domain.errors import StoreError
from storage.engine import for_writing, open_engine
from storage.tables import metadata

# Any fixed number: two processes that migrate at once take turns by it.
_TURN = 7_346_019

_OURS = frozenset(metadata.tables)


def _include(name: str | None, kind: str, parents: Any) -> bool:
    """Leave tables of others alone: a search index, a queue kept in the same database."""
    del parents
    return kind != "table" or name in _OURS


COMPARISON: dict[str, Any] = {"compare_type": True, "include_name": _include}


def migrate(url: URL) -> None:
    """Create the tables or bring them up to date, in one transaction.

    A store that is up to date is only read: no running check has to be waited for.
    """
    if url.get_backend_name() == "sqlite" and url.database is not None:
        _make_folder(Path(url.database).parent)
    engine = open_engine(url, foreign_keys=False)
    try:
        with engine.connect() as connection:
            if _revision(connection) == _scripts().get_current_head():
                return
        with for_writing(engine).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
            _refuse_newer(connection)
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _check_references(connection)
    finally:
        engine.dispose()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The store cannot be made: check that its folder {folder} may be written "
            f"({error.strerror})"
        ) from error


def check_revision(connection: Connection) -> None:
    """Raise StoreError unless the tables are those that this code knows."""
    found = _revision(connection)
    if found is None:
        raise StoreError("The store has no tables yet: run `clausewatch migrate` first")
    _refuse_newer(connection)
    if found != _scripts().get_current_head():
        raise StoreError("The store has older tables: run `clausewatch migrate` first")


def differences(connection: Connection) -> list[Any]:
    """Return what the tables of a store lack of those that the code declares."""
    context = MigrationContext.configure(connection, opts=COMPARISON)
    return list(compare_metadata(context, metadata))


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(connection: Connection) -> None:
    found = _revision(connection)
    known = {script.revision for script in _scripts().walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            "The store was written by a newer Clausewatch: install that version, or give "
            "the address of another store"
        )


def _check_references(connection: Connection) -> None:
    """SQLite's foreign keys were off while tables were rebuilt: check them all."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise StoreError(f"The migration would leave {len(broken)} rows without what they name")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
