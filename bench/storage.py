"""Stores saved captures and reports what they cost.

    python -m bench.storage DIR [STORE]

DIR holds `index.json` with the captures (see clausewatch.files.archive); STORE is the address
of an empty store, by default SQLite in a temporary folder. Two tables: what each page
takes while everything is kept, and what all of them take once the bytes of quiet captures
were let go under the default rule (see `bench.letting_go`). Ends with 1 when the first is
below the bar: less than 0.6 % of the raw bytes stored, any capture read in less than
20 ms, no faults.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, select

from bench.letting_go import print_letting_go, seconds_to_read
from bench.table import print_table
from clausewatch.files.archive import read_captures, read_index
from storage.store import Store
from storage.tables import BodyRow

LARGEST_SHARE = 0.6
"""Bytes stored per hundred raw bytes."""
SLOWEST_READ = 0.020
"""Seconds to read any one capture: the shorter of two readings, for others use the machine."""

HEADER = (
    "page",
    "captures",
    "bodies",
    "raw MB",
    "kB",
    "%",
    "write ms",
    "read ms",
    "slowest",
    f"below {LARGEST_SHARE:g} %, {1000 * SLOWEST_READ:g} ms",
)


@dataclass
class Cost:
    """What the captures of one page cost."""

    raw: int = 0
    stored: int = 0
    bodies: int = 0
    ids: list[int] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    reads: list[float] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Bytes stored per hundred raw bytes."""
        return 100 * self.stored / self.raw

    @property
    def is_good(self) -> bool:
        """Tell whether share and slowest read are below their bars.

        A page of few captures has no share to speak of: what counts is the line of all.
        """
        return self.share < LARGEST_SHARE and max(self.reads) < SLOWEST_READ

    def row(self, name: str) -> tuple[object, ...]:
        """Return the figures as a row of the table."""
        return (
            name,
            len(self.ids),
            self.bodies,
            self.raw / 1e6,
            self.stored / 1e3,
            self.share,
            1000 * statistics.median(self.writes),
            1000 * statistics.median(self.reads),
            1000 * max(self.reads),
            "ok" if self.is_good else "short",
        )


def main(arguments: Sequence[str]) -> int:
    """Print the table; return the exit code."""
    folder = Path(arguments[0])
    with tempfile.TemporaryDirectory() as temporary:
        url = arguments[1] if len(arguments) > 1 else f"sqlite:///{temporary}/bench.db"
        store = Store(url)
        store.migrate()
        costs = write(folder, store)
        read(store, costs)
        faults = list(store.verify())
        store.close()
        total = sum_of(costs)
        print_table(HEADER, [*(cost.row(page) for page, cost in costs.items()), total.row("all")])
        print(f"{len(faults)} faults\n")
        print_letting_go(folder, f"sqlite:///{temporary}/replay.db")
    good = total.is_good and not faults
    print(
        f"\nall of it kept: {total.share:.2f} % of {LARGEST_SHARE} %, slowest read "
        f"{1000 * max(total.reads):.1f} of {1000 * SLOWEST_READ:g} ms, {len(faults)} faults: "
        f"{'ok' if good else 'short'}"
    )
    return 0 if good else 1


def write(folder: Path, store: Store) -> dict[str, Cost]:
    """Record all captures, one transaction each; return what they cost by page."""
    costs: dict[str, Cost] = defaultdict(Cost)
    known: set[str] = set()
    for archived in read_captures(folder, read_index(folder)):
        capture, cost = archived.capture, costs[archived.page.id]
        started = time.perf_counter()
        with store.work() as work:
            cost.ids.append(work.record_capture(capture))
        cost.writes.append(time.perf_counter() - started)
        cost.raw += len(capture.body)
        if capture.body_hash not in known:
            known.add(capture.body_hash)
            cost.bodies += 1
            cost.stored += frame_length(store, capture.body_hash)
    return costs


def read(store: Store, costs: dict[str, Cost]) -> None:
    """Read each capture by itself, with nothing at hand that was unpacked before."""
    for cost in costs.values():
        cost.reads = [min(seconds_to_read(store, number) for _ in range(2)) for number in cost.ids]


def frame_length(store: Store, body_hash: str) -> int:
    """Return how many bytes a body takes in the store."""
    with Session(store._engine) as session:  # noqa: SLF001 - a measurement looks inside
        return len(session.exec(select(BodyRow.frame).where(BodyRow.hash == body_hash)).one())


def sum_of(costs: dict[str, Cost]) -> Cost:
    """Add the costs of all pages."""
    total = Cost()
    for cost in costs.values():
        total.raw += cost.raw
        total.stored += cost.stored
        total.bodies += cost.bodies
        total.ids += cost.ids
        total.writes += cost.writes
        total.reads += cost.reads
    return total


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
