"""The worker: everything that happens while Clausewatch runs for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from alerts.delivery import Channel
from clausewatch.crawling import Crawling
from clausewatch.delivering import post
from clausewatch.opinions.asking import Asking
from crawler.worker import BatchOutcome, Worker, stop_on_signals

log = logging.getLogger(__name__)


async def work_until_stopped(crawling: Crawling, channels: Mapping[str, Channel]) -> None:
    """Check what falls due and deliver alerts until SIGTERM or SIGINT arrives."""
    stop = asyncio.Event()
    stop_on_signals(stop)

    def deliver_alerts() -> None:
        post(crawling.parts, channels)
        # After the mails: nobody waits for an opinion.
        report = asking.ask_when_rested()
        if report.trouble:
            log.warning("no second opinion: %s", report.trouble)

    def settle(outcome: BatchOutcome) -> None:
        crawling.settle(outcome, started_at)

    started_at = datetime.now(UTC)
    asking = Asking(crawling.parts.store, crawling.parts.watchlist, crawling.settings.opinion)
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
