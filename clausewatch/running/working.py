"""The worker: everything that happens while Clausewatch runs for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace

from alerts.delivery import Channel
from clausewatch.opinions.asking import Asking
from clausewatch.running.crawling import RENEW_EVERY, START, Crawling
from clausewatch.running.latest import Latest
from clausewatch.running.orders import longest_check
from clausewatch.running.pruning import Pruning
from clausewatch.telling.delivering import post_and_log
from crawler.batches import Batch
from crawler.worker import BatchOutcome, Worker, stop_on_signals

log = logging.getLogger(__name__)


async def work_until_stopped(crawling: Crawling, channels: Mapping[str, Channel]) -> None:
    """Check what falls due and deliver alerts until SIGTERM or SIGINT arrives."""
    stop = asyncio.Event()
    stop_on_signals(stop)

    latest = Latest(crawling.parts, crawling.settings)

    def plan() -> list[Batch]:
        nonlocal crawling
        crawling = replace(crawling, parts=latest.parts())
        asking.watchlist = crawling.parts.watchlist
        return crawling.lease_due()

    def order(batch: Batch) -> bytes:
        return crawling.order(batch)  # by the watchlist of the latest plan

    def deliver_alerts() -> None:
        post_and_log(crawling.parts, channels)
        # After the mails: nobody waits for an opinion.
        report = asking.ask_when_rested()
        if report.trouble:
            log.warning("no second opinion: %s", report.trouble)
        pruning.prune_a_part()

    def settle(outcome: BatchOutcome) -> None:
        try:
            crawling.settle(outcome)
        finally:
            crawling.release(outcome.batch)

    asking = Asking(crawling.parts.store, crawling.parts.watchlist, crawling.settings.opinion)
    pruning = Pruning(crawling.parts.store, crawling.settings.keep_quiet_bodies)
    fetch = crawling.settings.fetch
    worker = Worker(
        plan=plan,
        command=crawling.command,
        given=order,
        deliver=deliver_alerts,
        finished=settle,
        renew=crawling.renew_leases,
        renew_every=RENEW_EVERY,
        parallel=fetch.parallel_hosts,
        timeout=longest_check(fetch) + START,
    )
    try:
        await worker.run(stop)
    finally:
        crawling.release_all()
