"""What the child process of a batch is told; `clausewatch.batch` is that child."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pydantic import BaseModel

from clausewatch.cli.output import Format
from clausewatch.settings import Fetch
from crawler.batches import Batch
from crawler.fetching.settings import LONGEST_PAUSE


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


def longest_check(fetch: Fetch) -> float:
    """Return how many seconds the check of one source can take if all goes on.

    Half a dozen requests (robots.txt, redirects, retries), each with its pause, and
    what a browser may take.
    """
    pause = max(fetch.delay, LONGEST_PAUSE)
    return 6 * (fetch.timeout + pause + LONGEST_PAUSE) + 3 * fetch.browser_timeout
