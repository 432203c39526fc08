"""The worker: everything that happens while Clausewatch runs for ever."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from alerts.delivery import Channel
from clausewatch.crawling import Crawling
from clausewatch.delivering import deliver
from crawler.worker import BatchOutcome, Worker, stop_on_signals


async def work_until_stopped(crawling: Crawling, channel: Channel | None) -> None:
    """Check what falls due and deliver alerts until SIGTERM or SIGINT arrives."""
    stop = asyncio.Event()
    stop_on_signals(stop)

    def deliver_alerts() -> None:
        deliver(crawling.parts.store, channel)

    def settle(outcome: BatchOutcome) -> None:
        crawling.settle(outcome, started_at)

    started_at = datetime.now(UTC)
    worker = Worker(
        plan=crawling.lease_due,
        command=crawling.command,
        deliver=deliver_alerts,
        finished=settle,
        parallel=crawling.settings.fetch.parallel_hosts,
    )
    try:
        await worker.run(stop)
    finally:
        crawling.release_all()
