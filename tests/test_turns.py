"""Children take turns at a host, each in its own name, and their worker gives back for them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from alerts.links import Links
from clausewatch.learning.weights import shipped_model
from clausewatch.parts import Parts
from clausewatch.running.batch import turns_of
from clausewatch.running.crawling import Crawling
from clausewatch.running.orders import BatchOrder
from clausewatch.running.reporting import Reporting
from clausewatch.running.turns import StoreTurns
from clausewatch.settings import Settings
from crawler.batches import Batch
from domain.watchlist import Watchlist
from storage.store import Store

DELAY = 5.0
IN_A_BROWSER, PLAIN = 125.0, 35.0


@dataclass(frozen=True)
class Worker:
    """A worker, and children of it that run at the same time."""

    crawling: Crawling
    monkeypatch: pytest.MonkeyPatch

    def child(self, pid: int) -> StoreTurns:
        """Return the turns of the child with this process id."""
        order = BatchOrder.model_validate_json(self.crawling.order(Batch("a.example", ())))
        with self.monkeypatch.context() as patched:
            patched.setattr(os, "getpid", lambda: pid)
            return turns_of(order, self.crawling.parts.store, self.crawling.settings)


@pytest.fixture
def worker(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """A worker on an empty store."""
    store = Store(store_url)
    store.migrate()
    parts = Parts(store, Watchlist(), shipped_model(), Links())
    settings = {"CLAUSEWATCH_STORE": store_url, "CLAUSEWATCH_FETCH_DELAY": str(DELAY)}
    crawling = Crawling(parts, Settings.load(settings, tmp_path), Reporting(print, ()))
    yield Worker(crawling, monkeypatch)
    store.close()


def test_a_page_in_a_browser_keeps_a_sibling_waiting(worker: Worker) -> None:
    """Also one that wants the host for less."""
    assert worker.child(1).take("a.example", IN_A_BROWSER) == 0
    assert worker.child(2).take("a.example", PLAIN) > 120


def test_a_child_that_is_late_gives_no_siblings_turn_back(worker: Worker) -> None:
    """Its own ran out."""
    late, sibling, third = (worker.child(pid) for pid in (1, 2, 3))
    assert late.take("a.example", -1.0) == 0
    assert sibling.take("a.example", PLAIN) == 0
    late.give_back("a.example", 0.0)
    assert third.take("a.example", PLAIN) > 30


def test_a_worker_that_ends_gives_back_what_its_children_were_asking(worker: Worker) -> None:
    """After the delay; what rests for longer by the wish of its host goes on resting."""
    child = worker.child(1)
    for host in ("asked.example", "resting.example"):
        assert child.take(host, PLAIN) == 0
    child.give_back("resting.example", 60.0)
    worker.crawling.release_all()
    other = worker.child(2)
    assert 0 < other.take("asked.example", PLAIN) <= DELAY
    assert other.take("resting.example", PLAIN) > 50
