"""Children that obey or do not, and how to wait for what they do."""

from __future__ import annotations

import os
import sys
import textwrap
import threading
import time
from pathlib import Path

from crawler.batches import Batch

STUBBORN = """
    import signal, sys, time
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    open(sys.argv[1], "w").write(str(__import__("os").getpid()))
    time.sleep(60)
"""


OBEDIENT = """
    import os, sys, time
    open(sys.argv[1], "w").write(str(os.getpid()))
    time.sleep(60)
"""


def python(code: str, *arguments: object) -> list[str]:
    """Return the command that runs some code."""
    return [sys.executable, "-S", "-c", textwrap.dedent(code), *map(str, arguments)]


def batches(*hosts: str) -> list[Batch]:
    """Return a batch of one source for each host."""
    return [Batch(host, (f"source-{number}",)) for number, host in enumerate(hosts)]


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that is dead and not yet reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def until(condition: threading.Event | Path, seconds: float = 10.0) -> None:
    """Wait for an event, or for a file that has something in it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition.is_set() if isinstance(condition, threading.Event) else _written(condition):
            return
        time.sleep(0.02)
    raise AssertionError(f"{condition} did not come")


def _written(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def gone(pid: int, seconds: float = 5.0) -> bool:
    """Wait for a process to end and tell whether it did."""
    end = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not alive(pid)
