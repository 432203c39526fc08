"""Lists and pictures: what they show, and what they leave in the store."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import timedelta

import pytest

from domain.change import Significance
from storage.records import Decision, StoredVersion
from storage.store import Store, Work
from storage.tables import VersionRow
from tests.storage.samples import HOUR, NOON, capture, change, document, flag


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store in which the terms changed twice and one flag is open."""
    opened = Store(store_url)
    opened.migrate()
    with opened.work() as work:
        versions = [_version(work, hours, f"We keep it {hours} days.") for hours in range(3)]
        for old, new in itertools.pairwise(versions):
            change_id = work.record_change("terms", old, new, change(2), new.at)
        work.record_flags(change_id, "terms", [flag(), flag("dpa")], NOON)
    yield opened
    opened.close()


def _version(work: Work, hours: int, text: str) -> StoredVersion:
    capture_id = work.record_capture(capture(hours=hours))
    at = NOON + hours * HOUR
    return work.record_version("terms", capture_id, document(text), "f", "r", text, at)


def test_changes_are_counted_not_loaded(store: Store) -> None:
    """A list of changes tells how many passages each has, the latest first."""
    with store.read() as history:
        found = history.change_list(sources=["terms"])
        assert [(one.old_number, one.new_number, one.passages) for one in found] == [
            (2, 3, 2),
            (1, 2, 2),
        ]
        assert history.change_list(below=found[0].id) == found[1:]
        assert history.change_list(significance=Significance.EDITORIAL) == ()
        assert history.change_list(since=NOON + 2 * HOUR) == found[:1]


def test_a_change_knows_its_neighbours(store: Store) -> None:
    """From a change one comes to the one before and the one after, and no further."""
    with store.read() as history:
        late, early = history.change_list()
        assert history.change_neighbours("terms", early.id).earlier is None
        assert history.change_neighbours("terms", early.id).later == late.id
        assert history.change_neighbours("terms", late.id).earlier == early.id


def test_captures_as_ticks_and_rows(store: Store) -> None:
    """A stretch of time gives its captures; the list goes on before a time."""
    with store.read() as history:
        ticks = history.capture_ticks("terms", NOON, NOON + HOUR)
        assert [tick.fetched_at for tick in ticks] == [NOON, NOON + HOUR]
        rows = history.capture_list("terms", 2)
        assert [row.fetched_at for row in rows] == [NOON + 2 * HOUR, NOON + HOUR]
        assert [r.id for r in history.capture_list("terms", 9, before=rows[-1].fetched_at)] == [
            ticks[0].id
        ]
        assert [r.id for r in history.capture_list("terms", 9, version_id=ticks[1].version_id)] == [
            ticks[1].id
        ]
        span = history.capture_span("terms")
        assert (span.count, span.first, span.last) == (3, NOON, NOON + 2 * HOUR)
        assert history.capture_span("nothing").first is None


def test_versions_without_their_wording(store: Store) -> None:
    """The newest version of each source, and all of one."""
    with store.read() as history:
        assert [version.number for version in history.version_list("terms")] == [3, 2, 1]
        assert history.latest_versions(["terms", "nothing"])["terms"].number == 3
        assert history.known_sources() == ("terms",)


def test_sources_are_marked_by_their_newest_version_and_change(store: Store) -> None:
    """What is known of a source holds as long as its mark is the same."""
    with store.read() as history:
        before = history.source_marks()
    with store.work() as work:
        _version(work, 3, "We keep it for ever.")
    with store.read() as history:
        after = history.source_marks()
    assert list(before) == list(after) == ["terms"]
    assert after["terms"] == (before["terms"][0] + 1, before["terms"][1])


def test_a_version_that_is_seen_late_is_counted(store: Store) -> None:
    """Of two written at once, the one with the later id may be there first."""
    tallies = []
    for number in (5, 4):
        with store.work() as work:
            last = work.version("terms", 3).id
            row = work._session.get_one(VersionRow, last).model_dump(exclude={"id", "number"})
            work._session.add(VersionRow(**row, id=last + number - 3, number=number))
        with store.read() as history:
            tallies.append(history.version_tally())
    assert tallies[0].newest == tallies[1].newest
    assert tallies[0] != tallies[1]


def test_a_replaced_version_is_not_listed(store: Store) -> None:
    """A version that was extracted again stands in the list once."""
    with store.work() as work:
        old = work.version("terms", 3)
        work.record_version(
            "terms", old.capture_id, document("again"), "g", "r", "h", old.at, replaces=old.id
        )
    with store.read() as history:
        assert [version.number for version in history.version_list("terms")] == [3, 2, 1]
        assert history.latest_versions(["terms"])["terms"].id != old.id


def test_flags_by_page_and_decisions(store: Store) -> None:
    """Flags come by the page; what was decided is counted and listed."""
    with store.work() as work:
        first, second = work.flags()
        assert work.flags(limit=1) == (first,)
        assert work.flags(limit=1, offset=1) == (second,)
        assert sum(work.open_flag_counts().values()) == 2
        work.record_review(first.id, Decision.CONFIRMED, "anna", NOON + timedelta(days=1), "read")
    with store.read() as history:
        tool, criterion = first.flag.tool_id, first.flag.criterion
        assert (tool, criterion) not in history.open_flag_counts()
        (decided,) = history.decisions_in_force()
        assert (decided.tool_id, decided.criterion, decided.by) == (tool, criterion, "anna")
        ((reviewed, review),) = history.all_reviews()
        assert (reviewed.id, review.why) == (first.id, "read")
        assert history.all_reviews(after=review.id) == ()
