"""One pass over what is due: who holds what, and what becomes of a child that crashed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alerts.links import Links
from clausewatch.checking.overdue import is_overdue
from clausewatch.cli.output import Format
from clausewatch.cli.progress import reporting
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.running.crawling import LEASE, Crawling, run_once
from clausewatch.running.exits import Exit
from clausewatch.running.orders import BatchOrder
from clausewatch.settings import Settings
from crawler.batches import Batch
from crawler.worker import BatchOutcome
from domain.editor import Editor
from domain.watchlist import Source, Tool, Watchlist
from storage.records import SourceState
from storage.store import Store

NAMES = ("a", "b", "c")
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def crawling(store_url: str, tmp_path: Path) -> Iterator[Crawling]:
    """Three sources of one host and an empty store."""
    store = Store(store_url)
    store.migrate()
    sources = tuple(Source(id=name, url=f"https://example.org/{name}") for name in NAMES)
    parts = Parts(store, Watchlist(sources=sources), shipped_model(), Links())
    settings = Settings.load({"CLAUSEWATCH_STORE": store_url}, tmp_path)
    yield Crawling(parts, settings, reporting(Format.TEXT))
    store.close()


def problems_of(crawling: Crawling) -> dict[str, str]:
    """Return the suspicion that each checked source is under."""
    with crawling.parts.store.read() as history:
        return {
            state.source_id: state.memory["suspected"]
            for state in history.states()
            if state.last_checked_at is not None
        }


def give_back(crawling: Crawling, *names: str) -> None:
    """Do what a child does once it has checked a source."""
    with crawling.parts.store.work() as work:
        for name in names:
            work.release(name, crawling.owner)


def test_a_crash_is_the_problem_of_the_source_under_way_alone(crawling: Crawling) -> None:
    """What came before it is checked, what comes after it is still to be checked."""
    (batch,) = crawling.lease_due()
    give_back(crawling, "a")
    assert crawling.settle(BatchOutcome(batch, -11)) is Exit.PROBLEMS
    assert problems_of(crawling) == {"b": "crashed"}
    assert crawling.left_of(batch) == Batch("example.org", ("c",))


def test_each_crash_counts_however_long_the_worker_has_been_running(crawling: Crawling) -> None:
    """A page that crashes its reader again and again becomes an open problem."""
    for _ in range(2):
        crawling = replace(crawling, force=True)
        (batch,) = crawling.lease_due(["b"])
        crawling.settle(BatchOutcome(batch, -9))
    with crawling.parts.store.read() as history:
        assert [stored.source_id for stored in history.problems()] == ["b"]


def test_a_child_that_ends_with_an_error_of_its_own_is_a_crash_too(crawling: Crawling) -> None:
    """An uncaught exception ends Python with 1, as a batch with problems does."""
    (batch,) = crawling.lease_due()
    crawling.settle(BatchOutcome(batch, 1))
    assert problems_of(crawling) == {"a": "crashed"}


def test_what_a_crashed_child_left_is_checked_in_the_same_pass(crawling: Crawling) -> None:
    """By another child, without the page that ended the first one; nothing stays leased."""
    assert (
        run_once(Crashing(crawling.parts, crawling.settings, crawling.reporting)) is Exit.PROBLEMS
    )
    assert problems_of(crawling) == {"a": "crashed", "b": "", "c": ""}
    with crawling.parts.store.read() as history:
        assert not history.busy_hosts(datetime.now(UTC), str)


@dataclass(frozen=True)
class Crashing(Crawling):
    """Its children crash at source a and check the others at once."""

    def command(self, batch: Batch) -> Sequence[str]:
        """Return the command of the child process for a batch."""
        code = f"""
import os, signal
from datetime import UTC, datetime
from storage.store import Store
from dataclasses import replace
for name in {batch.source_ids!r}:
    if name == "a":
        os.kill(os.getpid(), signal.SIGSEGV)
    with Store({self.settings.store!r}).work() as work:
        state = work.state(name)
        work.save_state(
            replace(state, last_checked_at=datetime.now(UTC), memory={{"suspected": ""}})
        )
        work.release(name, {self.owner!r})
"""
        return [sys.executable, "-c", code]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_pass_that_is_ended_gives_its_sources_back(
    number: signal.Signals, crawling: Crawling, tmp_path: Path
) -> None:
    """A service manager sends SIGTERM, a person Ctrl-C: the next pass need not wait."""
    started = tmp_path / "started"
    program = f"""
import sys
from pathlib import Path
from alerts.links import Links
from clausewatch.running.crawling import Crawling, run_once
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.running.reporting import Reporting
from clausewatch.settings import Settings
from domain.watchlist import Source, Watchlist
from storage.store import Store

class Slow(Crawling):
    def command(self, batch):
        child = "import sys, time; open(sys.argv[1], 'w').write('.'); time.sleep(60)"
        return [sys.executable, "-c", child, {str(started)!r}]

