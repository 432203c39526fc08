"""Exit codes, and how errors are shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from io import TextIOWrapper

from domain.errors import ClausewatchError, ConfigurationError, NotFoundError, StoreError


class Exit(IntEnum):
    """What `clausewatch` ends with."""

    OK = 0
    PROBLEMS = 1  # the work was done, but some sources had problems
    CONFIGURATION = 2  # the watchlist, the settings or the arguments are wrong
    STORE = 3  # the store failed; nothing is half-written
    INTERRUPTED = 130  # Ctrl-C; what was committed before stays


def exit_code_of(error: ClausewatchError) -> Exit:
    """Tell which exit code an error ends the command with."""
    if isinstance(error, (ConfigurationError, NotFoundError)):
        return Exit.CONFIGURATION
    if isinstance(error, StoreError):
        return Exit.STORE
    return Exit.PROBLEMS


def print_anything() -> None:
    """Let no character and no closed pipe stop the work that is told about.

    A terminal may speak an encoding without arrows and quotation marks; those are escaped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def nobody_listens() -> None:
    """Send further output to nowhere: its pipe was closed, or its disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextmanager
def errors_shown() -> Iterator[None]:
    """Show an error of ours as its message, without a stack trace, and exit with its code."""
    try:
        yield
    except ClausewatchError as error:
        print(f"clausewatch: {error}", file=sys.stderr)  # noqa: T201 - a command line talks
        raise SystemExit(exit_code_of(error)) from error
    except KeyboardInterrupt:
        print("clausewatch: interrupted; what was done is kept", file=sys.stderr)  # noqa: T201
        raise SystemExit(Exit.INTERRUPTED) from None
