"""Which revisions of the tables there are, and which one a store has.

They are read from the names of the files: Alembic, which runs them, takes a good part of
a second to load, and almost every store is up to date.
"""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from domain.errors import StoreError

KNOWN = tuple(
    sorted(
        file.name.partition("_")[0]
        for file in files("storage.migrations").joinpath("versions").iterdir()
        if file.name[0].isdecimal()
    )
)
LATEST = KNOWN[-1]

_TABLE = "alembic_version"


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the tables; None when there are none yet."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608 - our own name
    return None if found is None else str(found)


def check_revision(connection: Connection) -> None:
    """Raise StoreError unless the tables are those that this code knows."""
    found = revision_of(connection)
    if found is None:
        raise StoreError("The store has no tables yet: run `clausewatch migrate` first")
    refuse_newer(connection)
    if found != LATEST:
        raise StoreError("The store has older tables: run `clausewatch migrate` first")


def refuse_newer(connection: Connection) -> None:
    """Raise StoreError when the tables are of a revision that this code does not know."""
    if revision_of(connection) not in {None, *KNOWN}:
        raise StoreError(
            "The store was written by a newer Clausewatch: install that version, or give "
            "the address of another store"
        )
