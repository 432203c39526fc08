"""Insert what is not there yet, in the words of each database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.tables import Row


def insert_missing(session: Session, table: type[Row], values: Sequence[dict[str, Any]]) -> None:
    """Insert the rows that break no unique constraint and pass over the others.

    Give them in a fixed order: on PostgreSQL two transactions may otherwise wait for
    each other.
    """
    if not values:
        return
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    session.execute(insert(table).on_conflict_do_nothing(), list(values))
