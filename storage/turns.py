"""What processes take turns at on PostgreSQL, by its advisory locks.

SQLite has one writer at a time anyway: there nobody has to wait here.
"""

from __future__ import annotations

from enum import IntEnum

from sqlalchemy import Connection, text

# Of this store alone: others may have a schema of their own in the same database.
_STORE = "hashtext(coalesce(current_schema(), ''))"


class Turn(IntEnum):
    """What only one does at a time: any fixed numbers, no two alike."""

    MIGRATING = 7_346_019
    LEASING = 7_346_020
    BODIES = 7_346_021
    """Bodies are stored by many at once (shared), or let go of by one."""


def wait_for(connection: Connection, turn: Turn) -> None:
    """Wait for a turn and keep it until the end of the transaction."""
    _ask(connection, "pg_advisory_xact_lock", turn)


def share(connection: Connection, turn: Turn) -> None:
    """Wait until nobody has a turn alone, and share it until the end of the transaction."""
    _ask(connection, "pg_advisory_xact_lock_shared", turn)


def take_if_free(connection: Connection, turn: Turn) -> bool:
    """Take a turn alone until the end of the transaction, unless somebody has it now."""
    return _ask(connection, "pg_try_advisory_xact_lock", turn) is not False


def _ask(connection: Connection, function: str, turn: Turn) -> object:
    if connection.dialect.name != "postgresql":
        return None
    return connection.execute(text(f"SELECT {function}({turn:d}, {_STORE})")).scalar()
