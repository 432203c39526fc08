"""Column types that keep on both databases what the plain ones lose."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, stored and returned in UTC; SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into UTC; refuse a naive one, whose meaning is unknown."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"A time without a zone cannot be stored: {value!r}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time back as aware UTC."""
        if value is None:
            return None
        if dialect.name == "sqlite":
            return value.replace(tzinfo=UTC)
        return value if value.tzinfo is UTC else value.astimezone(UTC)


class WebText(TypeDecorator[str]):
    """Text that may come from a page: no character of it can make a database refuse it.

    PostgreSQL takes no NUL and neither database takes half a surrogate pair; both are
    stored as U+FFFD. Hostile text must not be able to stop a run.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace what cannot be stored."""
        del dialect
        return None if value is None else _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)


def named(values: type[StrEnum]) -> Enum:
    """Return a column type that stores the values of an enumeration as plain strings.

    Not a native type of PostgreSQL and no CHECK: a new member needs no migration.
    """
    return Enum(
        values,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
