"""What leaves as files is whole, and harmless in the program that opens it."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from fastapi.testclient import TestClient
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from storage.records import Decision
from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor


def test_a_change_is_one_file_that_needs_nothing_else(client: TestClient) -> None:
    """Style and words are in it; it fetches nothing and runs nothing."""
    answer = client.get("/changes/1/export.html")
    assert answer.headers["content-disposition"] == 'attachment; filename="terms-change-1.html"'
    page = answer.text
    assert "--paper" in page
    assert "<ins>unless an administrator allows it.</ins>" in page
    for outside in ("<script", "<link", "<img", "<iframe", "@import", "url("):
        assert outside not in page


def test_a_change_as_json(client: TestClient) -> None:
    """The passages, numbered as their links, with the flags they raised."""
    value = json.loads(client.get("/changes/1/export.json").text)
    assert [passage["number"] for passage in value["change"]["passages"]] == [1, 2, 3]
    assert {flag["criterion"] for flag in value["flags"]} >= {"no_training", "retention"}


def test_versions_as_texts(client: TestClient) -> None:
    """One text a version, and a list of them."""
    archive = zipfile.ZipFile(io.BytesIO(client.get("/sources/terms/versions.zip").content))
    listed = json.loads(archive.read("terms/versions.json"))
    assert [one["version"] for one in listed] == [1, 2, 3]
    assert site.EVIDENCE in archive.read(listed[0]["file"]).decode()
    assert client.get("/sources/policy/versions.zip").status_code == 404


def test_captures_as_warc(client: TestClient) -> None:
    """Another tool reads each capture with its redirect, its headers and its very bytes."""
    stream = io.BytesIO(client.get("/sources/terms/captures.warc.gz").content)
    info, hop, response, *others = [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI"),
            record.http_headers,
            record.content_stream().read(),
        )
        for record in ArchiveIterator(stream, check_digests="raise")
    ]
    assert info[0] == "warcinfo"
    assert hop[2].get_header("Location") == "https://lumen.example/legal/terms"
    assert response[1] == "https://lumen.example/legal/terms"
    assert response[2].get_header("content-type") == "text/html"
    assert response[2].get_header("content-encoding") is None
    assert response[3].startswith(site.BODY)
    assert len(others) == 2 * 62


def test_a_body_that_comes_again_is_a_revisit(store: Store) -> None:
    """The bytes are in the file once."""
    body = site.capture(site.START)
    with store.work() as work:
        again = site.capture(site.NOW)
        work.record_capture(type(again)(**{**vars(again), "body": body.body}))
    stream = io.BytesIO(visitor(store).get("/sources/terms/captures.warc.gz").content)
    kinds = [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")]
    assert kinds[-1] == "revisit"


def rows(client: TestClient, table: str) -> list[dict[str, str]]:
    """A list as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(client.get(f"/exports/{table}.csv").text)))


def test_lists_as_csv(client: TestClient) -> None:
    """Changes and flags, all of them."""
    assert [row["new_version"] for row in rows(client, "changes")] == ["3", "2"]
    assert rows(client, "flags")[0]["criterion"] == "no_training"


def test_decisions_are_listed_with_what_they_make_of_the_rating(store: Store) -> None:
    """Its new status, rationale and evidence; nothing where a decision left them."""
    evidence = [{"source": "terms", "phrase": "one"}, {"source": "policy", "phrase": "two"}]
    details = {"status": "no", "rationale": "They train.", "evidence": evidence}
    with store.work() as work:
        work.record_review(1, Decision.CHANGED, "anna", site.NOW, details=details)
        work.record_review(2, Decision.CONFIRMED, "anna", site.NOW)
    names = ("new_status", "new_rationale", "new_evidence")
    assert [[row[name] for name in names] for row in rows(visitor(store), "reviews")] == [
        ["no", "They train.", "terms: one\npolicy: two"],
        ["", "", ""],
    ]


def test_a_cell_is_no_formula(store: Store) -> None:
    """What an editor or a provider wrote does not run in a spreadsheet."""
    with store.work() as work:
        work.record_review(1, Decision.CONFIRMED, "anna", site.NOW, '=HYPERLINK("http://x")')
    (row,) = rows(visitor(store), "reviews")
    assert row["why"] == '\'=HYPERLINK("http://x")'
    assert row["tool"] == "lumen"
