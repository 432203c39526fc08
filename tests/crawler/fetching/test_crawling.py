"""What crawl() promises its caller: one answer each, errors that are raised, an end."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from crawler.fetching import FetchSettings
from crawler.fetching.crawling import crawl, scrapy_settings
from domain.capture import Capture, Fetched
from domain.errors import SourceError, StoreError
from domain.problem import ProblemKind
from domain.watchlist import Source
from tests.crawler.fetching.crawled import FAST, capture, crawled, failure, results, wanted
from tests.crawler.fetching.site import page, serving


def test_a_crawl_of_nothing_returns_at_once() -> None:
    """No reactor is started, so a later crawl in this process would still work."""

    def unexpected(source: Source, fetched: Fetched) -> None:
        raise AssertionError((source, fetched))

    crawl([], FAST, unexpected)


def test_a_failing_store_ends_the_crawl_and_is_raised() -> None:
    """Nothing further is fetched once the store has failed."""
    with serving({"/one": page(), "/two": page()}) as site:
        answers, raised = crawled(
            [wanted(f"{site.url}/one", "one"), wanted(f"{site.url}/two", "two")],
            failing={"one": StoreError("the disk is full")},
        )
    assert isinstance(raised, StoreError)
    assert str(raised) == "the disk is full"
    assert [name for name, _ in answers] == ["one"]
    assert site.counts().get("/two", 0) == 0


class BrokenTurns:
    """Turns of a store that fails."""

    def take(self, host: str, seconds: float) -> float:
        """Fail."""
        del host, seconds
        raise StoreError("the disk is full")

    def give_back(self, host: str, pause: float) -> None:
        """Never get here."""


def test_a_store_error_while_waiting_for_a_host_ends_the_crawl_too() -> None:
    """It is no problem of the source: nothing was asked, and nothing is said about it."""
    with serving({"/one": page()}) as site:
        answers, raised = crawled([wanted(f"{site.url}/one")], turns=BrokenTurns())
    assert isinstance(raised, StoreError)
    assert not answers
    assert not site.asked


def test_an_error_about_one_source_is_reported_as_its_failure_and_the_others_go_on() -> None:
    """What could not be handled is handed over again, as a problem."""
    with serving({"/one": page(), "/two": page()}) as site:
        answers, raised = crawled(
            [wanted(f"{site.url}/one", "one"), wanted(f"{site.url}/two", "two")],
            failing={"one": SourceError("unreadable")},
        )
    assert raised is None
    assert [name for name, _ in answers] == ["one", "one", "two"]
    assert isinstance(answers[0][1], Capture)
    assert failure(answers[1][1]).problem.kind is ProblemKind.CRASHED
    assert isinstance(answers[2][1], Capture)


def test_a_browser_that_is_not_there_is_a_problem_with_advice() -> None:
    """Sources without a browser are fetched all the same."""
    with serving({"/": page()}) as site:
        fetched = results(
            [
                wanted(f"{site.url}/", "browser", render="browser"),
                wanted(f"{site.url}/", "plain"),
            ],
            replace(FAST, chromium_path="/nowhere/chromium"),
        )
    problem = failure(fetched["browser"]).problem
    assert problem.certain
    assert "Chromium" in problem.what.en
    assert "apt install chromium" in problem.advice.en
    assert capture(fetched["plain"]).status == 200


def test_a_crawl_without_sources_for_a_browser_loads_none(tmp_path: Path) -> None:
    """Scrapy's handlers stay as they are, and Playwright's driver is not started."""
    values = scrapy_settings(FetchSettings(chromium_path=str(tmp_path)))
    assert values.get("PLAYWRIGHT_LAUNCH_OPTIONS") is None
    assert "http" not in values.getdict("DOWNLOAD_HANDLERS")


def test_settings_are_safe_and_polite() -> None:
    """What Scrapy would do otherwise is not left to its defaults."""
    values = scrapy_settings(FetchSettings())
    assert values.getfloat("DOWNLOAD_DELAY") == 5.0
    assert values.getbool("ROBOTSTXT_OBEY")
    assert values.getbool("AUTOTHROTTLE_ENABLED")
    assert values.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert values.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert values.getint("DOWNLOAD_MAXSIZE") == 25 * 1024 * 1024
    assert values.getfloat("DOWNLOAD_TIMEOUT") == 30.0
    for name in ("TELNETCONSOLE_ENABLED", "REMOTE_CONTROL_ENABLED", "HTTPCACHE_ENABLED"):
        assert not values.getbool(name)


def test_an_interrupted_crawl_ends_at_once_and_answers_for_nothing() -> None:
    """What was not fetched stays due; a reactor does not keep the process alive."""
    asked = threading.Event()
    answered = threading.Event()

    def hang(_: BaseHTTPRequestHandler) -> None:
        asked.set()
        answered.wait(20)

    code = """
        import sys
        from crawler.fetching import FetchRequest, FetchSettings
        from crawler.fetching.crawling import crawl
        from domain.watchlist import Source

        request = FetchRequest(Source(id="page", url=sys.argv[1], ignore_robots="a test"))
        crawl([request], FetchSettings(allow_private=True), lambda *answer: print(answer))
    """
    with serving({"/": hang}) as site:
        crawling = subprocess.Popen(  # noqa: S603 (our own program)
            [sys.executable, "-c", textwrap.dedent(code), f"{site.url}/"], stdout=subprocess.PIPE
        )
        assert asked.wait(20)
        crawling.send_signal(signal.SIGINT)
        output, _ = crawling.communicate(timeout=5)
        answered.set()
    assert crawling.returncode == -signal.SIGINT
    assert output == b""
