"""What a failure of the database means to whoever runs Clausewatch.

Told by the codes of the drivers (sqlite3's result codes, PostgreSQL's SQLSTATE),
never by the wording of their messages.
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from domain.errors import StoreError

_SQLITE_ADVICE = {
    sqlite3.SQLITE_BUSY: "another process has kept it locked all the time (`fuser FILE` names "
    "it): end that process, or try again",
    sqlite3.SQLITE_LOCKED: "another connection has kept it locked: try again",
    sqlite3.SQLITE_READONLY: "it is read-only: check the rights on the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened: check that its folder exists and may be written",
    sqlite3.SQLITE_FULL: "the disk is full: make room, then run again",
    sqlite3.SQLITE_IOERR: "the disk failed, or the file may not grow (`ulimit -f`): check both, "
    "then run `clausewatch verify`",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: restore it from a backup",
    sqlite3.SQLITE_NOTADB: "the file is not an SQLite database: give the path of another one",
}
# By SQLSTATE, or by its first two characters, which name the class.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL_ADVICE = {
    "08": "the connection was lost: check the server, then run again",
    "28": "the server refused the login: check user and password",
    "3D": "there is no such database: create it first",
    "42501": "the user has too few rights: grant them on the database and its schema",
    "53": "the server is out of disk, memory or connections: make room, then run again",
    "55P03": "another process has kept a lock: end that process, or try again",
    "40": "another process did the same at the same time: run again",
    "57": "the server is shutting down or stopped us: run again when it is up",
}


def store_error(error: SQLAlchemyError, url: URL) -> StoreError:
    """Return the error to raise instead: what failed, and what to do about it."""
    shown = url.render_as_string(hide_password=True)
    return StoreError(f"The store at {shown} failed; {_advice(error)}")


def _advice(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        # The lower eight bits are the code, the others say more: sqlite.org/rescode.html
        known = None if code is None else _SQLITE_ADVICE.get(code & 0xFF)
    else:
        known = _postgresql_advice(cause)
    return f"{known} ({cause})" if known else f"nothing was written ({cause or error})"


def _postgresql_advice(cause: object) -> str | None:
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        return _POSTGRESQL_ADVICE.get(state) or _POSTGRESQL_ADVICE.get(state[:2])
    if type(cause).__name__ in {"OperationalError", "ConnectionTimeout"}:
        # psycopg has no SQLSTATE of what fails before a connection stands.
        return (
            "the server cannot be reached, or lets nobody in: check that it is running, and its "
            "address, user, password and database"
        )
    return None
