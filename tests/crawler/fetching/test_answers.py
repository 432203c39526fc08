"""One crawl of a site with every trouble a server can make over HTTP."""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from crawler.fetching import FetchRequest
from domain.capture import CaptureOrigin, Fetched, NotModified, Redirect
from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import FAST, capture, failure, results, wanted
from tests.crawler.fetching.site import TEXT, Page, Site, dropped, in_turn, page, redirect, serving


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def _silent(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def _repeated_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("X-Note", "one")
    handler.send_header("X-Note", "two")
    handler.send_header("Content-Length", "2")
    handler.end_headers()
    handler.wfile.write(b"ok")


def _cookie_gate(handler: BaseHTTPRequestHandler) -> None:
    """Send everybody in a circle who does not bring the cookie back."""
    if "seen=1" in handler.headers.get("Cookie", ""):
        page(b"<p>Welcome</p>")(handler)
    else:
        page(b"", 302, {"Location": "/cookie-gate", "Set-Cookie": "seen=1; Path=/"})(handler)


def _conditional(handler: BaseHTTPRequestHandler) -> None:
    """Answer 304 to any validator, as a server does whose document did not change."""
    if handler.headers.get("If-None-Match") or handler.headers.get("If-Modified-Since"):
        page(b"", 304, {"ETag": '"v1"'})(handler)
    else:
        page(TEXT, headers={"ETag": '"v1"'})(handler)


PAGES: dict[str, Page] = {
    "/plain": page(TEXT),
    "/drip": _drip,
    "/dropped": dropped,
    "/silent": _silent,
    "/headers": _repeated_headers,
    "/forbidden": page(b"<p>Access denied</p>", 403),
    "/error": page(b"<p>Oops</p>", 500),
    "/part": page(b"<p>We keep", 206),
    "/recovers": in_turn(page(status=503), page(status=502), page(TEXT)),
    "/pause": in_turn(page(status=429, headers={"Retry-After": "1"}), page(TEXT)),
    "/long-pause": page(status=503, headers={"Retry-After": "7200"}),
    "/tired": page(b"<p>Slow down</p>", 429),
    "/hop-1": redirect("/hop-2", 301),
    "/hop-2": redirect("/plain", 307),
    "/circle": redirect("/circle"),
    "/to-private-file": redirect("file:///etc/passwd"),
    "/refresh": page(b'<meta http-equiv="refresh" content="0; url=/plain"><p>Moved</p>'),
    "/cookie-gate": _cookie_gate,
    "/conditional": _conditional,
    "/moved-conditional": redirect("/conditional"),
    "/unasked-304": page(b"", 304),
    "/robots.txt": page(
        b"User-agent: Clausewatch\nDisallow: /private\nUser-agent: *\nDisallow: /",
        headers={"Content-Type": "text/plain"},
    ),
    "/private": page(),
    "/private/with-leave": page(TEXT),
    "/to-private": redirect("/private"),
}


def _requests(site: Site) -> list[FetchRequest]:
    known = {
        "/conditional": {"etag": '"v1"', "last_modified": "Sat, 21 Nov 2026 12:00:00 GMT"},
        "/moved-conditional": {"etag": '"v0"', "last_modified": "Sat, 21 Nov 2026 12:00:00 GMT"},
        "/private/with-leave": {"ignore_robots": "The provider agreed by mail."},
    }
    asked = [path for path in PAGES if path not in {"/robots.txt", "/hop-2"}]
    requests = [
        wanted(site.url + path, path.strip("/").replace("/", "-"), **known.get(path, {}))
        for path in [*asked, "/missing"]
    ]
    return [
        *requests,
        wanted("http://nowhere.invalid/", "no-name"),
        wanted("http://127.0.0.1:1/", "refused"),
        wanted("gopher://127.0.0.1/", "no-web-address"),
    ]


@pytest.fixture(scope="module")
def crawl_of_all() -> Iterator[tuple[Site, dict[str, Fetched]]]:
    """Crawl every page once and keep what came and what the site was asked."""
    with serving(dict(PAGES)) as site:
        yield site, results(_requests(site))


@pytest.fixture
def site(crawl_of_all: tuple[Site, dict[str, Fetched]]) -> Site:
    """Return the site after the crawl."""
    return crawl_of_all[0]


@pytest.fixture
def fetched(crawl_of_all: tuple[Site, dict[str, Fetched]]) -> dict[str, Fetched]:
    """Return what came of each source."""
    return crawl_of_all[1]


def test_a_page_comes_as_its_bytes_status_headers_and_address(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """The plain case, with all that is told of it."""
    got = capture(fetched["plain"])
    assert got.body == TEXT
    assert got.status == 200
    assert got.media_type == "text/html"
    assert got.requested_url == got.final_url == f"{site.url}/plain"
    assert got.redirects == ()
    assert got.origin is CaptureOrigin.HTTP
    assert got.fetched_at.utcoffset() is not None


def test_the_robot_names_itself_and_a_contact_and_sends_no_referrer(site: Site) -> None:
    """Every request carries the identified user agent and the language asked for."""
    for asked in site.asked:
        assert asked.headers["user-agent"] == FAST.user_agent
        assert asked.headers["accept-language"] == "en"
        assert "referer" not in asked.headers
    assert FAST.user_agent.startswith("Clausewatch/")
    assert FAST.user_agent.endswith("(+https://watch.example/robot)")


def test_repeated_headers_are_all_kept(fetched: dict[str, Fetched]) -> None:
    """Names in lower case, values in the order of the server."""
    notes = [value for name, value in capture(fetched["headers"]).headers if name == "x-note"]
    assert notes == ["one", "two"]


@pytest.mark.parametrize("name", ["drip", "dropped", "silent", "circle", "no-name", "refused"])
def test_what_cannot_be_had_is_unreachable(name: str, fetched: dict[str, Fetched]) -> None:
    """A slow drip, a cut connection, a circle, no address, no server."""
    problem = failure(fetched[name]).problem
    assert problem.kind is ProblemKind.UNREACHABLE
    assert not problem.certain


def test_each_way_of_being_unreachable_has_its_own_sentence(fetched: dict[str, Fetched]) -> None:
    """An editor can tell a wrong name from a slow server."""
    names = ["drip", "dropped", "circle", "no-name", "refused"]
    assert len({failure(fetched[name]).problem.what.en for name in names}) == len(names)


def test_cut_connections_are_tried_again_and_unknown_names_are_not(site: Site) -> None:
    """Two retries after the first try."""
    counts = site.counts()
    assert counts["/dropped"] == counts["/drip"] == 3


@pytest.mark.parametrize(
    ("name", "status", "body"),
    [
        ("forbidden", 403, b"<p>Access denied</p>"),
        ("missing", 404, b"<p>There is nothing here.</p>"),
        ("error", 500, b"<p>Oops</p>"),
        ("tired", 429, b"<p>Slow down</p>"),
        ("part", 206, b"<p>We keep"),
    ],
)
def test_error_pages_are_evidence(
    name: str, status: int, body: bytes, fetched: dict[str, Fetched]
) -> None:
    """Whatever the status, what the server said is kept."""
    assert capture(fetched[name]).status == status
    assert capture(fetched[name]).body == body


def test_errors_of_the_server_are_retried_and_refusals_are_not(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """500 may be a moment's trouble, 403 is an answer."""
    counts = site.counts()
    assert counts["/error"] == 3
    assert counts["/forbidden"] == 1
    assert capture(fetched["recovers"]).body == TEXT


def test_a_short_pause_that_the_server_asks_for_is_waited(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """Retry-After: 1 puts a second between the two requests."""
    assert capture(fetched["pause"]).body == TEXT
    first, second = site.asked_for("/pause")
    assert second.at - first.at >= 1.0


def test_a_long_pause_ends_the_fetch_and_is_told(site: Site, fetched: dict[str, Fetched]) -> None:
    """The scheduler waits, not the process."""
    got = failure(fetched["long-pause"])
    assert got.problem.kind is ProblemKind.HTTP_ERROR
    assert got.retry_after == 7200.0
    assert site.counts()["/long-pause"] == 1


def test_redirects_are_followed_and_each_hop_is_kept(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """Each hop with its status and where it led."""
    got = capture(fetched["hop-1"])
    assert got.body == TEXT
    assert got.requested_url == f"{site.url}/hop-1"
    assert got.final_url == f"{site.url}/plain"
    assert got.redirects == (
        Redirect(301, f"{site.url}/hop-2"),
        Redirect(307, f"{site.url}/plain"),
    )


def test_a_redirect_out_of_the_web_is_not_followed(fetched: dict[str, Fetched]) -> None:
    """The answer is kept as it is; no file is read."""
    assert capture(fetched["to-private-file"]).status == 302
    assert capture(fetched["to-private-file"]).body == b""


def test_a_page_that_refreshes_itself_is_kept_as_it_is(fetched: dict[str, Fetched]) -> None:
    """Recognition names it; fetching does not look into pages."""
    assert b"Moved" in capture(fetched["refresh"]).body


def test_a_site_may_test_for_cookies_but_sources_do_not_share_them(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """A jar for each source: the gate opens, and nobody else carries its cookie."""
    assert capture(fetched["cookie-gate"]).body == b"<p>Welcome</p>"
    others = [asked for asked in site.asked if asked.path != "/cookie-gate"]
    assert not any("cookie" in asked.headers for asked in others)


def test_validators_are_sent_and_not_modified_is_told(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """Both validators go with the request; 304 has no body to store."""
    assert isinstance(fetched["conditional"], NotModified)
    first = site.asked_for("/conditional")[0]
    assert first.headers["if-none-match"] == '"v1"'
    assert first.headers["if-modified-since"] == "Sat, 21 Nov 2026 12:00:00 GMT"


def test_validators_do_not_follow_a_redirect(site: Site, fetched: dict[str, Fetched]) -> None:
    """Another address never vouches for a document that it did not give."""
    assert capture(fetched["moved-conditional"]).body == TEXT
    assert "if-none-match" in site.asked_for("/moved-conditional")[0].headers
    assert "if-modified-since" not in site.asked_for("/conditional")[1].headers


def test_an_unasked_304_is_no_not_modified(fetched: dict[str, Fetched]) -> None:
    """Nothing was offered to compare with, so it is an answer like any other."""
    assert capture(fetched["unasked-304"]).status == 304


def test_robots_txt_is_obeyed_also_after_a_redirect(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """The group that names the robot counts, and the page is never asked for."""
    for name in ("private", "to-private"):
        problem = failure(fetched[name]).problem
        assert problem.kind is ProblemKind.ROBOTS
        assert problem.certain
    assert site.counts().get("/private", 0) == 0
    assert site.counts()["/robots.txt"] == 1


def test_robots_txt_is_passed_over_where_a_reason_is_given(fetched: dict[str, Fetched]) -> None:
    """The watchlist states why, and then it is fetched."""
    assert capture(fetched["private-with-leave"]).body == TEXT


def test_another_scheme_is_refused(fetched: dict[str, Fetched]) -> None:
    """Only http and https, whatever else is allowed."""
    assert failure(fetched["no-web-address"]).problem.kind is ProblemKind.REFUSED_ADDRESS
