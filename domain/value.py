"""What the values of a watchlist have in common: frozen, strict about keys, named for ever."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LARGEST_NUMBER = 2**31 - 1
"""What may be asked for by number: the largest that every database can be asked about."""

Identifier = Annotated[
    str,
    Field(
        pattern=r"^[a-z0-9][a-z0-9_-]*$",
        max_length=80,
        description="lower-case letters, digits, hyphens and underscores; never changes",
    ),
]


class Value(BaseModel):
    """A frozen value that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
