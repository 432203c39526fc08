"""Says so when a transaction of PostgreSQL waits for another one's lock.

There any statement may have to wait, and after a statement that gave up the transaction is
lost. So nothing is tried twice: a thread looks, once a transaction has lasted a while,
whether the server is holding it up. (SQLite waits at the begin alone, see `engine`.)
"""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta
from threading import Event, Thread
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import SQLAlchemyError

SILENCE = timedelta(seconds=2)
"""How long a transaction waits before it is said what for."""

WAITING = "waiting for another process that is writing to the store..."

_BLOCKERS = text("SELECT cardinality(pg_blocking_pids(pid)) FROM pg_stat_activity WHERE pid = :pid")

log = logging.getLogger(__name__)


def tell_who_waits(engine: Engine, option: str) -> None:
    """Watch the transactions of an engine that have an execution option set."""
    # Not in `connection.info`: of a connection that was lost it is not to be had.
    watched: WeakKeyDictionary[Connection, Event] = WeakKeyDictionary()

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(option, False):
            watched[connection] = ended = Event()
            pid = connection.connection.dbapi_connection.info.backend_pid  # type: ignore[union-attr]
            Thread(target=_watch, args=(engine, pid, ended), daemon=True).start()

    def end(connection: Connection) -> None:
        ended = watched.pop(connection, None)
        if ended is not None:
            ended.set()

    event.listen(engine, "begin", begin)
    event.listen(engine, "commit", end)
    event.listen(engine, "rollback", end)


def _watch(engine: Engine, pid: int, ended: Event) -> None:
    """Look every so often until the transaction ends, and say once that it waits."""
    while not ended.wait(SILENCE.total_seconds()):
        with suppress(SQLAlchemyError), engine.connect() as connection:
            blockers = connection.execute(_BLOCKERS, {"pid": pid}).scalar()
            if blockers is None:  # the connection is gone
                return
            if blockers and not ended.is_set():
                log.warning(WAITING)
                return
