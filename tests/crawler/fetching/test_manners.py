"""How a host is treated: pauses between requests, its robots.txt, and nothing asked in vain."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import FAST, crawled, failure, results, wanted
from tests.crawler.fetching.site import in_turn, page, redirect, serving


@dataclass(frozen=True)
class NotedTurns:
    """Turns of a process that is alone, and a file with the pauses that hosts were given."""

    path: Path

    def take(self, host: str, seconds: float) -> float:
        """Take what nobody else wants."""
        del host, seconds
        return 0.0

    def give_back(self, host: str, pause: float) -> None:
        """Note the pause in whole seconds."""
        del host
        with self.path.open("a") as noted:
            noted.write(f"{pause:.0f}\n")


def test_a_host_is_given_back_with_the_pause_that_it_asks_for(tmp_path: Path) -> None:
    """For a minute at most, as a run waits itself; other processes know of it from nowhere else."""
    turns = NotedTurns(tmp_path / "pauses")
    pages = {
        "/busy": in_turn(page(status=429, headers={"Retry-After": "1"}), page()),
        "/down": page(status=503, headers={"Retry-After": "7200"}),
        "/fine": page(headers={"Retry-After": "30"}),
    }
    with serving(pages) as site:
        _, raised = crawled([wanted(f"{site.url}{path}", path[1:]) for path in pages], turns=turns)
    assert raised is None
    paths = ["/robots.txt", "/busy", "/busy", "/down", "/fine"]
    assert [asked.path for asked in site.asked] == paths
    assert turns.path.read_text().split() == ["0", "1", "0", "60", "0"]


def test_requests_to_a_host_are_a_delay_apart() -> None:
    """Between robots.txt, a page, its redirect and the next page alike."""
    pages = {"/one": redirect("/moved"), "/moved": page(), "/two": page()}
    with serving(pages) as site:
        results(
            [wanted(f"{site.url}/one", "one"), wanted(f"{site.url}/two", "two")],
            replace(FAST, delay=0.4),
        )
    times = [asked.at for asked in site.asked]
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/one", "/moved", "/two"]
    # On a busy machine one may be noticed late, so only the whole is measured: with one of
    # the three delays missing it would take 0.8 s.
    assert times[-1] - times[0] > 0.9


def test_a_redirect_to_another_host_keeps_the_distance_of_that_one() -> None:
    """Between its robots.txt and the page; that the first host was slow makes up for nothing."""

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        redirect(f"{other.url}/moved")(handler)

    with (
        serving({"/moved": page()}, host="127.0.0.2") as other,
        serving({"/one": slowly}) as site,
    ):
        results([wanted(f"{site.url}/one", "one")], replace(FAST, delay=0.4))
    robots, moved = other.asked
    assert moved.at - robots.at > 0.35


def test_a_crawl_delay_that_is_longer_than_ours_is_kept() -> None:
    """From robots.txt on, for every page of the host."""
    robots = page(b"User-agent: *\nCrawl-delay: 0.5")
    with serving({"/robots.txt": robots, "/one": page(), "/two": page()}) as site:
        results([wanted(f"{site.url}/one", "one"), wanted(f"{site.url}/two", "two")])
    times = [asked.at for asked in site.asked]
    assert times[-1] - times[0] > 0.75  # twice half a second, noticed somewhat late


def test_retries_wait_longer_each_time() -> None:
    """The pause doubles: 0.3 s, then 0.6 s; without doubling the whole would take 0.6."""
    with serving({"/error": page(status=500)}) as site:
        results([wanted(f"{site.url}/error")], replace(FAST, backoff=0.3))
    first, _, third = (asked.at for asked in site.asked_for("/error"))
    assert third - first > 0.75


def test_a_server_error_for_robots_txt_means_not_now() -> None:
    """RFC 9309, 2.3.1.4; it is asked once for all pages of the host."""
    with serving({"/robots.txt": page(status=500), "/one": page(), "/two": page()}) as site:
        fetched = results([wanted(f"{site.url}/one", "one"), wanted(f"{site.url}/two", "two")])
    for answer in fetched.values():
        assert failure(answer).problem.kind is ProblemKind.ROBOTS
        assert not failure(answer).problem.certain
    assert set(site.counts()) == {"/robots.txt"}


@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_that_robots_txt_asks_for_is_told_for_every_page(status: int) -> None:
    """It is the host that asks, by whichever address."""
    pages = {"/robots.txt": page(status=status, headers={"Retry-After": "7200"}), "/": page()}
    with serving(pages) as site:
        fetched = results([wanted(f"{site.url}/", "one"), wanted(f"{site.url}/two", "two")])
    assert [failure(answer).retry_after for answer in fetched.values()] == [7200.0, 7200.0]
    assert site.counts() == {"/robots.txt": 1}


def test_a_dead_host_is_asked_once_and_every_page_says_what_is_wrong() -> None:
    """The failure of robots.txt is the failure of the pages."""
    fetched = results([wanted(f"http://127.0.0.1:1/{n}", f"page-{n}") for n in range(20)])
    sentences = {failure(answer).problem.what.en for answer in fetched.values()}
    assert sentences == {"127.0.0.1 refuses the connection."}
