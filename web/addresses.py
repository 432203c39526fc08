"""What may stand in an address: bounded, so that no database is asked what it cannot answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator, AwareDatetime, Field

from domain.value import LARGEST_NUMBER

_NAME = r"^[a-z0-9][a-z0-9_-]*$"

Id = Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]
"""The number of a row, in the path."""

Name = Annotated[str, Path(pattern=_NAME, max_length=80)]
"""The id of a source or a tool, in the path."""

Number = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]
"""The number of a row, in a query."""

NameOrNone = Annotated[str, Field(pattern=r"^([a-z0-9][a-z0-9_-]*)?$", max_length=80)]
"""The id of a source, tool or criterion in a query, "" when none is given."""


def _within_reason(at: datetime) -> datetime:
    """Refuse times that no capture can have; near the ends of the calendar sums overflow."""
    try:
        at = at.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("no such time") from error
    if not 1990 <= at.year <= 2200:  # noqa: PLR2004 - there was no web, or there will be another
        raise ValueError("must lie between 1990 and 2200")
    return at


Moment = Annotated[AwareDatetime, AfterValidator(_within_reason)]
"""A time with its zone, in a query."""
