"""One pass over what is due: lease, fetch by host in child processes, deliver."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from clausewatch.batch import command_of
from clausewatch.cli.exits import Exit
from clausewatch.cli.output import Format
from clausewatch.cli.progress import print_result
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.story import check_source
from crawler.batches import Batch, batches_of
from crawler.worker import BatchOutcome, run_batches
from domain.capture import FetchFailure
from domain.errors import ConfigurationError, StoreError
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source

LEASE = timedelta(minutes=30)
"""Longer than any batch may take: a source is never fetched twice at once."""


@dataclass(frozen=True)
class Crawling:
    """How this process crawls: its name in the leases, and how it reports."""

    parts: Parts
    settings: Settings
    output: Format = Format.TEXT
    force: bool = False

    @property
    def owner(self) -> str:
        """Name this process among all workers of the store."""
        return f"{socket.gethostname()}:{os.getpid()}"

    def lease_due(self, only: Sequence[str] = ()) -> list[Batch]:
        """Lease what is due, or all of `only`, and group it by host."""
        sources = self.chosen(only)
        with self.parts.store.work() as work:
            leased = work.lease_due(
                {source.id: source.url for source in sources},
                datetime.now(UTC),
                self.owner,
                LEASE,
                force=self.force,
            )
        return batches_of([source for source in sources if source.id in leased])

    def chosen(self, only: Sequence[str]) -> tuple[Source, ...]:
        """Return the sources of these ids, all when there are none.

        Raises:
            ConfigurationError: the watchlist has no source of that id.
        """
        watchlist = self.parts.watchlist
        unknown = [one for one in only if watchlist.source(one) is None]
        if unknown:
            known = ", ".join(source.id for source in watchlist.sources)
            raise ConfigurationError(f'no source has the id "{unknown[0]}"; there are: {known}')
        return tuple(source for source in watchlist.sources if not only or source.id in only)

    def release_all(self) -> None:
        """Give back what this process holds, so that the next one need not wait."""
        with self.parts.store.work() as work:
            for source in self.parts.watchlist.sources:
                work.release(source.id, self.owner)

    def command(self, batch: Batch) -> Sequence[str]:
        """Return the command of the child process for a batch."""
        return command_of(batch, owner=self.owner, force=self.force, output=self.output)

    def settle(self, outcome: BatchOutcome, started_at: datetime) -> Exit:
        """Look after a batch whose child has ended, and give its sources back.

        Raises:
            StoreError: the child ended because the store failed.
            ConfigurationError: the child found the configuration wrong.
        """
        if outcome.exit_code == Exit.STORE:
            raise StoreError("the store failed while pages were checked; see the message above")
        if outcome.exit_code == Exit.CONFIGURATION:
            raise ConfigurationError("the configuration was changed while the run was under way")
        if outcome.exit_code in {Exit.OK, Exit.PROBLEMS}:
            return Exit(outcome.exit_code)
        for source in self.chosen(outcome.batch.source_ids):
            self._settle_crashed(source, outcome, started_at)
        return Exit.PROBLEMS

    def _settle_crashed(self, source: Source, outcome: BatchOutcome, started_at: datetime) -> None:
        with self.parts.store.read() as history:
            state = history.state(source.id)
        if state.last_checked_at is not None and state.last_checked_at >= started_at:
            return
        failure = FetchFailure(source.id, datetime.now(UTC), crashed(outcome.exit_code))
        print_result(check_source(source, failure, self.parts), self.output)


def run_once(crawling: Crawling, only: Sequence[str] = ()) -> Exit | None:
    """Check what is due, or `only` these sources; return the exit code, None if none is due.

    Raises:
        StoreError: the store failed; what was committed before stays.
    """
    started_at = datetime.now(UTC)
    batches = crawling.lease_due(only)
    if not batches:
        return None
    try:
        outcomes = asyncio.run(
            run_batches(batches, crawling.command, parallel=crawling.settings.fetch.parallel_hosts)
        )
    finally:
        crawling.release_all()
    return max(crawling.settle(outcome, started_at) for outcome in outcomes)


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
