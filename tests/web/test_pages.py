"""Each page: there, in both languages, and harmless whatever a provider wrote."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from domain.alert import Alert, AlertKind
from domain.watchlist import Evidence
from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor
from web.access import Access
from web.app import create_app


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


def test_a_timeline_has_ticks_bars_and_problems(client: TestClient) -> None:
    """The picture is drawn by the server: marks of captures, changes and problems."""
    page = client.get("/sources/terms").text
    assert page.count('class="bar is-') == 2
    assert re.search(r'class="tick good" d="M\d+ 0v12', page)
    assert page.count('class="problem"') == 2
    week = "/sources/terms?since=2026-01-10T00:00:00Z&until=2026-01-20T00:00:00Z"
    assert client.get(week).text.count('class="bar is-') == 1


def test_captures_are_listed_by_the_page(client: TestClient) -> None:
    """Thousands of captures are shown some at a time, the newest first."""
    first = client.get("/sources/terms").text
    following = re.search(r'rel="next" href="(\?before=[^"]+)"', first)
    assert following
    second = client.get("/sources/terms" + following[1].replace("&amp;", "&")).text
    assert first.count('href="/captures/') > second.count('href="/captures/') > 0


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


def test_a_keeper_has_a_source_checked(store: Store) -> None:
    """The worker finds it due."""
    client = visitor(store)
    page = client.get("/sources/terms").text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    answer = client.post("/sources/terms/check", data={"csrf": token})
    assert answer.status_code == 303
    with store.read() as history:
        assert history.state("terms").next_due_at == site.NOW
    page = client.get(answer.headers["location"]).text
    assert "A worker that runs checks it next; where none does, this does: clausewatch run" in page
    assert "The latest check of any source was" in page
    assert "10 hours ago" in page.partition("The latest check of any source was")[2][:200]
    assert "A worker that runs" not in client.get("/sources/terms").text


def test_a_check_that_was_asked_for_is_told_until_it_was_made(store: Store) -> None:
    """Who loads the page again sees that it is no longer due."""
    with store.work() as work:
        work.save_state(replace(work.state("terms"), next_due_at=site.NOW + site.DAY))
    assert "A worker that runs" not in visitor(store).get("/sources/terms?asked=1").text


def test_a_reader_is_offered_nothing_to_decide(read_store: Store) -> None:
    """Without a name to record it under, the page says so instead."""
    page = visitor(read_store, Access()).get("/flags/1").text
    assert 'method="post"' not in page
    assert "You can read here" in page


def resting_on(store: Store, *phrases: str) -> TestClient:
    """A browser before a watchlist whose rating rests on these phrases of the terms, too."""
    (tool,) = site.WATCHLIST.tools
    (rating,) = tool.ratings
    more = tuple(Evidence(source="terms", phrase=phrase) for phrase in phrases)
    rating = rating.model_copy(update={"evidence": (*rating.evidence, *more)})
    tool = tool.model_copy(update={"ratings": (rating,)})
    file = site.WATCHLIST.model_copy(update={"tools": (tool,)})
    return TestClient(
        create_app(replace(site.deps(store), file=lambda: file)),
        base_url="http://localhost",
        client=("127.0.0.1", 50000),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("2 alerts were not sent, waiting since", "clausewatch alerts retry")),
        ("de", ("2 Mitteilungen gingen nicht hinaus, wartend seit", "davon 1 nicht mehr")),
    ],
)
def test_the_start_page_says_that_alerts_wait(
    store: Store, language: str, words: tuple[str, ...]
) -> None:
    """How many, since when, why and what to do; nothing while they are on their way."""
    with store.work() as work:
        for number in range(2):
            work.queue(site_alert(number), site.NOW)
    client = visitor(store)
    client.cookies.set("clausewatch_language", language)
    assert "clausewatch alerts" not in client.get("/").text
    with store.work() as work:
        first, second = (item.id for item in work.undelivered())
        work.put_off_channel(first, site.NOW, "the login was <refused>", site.NOW + site.DAY)
        work.mark_failed(second, site.NOW, "550 no such user")
    page = client.get("/").text
    for said in (*words, "the login was &lt;refused&gt;", "550 no such user"):
        assert said in page


def test_the_start_page_says_that_nothing_sends_alerts(store: Store) -> None:
    """No worker runs, or no mail server is set: nobody has tried."""
    with store.work() as work:
        work.queue(site_alert(1), site.NOW - site.DAY)
    assert "none was tried yet; is smtp.host or outbox set" in visitor(store).get("/").text


def site_alert(number: int) -> Alert:
    """An alert that waits."""
    return Alert(
        message_id=f"<{number}@a.invalid>",
        kind=AlertKind.CHANGE,
        recipient="ada@directory.example",
        subject="s",
        text="t",
        html="",
    )


def lost_on_the_start_page(client: TestClient) -> str:
    """Return its section of evidence that is not found."""
    return client.get("/").text.partition("Evidence not found")[2].partition("</section>")[0]


def test_the_start_page_lists_evidence_that_is_not_found(read_store: Store) -> None:
    """Whether a flag speaks of it or not; what was not fetched yet is not lost."""
    assert lost_on_the_start_page(visitor(read_store)) == ""
    never = "nobody ever promised anything like this"
    lost = lost_on_the_start_page(resting_on(read_store, never))
    assert never in lost
    assert "/tools/lumen/ratings/no_training" in lost
    assert "never fetched" not in lost


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Data is deleted after 30 days", "reworded"),  # the first version held it
        ("Data is deleted after 31 days", "never found"),
        ("nobody ever promised anything like this", "never found"),
    ],
)
def test_what_no_version_ever_held_is_not_called_gone(
    read_store: Store, phrase: str, said: str
) -> None:
    """It is a quote to be mended, no change by the provider; each page says the same."""
    client = resting_on(read_store, phrase)
    for path in ("/", "/ratings/evidence", "/tools/lumen", "/tools/lumen/ratings/no_training"):
        after = client.get(path).text.partition(phrase)[2]
        badge = after.partition('<span class="badge evidence-')[2]
        assert badge.partition(">")[2].startswith(said), path


def test_a_long_list_of_lost_evidence_goes_on_by_the_page(read_store: Store) -> None:
    """The start page shows the first few, and leads to all of them."""
    client = resting_on(read_store, *(f"Nobody wrote sentence {n}x" for n in range(1, 53)))
    assert 'href="/ratings/evidence">All 52' in lost_on_the_start_page(client)
    first, second = (client.get(f"/ratings/evidence?page={n}").text for n in (1, 2))
    assert "sentence 50x" in first
    assert "sentence 51x" not in first
    assert "sentence 52x" in second
    assert 'rel="next"' not in second


def test_evidence_that_the_next_version_loses_is_listed_at_once(store: Store) -> None:
    """Although a page that was asked for before knew it to be there."""
    client = visitor(store)
    assert lost_on_the_start_page(client) == ""
    later = site.START + 30 * site.DAY
    with store.work() as work:
        capture_id = work.record_capture(site.capture(later))
        emptied = site.document(("Terms of use", "Nothing is promised any more."))
        work.record_version("terms", capture_id, emptied, "fingerprint", "recipe", "9", later)
    lost = lost_on_the_start_page(client)
    assert site.EVIDENCE in lost
    assert "gone" in lost


def test_a_problem_that_is_over_says_why(client: TestClient) -> None:
    """It is back, it became another one, or nobody watches the page any more."""
    assert "the document is there again" in client.get("/sources/terms").text


def test_a_search_without_a_word_says_so(client: TestClient) -> None:
    """Quotes and signs alone find nothing."""
    assert "There is no word in this." in client.get("/search?q=%22").text
