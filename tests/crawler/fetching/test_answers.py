"""One crawl of a site with every trouble a server can make over HTTP."""

from __future__ import annotations

import gzip
import hashlib
import sys
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import brotli  # type: ignore[import-untyped]  # ships no types
import pytest

from crawler.fetching import FetchRequest
from domain.capture import CaptureOrigin, Fetched, NotModified, Redirect
from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import FAST, capture, failure, results, wanted
from tests.crawler.fetching.site import Page, Site, in_turn, page, redirect, serving

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LATIN = "<p>Änderung der Datenschutzerklärung</p>".encode("iso-8859-1")
TEXT = b"<p>We do not train on your data.</p>" * 100


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def _endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)
    handler.close_connection = True


def _dropped(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>We do not")
    handler.close_connection = True


def _chunked(*chunks: bytes, ended: bool) -> Page:
    """Return a page in chunks; without the last, empty one it is cut off between two."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for chunk in chunks:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if ended:
            handler.wfile.write(b"0\r\n\r\n")
        handler.close_connection = True

    return answer


def _cut_inside_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"ff\r\n<p>We do not")
    handler.close_connection = True


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


# Compresses badly, so that part of it can be had from part of the compressed bytes.
VARIED = b"".join(hashlib.sha256(bytes([number])).hexdigest().encode() for number in range(200))

RAW_DEFLATE = zlib.compressobj(wbits=-15)

PACKED = {
    "gzip": ("gzip", gzip.compress(VARIED)),
    "deflate": ("deflate", zlib.compress(VARIED)),
    "raw-deflate": ("deflate", RAW_DEFLATE.compress(VARIED) + RAW_DEFLATE.flush()),
    "brotli": ("br", brotli.compress(VARIED)),
    "zstd": ("zstd", zstd.compress(VARIED[:5000]) + zstd.compress(VARIED[5000:])),
    "brotli-in-gzip": ("br, gzip", gzip.compress(brotli.compress(VARIED))),
    "half-brotli-in-gzip": ("br, gzip", gzip.compress(brotli.compress(VARIED)[:4000])),
}


def _packed(name: str, share: float = 1.0) -> Page:
    """Return a page in a content encoding, or the first part of one."""
    encoding, body = PACKED[name]
    return page(body[: int(len(body) * share)], headers={"Content-Encoding": encoding})


PAGES: dict[str, Page] = {
    **{f"/whole-{name}": _packed(name) for name in PACKED},
    **{f"/half-{name}": _packed(name, 2 / 3) for name in PACKED},
    **{f"/nearly-{name}": _packed(name, 0.999) for name in PACKED},
    "/chunked": _chunked(TEXT[:500], TEXT[500:], ended=True),
    "/half-chunked": _chunked(TEXT[:500], ended=False),
    "/half-chunk": _cut_inside_a_chunk,
    "/plain": page(TEXT),
    "/latin": page(LATIN, headers={"Content-Type": "text/html; charset=iso-8859-1"}),
    "/gzip": page(gzip.compress(TEXT), headers={"Content-Encoding": "gzip"}),
    "/deflate": page(zlib.compress(TEXT), headers={"Content-Encoding": "deflate"}),
    "/bomb": page(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}),
    "/two-gzips": page(
        gzip.compress(TEXT[:5]) + gzip.compress(TEXT[5:]) + bytes(3),
        headers={"Content-Encoding": "gzip"},
    ),
    "/not-gzip": page(TEXT, headers={"Content-Encoding": "gzip"}),
    "/announced": page(b"x" * 200_001),
    "/endless": _endless,
    "/drip": _drip,
    "/dropped": _dropped,
    "/silent": _silent,
    "/headers": _repeated_headers,
    "/forbidden": page(b"<p>Access denied</p>", 403),
    "/error": page(b"<p>Oops</p>", 500),
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


def test_bytes_are_kept_in_their_own_encoding(fetched: dict[str, Fetched]) -> None:
    """Nothing is decoded to text or re-encoded on the way."""
    assert capture(fetched["latin"]).body == LATIN


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_content_encoding_is_undone(name: str, fetched: dict[str, Fetched]) -> None:
    """The body is what the server meant, and no header claims otherwise."""
    assert capture(fetched[name]).body == TEXT
    assert capture(fetched[name]).header("content-encoding") == ""


def test_repeated_headers_are_all_kept(fetched: dict[str, Fetched]) -> None:
    """Names in lower case, values in the order of the server."""
    notes = [value for name, value in capture(fetched["headers"]).headers if name == "x-note"]
    assert notes == ["one", "two"]


@pytest.mark.parametrize("name", ["bomb", "announced", "endless"])
def test_a_body_over_the_limit_is_not_taken(name: str, fetched: dict[str, Fetched]) -> None:
    """Announced by its length, without end, or hidden in a few compressed bytes."""
    problem = failure(fetched[name]).problem
    assert problem.kind is ProblemKind.TOO_LARGE
    assert problem.certain


def test_a_body_that_is_not_in_its_encoding_is_unreadable(fetched: dict[str, Fetched]) -> None:
    """A broken body is not stored as if it were the page."""
    assert failure(fetched["not-gzip"]).problem.kind is ProblemKind.UNREADABLE


@pytest.mark.parametrize("name", sorted(PACKED))
def test_a_compressed_body_that_ends_early_is_not_taken_for_the_page(
    name: str, fetched: dict[str, Fetched]
) -> None:
    """Half a document would look like one from which half was deleted.

    Whichever the encoding, how little is missing, or in which of two layers.
    """
    broken = ["half", "nearly"]
    if name == "half-brotli-in-gzip":
        broken.append("whole")
    else:
        assert capture(fetched[f"whole-{name}"]).body == VARIED
    for part in broken:
        problem = failure(fetched[f"{part}-{name}"]).problem
        assert problem.kind is ProblemKind.UNREADABLE
        assert not problem.certain


def test_what_follows_complete_data_is_no_matter(fetched: dict[str, Fetched]) -> None:
    """Some servers send two gzip members, or pad the last one."""
    assert capture(fetched["two-gzips"]).body == TEXT


@pytest.mark.parametrize("name", ["half-chunked", "half-chunk", "dropped"])
def test_an_answer_that_is_cut_off_is_not_taken_for_the_page(
    name: str, fetched: dict[str, Fetched]
) -> None:
    """Between two chunks, inside one, or before the length that was announced."""
    assert failure(fetched[name]).problem.kind is ProblemKind.UNREACHABLE
    assert capture(fetched["chunked"]).body == TEXT


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
