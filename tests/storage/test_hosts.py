"""A host is asked by one process at a time, and rests afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage.store import Store

NOW = datetime(2026, 8, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LONGEST = 180 * SECOND


def take(
    store: Store, owner: str, at: datetime, host: str = "a.example", seconds: int = 30
) -> float:
    """Take a host, for half a minute; return how many seconds it is still another's."""
    with store.work() as work:
        free_at = work.take_host(host, owner, at, at + seconds * SECOND, LONGEST)
    return (free_at - at).total_seconds()


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


def test_a_long_turn_is_waited_for_by_who_wants_a_short_one(store: Store) -> None:
    """A page in a browser takes longer than another one."""
    take(store, "one", NOW, seconds=125)
    assert take(store, "two", NOW + SECOND, seconds=35) == 124


def test_a_long_rest_is_waited_for_by_who_wants_a_short_turn(store: Store) -> None:
    """A host may ask for a longer delay than ours."""
    take(store, "one", NOW)
    with store.work() as work:
        work.give_back_host("a.example", "one", NOW + 60 * SECOND)
    assert take(store, "two", NOW + SECOND, seconds=35) == 59


def test_a_process_that_ends_leaves_no_host_taken(store: Store) -> None:
    """Nor do its children; those of others go on, also under a name that begins alike."""
    take(store, "pc_1", NOW, host="its.example")
    take(store, "pc_1/7", NOW, host="its-childs.example")
    take(store, "pc_12", NOW, host="anothers.example")
    take(store, "pc-1/7", NOW, host="another-childs.example")
    with store.work() as work:
        work.give_back_hosts("pc_1", NOW + 5 * SECOND)
    hosts = ("its", "its-childs", "anothers", "another-childs")
    left = [take(store, "two", NOW + SECOND, host=f"{host}.example") for host in hosts]
    assert left == [4, 4, 29, 29]


def test_a_process_that_ends_shortens_no_rest(store: Store) -> None:
    """Nor does it make one longer."""
    for host, pause in (("long.example", 60), ("short.example", 2)):
        take(store, "one", NOW, host=host)
        with store.work() as work:
            work.give_back_host(host, "one", NOW + pause * SECOND)
    with store.work() as work:
        work.give_back_hosts("one", NOW + 5 * SECOND)
    assert take(store, "two", NOW + SECOND, host="long.example") == 59
    assert take(store, "two", NOW + SECOND, host="short.example") == 1


def test_a_clock_that_ran_ahead_keeps_nobody_waiting(store: Store) -> None:
    """Nobody takes a host for an hour."""
    take(store, "one", NOW + timedelta(hours=1))
    assert take(store, "two", NOW) == 0
