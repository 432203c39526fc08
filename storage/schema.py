"""Runs the revisions of the tables; `storage.revisions` tells whether any is to be run."""

from __future__ import annotations

from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine

from domain.errors import StoreError
from storage.engine import for_writing
from storage.revisions import refuse_newer
from storage.tables import metadata
from storage.turns import Turn, wait_for

_OURS = frozenset(metadata.tables)


def _include(name: str | None, kind: str, parents: Any) -> bool:
    """Leave tables of others alone: a search index, a queue kept in the same database."""
    del parents
    return kind != "table" or name in _OURS


COMPARISON: dict[str, Any] = {"compare_type": True, "include_name": _include}


def upgrade(engine: Engine) -> None:
    """Create the tables or bring them up to date, in one transaction."""
    with for_writing(engine).begin() as connection:
        wait_for(connection, Turn.MIGRATING)
        refuse_newer(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _check_references(connection)


def differences(connection: Connection) -> list[Any]:
    """Return what the tables of a store lack of those that the code declares."""
    context = MigrationContext.configure(connection, opts=COMPARISON)
    return list(compare_metadata(context, metadata))


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
