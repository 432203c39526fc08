"""What saved captures take once the bytes of the quiet ones were let go.

The captures are replayed through the real way first: which of them are quiet is known
only from the versions and problems that come out. Then `clausewatch prune` is run as if
it were the day of the last capture, and once more as if everything were old.
"""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func
from sqlmodel import Session, col, select

from bench.table import print_table
from clausewatch.files.archive import SavedPage, read_index
from clausewatch.running.pruning import Pruning
from clausewatch.running.replay import replay
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from storage.records import Saving
from storage.store import Store
from storage.tables import BodyRow, CaptureRow


def print_letting_go(folder: Path, store_url: str) -> None:
    """Replay the captures of a folder into an empty store and print what each state takes."""
    settings = Settings.load({"CLAUSEWATCH_STORE": store_url}, Path.cwd())
    parts = build_parts(settings, tell=False)
    for _ in replay(folder, parts):
        pass
    days = settings.keep_quiet_bodies
    last = max(last_of(page) for page in read_index(folder))
    raw = raw_bytes(parts.store)
    rows = [row("everything kept", parts.store, raw, 0.0)]
    for name, now in (
        (f"after {days} days of quiet, on the day of the last capture", last),
        ("the same, all captures older than that", last + timedelta(days=days + 1)),
    ):
        started = time.perf_counter()
        saved = prune(parts.store, days, now)
        seconds = time.perf_counter() - started
        rows.append(row(f"{name} ({saved.bodies} let go)", parts.store, raw, seconds))
    print_table(("replayed, and then", "bodies", "kB", "%", "slowest read ms", "prune s"), rows)
    print(f"{len(list(parts.store.verify()))} faults")
    parts.store.close()


def prune(store: Store, days: int, now: datetime) -> Saving:
    """Let go of what is quiet by then."""
    done = Pruning(store, days, now=lambda: now).prune()
    return sum((saving for _, saving in done), Saving())


def row(name: str, store: Store, raw: int, seconds: float) -> tuple[object, ...]:
    """Return what the store takes now, and how long its slowest body takes to be read."""
    with Session(store._engine) as session:  # noqa: SLF001 - a measurement looks inside
        stored = session.exec(select(func.sum(func.length(col(BodyRow.frame))))).one()
        there = session.exec(
            select(func.min(col(CaptureRow.id)))
            .join(BodyRow, col(CaptureRow.body_hash) == col(BodyRow.hash))
            .where(col(BodyRow.let_go_at).is_(None))
            .group_by(col(CaptureRow.body_hash))
        ).all()
    slowest = max(min(seconds_to_read(store, number or 0) for _ in range(2)) for number in there)
    return name, len(there), stored / 1e3, 100 * stored / raw, 1000 * slowest, seconds


def seconds_to_read(store: Store, capture_id: int) -> float:
    """Read a capture in a transaction of its own."""
    started = time.perf_counter()
    with store.read() as history:
        history.body(capture_id)
    return time.perf_counter() - started


def raw_bytes(store: Store) -> int:
    """Return how many bytes were fetched, each capture counted."""
    with Session(store._engine) as session:  # noqa: SLF001 - as above
        return session.exec(
            select(func.sum(col(BodyRow.size))).join(
                CaptureRow, col(CaptureRow.body_hash) == col(BodyRow.hash)
            )
        ).one()


def last_of(page: SavedPage) -> datetime:
    """Return when the last capture of a page was made."""
    return max(saved.fetched_at for saved in page.captures)
