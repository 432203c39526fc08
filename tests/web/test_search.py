"""Searching for a phrase: when it came and went, and where it is looked for."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_search_tells_when_a_phrase_appeared_and_went(client: TestClient) -> None:
    """The two dates and versions are the answer."""
    page = client.get('/search?q="30 days"').text
    assert "5 Jan 2026" in page
    assert "15 Jan 2026" in page
    assert "/sources/terms/compare/1/2" in page
    assert "still there" in client.get('/search?q="90 days"').text
    assert "<mark>90 days.</mark>" in client.get('/search?q="90 days"').text


def test_search_is_narrowed(client: TestClient) -> None:
    """By tool, source, kind and time."""
    for narrowed in ("tool=lumen", "source=terms", "kind=terms", "since=2026-01-05"):
        assert "/sources/terms" in client.get(f"/search?q=deleted&{narrowed}").text
    for narrowed in ("tool=nobody", "source=policy", "kind=dpa", "until=2025-12-31"):
        assert "/sources/terms" not in client.get(f"/search?q=deleted&{narrowed}").text


def test_a_search_without_a_word_says_so(client: TestClient) -> None:
    """Quotes and signs alone find nothing."""
    assert "There is no word in this." in client.get("/search?q=%22").text
