"""Captures: complete, append-only, recorded once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from domain.errors import StoreError
from domain.problem import ProblemKind
from storage.store import Store
from tests.storage.samples import HOUR, NOON, add_version, capture


def test_a_capture_comes_back_whole(store: Store) -> None:
    """Bytes, headers in order with repeats, redirects, origin and time are kept."""
    with store.work() as work:
        number = work.record_capture(capture())
    with store.read() as history:
        assert history.capture(number) == capture()


def test_times_come_back_in_utc(store: Store) -> None:
    """A time of any zone is the same moment when read, in UTC."""
    local = replace(capture(), fetched_at=datetime.fromisoformat("2026-03-01T17:30:00+05:30"))
    with store.work() as work:
        number = work.record_capture(local)
    with store.read() as history:
        stored = history.capture(number).fetched_at
    assert stored == NOON
    assert stored.isoformat().endswith("+00:00")


def test_a_time_without_zone_is_refused(store: Store) -> None:
    """What moment it means is unknown, so nothing is stored."""
    naive = replace(capture(), fetched_at=NOON.replace(tzinfo=None))
    with pytest.raises(StoreError, match="without a zone"), store.work() as work:
        work.record_capture(naive)
    with store.read() as history:
        assert history.captures("terms") == ()


def test_feeding_the_same_capture_twice_stores_it_once(store: Store) -> None:
    """A retry or a second replay adds nothing."""
    with store.work() as work:
        first = work.record_capture(capture())
    with store.work() as work:
        assert work.record_capture(capture()) == first
        assert len(work.captures("terms")) == 1


def test_a_capture_is_never_overwritten(store: Store) -> None:
    """Other bytes for the same source and time are refused."""
    with store.work() as work:
        work.record_capture(capture())
    with pytest.raises(StoreError, match="never overwritten"), store.work() as work:
        work.record_capture(capture(body=b"other"))


def test_captures_are_listed_newest_first_without_bytes(store: Store) -> None:
    """The list tells size, hash, and whether it was the document."""
    with store.work() as work:
        work.record_capture(capture(hours=0), ProblemKind.BLOCKED)
        version = add_version(work, 1)
        work.record_capture(capture("other"))
        shows = work.record_capture(capture(hours=2))
        work.show_version(shows, version.id)
        work.mark_problem(work.record_capture(capture(hours=3)), ProblemKind.GONE)
    with store.read() as history:
        found = history.captures("terms")
        assert [one.fetched_at for one in found] == [NOON + n * HOUR for n in (3, 2, 1, 0)]
        assert [one.version_id for one in found] == [None, version.id, version.id, None]
        kinds = [one.problem_kind for one in found]
        assert kinds == [ProblemKind.GONE, None, None, ProblemKind.BLOCKED]
        assert found[0].size == len(capture(hours=3).body)
        assert history.captures("terms", 1) == found[:1]
        assert history.find_capture("terms", NOON) == found[3]
        assert history.find_capture("terms", NOON - HOUR) is None
        assert history.stored_capture(shows) == found[1]


def test_hostile_text_cannot_stop_a_run(store: Store) -> None:
    """Characters that a database refuses are replaced, in every column a page can reach."""
    hostile = replace(
        capture(),
        final_url="https://example.org/\x00\ud800",
        headers=(("x-evil", "\x00\udfff"),),
    )
    with store.work() as work:
        number = work.record_capture(hostile)
    with store.read() as history:
        stored = history.capture(number)
    assert stored.final_url == "https://example.org/\ufffd\ufffd"
    assert stored.headers == hostile.headers