url = {crawling.settings.store!r}
watchlist = Watchlist(sources=(Source(id="a", url="https://example.org/a"),))
parts = Parts(Store(url), watchlist, shipped_model(), Links())
settings = Settings.load({{"CLAUSEWATCH_STORE": url}}, Path())
run_once(Slow(parts, settings, Reporting(print, ())))
"""
    process = subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE)  # noqa: S603
    while not started.exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert b"KeyboardInterrupt" in said
    with crawling.parts.store.read() as history:
        assert not history.busy_hosts(datetime.now(UTC), str)


def test_two_processes_of_the_same_machine_and_number_are_two(crawling: Crawling) -> None:
    """In containers every worker may be process 1 of the same host name."""
    other = Crawling(crawling.parts, crawling.settings, crawling.reporting)
    crawling.lease_due()
    assert other.lease_due() == []
    ((source_id, lease),) = other.held_by_others(["a"])
    assert (source_id, lease.owner) == ("a", crawling.owner)
    assert lease.until <= datetime.now(UTC) + LEASE


def test_a_shortened_interval_counts_at_once(crawling: Crawling) -> None:
    """Not only after the long one has passed."""
    source = crawling.parts.watchlist.sources[0]
    checked = SourceState("a", last_checked_at=NOW, last_good_at=NOW, next_due_at=NOW + 12 * HOUR)
    hourly = source.model_copy(update={"every": HOUR})
    assert not is_overdue(source, checked, NOW + 2 * HOUR)
    assert is_overdue(hourly, checked, NOW + 2 * HOUR)
    assert not is_overdue(hourly, checked, NOW + HOUR / 2)


def test_a_pause_that_the_server_asked_for_is_kept_for_short_intervals_too(
    crawling: Crawling,
) -> None:
    """After a failed check the appointment stands."""
    source = crawling.parts.watchlist.sources[0].model_copy(update={"every": HOUR})
    paused = SourceState("a", last_checked_at=NOW, next_due_at=NOW + 9 * HOUR)
    assert not is_overdue(source, paused, NOW + 2 * HOUR)


def test_a_clock_that_is_set_back_stops_nothing(crawling: Crawling) -> None:
    """An appointment of a clock that ran ahead by years is not waited for."""
    source = crawling.parts.watchlist.sources[0]
    ahead = NOW + timedelta(days=2000)
    state = SourceState("a", last_checked_at=ahead, last_good_at=ahead, next_due_at=ahead)
    assert is_overdue(source, state, NOW)
    with crawling.parts.store.work() as work:
        work.save_state(replace(state, url=source.url))
    assert "a" in {name for batch in crawling.lease_due() for name in batch.source_ids}
    with crawling.parts.store.read() as history:
        mended = history.state("a").last_checked_at
    # Else what is fetched now would pass for older than the last check.
    assert mended is not None
    assert mended <= datetime.now(UTC)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such alarm")
def test_a_check_without_end_is_ended_by_the_kernel() -> None:
    """Also where the interpreter is held by a search that never ends."""
    code = "import re; from clausewatch.running.batch import end_after; end_after(0.5)"
    endless = f"{code}; re.match('(a*)*b', 'a' * 60)"
    ended = subprocess.run([sys.executable, "-c", endless], check=False, timeout=60)  # noqa: S603
    assert ended.returncode == -signal.SIGALRM


def test_a_child_is_given_what_its_sources_need_of_the_watchlist(crawling: Crawling) -> None:
    """The sources of the batch and the tools that cite them; who is told, and all criteria."""
    citing, other = (Tool(id=name, name=name, sources=(name,)) for name in ("a", "c"))
    editor = Editor(email="ada@example.org")
    watchlist = crawling.parts.watchlist.model_copy(
        update={"tools": (citing, other), "keepers": (editor,), "editors": (editor,)}
    )
    crawling = replace(crawling, parts=replace(crawling.parts, watchlist=watchlist))
    order = BatchOrder.model_validate_json(crawling.order(Batch("example.org", ("a", "b"))))
    assert [source.id for source in order.watchlist.sources] == ["a", "b"]
    assert order.watchlist.tools == (citing,)
    assert order.watchlist.keepers == order.watchlist.editors == (editor,)
    assert order.owner == crawling.owner


def test_a_source_that_was_taken_out_while_it_was_checked_is_nobodys_problem(
    crawling: Crawling,
) -> None:
    """The worker has taken up another watchlist meanwhile; the lease is given back."""
    (batch,) = crawling.lease_due()
    gone = replace(crawling, parts=replace(crawling.parts, watchlist=Watchlist()))
    assert gone.settle(BatchOutcome(batch, -11)) is Exit.PROBLEMS
    assert problems_of(crawling) == {}
    assert gone.left_of(batch) == Batch("example.org", ("b", "c"))
