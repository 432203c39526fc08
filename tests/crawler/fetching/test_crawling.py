"""What crawl() promises about itself: one answer each, manners, safety, errors of the caller."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crawler.fetching import FetchSettings
from crawler.fetching.crawling import crawl, scrapy_settings
from domain.capture import Capture, Fetched
from domain.errors import SourceError, StoreError
from domain.problem import ProblemKind
from domain.watchlist import Source
from tests.crawler.fetching.crawled import (
    FAST,
    capture,
    crawled,
    failure,
    results,
    wanted,
)
from tests.crawler.fetching.site import in_turn, page, redirect, serving

GUARDED = replace(FAST, allow_private=False)


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


def test_private_addresses_are_refused_unless_allowed() -> None:
    """Literal forms, and names once they are resolved; the server hears nothing."""
    with serving({"/": page()}) as site:
        port = site.url.rpartition(":")[2]
        hosts = ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
        fetched = results(
            [wanted(f"http://{host}:{port}/", f"host-{n}") for n, host in enumerate(hosts)],
            GUARDED,
        )
    for answer in fetched.values():
        problem = failure(answer).problem
        assert problem.kind is ProblemKind.REFUSED_ADDRESS
        assert problem.certain
    assert site.asked == []


def test_a_name_with_private_addresses_is_refused_without_robots_txt_too() -> None:
    """Whichever request is the first to resolve it."""
    request = wanted("http://localhost:1/", ignore_robots="to resolve it for the page")
    assert failure(results([request], GUARDED)["page"]).problem.kind is ProblemKind.REFUSED_ADDRESS


def test_a_self_signed_certificate_is_refused(tmp_path: Path) -> None:
    """Once and for good: a retry would not change the certificate."""
    with serving({"/": page()}, certificate=_self_signed(tmp_path)) as site:
        fetched = results([wanted(f"{site.url}/", ignore_robots="not what is tested here")])
    problem = failure(fetched["page"]).problem
    assert problem.kind is ProblemKind.UNREACHABLE
    assert "certificate" in problem.what.en
    assert site.asked == []


def test_a_trusted_certificate_is_accepted(tmp_path: Path) -> None:
    """The same certificate, named as a root: so it is the check that refuses the other."""
    certificate = _self_signed(tmp_path)
    with serving({"/": page(b"<p>Safe</p>")}, certificate=certificate) as site:
        local = site.url.replace("127.0.0.1", "localhost")
        fetched = results([wanted(f"{local}/")], environment={"SSL_CERT_FILE": str(certificate)})
    assert capture(fetched["page"]).body == b"<p>Safe</p>"


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


def _self_signed(folder: Path) -> Path:
    """Write a certificate for localhost that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path
