"""Child processes of the worker, with real children: started, bounded, ended."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from crawler.children import NOT_STARTED
from crawler.worker import run_batches
from tests.crawler.children import OBEDIENT, STUBBORN, batches, gone, python, until


def test_each_batch_runs_in_a_child_and_its_exit_code_is_told_in_order() -> None:
    """One child for each, whatever it does."""
    codes = {"a.example": 0, "b.example": 3, "c.example": 1}
    outcomes = asyncio.run(
        run_batches(
            batches(*codes),
            lambda batch: python(f"raise SystemExit({codes[batch.host]})"),
        )
    )
    assert [(outcome.batch.host, outcome.exit_code) for outcome in outcomes] == list(codes.items())


def test_each_child_gets_what_it_is_given_to_read_and_no_more() -> None:
    """Megabytes, too; one that does not read them is no error."""
    reads = "import sys; raise SystemExit(len(sys.stdin.buffer.read()) // 1_000_000)"
    programs = {"a.example": reads, "b.example": "pass", "c.example": reads}
    outcomes = asyncio.run(
        run_batches(
            batches(*programs),
            lambda batch: python(programs[batch.host]),
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
        run_batches(batches(*programs), lambda batch: python(programs[batch.host]))
    )
    assert [outcome.exit_code for outcome in outcomes] == [-signal.SIGSEGV, 0]


def test_a_child_that_cannot_be_started_is_told_too() -> None:
    """The others go on."""
    outcomes = asyncio.run(
        run_batches(
            batches("a.example", "b.example"),
            lambda batch: ["/nowhere/program"] if batch.host == "a.example" else python("pass"),
        )
    )
    assert outcomes[0].exit_code == NOT_STARTED
    assert outcomes[1].exit_code == 0


def test_a_child_has_nothing_to_read() -> None:
    """It cannot take the terminal's input away, nor wait for it."""
    outcomes = asyncio.run(
        run_batches(
            batches("a.example"),
            lambda _: python("import sys; sys.exit(0 if sys.stdin.read() == '' else 1)"),
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
        run_batches(batches(*hosts), lambda batch: python(code, notes, batch.host), parallel=2)
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
            batches(*programs),
            lambda batch: python(programs[batch.host], tmp_path / batch.host),
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
                batches(*files),
                lambda batch: python(programs[batch.host], files[batch.host]),
                grace=0.3,
            )
        )
        for file in files.values():
            await asyncio.to_thread(until, file)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(cancel_when_started())
    assert all(gone(int(file.read_text())) for file in files.values())
