"""Versions: numbered per source, replaced without a new number."""

from __future__ import annotations

import pytest

from domain.errors import NotFoundError
from storage.store import Store
from tests.storage.samples import HOUR, NOON, add_version, capture, document


def test_versions_are_numbered_per_source(store: Store) -> None:
    """Each source counts from 1."""
    with store.work() as work:
        assert work.latest_version("terms") is None
        numbers = [add_version(work, hours).number for hours in range(3)]
        assert add_version(work, 0, source_id="other").number == 1
    assert numbers == [1, 2, 3]


def test_a_version_comes_back_whole(store: Store) -> None:
    """The wording and the extraction that gave it."""
    with store.work() as work:
        capture_id = work.record_capture(capture())
        made = work.record_version(
            "terms", capture_id, document(), "f1", "tables kept", "a" * 64, NOON
        )
        assert work.stored_capture(capture_id).version_id == made.id
    with store.read() as history:
        found = history.version("terms", 1)
        assert found == made == history.latest_version("terms") == history.version_by_id(made.id)
    assert found.document == document()
    assert (found.recipe, found.word_count) == ("tables kept", 4)


def test_extracting_again_keeps_the_number(store: Store) -> None:
    """The wording did not change: the new extraction stands in for the old one."""
    with store.work() as work:
        first, second = add_version(work, 0), add_version(work, 1)
        again = work.record_version(
            "terms",
            second.capture_id,
            document("other"),
            "f2",
            "plain",
            "b" * 64,
            second.at,
            replaces=second.id,
        )
        third = add_version(work, 2)
    with store.read() as history:
        assert (again.number, third.number) == (2, 3)
        assert [one.id for one in history.versions("terms")] == [first.id, again.id, third.id]
        assert history.version("terms", 2) == again
        assert history.version_by_id(second.id) == second
        assert history.stored_capture(second.capture_id).version_id == again.id


def test_the_newest_version_is_the_latest_one_again(store: Store) -> None:
    """Extracted again and again, the last extraction counts."""
    with store.work() as work:
        made = add_version(work)
        for fingerprint in ("f2", "f3", "f1"):
            made = work.record_version(
                "terms",
                made.capture_id,
                document(),
                fingerprint,
                "plain",
                "c" * 64,
                NOON + HOUR,
                replaces=made.id,
            )
            assert work.latest_version("terms") == made
        assert len(work.versions("terms")) == 1


def test_an_unknown_version_is_not_found(store: Store) -> None:
    """Asking for a number that was never given says so."""
    with store.read() as history, pytest.raises(NotFoundError, match="no version 3"):
        history.version("terms", 3)
