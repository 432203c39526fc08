"""Makes a large store and measures how fast each page of it is answered.

    python -m bench.web STORE [SHARE]

STORE is the address of an empty store, or of one that this script filled; SHARE of the
full size (1,000 sources, 500,000 captures, 20,000 versions), 1 by default. The pages
are asked for in this process, one after the other, each at places drawn at random and
not asked for before as long as there are others, and rendered whole. Two requests of a
page go before those that count: they load its template. Ends with 1 when a page takes
more than 100 ms at the 95th percentile.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from fastapi.testclient import TestClient

from bench.table import print_table
from bench.web_places import places
from bench.web_store import END, Size, fill, watchlist
from storage.records import Decision
from storage.store import Store
from web.access import Access
from web.app import create_app, make_ready
from web.deps import Deps, Rates

SLOWEST = 0.100
_ASKED = 100
_COLD = 2  # the first ones compile templates and are not counted
_DECIDED = 20  # each leaves one flag less to decide in the store
_TRIED = 50  # so often an address is drawn that was not asked for before


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
        fill(arguments[0], size)
        print(f"filled in {time.perf_counter() - started:.0f} s: {size}")
    slowest = measure(store, size)
    store.close()
    return int(slowest > SLOWEST)


def measure(store: Store, size: Size) -> float:
    """Print how long each page takes, and return the slowest 95th percentile in seconds."""
    client = browser(store, size)
    chance = random.Random(1)  # noqa: S311 - no secret hangs on it
    lines, slowest = [], 0.0

    def note(name: str, addresses: Sequence[str], times: Sequence[float]) -> None:
        nonlocal slowest
        p95 = statistics.quantiles(times[_COLD:], n=20)[-1]
        slowest = max(slowest, p95)
        figures = (min(times[_COLD:]), statistics.median(times[_COLD:]), p95)
        different = len(set(addresses[_COLD:]))
        lines.append([name, different, *(f"{one * 1000:.0f}" for one in figures)])

    for name, address in places(store, size, chance).items():
        drawn = list(unlike(address, _ASKED + _COLD))
        note(name, drawn, [asked(client, one) for one in drawn])
    for page in ("/", "/ratings"):
        times = [asked_after_a_decision(client, store, page) for _ in range(_DECIDED + _COLD)]
        note(f"{page}, after a decision", [page] * len(times), times)
    print_table(["page", "addresses", "least ms", "median ms", "p95 ms"], lines)
    return slowest


def browser(store: Store, size: Size) -> TestClient:
    """Return a client of the application, in this process and without limits."""
    watched = watchlist(size)
    deps = Deps(
        store=store,
        file=lambda: watched,
        secret="only for measuring",  # noqa: S106 - it protects nothing
        access=Access(local_name="bench"),
        rates=Rates(pages="", decisions="", sign_ins=""),
        clock=lambda: END,
    )
    app = create_app(deps)
    make_ready(app)
    return TestClient(
        app,
        base_url="http://localhost",
        client=("127.0.0.1", 1),
        follow_redirects=False,
    )


def unlike(address: Callable[[], str], wanted: int) -> Iterator[str]:
    """Yield addresses, none twice unless there are too few."""
    seen: set[str] = set()
    for _ in range(wanted):
        drawn = address()
        for _ in range(_TRIED):
            if drawn not in seen:
                break
            drawn = address()
        seen.add(drawn)
        yield drawn


def asked(client: TestClient, address: str) -> float:
    """Ask for a page and return how long it took; it has to be there."""
    started = time.perf_counter()
    answer = client.get(address)
    took = time.perf_counter() - started
    if answer.status_code != 200:  # noqa: PLR2004 - OK
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


def asked_after_a_decision(client: TestClient, store: Store, page: str) -> float:
    """Decide the most pressing flag, ask for a page, and return how long that took."""
    with store.work() as work:
        flag = work.open_flag_ids(END)[0]
        work.record_review(flag, Decision.CONFIRMED, "bench", END)
    return asked(client, page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
