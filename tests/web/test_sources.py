"""The page of a source: its timeline, its captures, its problems, and asking for a check."""

from __future__ import annotations

import re
from dataclasses import replace

from fastapi.testclient import TestClient

from storage.store import Store
from tests.web import site
from tests.web.conftest import visitor


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


def test_a_problem_that_is_over_says_why(client: TestClient) -> None:
    """It is back, it became another one, or nobody watches the page any more."""
    assert "the document is there again" in client.get("/sources/terms").text
