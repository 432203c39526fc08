"""What every part of a transaction has in common."""

from __future__ import annotations

from sqlmodel import Session

from storage.bodies import Bodies


class HistoryReading:
    """Reads in one transaction. Each noun adds its own questions."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._bodies = Bodies(session)


def identity(number: int | None) -> int:
    """Return the id that the database has given a row."""
    if number is None:
        raise AssertionError("a row has its id once it is flushed")
    return number
