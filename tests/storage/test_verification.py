"""`verify` finds what contradicts itself, and nothing else."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from storage.records import Decision
from storage.store import Store
from tests.storage.samples import NOON, add_change, capture, flag, problem


@pytest.fixture
def full(store: Store) -> Store:
    """A store with some of everything."""
    with store.work() as work:
        flags = [flag(passages=(1, 0))]
        (number,) = work.record_flags(add_change(work, passages=2), "terms", flags, NOON)
        work.record_review(number, Decision.CONFIRMED, "ada", NOON)
        work.open_problem("terms", problem(), NOON, work.record_capture(capture(hours=9)))
    return store


def damage(store: Store, statement: str) -> None:
    """Do what a careless hand could do, with the checks of the database switched off."""
    with store._engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.execute("PRAGMA foreign_keys = OFF")
        else:
            connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(statement))
        connection.commit()
        connection.invalidate()


def test_a_sound_store_has_no_faults(full: Store) -> None:
    """Nothing is said when nothing is wrong."""
    assert list(full.verify()) == []


def test_a_body_that_lost_its_bytes_is_found(full: Store) -> None:
    """Each body that rests on it is named as well."""
    damage(full, "UPDATE body SET size = size - 1 WHERE base_hash IS NULL")
    assert {fault.table for fault in full.verify()} == {"body"}
    assert len(list(full.verify())) == 3


@pytest.mark.parametrize(
    ("statement", "table", "what"),
    [
        ("UPDATE version SET capture_id = 77 WHERE number = 1", "version", "capture 77"),
        ("UPDATE change SET old_version_id = 78", "change", "version 78"),
        ("UPDATE flag SET change_id = 79", "flag", "change 79"),
        ("UPDATE problem SET capture_id = 81", "problem", "capture 81"),
        ("UPDATE version SET replaces_id = 82 WHERE number = 1", "version", "version 82"),
        ("UPDATE review SET flag_id = 83", "review", "flag 83"),
        ("UPDATE capture SET version_id = 80 WHERE version_id = 1", "capture", "version 80"),
        ("UPDATE capture SET body_hash = 'x' WHERE version_id = 1", "capture", "body x"),
        ("UPDATE flag SET passages = '[0, 2]'", "flag", "[2]"),
    ],
)
def test_what_names_something_that_is_gone_is_found(
    full: Store, statement: str, table: str, what: str
) -> None:
    """Each reference is checked, whether or not the database has checked it."""
    damage(full, statement)
    faults = [fault for fault in full.verify() if fault.table == table]
    assert len(faults) == 1
    assert what in faults[0].what
