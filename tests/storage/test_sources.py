"""The state of sources, and leases: nobody checks a source that another one is checking."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

from storage.records import Lease, SourceState
from storage.store import Store
from tests.storage.samples import HOUR, NOON, add_version

SOURCES = {"a": "https://example.org/a", "b": "https://example.org/b"}


def lease(store: Store, owner: str, hours: int = 0, *, force: bool = False) -> list[str]:
    """Lease what is due some hours after noon, for one hour."""
    with store.work() as work:
        return work.lease_due(SOURCES, NOON + hours * HOUR, owner, HOUR, host_of=str, force=force)


def put_off(store: Store, source_id: str, hours: int) -> None:
    """Make a source due some hours after noon."""
    with store.work() as work:
        state = work.state(source_id)
        work.save_state(replace(state, next_due_at=NOON + hours * HOUR))


def test_an_unknown_source_has_an_empty_state(store: Store) -> None:
    """Nothing is remembered, in work and in reading."""
    with store.read() as history:
        assert history.state("a") == SourceState("a")
    with store.work() as work:
        assert work.state("a") == SourceState("a")


def test_a_state_comes_back_whole(store: Store) -> None:
    """Everything that is remembered, the caller's own memory included."""
    with store.work() as work:
        version = add_version(work)
        state = SourceState(
            "terms",
            url="https://example.org/terms",
            next_due_at=NOON + HOUR,
            last_checked_at=NOON,
            last_good_at=NOON,
            etag='"x"',
            last_modified="Sun, 01 Mar 2026 12:00:00 GMT",
            validators_version_id=version.id,
            body_hash="1" * 64,
            visible_hash="2" * 64,
            memory={"variants": ["a"], "suspicion": None},
        )
        work.save_state(state)
    with store.read() as history:
        assert history.state("terms") == state
        assert history.states() == (state,)
    assert state.validators.etag == '"x"'


def test_what_is_due_is_leased_once(store: Store) -> None:
    """A second worker gets nothing until the first gives it back."""
    assert lease(store, "one") == ["a", "b"]
    assert lease(store, "two") == []
    with store.work() as work:
        work.release("a", "one")
        work.release("b", "two")  # not two's: nothing happens
    assert lease(store, "two") == ["a"]


def test_a_lease_that_ran_out_is_free(store: Store) -> None:
    """Who leased it may have died."""
    lease(store, "one")
    assert lease(store, "two", hours=1) == ["a", "b"]


def test_what_is_not_due_is_not_leased(store: Store) -> None:
    """Its time has to have come, unless the user asks for it now."""
    put_off(store, "a", 2)
    assert lease(store, "one") == ["b"]
    assert lease(store, "one", hours=1) == ["b"]  # a's time has not come, b's lease ran out
    assert lease(store, "two", hours=1, force=True) == ["a"]
    assert lease(store, "two", hours=3) == ["a", "b"]


def test_saving_a_state_leaves_the_lease(store: Store) -> None:
    """A check that saves what it learnt has not given the source back yet."""
    lease(store, "one")
    with store.work() as work:
        work.save_state(work.state("a"))
    assert lease(store, "two") == []


def test_an_edited_address_is_due_and_its_validators_are_void(store: Store) -> None:
    """A 304 from another address would say nothing about this document."""
    lease(store, "one")
    with store.work() as work:
        known = replace(work.state("a"), etag='"x"', next_due_at=NOON + 9 * HOUR, body_hash="1")
        work.save_state(known)
        work.release("a", "one")
        moved = {"a": "https://example.org/new"}
        assert work.lease_due(moved, NOON, "one", HOUR, host_of=str) == ["a"]
        state = work.state("a")
    assert (state.url, state.etag, state.body_hash) == ("https://example.org/new", "", "1")


def test_leases_can_be_held_for_longer(store: Store) -> None:
    """Those that their owner still has; what was given back is not taken again."""
    lease(store, "one")
    with store.work() as work:
        work.release("b", "one")
        work.renew_leases("one", NOON + 3 * HOUR)
        work.renew_leases("two", NOON + 9 * HOUR)
        assert work.leased("one") == ("a",)
        assert work.busy_hosts(NOON, str) == {SOURCES["a"]: Lease("one", NOON + 3 * HOUR)}
    assert lease(store, "two", hours=2) == ["b"]


