"""What the child process of a batch is told; `clausewatch.running.batch` is what it does.

It is told the part of the watchlist that it needs rather than where the file is: so no child
spends time on a large one, and all of a pass go by the same.
"""

from __future__ import annotations

from collections.abc import Collection

from pydantic import BaseModel

from clausewatch.settings import Fetch
from crawler.fetching.settings import LONGEST_PAUSE
from domain.watchlist import Watchlist


class BatchOrder(BaseModel, frozen=True):
    """What a child is told to do, and in whose name the sources are leased.

    `watchlist` has the sources to check and the tools that cite them.
    """

    watchlist: Watchlist
    owner: str
    force: bool = False


def part_of(watchlist: Watchlist, source_ids: Collection[str]) -> Watchlist:
    """Return what the checks of some sources need of a watchlist."""
    return watchlist.model_copy(
        update={
            "sources": tuple(one for one in watchlist.sources if one.id in source_ids),
            "tools": tuple(tool for tool in watchlist.tools if any(map(tool.cites, source_ids))),
        }
    )


def longest_check(fetch: Fetch) -> float:
    """Return how many seconds the check of one source can take if all goes on.

    Half a dozen requests (robots.txt, redirects, retries), each with its pause, and
    what a browser may take.
    """
    pause = _longest_pause(fetch)
    return 6 * (fetch.timeout + pause + LONGEST_PAUSE) + 3 * fetch.browser_timeout


def longest_turn(fetch: Fetch) -> float:
    """Return how many seconds one request can keep all others from its host, pause included."""
    return max(fetch.timeout, fetch.browser_timeout) + _longest_pause(fetch)


def _longest_pause(fetch: Fetch) -> float:
    """Return our own delay, or what a host or AutoThrottle can make of it."""
    return max(fetch.delay, LONGEST_PAUSE)
