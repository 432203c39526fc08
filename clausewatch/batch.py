"""The child process: fetches the sources of one host and takes each through the story.

A crash, an endless parse or a leak ends this process and costs one batch; the parent
goes on. Started as `python -m clausewatch.batch ORDER`, ORDER being a `BatchOrder` as
JSON; settings come from the environment, like the parent's. Exit codes are those of
`clausewatch run`.
"""

from __future__ import annotations

import math
import signal
import sys
from collections.abc import Sequence

from pydantic import BaseModel

from clausewatch.cli.exits import Exit, errors_shown, print_anything
from clausewatch.cli.options import load_settings
from clausewatch.cli.output import Format
from clausewatch.cli.progress import print_result
from clausewatch.parts import Parts
from clausewatch.settings import Fetch, Settings
from clausewatch.story import check_source
from clausewatch.wiring import build_parts, fetch_settings
from crawler.batches import Batch
from crawler.fetching import FetchRequest
from crawler.fetching.settings import LONGEST_PAUSE
from domain.capture import Fetched
from domain.watchlist import Source


class BatchOrder(BaseModel, frozen=True):
    """What a child is told to do, and in whose name the sources are leased."""

    sources: tuple[str, ...]
    owner: str
    force: bool = False
    format: Format = Format.TEXT


def command_of(batch: Batch, *, owner: str, force: bool, output: Format) -> Sequence[str]:
    """Return the command that starts the child for a batch."""
    order = BatchOrder(sources=batch.source_ids, owner=owner, force=force, format=output)
    return [sys.executable, "-m", "clausewatch.batch", order.model_dump_json()]


def run_batch(order: BatchOrder, settings: Settings) -> Exit:
    """Fetch and check the sources of the order."""
    parts = build_parts(settings)
    longest = longest_check(settings.fetch)
    troubled: list[str] = []

    def on_fetched(source: Source, fetched: Fetched) -> None:
        result = check_source(source, fetched, parts)
        with parts.store.work() as work:
            work.release(source.id, order.owner)
        end_after(longest)  # begins anew for the next source
        print_result(result, order.format)
        if result.problem is not None:
            troubled.append(source.id)

    end_after(longest)
    # Scrapy loads here: the parent, which imports this module too, never crawls.
    from crawler.fetching.crawling import crawl  # noqa: PLC0415

    crawl(requests_of(order, parts), fetch_settings(settings), on_fetched)
    return Exit.PROBLEMS if troubled else Exit.OK


def longest_check(fetch: Fetch) -> float:
    """Return how many seconds the check of one source can take if all goes on.

    Half a dozen requests (robots.txt, redirects, retries), each with its pause, and
    what a browser may take.
    """
    pause = max(fetch.delay, LONGEST_PAUSE)
    return 6 * (fetch.timeout + pause + LONGEST_PAUSE) + 3 * fetch.browser_timeout


def end_after(seconds: float) -> None:
    """Let the kernel end this process when that time has passed, unless called again.

    A parse that never ends holds the interpreter, so that no code of ours could stop it.
    Where there is no such alarm (Windows) the parent's own limit ends the process.
    """
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))


def requests_of(order: BatchOrder, parts: Parts) -> list[FetchRequest]:
    """Return the fetches of an order; a forced one asks for the whole page."""
    requests = []
    with parts.store.read() as history:
        for source in parts.watchlist.sources:
            if source.id in order.sources:
                state = history.state(source.id)
                asks = state.validators_version_id is not None and not order.force
                requests.append(FetchRequest(source, state.validators if asks else None))
    return requests


def main() -> None:
    """Run the batch that the only argument orders."""
    print_anything()
    with errors_shown():
        order = BatchOrder.model_validate_json(sys.argv[1])
        sys.exit(run_batch(order, load_settings()))


if __name__ == "__main__":
    main()
