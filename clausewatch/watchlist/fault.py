"""What is wrong with a watchlist, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clausewatch.messages.naming import printable, shown
from domain.errors import ConfigurationError

# The way from the top of the file to a value: ("tools", 0, "ratings", 2, "status").
KeyPath = tuple[str | int, ...]

_PLAIN_KEY = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with the value at a path, before its line is looked up.

    `at_key` points at the key rather than at its value.
    """

    path: KeyPath
    message: str
    value: object = None
    allowed: tuple[str, ...] = ()
    suggestion: str = ""
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with the file.

    `line` and `column` count from 1; both are 0 when the fault is of no one place.
    `where` is the path of the value, such as tools[0].ratings[2].criterion.
    """

    file: str
    line: int
    column: int
    where: str
    value: object
    message: str
    allowed: tuple[str, ...] = ()
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.where, self.message] if self.where else [place, self.message]
        text = ": ".join(parts)
        if self.suggestion:
            text += f"; did you mean {shown(self.suggestion)}?"
        if self.allowed:
            text += f" (allowed: {printable(', '.join(self.allowed))})"
        return text


class WatchlistError(ConfigurationError):
    """The watchlist is wrong. `faults` are all that were found, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def written_path(path: KeyPath) -> str:
    """Write a path the way people read it: tools[0].ratings[2].criterion."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif _PLAIN_KEY.match(part):
            text += f".{part}" if text else part
        else:
            text += f"[{shown(part)}]"
    return text


def unreadable(file: str, message: str, line: int = 0) -> WatchlistError:
    """Return the error for a file that cannot be read as a whole."""
    return WatchlistError([Fault(file, line, 1 if line else 0, "", None, message)])
