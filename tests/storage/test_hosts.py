"""A host is asked by one process at a time, and rests afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.store import Store

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def take(store: Store, owner: str, at: datetime, host: str = "a.example") -> float:
    """Take a host for half a minute; return how many seconds it is still another's."""
    with store.work() as work:
        return (work.take_host(host, owner, at, at + 30 * SECOND) - at).total_seconds()


def test_a_host_that_is_being_asked_has_to_be_waited_for(store: Store) -> None:
    """Also by another request of the same process; other hosts are free."""
    assert take(store, "one", NOW) == 0
    assert take(store, "two", NOW + SECOND) == 29
    assert take(store, "one", NOW + SECOND) == 29
    assert take(store, "two", NOW + SECOND, host="b.example") == 0


def test_a_host_rests_after_it_was_asked(store: Store) -> None:
    """The pause counts from when it is given back."""
    take(store, "one", NOW)
    with store.work() as work:
        work.give_back_host("a.example", "one", NOW + 7 * SECOND)
    assert take(store, "two", NOW + 2 * SECOND) == 5
    assert take(store, "two", NOW + 7 * SECOND) == 0


def test_who_came_too_late_gives_back_nothing(store: Store) -> None:
    """Its turn ran out, and the host is another's by now."""
    take(store, "one", NOW)
    assert take(store, "two", NOW + 30 * SECOND) == 0
    with store.work() as work:
        work.give_back_host("a.example", "one", NOW + 31 * SECOND)
    assert take(store, "three", NOW + 31 * SECOND) == 29


def test_a_process_that_ends_leaves_no_host_taken(store: Store) -> None:
    """What rests already rests no longer for it."""
    take(store, "one", NOW)
    take(store, "one", NOW, host="b.example")
    with store.work() as work:
        work.give_back_host("b.example", "one", NOW + 2 * SECOND)
        work.give_back_hosts("one", NOW + 5 * SECOND)
    assert take(store, "two", NOW + 5 * SECOND) == 0
    assert take(store, "two", NOW + 2 * SECOND, host="b.example") == 0


def test_a_clock_that_ran_ahead_keeps_nobody_waiting(store: Store) -> None:
    """Nobody takes a host for an hour."""
    take(store, "one", NOW + timedelta(hours=1))
    assert take(store, "two", NOW) == 0
