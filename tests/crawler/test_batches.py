"""When a source is due, and with which others it is fetched."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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


def test_a_source_is_due_after_its_interval_and_up_to_a_tenth_later() -> None:
    """Never sooner, and spread over the tenth."""
    dues = [next_due(_source(f"source-{n}"), NOW) for n in range(200)]
    assert min(dues) >= NOW + DAY
    assert max(dues) < NOW + DAY * 1.1
    assert max(dues) - min(dues) > DAY * 0.09


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
