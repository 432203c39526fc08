"""What a process of ours ends with: the command line, and the child of a batch."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What `clausewatch` ends with."""

    OK = 0
    PROBLEMS = 1  # the work was done, but some sources had problems
    CONFIGURATION = 2  # the watchlist, the settings or the arguments are wrong
    STORE = 3  # the store failed; nothing is half-written
    INTERRUPTED = 130  # Ctrl-C; what was committed before stays
