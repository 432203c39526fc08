"""One pass over what is due: lease, fetch by host in child processes, deliver."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Never

from clausewatch.checking.arrival import not_ahead
from clausewatch.checking.overdue import is_overdue
from clausewatch.messages.unknown import unknown
from clausewatch.parts import Parts
from clausewatch.running.exits import Exit
from clausewatch.running.orders import BatchOrder, longest_check, part_of
from clausewatch.running.reporting import Reporting
from clausewatch.running.unwatched import close_problems_of_the_unwatched
from clausewatch.settings import Settings
from crawler.batches import Batch, batches_of, host_of
from crawler.worker import BatchOutcome, run_batches
from domain.capture import FetchFailure
from domain.errors import ConfigurationError, StoreError
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source
from storage.records import Lease

LEASE = timedelta(minutes=5)
"""How long a source stays with a process that no longer says that it is alive."""
START = 60.0
"""Seconds that a child may take to begin, on a machine that is busy."""
RENEW_EVERY = 60.0
"""Seconds between two times at which a living process renews its leases."""


def _new_owner() -> str:
    """Name this process among all workers of a store, those of other containers included."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass(frozen=True)
class Crawling:
    """How this process crawls: its name in the leases, and how it reports."""

    parts: Parts
    settings: Settings
    reporting: Reporting
    force: bool = False
    owner: str = field(default_factory=_new_owner)

    def lease_due(self, only: Sequence[str] = ()) -> list[Batch]:
        """Lease what is due, or what is due of `only`, and group it by host."""
        sources = self.chosen(only)
        now = datetime.now(UTC)
        with self.parts.store.work() as work:
            close_problems_of_the_unwatched(work, self.parts.watchlist, now)
            states = {state.source_id: state for state in work.states()}
            for state in states.values():
                if not_ahead(state, now) != state:
                    work.save_state(not_ahead(state, now))
            overdue = {
                source.id
                for source in sources
                if source.id in states and is_overdue(source, states[source.id], now)
            }
            leased = work.lease_due(
                {source.id: source.url for source in sources},
                now,
                self.owner,
                LEASE,
                host_of=host_of,
                overdue=overdue,
                force=self.force,
            )
        return batches_of([source for source in sources if source.id in leased])

    def renew_leases(self) -> None:
        """Say that this process is alive, so that nobody takes over what it holds."""
        with self.parts.store.work() as work:
            work.renew_leases(self.owner, datetime.now(UTC) + LEASE)

    def chosen(self, only: Sequence[str]) -> tuple[Source, ...]:
        """Return the sources of these ids, all when there are none.

        Raises:
            ConfigurationError: the watchlist has no source of that id.
        """
        watchlist = self.parts.watchlist
        for one in only:
            if watchlist.source(one) is None:
                raise unknown("source", one, [source.id for source in watchlist.sources])
        return tuple(source for source in watchlist.sources if not only or source.id in only)

    def held_by_others(self, only: Sequence[str]) -> list[tuple[str, Lease]]:
        """Return which of these sources have to wait for another process, and until when.

        It is checking them now, or others of the same host.
        """
        with self.parts.store.read() as history:
            busy = history.busy_hosts(datetime.now(UTC), host_of, but=self.owner)
        hosts = [(source.id, host_of(source.url)) for source in self.chosen(only)]
        return [(source_id, busy[host]) for source_id, host in hosts if host in busy]

    def release(self, batch: Batch) -> None:
        """Give back what was not checked of a batch: it stays due."""
        with self.parts.store.work() as work:
            for source_id in batch.source_ids:
                work.release(source_id, self.owner)

    def release_all(self) -> None:
        """Give back what this process holds, so that the next one need not wait."""
        rested = datetime.now(UTC) + timedelta(seconds=self.settings.fetch.delay)
        with self.parts.store.work() as work:
            work.release_all(self.owner)
            work.give_back_hosts(self.owner, rested)

    def command(self, batch: Batch) -> Sequence[str]:
        """Return the command of the child process for a batch."""
        del batch
        return self.reporting.child

    def order(self, batch: Batch) -> bytes:
        """Return what the child process for a batch is given to read."""
        return (
            BatchOrder(
                watchlist=part_of(self.parts.watchlist, batch.source_ids),
                owner=self.owner,
                force=self.force,
            )
            .model_dump_json()
            .encode()
        )

    def settle(self, outcome: BatchOutcome) -> Exit:
        """Look after a batch whose child has ended, and say what it came to.

        A child gives each source back once it is checked, and checks them in order: when
        it left any, the first of those is what ended it. The others stay due.

        Raises:
            StoreError: the child ended because the store failed.
            ConfigurationError: the child found the configuration wrong.
        """
        if outcome.exit_code == Exit.STORE:
            raise StoreError("the store failed while pages were checked; see the message above")
        if outcome.exit_code == Exit.CONFIGURATION:
            raise ConfigurationError("the configuration was changed while the run was under way")
        left = self.left_of(outcome.batch)
        if left is None:
            return Exit.OK if outcome.exit_code == Exit.OK else Exit.PROBLEMS
        from clausewatch.checking.story import check_source  # noqa: PLC0415 - a second: it reads pages, too

        source = self.parts.watchlist.source(left.source_ids[0])
        if source is not None:  # else it was taken out of the watchlist meanwhile
            failure = FetchFailure(source.id, datetime.now(UTC), crashed(outcome.exit_code))
            self.reporting.on_result(check_source(source, failure, self.parts))
        self.release(Batch(left.host, left.source_ids[:1]))
        return Exit.PROBLEMS

    def left_of(self, batch: Batch) -> Batch | None:
        """Return what this process still holds of a batch, None when that is nothing."""
        with self.parts.store.read() as history:
            held = set(history.leased(self.owner))
        left = tuple(source_id for source_id in batch.source_ids if source_id in held)
        return Batch(batch.host, left) if left else None


