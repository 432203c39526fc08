"""Child processes and the worker, with real children and real signals."""

from __future__ import annotations

import asyncio
import os
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
from crawler.children import NOT_STARTED
from crawler.worker import BatchOutcome, Worker, run_batches
from domain.errors import StoreError

LINUX_ONLY = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="PR_SET_PDEATHSIG is Linux's own"
)
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


def _python(code: str, *arguments: object) -> list[str]:
    return [sys.executable, "-S", "-c", textwrap.dedent(code), *map(str, arguments)]


def _batches(*hosts: str) -> list[Batch]:
    return [Batch(host, (f"source-{number}",)) for number, host in enumerate(hosts)]


def _alive(pid: int) -> bool:
    """Tell whether a process runs; one that is dead and not yet reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def _until(condition: threading.Event | Path, seconds: float = 10.0) -> None:
    """Wait for an event, or for a file that has something in it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition.is_set() if isinstance(condition, threading.Event) else _written(condition):
            return
        time.sleep(0.02)
    raise AssertionError(f"{condition} did not come")


def _written(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _gone(pid: int, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while _alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not _alive(pid)


def test_each_batch_runs_in_a_child_and_its_exit_code_is_told_in_order() -> None:
    """One child for each, whatever it does."""
    codes = {"a.example": 0, "b.example": 3, "c.example": 1}
    outcomes = asyncio.run(
        run_batches(
            _batches(*codes),
            lambda batch: _python(f"raise SystemExit({codes[batch.host]})"),
        )
    )
    assert [(outcome.batch.host, outcome.exit_code) for outcome in outcomes] == list(codes.items())


def test_each_child_gets_what_it_is_given_to_read_and_no_more() -> None:
    """Megabytes, too; one that does not read them is no error."""
    reads = "import sys; raise SystemExit(len(sys.stdin.buffer.read()) // 1_000_000)"
    programs = {"a.example": reads, "b.example": "pass", "c.example": reads}
    outcomes = asyncio.run(
        run_batches(
            _batches(*programs),
            lambda batch: _python(programs[batch.host]),
            given=lambda batch: b"" if batch.host == "c.example" else b"x" * 3_000_000,
        )
    )
    assert [outcome.exit_code for outcome in outcomes] == [3, 0, 0]


def test_a_child_that_crashes_costs_its_own_batch_only() -> None:
    """A segmentation fault is told as the signal it was."""
    programs = {
        "a.example": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "b.example": "pass",
    }
    outcomes = asyncio.run(
        run_batches(_batches(*programs), lambda batch: _python(programs[batch.host]))
    )
    assert [outcome.exit_code for outcome in outcomes] == [-signal.SIGSEGV, 0]


def test_a_child_that_cannot_be_started_is_told_too() -> None:
    """The others go on."""
    outcomes = asyncio.run(
        run_batches(
            _batches("a.example", "b.example"),
            lambda batch: ["/nowhere/program"] if batch.host == "a.example" else _python("pass"),
        )
    )
    assert outcomes[0].exit_code == NOT_STARTED
    assert outcomes[1].exit_code == 0


def test_a_child_has_nothing_to_read() -> None:
    """It cannot take the terminal's input away, nor wait for it."""
    outcomes = asyncio.run(
        run_batches(
            _batches("a.example"),
            lambda _: _python("import sys; sys.exit(0 if sys.stdin.read() == '' else 1)"),
        )
    )
    assert outcomes[0].exit_code == 0


def test_no_more_children_run_than_allowed_and_one_a_host(tmp_path: Path) -> None:
    """Each child notes its start and end; overlaps are counted from the notes."""
    notes = tmp_path / "notes"
    code = """
        import sys, time
        def note(what):
            with open(sys.argv[1], "a") as notes:
                notes.write(f"{what} {sys.argv[2]}\\n")
        note("start"); time.sleep(0.15); note("end")
    """
    hosts = ["a.example", "a.example", "b.example", "c.example", "d.example"]
    asyncio.run(
        run_batches(_batches(*hosts), lambda batch: _python(code, notes, batch.host), parallel=2)
    )
    running: list[str] = []
    most = 0
    for line in notes.read_text().splitlines():
        what, host = line.split()
        if what == "start":
            assert host not in running
            running.append(host)
        else:
            running.remove(host)
        most = max(most, len(running))
    assert most == 2
    assert running == []


def test_a_child_over_its_time_is_ended_and_killed_where_it_does_not_listen(
    tmp_path: Path,
) -> None:
    """SIGTERM first, SIGKILL after the grace."""
    programs = {"a.example": OBEDIENT, "b.example": STUBBORN}
    outcomes = asyncio.run(
        run_batches(
            _batches(*programs),
            lambda batch: _python(programs[batch.host], tmp_path / batch.host),
            timeout=1.0,
            grace=0.3,
        )
    )
    assert [outcome.exit_code for outcome in outcomes] == [-signal.SIGTERM, -signal.SIGKILL]


def test_cancelling_ends_every_child(tmp_path: Path) -> None:
    """Also the one that does not listen; none is left behind."""
    files = {"a.example": tmp_path / "a", "b.example": tmp_path / "b"}
    programs = {"a.example": OBEDIENT, "b.example": STUBBORN}

    async def cancel_when_started() -> None:
        running = asyncio.create_task(
            run_batches(
                _batches(*files),
                lambda batch: _python(programs[batch.host], files[batch.host]),
                grace=0.3,
            )
        )
        for file in files.values():
            await asyncio.to_thread(_until, file)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(cancel_when_started())
    assert all(_gone(int(file.read_text())) for file in files.values())


@LINUX_ONLY
def test_a_child_dies_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    """SIGKILL leaves the parent no time to end it; the kernel does."""
    started = tmp_path / "child"
    parent = subprocess.Popen(_worker_program(tmp_path, STUBBORN))  # noqa: S603 (our own program)
    _until(started)
    parent.kill()
    parent.wait()
    assert _gone(int(started.read_text()))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_stops_cleanly_on_a_signal(number: signal.Signals, tmp_path: Path) -> None:
    """Within seconds, with its children ended and exit code 0."""
    started = tmp_path / "child"
    parent = subprocess.Popen(_worker_program(tmp_path, OBEDIENT))  # noqa: S603 (our own program)
    _until(started)
    since = time.monotonic()
    parent.send_signal(number)
    assert parent.wait(10) == 0
    assert time.monotonic() - since < 4.0
    assert _gone(int(started.read_text()))


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
            return {_python(child, folder / "child")!r}

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
    await asyncio.to_thread(_until, done)
    stop.set()
    await running


def test_the_worker_runs_what_is_due_round_after_round() -> None:
    """A round that fails for another reason than the store is tried again."""
    rounds = _Rounds(_batches("a.example"), ValueError("once"), _batches("b.example"))
    worker = Worker(
        rounds.plan, lambda _: _python("pass"), finished=rounds.note, every=0.05, grace=1.0
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
    rounds = _Rounds(_batches("a.example"), _batches("a.example"), _batches("a.example"))
    worker = Worker(
        rounds.plan, lambda _: _python(code, lock), finished=rounds.note, every=0.05, grace=1.0
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
