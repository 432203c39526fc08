"""The child process: fetches the sources of one host and takes each through the story.

A crash, an endless parse or a leak ends this process and costs one batch; the parent
goes on. How the child is started, and how it tells what it finds, is said by `Reporting`.
"""

from __future__ import annotations

import math
import os
import signal

from clausewatch.checking.arrival import left_unread
from clausewatch.checking.story import check_source
from clausewatch.opening import build_store
from clausewatch.parts import Parts
from clausewatch.running.exits import Exit
from clausewatch.running.orders import BatchOrder, longest_check, longest_turn
from clausewatch.running.reporting import OnResult
from clausewatch.running.turns import StoreTurns
from clausewatch.settings import Settings
from clausewatch.wiring import parts_around
from crawler.fetching import FetchRequest, FetchSettings
from crawler.fetching.crawling import crawl
from domain.capture import Fetched
from domain.watchlist import Source
from storage.store import Store


def run_batch(order: BatchOrder, settings: Settings, on_result: OnResult) -> Exit:
    """Fetch and check the sources of the order; tell what each check came to."""
    parts = parts_around(order.watchlist, build_store(settings), settings)
    longest = longest_check(settings.fetch)
    troubled: list[str] = []

    def on_fetched(source: Source, fetched: Fetched) -> None:
        result = check_source(source, fetched, parts)
        with parts.store.work() as work:
            work.release(source.id, order.owner)
        end_after(longest)  # begins anew for the next source
        on_result(result)
        if result.problem is not None:
            troubled.append(source.id)

    end_after(longest)
    turns = turns_of(order, parts.store, settings)
    crawl(requests_of(order, parts), fetch_settings(settings), on_fetched, turns)
    return Exit.PROBLEMS if troubled else Exit.OK


def end_after(seconds: float) -> None:
    """Let the kernel end this process when that time has passed, unless called again.

    A parse that never ends holds the interpreter, so that no code of ours could stop it.
    Where there is no such alarm (Windows) the parent's own limit ends the process.
    """
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))


def requests_of(order: BatchOrder, parts: Parts) -> list[FetchRequest]:
    """Return the fetches of an order; a forced one asks for the whole page.

    So does one of a source with a capture that is yet to be read: it may become the base,
    and "not modified" would be said of the version before it.
    """
    requests = []
    with parts.store.read() as history:
        for source in parts.watchlist.sources:
            state = history.state(source.id)
            whole = order.force or left_unread(history, source.id)
            asks = state.validators_version_id is not None and not whole
            requests.append(FetchRequest(source, state.validators if asks else None))
    return requests


def turns_of(order: BatchOrder, store: Store, settings: Settings) -> StoreTurns:
    """Return the turns of hosts that this process takes, for whoever ordered the batch.

    In a name of its own: what it gives back too late may be another child's by then.
    """
    name = f"{order.owner}/{os.getpid()}"
    return StoreTurns(store, name, longest_turn(settings.fetch))


def fetch_settings(settings: Settings) -> FetchSettings:
    """Return what a crawl needs to know."""
    return FetchSettings(
        contact=settings.contact,
        delay=settings.fetch.delay,
        timeout=settings.fetch.timeout,
        browser_timeout=settings.fetch.browser_timeout,
        max_bytes=settings.fetch.max_bytes,
        allow_private=settings.fetch.allow_private,
        chromium_path=settings.fetch.chromium_path,
    )
