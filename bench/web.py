"""Makes a large store and measures how fast each page of it is answered.

    python -m bench.web STORE [SHARE]

STORE is the address of an empty store, or of one that this script filled; SHARE of the
full size (1,000 sources, 500,000 captures, 20,000 versions), 1 by default. The pages
are asked for in this process, one after the other, at random places, and rendered
whole. Ends with 1 when a page takes more than 100 ms at the 95th percentile.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from fastapi.testclient import TestClient

from bench.table import print_table
from bench.web_store import END, Size, evidence, fill, watchlist
from storage.store import Store
from web.access import Access
from web.app import create_app
from web.deps import Deps, Rates

SLOWEST = 0.100
_ASKED = 40
_COLD = 2  # the first ones compile templates and are not counted


def main(arguments: Sequence[str]) -> int:
    """Fill the store when it is empty, measure, and print a line for each page."""
    if not 1 <= len(arguments) <= 2:  # noqa: PLR2004 - STORE and SHARE
        print(__doc__)
        return 2
    size = Size().scaled(float(arguments[1]) if len(arguments) > 1 else 1.0)
    store = Store(arguments[0])
    store.migrate()
    with store.read() as history:
        empty = not history.known_sources()
    if empty:
        started = time.perf_counter()
        fill(store, size)
        print(f"filled in {time.perf_counter() - started:.0f} s: {size}")
    slowest = measure(store, size)
    store.close()
    return int(slowest > SLOWEST)


def measure(store: Store, size: Size) -> float:
    """Print how long each page takes, and return the slowest 95th percentile in seconds."""
    deps = Deps(
        store=store,
        watchlist=watchlist(size),
        secret="only for measuring",  # noqa: S106 - it protects nothing
        access=Access(local_name="bench"),
        rates=Rates(pages="", decisions="", sign_ins=""),
        clock=lambda: END,
    )
    client = TestClient(
        create_app(deps),
        base_url="http://localhost",
        client=("127.0.0.1", 1),
        follow_redirects=False,
    )
    chance = random.Random(1)  # noqa: S311 - no secret hangs on it
    lines, slowest = [], 0.0
    for name, address in addresses(store, size, chance).items():
        times = [asked(client, address()) for _ in range(_ASKED + _COLD)][_COLD:]
        p95 = statistics.quantiles(times, n=20)[-1]
        slowest = max(slowest, p95)
        lines.append([name, f"{statistics.median(times) * 1000:.0f}", f"{p95 * 1000:.0f}"])
    print_table(["page", "median ms", "p95 ms"], lines)
    return slowest


def asked(client: TestClient, address: str) -> float:
    """Ask for a page and return how long it took; it has to be there."""
    started = time.perf_counter()
    answer = client.get(address)
    took = time.perf_counter() - started
    if answer.status_code != 200:  # noqa: PLR2004 - OK
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


def addresses(store: Store, size: Size, chance: random.Random) -> dict[str, Callable[[], str]]:
    """Return for each page a function that makes up an address of it."""
    with store.read() as history:
        flags = history.open_flag_ids(END)
        last = history.change_list(limit=1)[0].id

    def source() -> str:
        return f"source-{chance.randrange(size.sources)}"

    def tool() -> str:
        return f"tool-{chance.randrange(0, size.sources, 10)}"

    def versions() -> str:
        old, new = sorted(chance.sample(range(1, size.versions // size.sources + 1), 2))
        return f"{old}/{new}"

    month = "since=2026-02-01T00:00:00Z&until=2026-03-01T00:00:00Z"
    return {
        "start": lambda: "/",
        "queue": lambda: f"/flags?page={chance.randrange(1, 20)}",
        "queue of a tool": lambda: f"/flags?tool={tool()}",
        "flag": lambda: f"/flags/{chance.choice(flags)}",
        "tools": lambda: "/tools",
        "tool": lambda: f"/tools/{tool()}",
        "sources": lambda: f"/sources?page={chance.randrange(1, 20)}",
        "source, two years": lambda: f"/sources/{source()}",
        "source, a month": lambda: f"/sources/{source()}?{month}",
        "change": lambda: f"/changes/{chance.randrange(1, last)}",
        "compare any two": lambda: f"/sources/{source()}/compare/{versions()}",
        "version": lambda: f"/sources/{source()}/versions/{chance.randrange(1, 20)}",
        "capture": lambda: f"/captures/{chance.randrange(1, size.captures)}",
        "search, a common word": lambda: f"/search?q=w{chance.randrange(1, 5)}",
        "search, two words": lambda: (
            f"/search?q=w{chance.randrange(2, 50)}+w{chance.randrange(50)}"
        ),
        "search, a rare word": lambda: f"/search?q=w{chance.randrange(9000, 30000)}",
        "search, a phrase": lambda: f'/search?q="{evidence(chance.randrange(size.sources), 1)}"',
        "search, beginnings": lambda: f"/search?q=w{chance.randrange(10, 99)}*",
        "search, in a tool": lambda: f"/search?q=w{chance.randrange(1, 9)}&tool={tool()}",
        "search, in a time": lambda: (
            f"/search?q=w{chance.randrange(1, 9)}&since=2026-02-01&until=2026-03-01"
        ),
        "API, changes": lambda: f"/api/v1/changes?after={chance.randrange(100, last)}",
        "API, flags": lambda: f"/api/v1/flags?offset={chance.randrange(1000)}",
        "API, search": lambda: f"/api/v1/search?q=w{chance.randrange(1, 500)}",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