def test_all_leases_can_be_given_back(store: Store) -> None:
    """Those of their owner, nobody else's."""
    put_off(store, "a", 1)
    lease(store, "one")  # b alone
    assert lease(store, "two", force=True) == ["a"]
    with store.work() as work:
        work.release_all("two")
    assert lease(store, "three", force=True) == ["a"]


def test_a_lease_of_a_clock_that_ran_ahead_is_free(store: Store) -> None:
    """When the clock is set back by a year, nothing waits for a year."""
    lease(store, "one", hours=9000)
    assert lease(store, "two") == ["a", "b"]


def test_what_the_caller_calls_overdue_is_leased(store: Store) -> None:
    """Although its appointed time has not come; not when somebody holds it."""
    put_off(store, "a", 2)
    put_off(store, "b", 2)
    for taken in (["a"], []):
        with store.work() as work:
            assert work.lease_due(SOURCES, NOON, "one", HOUR, host_of=str, overdue={"a"}) == taken


def test_nothing_is_leased_of_a_host_that_another_one_is_asking(store: Store) -> None:
    """Two would ask it twice as fast as either may; the same one may have all of it."""
    sources = {"a": "x/1", "b": "x/2", "c": "y/1"}

    def take(owner: str, *names: str, hours: int = 0) -> list[str]:
        with store.work() as work:
            return work.lease_due(
                {name: sources[name] for name in names},
                NOON + hours * HOUR,
                owner,
                HOUR,
                host_of=lambda url: url.partition("/")[0],
            )

    assert take("one", "a") == ["a"]
    assert take("two", "a", "b", "c") == ["c"]
    assert take("one", "b") == ["b"]
    with store.work() as work:
        work.release("a", "one")
    assert take("two", "a") == []
    assert take("two", "a", "b", hours=2) == ["a", "b"]


def test_two_workers_at_once_never_ask_the_same_host(store: Store) -> None:
    """Although they take different sources of it at the same moment."""
    sources = [{f"{owner}{n}": f"host-{n}/{owner}" for n in range(20)} for owner in ("one", "two")]
    taken: dict[str, list[str]] = {}
    start = threading.Barrier(2)

    def work_as(own: dict[str, str]) -> None:
        owner = next(iter(own))[:3]
        start.wait()
        for name, url in own.items():
            with store.work() as work:
                taken.setdefault(owner, []).extend(
                    work.lease_due({name: url}, NOON, owner, HOUR, host_of=lambda one: one[:7])
                )

    threads = [threading.Thread(target=work_as, args=(own,)) for own in sources]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(taken["one"] + taken["two"]) == len(
        {name[3:] for names in taken.values() for name in names}
    )


def test_two_workers_at_once_never_get_the_same_source(store: Store) -> None:
    """Whoever comes first has it; together they get all of it."""
    sources = {f"s{number:03}": f"https://example.org/{number}" for number in range(60)}
    taken: dict[str, list[str]] = {"one": [], "two": []}
    start = threading.Barrier(2)

    def work_as(owner: str) -> None:
        start.wait()
        for _ in range(6):
            with store.work() as work:
                taken[owner] += work.lease_due(
                    sources, NOON, owner, timedelta(hours=1), host_of=str
                )

    threads = [threading.Thread(target=work_as, args=(owner,)) for owner in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(taken["one"] + taken["two"]) == sorted(sources)


def test_two_checks_of_one_source_take_turns(store: Store) -> None:
    """The second one sees what the first has written, not what was before."""
    seen: list[int] = []
    start = threading.Barrier(2)

    def check() -> None:
        start.wait()
        for _ in range(5):
            with store.work() as work:
                state = work.state("a")
                count = state.memory.get("count", 0)
                work.save_state(replace(state, memory={"count": count + 1}))
                seen.append(count)

    threads = [threading.Thread(target=check) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(seen) == list(range(10))
