"""Each page: there, in both languages, and harmless whatever a provider wrote."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from tests.web import site


@pytest.mark.parametrize("path", site.PAGES)
def test_every_page_answers_in_both_languages(client: TestClient, path: str) -> None:
    """Whatever is asked for is a whole page in the language that the browser prefers."""
    expected = 404 if path in site.NOT_FOUND else 200
    for language in ("en", "de"):
        page = client.get(path, headers={"accept-language": f"{language};q=0.9, fr;q=0.2"})
        assert page.status_code == expected
        assert f'<html lang="{language}">' in page.text
        assert page.text.rstrip().endswith("</html>")


@pytest.mark.parametrize("path", site.PAGES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_times_are_told_as_people_do(client: TestClient, path: str, language: str) -> None:
    """Not "since 3 days ago", nor "seit 8 Monate": what lies behind is told once."""
    html = client.get(path, headers={"accept-language": language}).text
    assert not re.search(r"\b(since|seit) <time[^>]*>[^<]*(ago|vor)\b", html)
    assert not re.search(r"\bseit \d+ (Tage|Monate|Jahre)\b", html)


@pytest.mark.parametrize("path", site.PAGES)
def test_nothing_of_a_page_is_rendered(client: TestClient, path: str) -> None:
    """Markup that a provider, a server or a watchlist brought is shown as text."""
    html = client.get(path).text
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "<b>API" not in html
    assert "javascript:" not in html
    assert not re.search(r"\son\w+=", re.sub(r"&lt;.*?&gt;", "", html))


@pytest.mark.parametrize("path", site.PAGES)
def test_pages_need_no_inline_script_or_style(client: TestClient, path: str) -> None:
    """The content policy forbids both; no page has any, nor anything of another host."""
    html = client.get(path).text
    assert "<style" not in html
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*\ssrc=\"/static/)", html)
    assert not re.search(r"(src|action)=\"(https?:)?//", html)


def test_links_of_mails_lead_somewhere(client: TestClient) -> None:
    """The addresses that alerts write exist, and a passage stands where its link says."""
    assert 'id="passage-1"' in client.get("/changes/1").text
    assert client.get("/flags/1").status_code == 200
    assert client.get("/sources/terms").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/changes/99",
        "/changes/0",
        "/changes/abc",
        "/changes/99999999999999999999",
        "/flags/99",
        "/captures/99999",
        "/sources/nowhere",
        "/sources/..%2f..%2fetc",
        "/sources/%00",
        "/sources/terms/versions/9",
        "/sources/terms/compare/1/9",
        "/tools/nobody",
        "/language/fr",
        "/exports/passwords.csv",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    """Wrong addresses are told as such, and never as a failure of ours."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/sources/terms?since=0001-01-01T00:00:00%2B14:00",
        "/sources/terms?since=yesterday",
        "/flags?page=0",
        "/flags?tool=%00",
        "/changes/1?layout=sideways",
    ],
)
def test_values_that_are_not_allowed_are_refused(client: TestClient, path: str) -> None:
    """A value that no database could answer is refused before one is asked."""
    assert client.get(path).status_code == 422


def test_raw_bytes_are_saved_and_never_shown(client: TestClient) -> None:
    """A capture comes as an attachment of no type that a browser renders, byte by byte."""
    raw = client.get("/captures/1/raw")
    assert raw.content.startswith(site.BODY)
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"].startswith("attachment;")
    assert raw.headers["x-content-type-options"] == "nosniff"
    assert raw.headers["content-security-policy"].startswith("default-src 'none'")


def test_the_language_is_remembered_and_leads_back(client: TestClient) -> None:
    """The switch keeps the page; to another site it never leads."""
    answer = client.get("/language/de?back=/flags")
    assert answer.headers["location"] == "/flags"
    assert '<html lang="de">' in client.get("/", headers={"accept-language": "en"}).text
    for evil in ("https://evil.example", "//evil.example", "/\\evil.example"):
        assert client.get("/language/en", params={"back": evil}).headers["location"] == "/"


def test_a_tool_is_its_scorecard(client: TestClient) -> None:
    """Rating, rationale, evidence with its state, and what is open, stand together."""
    page = client.get("/tools/lumen").text
    for shown in ("No training", "Yes", "They promise it.", "unchanged", "not fetched yet"):
        assert shown in page
    assert 'href="/flags/1"' in page


def test_a_comparison_shows_words_moves_evidence_and_criteria(client: TestClient) -> None:
    """The words that came, the phrase a rating rests on, and the criterion beside them."""
    page = client.get("/changes/1").text
    assert "<ins>unless an administrator allows it.</ins>" in page
    assert re.search(r"<mark>do not train our models on customer", page)
    assert 'href="/flags/1">No training</a>' in page
    assert "moved" in client.get("/changes/2").text
    assert 'rel="next"' in page
