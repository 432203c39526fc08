"""Quiet bodies go once a day, a part at a time, and only when the settings say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from clausewatch.running.pruning import Pruning
from domain.capture import CaptureOrigin
from storage.records import Saving
from storage.store import Store
from tests.storage.samples import NOON, capture, document

LATER = NOON + timedelta(days=400)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """Two sources of five captures each that show one wording."""
    opened = Store(store_url)
    opened.migrate()
    for source_id in ("privacy", "terms"):
        with opened.work() as work:
            for hours in range(5):
                page = f"<p>We keep nothing.</p>{source_id}{hours}".encode()
                fetched = capture(source_id, hours, page)
                number = work.record_capture(replace(fetched, origin=CaptureOrigin.HTTP))
                if hours == 0:
                    first = work.record_version(
                        source_id, number, document(), "f1", "plain", "0" * 64, NOON
                    )
                work.show_version(number, first.id)
    yield opened
    opened.close()


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.seconds


def gone(store: Store, source_id: str) -> int:
    """How many captures of a source have no bytes any more."""
    with store.read() as history:
        return sum(one.let_go is not None for one in history.captures(source_id))


def pruning(store: Store, days: int = 180, clock: Clock | None = None) -> Pruning:
    """Pruning long after the captures were made."""
    return Pruning(store, days, now=lambda: LATER, monotonic=clock or Clock())


def test_every_source_is_gone_through(store: Store) -> None:
    """What is foretold is what is done; a second time there is nothing to do."""
    foretold = list(pruning(store).foretell())
    assert gone(store, "terms") == 0
    assert [source_id for source_id, _ in foretold] == ["privacy", "terms"]
    assert list(pruning(store).prune()) == foretold
    assert (gone(store, "privacy"), gone(store, "terms")) == (3, 3)
    assert list(pruning(store).prune()) == list(pruning(store).foretell()) == []


def test_nothing_goes_when_the_settings_say_for_ever(store: Store) -> None:
    """0 days is for ever, for the worker and by hand."""
    for_ever = pruning(store, days=0)
    for_ever.prune_a_part()
    assert list(for_ever.prune()) == list(for_ever.foretell()) == []
    assert gone(store, "terms") == 0


def test_a_worker_does_a_part_at_a_time_and_then_rests_for_a_day(store: Store) -> None:
    """Alerts never wait for long, and nothing is looked for all the time."""
    clock = Clock()
    daily = pruning(store, clock=clock)
    seen = []
    for _ in range(3):
        daily.prune_a_part()
        seen.append((gone(store, "privacy"), gone(store, "terms")))
    assert seen == [(3, 0), (3, 3), (3, 3)]
    add_to(store, "terms")
    clock.seconds = 23 * 3600
    daily.prune_a_part()
    assert gone(store, "terms") == 3
    clock.seconds = 25 * 3600
    daily.prune_a_part()
    assert gone(store, "terms") == 5


def add_to(store: Store, source_id: str) -> None:
    """Two more captures of the same wording."""
    with store.work() as work:
        shown = work.version(source_id, 1).id
        for hours in (5, 6):
            fetched = capture(source_id, hours, f"more {source_id} {hours}".encode())
            number = work.record_capture(replace(fetched, origin=CaptureOrigin.HTTP))
            work.show_version(number, shown)


def test_a_part_that_was_interrupted_is_done_the_next_time(store: Store) -> None:
    """Whoever stops after one source has lost nothing of it."""
    interrupted = pruning(store).prune()
    source_id, saving = next(interrupted)
    interrupted.close()  # type: ignore[attr-defined]  # a generator
    assert (source_id, saving.bodies) == ("privacy", 3)
    assert sum((one for _, one in pruning(store).prune()), Saving()).bodies == 3