def run_once(crawling: Crawling, only: Sequence[str] = ()) -> Exit | None:
    """Check what is due, or `only` these sources; return the exit code, None if none is due.

    Raises:
        StoreError: the store failed; what was committed before stays.
    """
    batches = crawling.lease_due(only)
    if not batches:
        return None
    exit_code = Exit.OK
    try:
        with _interrupted_by_term():
            while batches:
                outcomes = asyncio.run(_run(crawling, batches))
                exit_code = max(exit_code, *(crawling.settle(outcome) for outcome in outcomes))
                # What a crashed child left has another one, without the page that ended it.
                batches = [left for one in outcomes if (left := crawling.left_of(one.batch))]
    finally:
        crawling.release_all()
    return exit_code


@contextmanager
def _interrupted_by_term() -> Iterator[None]:
    """Let SIGTERM end a pass as Ctrl-C does: no child goes on, and no lease is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


async def _run(crawling: Crawling, batches: Sequence[Batch]) -> list[BatchOutcome]:
    """Run the children of these batches; hold their sources meanwhile."""
    fetch = crawling.settings.fetch
    renewing = asyncio.create_task(_renew(crawling))
    running = asyncio.create_task(
        run_batches(
            batches,
            crawling.command,
            given=crawling.order,
            parallel=fetch.parallel_hosts,
            timeout=longest_check(fetch) + START,
        )
    )
    try:
        # Renewing only ever ends by an error of the store, which ends the run.
        await asyncio.wait({renewing, running}, return_when=asyncio.FIRST_COMPLETED)
        return await running if running.done() else await renewing
    finally:
        for task in (renewing, running):
            task.cancel()
        await asyncio.gather(renewing, running, return_exceptions=True)


async def _renew(crawling: Crawling) -> Never:
    while True:
        await asyncio.sleep(RENEW_EVERY)
        await asyncio.to_thread(crawling.renew_leases)


def crashed(exit_code: int) -> Problem:
    """Return the problem of a source whose check ended its process."""
    return Problem(
        ProblemKind.CRASHED,
        Sentence(
            f"Reading this page ended the process that read it (exit code {exit_code}).",
            f"Das Lesen dieser Seite hat seinen Prozess beendet (Exit-Code {exit_code}).",
        ),
        Sentence(
            "It is tried again at the next check. If it stays, report it with the address.",
            "Bei der nächsten Prüfung erneut versucht. Bleibt es so, bitte mit Adresse melden.",
        ),
    )
