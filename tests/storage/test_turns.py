"""Turns on PostgreSQL: those of one store wait for each other, and for nobody else."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from storage.store import Store, Work
from storage.turns import Turn, share, take_if_free
from tests.conftest import POSTGRES, _postgresql_schema
from tests.storage.samples import HOUR, NOON

SOURCES = {"a": "https://example.org/a"}


@pytest.fixture
def neighbour() -> Iterator[Store]:
    """Another store in a schema of its own in the same database."""
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"{POSTGRES} does not name a PostgreSQL to test with")
    for url in _postgresql_schema(server):
        opened = Store(url)
        opened.migrate()
        yield opened
        opened.close()


def lease(work: Work) -> list[str]:
    """Lease what is due, and be impatient with who keeps it from us."""
    if work._session.connection().dialect.name == "postgresql":
        work._session.execute(text("SET LOCAL lock_timeout = '1s'"))
    return work.lease_due(SOURCES, NOON, "me", HOUR, host_of=str)


def test_two_stores_in_one_database_do_not_wait_for_each_other(
    store: Store, neighbour: Store
) -> None:
    """Each leases what is due while the other one is at it."""
    with store.work() as ours, neighbour.work() as theirs:
        assert lease(ours) == ["a"]
        assert lease(theirs) == ["a"]


def test_leasing_and_letting_go_are_turns_of_their_own(store: Store) -> None:
    """What is leased is no reason to keep bodies."""
    with store.work() as leasing:
        lease(leasing)
        with store.read() as other:
            assert take_if_free(other._session.connection(), Turn.BODIES)
    assert len({int(turn) for turn in Turn}) == len(Turn.__members__)


def test_nobody_lets_go_of_bodies_while_one_is_stored(neighbour: Store) -> None:
    """Whoever stores shares the turn; who lets go has it alone."""
    with neighbour.work() as storing, neighbour.work() as another:
        share(storing._session.connection(), Turn.BODIES)
        share(another._session.connection(), Turn.BODIES)
        with neighbour.read() as letting_go:
            assert not take_if_free(letting_go._session.connection(), Turn.BODIES)
