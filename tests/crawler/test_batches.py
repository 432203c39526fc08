"""When a source is due, and with which others it is fetched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.batches import Batch, batches_of, next_due
from domain.watchlist import Source

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def _source(name: str, url: str = "https://example.org/") -> Source:
    return Source(id=name, url=url, every=DAY)


def test_sources_of_one_host_are_one_batch_in_their_order() -> None:
    """Case, port and a final dot make no other host."""
    sources = [
        _source("a", "https://example.org/privacy"),
        _source("b", "https://docs.example.org/"),
        _source("c", "http://EXAMPLE.org.:8080/terms"),
        _source("d", "not an address"),
        _source("e", "http://[::1"),
    ]
    assert batches_of(sources) == [
        Batch("example.org", ("a", "c")),
        Batch("docs.example.org", ("b",)),
        Batch("not an address", ("d",)),
        Batch("http://[::1", ("e",)),
    ]


def test_a_source_is_due_a_little_before_its_interval_is_over() -> None:
    """Never later, never much sooner, and spread."""
    dues = [next_due(_source(f"source-{n}"), NOW) for n in range(200)]
    assert min(dues) >= NOW + DAY * 0.85
    assert max(dues) <= NOW + DAY * 0.95
    assert max(dues) - min(dues) > DAY * 0.09


@pytest.mark.parametrize(
    ("every", "rounds"), [(DAY, 1), (DAY / 2, 1), (DAY / 24, 1), (7 * DAY, 7), (30 * DAY, 30)]
)
def test_a_cron_job_checks_once_in_each_interval(every: timedelta, rounds: int) -> None:
    """At a fixed hour, though a check itself comes some minutes after the job began.

    Neither every second time, nor a whole day before a week is over.
    """
    job, late = every / rounds, timedelta(minutes=1)
    for n in range(200):
        source = _source(f"source-{n}").model_copy(update={"every": every})
        due = next_due(source, NOW + late)
        assert NOW + job * (rounds - 1) + late < due < NOW + job * rounds


def test_a_daily_cron_job_keeps_its_pace_when_the_clocks_go_forward() -> None:
    """That day has 23 hours."""
    assert all(next_due(_source(f"source-{n}"), NOW) < NOW + DAY * 23 / 24 for n in range(200))


def test_the_jitter_of_a_source_is_always_the_same() -> None:
    """It depends on the id alone, so checks keep their distance."""
    first = next_due(_source("privacy"), NOW)
    again = next_due(_source("privacy", "https://elsewhere.example/"), NOW + DAY)
    assert again - first == DAY
    assert next_due(_source("terms"), NOW) != first


def test_a_pause_that_the_server_asked_for_can_only_make_it_later() -> None:
    """Retry-After beyond the interval counts, within it it is covered anyway."""
    source = _source("privacy")
    usual = next_due(source, NOW)
    assert next_due(source, NOW, retry_after=60.0) == usual
    assert next_due(source, NOW, retry_after=7 * 86400.0) == NOW + 7 * DAY


def test_a_pause_of_years_is_cut_short() -> None:
    """A slip of a server must not take a source out of sight."""
    assert next_due(_source("privacy"), NOW, retry_after=999_999_999.0) == NOW + 7 * DAY


def test_a_host_of_very_many_sources_gets_several_batches() -> None:
    """None is lost, their order stays, and no batch is so long that its end costs much."""
    sources = [_source(f"page-{number}") for number in range(120)]
    batches = batches_of(sources)
    assert [len(batch.source_ids) for batch in batches] == [50, 50, 20]
    assert [one for batch in batches for one in batch.source_ids] == [one.id for one in sources]
    assert {batch.host for batch in batches} == {"example.org"}
