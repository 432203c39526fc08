"""How errors are shown, and the exit code that each ends with."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from clausewatch.running.exits import Exit
from domain.errors import ClausewatchError, ConfigurationError, NotFoundError, StoreError

_SURROUNDINGS = {
    errno.ENOSPC: "make room on the disk, then try again",
    errno.EDQUOT: "make room within the quota, then try again",
    errno.EFBIG: "allow larger files (`ulimit -f`), then try again",
    errno.EACCES: "check who may read and write it and its folder",
    errno.EPERM: "check who may read and write it and its folder",
    errno.EROFS: "name a place that is not read-only",
}
"""What to do where the system refuses; any other error of it is a fault of ours."""


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
    """Show an error of ours as its message, without a stack trace, and exit with its code.

    So is Ctrl-C, whether Typer has caught it or it came before there was a command.
    """
    try:
        yield
    except ClausewatchError as error:
        print(f"clausewatch: {error}", file=sys.stderr)  # noqa: T201 - a command line talks
        raise SystemExit(exit_code_of(error)) from error
    except OSError as error:
        if error.errno not in _SURROUNDINGS:
            raise
        _say_refused(error)
        raise SystemExit(Exit.CONFIGURATION) from error
    except KeyboardInterrupt:
        _say_interrupted()
        raise SystemExit(Exit.INTERRUPTED) from None
    except SystemExit as ended:
        if ended.code == Exit.INTERRUPTED:
            _say_interrupted()
        raise


def _say_refused(error: OSError) -> None:
    if error.filename is None:  # no file of ours: what is printed goes nowhere
        nobody_listens()
    where = error.filename or "the output"
    what_to_do = _SURROUNDINGS[error.errno or 0]
    print(f"clausewatch: {where}: {error.strerror}; {what_to_do}", file=sys.stderr)  # noqa: T201 - as above


def _say_interrupted() -> None:
    print("clausewatch: interrupted; what was done is kept", file=sys.stderr)  # noqa: T201 - as above
