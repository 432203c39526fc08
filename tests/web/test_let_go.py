"""A capture whose bytes were let go is still a page, an export and an answer."""

from __future__ import annotations

import io

import pytest
from fastapi.testclient import TestClient
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor


@pytest.fixture
def pruned(store: Store) -> TestClient:
    """A browser on a history without its quiet bodies."""
    with store.work() as work:
        saving = work.let_go_quiet("terms", site.NOW, 30)
    assert saving is not None
    assert saving.bodies == 57
    return visitor(store)


def test_its_page_says_so(pruned: TestClient) -> None:
    """When and why, with the way to a capture that shows the same wording."""
    page = pruned.get("/captures/5", headers={"accept-language": "en"}).text
    assert "let go on 1 Sep 2026" in page
    assert "kept for 30 days" in page
    assert 'href="/captures/42"' in page
    assert "/captures/5/raw" not in page
    assert "SHA-256" in page
    assert "/captures/42/raw" in pruned.get("/captures/42").text


def test_its_bytes_are_gone_and_not_unknown(pruned: TestClient) -> None:
    """410 tells a program that they were there (RFC 9110, 15.5.11)."""
    answer = pruned.get("/captures/5/raw", headers={"accept-language": "en"})
    assert answer.status_code == 410
    assert "were let go" in answer.text
    assert pruned.get("/captures/99999/raw").status_code == 404


def test_an_archive_tells_all_that_is_known_of_it(pruned: TestClient) -> None:
    """A metadata record in the place of the response, with hash, headers and reason."""
    stream = io.BytesIO(pruned.get("/sources/terms/captures.warc.gz").content)
    records = [
        (record.rec_type, record.rec_headers, record.content_stream().read().decode())
        for record in ArchiveIterator(stream, check_digests="raise")
    ]
    told = [(headers, text) for kind, headers, text in records if kind == "metadata"]
    assert len(told) == 57
    headers, text = told[0]
    assert headers.get_header("WARC-Target-URI") == "https://lumen.example/legal/terms"
    assert headers.get_header("WARC-Date") == "2026-01-30T10:00:00.000000Z"
    assert "http-header: content-type: text/html\r\n" in text
    assert "payload-let-go: 2026-09-01 after 30 days\r\n" in text
    assert "same-wording: 2026-02-01T00:00:00.000000Z\r\n" in text
    assert len([kind for kind, *_ in records if kind == "response"]) > 5
