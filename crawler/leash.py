"""Starts a program that dies with its parent: `python leash.py PARENT COMMAND...` (Linux).

A program of its own rather than a `preexec_fn`, which is not safe in a process that has
threads: this one sets the signal on itself and then becomes the command.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>; survives execve, see prctl(2)


def main(parent: int, command: list[str]) -> None:
    """Become `command`, to be killed when the process `parent` ends."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the signal was set
        sys.exit(1)
    try:
        os.execvp(command[0], command)  # noqa: S606 (no shell is wanted)
    except OSError as error:
        sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        sys.exit(127)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
