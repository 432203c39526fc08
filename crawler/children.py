"""One batch in one child process: what it breaks, it breaks alone."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.batches import Batch

GRACE = 5.0
"""Seconds that a child has between being asked to end and being killed."""
NOT_STARTED = 127
"""The exit code told for a child that could not be started, as shells do."""

_LEASH = Path(__file__).with_name("leash.py")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """How the child of a batch ended: its exit code, minus the signal that killed it."""

    batch: Batch
    exit_code: int


async def run_child(
    batch: Batch,
    command: Sequence[str],
    *,
    given: bytes = b"",
    limit: float | None,
    grace: float = GRACE,
) -> BatchOutcome:
    """Run the child of a batch to its end, to the time limit, or until cancelled.

    It gets `given` to read and leads a process group of its own: a Ctrl-C at the
    terminal reaches it through its parent only, and a browser that it started ends
    with it. On Linux the kernel kills it when this process ends in whatever way.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *_on_leash(command), stdin=asyncio.subprocess.PIPE, start_new_session=True
        )
    except OSError as error:
        log.error("%s: the child could not be started: %s", batch.host, error)  # noqa: TRY400 (no trace needed)
        return BatchOutcome(batch, NOT_STARTED)
    try:
        await asyncio.wait_for(process.communicate(given), limit)
    except TimeoutError:
        log.warning("%s: the child took longer than %s s and is ended", batch.host, limit)
    finally:
        await _end(process, grace)
    assert process.returncode is not None  # noqa: S101 (it has been waited for)
    return BatchOutcome(batch, process.returncode)


def _on_leash(command: Sequence[str]) -> list[str]:
    if not sys.platform.startswith("linux"):
        return list(command)
    return [sys.executable, "-I", "-S", str(_LEASH), str(os.getpid()), *command]


async def _end(process: asyncio.subprocess.Process, grace: float) -> None:
    """Ask a child to end, wait, kill it; what it left running in its group goes too."""
    if not hasattr(os, "killpg"):  # Windows, where a child can only be killed
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        return
    if process.returncode is None:
        _signal_group(process.pid, signal.SIGTERM)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), grace)
    _signal_group(process.pid, signal.SIGKILL)
    await process.wait()


def _signal_group(leader: int, number: signal.Signals) -> None:
    """Signal a process group; the id cannot be reused while any member of it lives."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, number)
