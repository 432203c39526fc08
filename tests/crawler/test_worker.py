"""The worker, with real children and real signals."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from crawler.batches import Batch
from crawler.worker import BatchOutcome, Worker
from domain.errors import StoreError
from tests.crawler.children import OBEDIENT, STUBBORN, batches, gone, python, until

LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="PR_SET_PDEATHSIG is Linux's own"
)


@LINUX_ONLY
def test_a_child_dies_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """SIGKILL leaves the parent no time to end it; the kernel does."""
    started = tmp_path / "child"
    parent = subprocess.Popen(_worker_program(tmp_path, STUBBORN))  # noqa: S603 (our own program)
    until(started)
    parent.kill()
    parent.wait()
    assert gone(int(started.read_text()))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_stops_cleanly_on_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    """Within seconds, with its children ended and exit code 0."""
    started = tmp_path / "child"
    parent = subprocess.Popen(_worker_program(tmp_path, OBEDIENT))  # noqa: S603 (our own program)
    until(started)
    since = time.monotonic()
    parent.send_signal(number)
    assert parent.wait(10) == 0
    assert time.monotonic() - since < 4.0
    assert gone(int(started.read_text()))


def _worker_program(folder: Path, child: str) -> list[str]:
    """Return a program whose worker starts one child for ever."""
    code = f"""
        import asyncio, sys
        from crawler.batches import Batch
        from crawler.worker import Worker, stop_on_signals

        due = [Batch("a.example", ("source",))]

        def plan():
            return [due.pop()] if due else []

        def command(batch):
            return {python(child, folder / "child")!r}

        async def main():
            stop = asyncio.Event()
            stop_on_signals(stop)
            await Worker(plan, command, every=0.1, grace=1.0).run(stop)

        asyncio.run(main())
    """
    return [sys.executable, "-c", textwrap.dedent(code)]


class _Rounds:
    """A plan that gives one list of batches after the other, then nothing."""

    def __init__(self, *rounds: list[Batch] | Exception) -> None:
        self._rounds = list(rounds)
        self.finished: list[BatchOutcome] = []
        self.done = threading.Event()
        self.expected = sum(len(r) for r in rounds if isinstance(r, list))

    def plan(self) -> list[Batch]:
        """Give the next round."""
        due = self._rounds.pop(0) if self._rounds else []
        if isinstance(due, Exception):
            raise due
        return due

    def note(self, outcome: BatchOutcome) -> None:
        """Note a child that ended."""
        self.finished.append(outcome)
        if len(self.finished) == self.expected:
            self.done.set()


async def _until_done(worker: Worker, done: threading.Event) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(worker.run(stop))
    await asyncio.to_thread(until, done)
    stop.set()
    await running


def test_the_worker_runs_what_is_due_round_after_round() -> None:
    """A round that fails for another reason than the store is tried again."""
    rounds = _Rounds(batches("a.example"), ValueError("once"), batches("b.example"))
    worker = Worker(
        rounds.plan, lambda _: python("pass"), finished=rounds.note, every=0.05, grace=1.0
    )
    asyncio.run(_until_done(worker, rounds.done))
    assert [outcome.batch.host for outcome in rounds.finished] == ["a.example", "b.example"]
    assert {outcome.exit_code for outcome in rounds.finished} == {0}


def test_the_worker_never_runs_two_children_for_one_host(tmp_path: Path) -> None:
    """A batch that falls due for a busy host waits for its turn."""
    lock = tmp_path / "lock"
    code = """
        import os, sys, time
        try:
            os.mkdir(sys.argv[1])
        except FileExistsError:
            sys.exit(9)
        time.sleep(0.3)
        os.rmdir(sys.argv[1])
    """
    rounds = _Rounds(batches("a.example"), batches("a.example"), batches("a.example"))
    worker = Worker(
        rounds.plan, lambda _: python(code, lock), finished=rounds.note, every=0.05, grace=1.0
    )
    asyncio.run(_until_done(worker, rounds.done))
    assert [outcome.exit_code for outcome in rounds.finished] == [0, 0, 0]


def test_alerts_are_delivered_beside_the_children_and_cannot_hold_up_the_end() -> None:
    """A mail server that hangs is left hanging; what was cut off is delivered again."""
    delivering = threading.Event()
    hanging = threading.Event()

    def deliver() -> None:
        delivering.set()
        hanging.wait(30)

    worker = Worker(list, _no_command, deliver=deliver, every=0.05, deliver_every=0.05)
    since = time.monotonic()
    asyncio.run(_until_done(worker, delivering))
    hanging.set()
    assert time.monotonic() - since < 5.0


def test_a_failing_store_ends_the_worker_loudly() -> None:
    """It is raised from run(), for a service manager to see."""
    rounds = _Rounds(StoreError("the database is gone"))
    worker = Worker(rounds.plan, _no_command, every=0.05)
    with pytest.raises(StoreError, match="the database is gone"):
        asyncio.run(worker.run(asyncio.Event()))


def _no_command(batch: Batch) -> Sequence[str]:
    raise AssertionError(batch)
