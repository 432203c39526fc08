"""Rows into an empty store in bulk, past the rules that guard a living one.

COPY on PostgreSQL, one statement a table and batch on SQLite; foreign keys are not
looked at, so that captures and versions, which name each other, need no second round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, insert, text

from storage import search_index
from storage.engine import for_writing, open_engine, parse_url
from storage.tables import metadata

Rows = Mapping[Table, Sequence[Mapping[str, Any]]]


class Bulk:
    """Writes rows into one open transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._copies = connection.dialect.name == "postgresql"

    def write(self, rows: Rows) -> None:
        """Write rows of some tables; all rows of one table have the same columns."""
        for table, those in rows.items():
            if those and self._copies:
                self._copy(table, those)
            elif those:
                self._connection.execute(insert(table), list(those))

    def index(self, passages: Sequence[tuple[int, str, str]]) -> None:
        """Put passages into the index of words: number of the wording, source and text."""
        database = self._connection.dialect.name
        entries = [search_index.entry(database, *passage) for passage in passages]
        if not self._copies:
            self._connection.execute(text(search_index.INTO[database]), entries)
            return
        with self._cursor().copy("COPY wording_search (id, words) FROM STDIN") as copy:
            for entry in entries:
                copy.write_row((entry["id"], entry["words"]))

    def _copy(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        names = list(rows[0])
        dialect = self._connection.dialect
        said = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
        columns = ", ".join(f'"{name}"' for name in names)
        with self._cursor().copy(f'COPY "{table.name}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(
                    [
                        as_stored(row[name]) if as_stored else row[name]
                        for name, as_stored in zip(names, said, strict=True)
                    ]
                )

    def _cursor(self) -> Any:
        return self._connection.connection.cursor()


@contextmanager
def in_bulk(url: str) -> Iterator[Bulk]:
    """Open a transaction for rows in bulk; afterwards the database knows its statistics."""
    engine = open_engine(parse_url(url), foreign_keys=False)
    try:
        with for_writing(engine).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            yield Bulk(connection)
            if connection.dialect.name == "postgresql":
                _count_on(connection)
        with engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.execute(
                text("VACUUM ANALYZE" if connection.dialect.name == "postgresql" else "ANALYZE")
            )
    finally:
        engine.dispose()


def _count_on(connection: Connection) -> None:
    """Let the numbers that PostgreSQL gives go on behind those that were given."""
    numbered = [name for name, table in metadata.tables.items() if "id" in table.c]
    for name in numbered:
        connection.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), "  # noqa: S608 - a name of ours
                f"(SELECT coalesce(max(id), 0) + 1 FROM {name}), false)"
            )
        )
