"""Pages in a real browser, through the proxy that it cannot pass by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from crawler.fetching import FetchRequest
from domain.capture import CaptureOrigin, Fetched, Redirect
from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import capture, failure, results, wanted
from tests.crawler.fetching.rendered import PATIENT, needs_browser, text_of
from tests.crawler.fetching.site import Page, Site, page, redirect, serving

pytestmark = needs_browser


HASTY = replace(PATIENT, browser_timeout=3.0)


SHELL = b"""<!doctype html><html><head><meta charset="iso-8859-1"><title>List</title></head>
<body><main id="main"></main><img src="/picture.png">
<script>setTimeout(() => {
  document.getElementById('main').innerHTML = '<h1>Our list</h1><p>We do not train on \xe4.</p>'
}, 600)</script></body></html>"""


TICKING = b"""<!doctype html><p>Text</p><p id="clock"></p>
<script>setInterval(() => clock.textContent = Math.random(), 50)</script>"""


BUSY = b"<!doctype html><p>Text</p><script>setTimeout(() => { for (;;) {} }, 50)</script>"


ENDLESS = b"""<!doctype html><button onclick="
  document.body.insertAdjacentHTML('beforeend', '<p>' + Math.random() + '</p>')">More</button>"""


def _script(address: str) -> bytes:
    return b"<p>One moment</p><script>location.href = '%s'</script>" % address.encode()


def _cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>We do not train on your data.</p><p>We do")
    handler.close_connection = True


def _cut_in_chunks(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"24\r\n<p>We do not train on your data.</p>\r\n")
    handler.close_connection = True


def _huge(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(3000):
        handler.wfile.write(b"<p>" + b"x" * 1000 + b"</p>")
    handler.close_connection = True


PAGES: dict[str, Page] = {
    "/shell": page(SHELL, headers={"Content-Type": "text/html; charset=iso-8859-1"}),
    "/to-shell": redirect("/shell", 301),
    "/ticking": page(TICKING),
    "/error": page(b"<p>Forbidden by the firewall</p>", 403),
    "/part": page(b"<p>We keep", 206),
    "/huge": _huge,
    "/robots.txt": page(b"User-agent: *\nDisallow: /private"),
    "/private": page(),
    "/private/with-leave": page(_script("/private")),
    "/script-to-private": page(_script("/private")),
    "/refresh-to-private": page(b'<meta http-equiv="refresh" content="0; url=/private">Moved'),
    "/redirect-to-private": redirect("/private"),
    "/script": page(_script("/ticking")),
    "/script-to-error": page(_script("/error")),
}


SHORT = ("length", "chunks")


@pytest.fixture(scope="module")
def crawl_of_all() -> Iterator[tuple[Site, dict[str, Fetched]]]:
    """Render every page once."""
    with serving(dict(PAGES)) as site:
        requests: list[FetchRequest] = [
            wanted(
                site.url + path,
                path.strip("/").replace("/", "-"),
                render="browser",
                etag='"known"',
                ignore_robots="They agreed." if path == "/private/with-leave" else "",
            )
            for path in PAGES
            if path != "/robots.txt"
        ]
        requests.append(
            wanted("http://127.0.0.1:1/", "refused", render="browser", ignore_robots="x")
        )
        yield site, results(requests, PATIENT)


@pytest.fixture
def site(crawl_of_all: tuple[Site, dict[str, Fetched]]) -> Site:
    """Return the site after the crawl."""
    return crawl_of_all[0]


@pytest.fixture
def fetched(crawl_of_all: tuple[Site, dict[str, Fetched]]) -> dict[str, Fetched]:
    """Return what came of each source."""
    return crawl_of_all[1]


def test_the_text_that_scripts_write_is_waited_for(fetched: dict[str, Fetched]) -> None:
    """The body is the page as it had settled, in UTF-8 and declared as such."""
    got = capture(fetched["shell"])
    assert "We do not train on ä." in text_of(got)
    assert got.origin is CaptureOrigin.BROWSER
    assert got.status == 200
    assert got.header("content-type") == "text/html; charset=utf-8"
    assert "iso-8859-1" not in text_of(got)


def test_redirects_of_a_rendered_page_are_kept(site: Site, fetched: dict[str, Fetched]) -> None:
    """As without a browser."""
    got = capture(fetched["to-shell"])
    assert got.final_url == f"{site.url}/shell"
    assert got.redirects == (Redirect(301, f"{site.url}/shell"),)


def test_the_browser_names_the_robot_and_loads_no_pictures(site: Site) -> None:
    """Every request carries the user agent, none asks "has it changed?"."""
    assert {asked.headers["user-agent"] for asked in site.asked} == {PATIENT.user_agent}
    assert "/picture.png" not in site.counts()
    assert not any("if-none-match" in asked.headers for asked in site.asked)


def test_an_error_page_is_evidence_in_the_browser_too(fetched: dict[str, Fetched]) -> None:
    """Status and body are kept."""
    assert capture(fetched["error"]).status == 403
    assert "Forbidden by the firewall" in text_of(fetched["error"])
    assert capture(fetched["part"]).status == 206


def test_what_comes_to_no_end_is_ended() -> None:
    """An endless script and endless pressing; the pages after them are fetched.

    Half of what pressing unfolds is not taken either: it would differ each time.
    """
    with serving({"/busy": page(BUSY), "/endless": page(ENDLESS), "/plain": page()}) as site:
        fetched = results(
            [
                wanted(f"{site.url}/busy", "busy", render="browser"),
                wanted(f"{site.url}/endless", "endless", render="browser", expand=("button",)),
                wanted(f"{site.url}/plain", "plain"),
            ],
            HASTY,
        )
    for name in ("busy", "endless"):
        assert failure(fetched[name]).problem.kind is ProblemKind.UNREACHABLE
        assert "time limit" in failure(fetched[name]).problem.what.en
    assert capture(fetched["plain"]).status == 200


def test_a_page_over_the_size_limit_is_not_taken(fetched: dict[str, Fetched]) -> None:
    """Three megabytes where a tenth is allowed."""
    assert failure(fetched["huge"]).problem.kind is ProblemKind.TOO_LARGE


def test_robots_txt_is_obeyed_by_the_browser(site: Site, fetched: dict[str, Fetched]) -> None:
    """It is asked before the browser is."""
    assert failure(fetched["private"]).problem.kind is ProblemKind.ROBOTS
    # Once by the server's own redirect, which cannot be seen before, and once with leave.
    assert site.counts()["/private"] == 2


@pytest.mark.parametrize("way", ["script", "refresh", "redirect"])
def test_robots_txt_is_obeyed_wherever_a_page_leads(way: str, fetched: dict[str, Fetched]) -> None:
    """Nothing of a page that robots are asked not to fetch is kept."""
    problem = failure(fetched[f"{way}-to-private"]).problem
    assert problem.kind is ProblemKind.ROBOTS
    assert problem.certain


def test_a_page_may_lead_anywhere_with_leave(site: Site, fetched: dict[str, Fetched]) -> None:
    """The watchlist states why."""
    assert capture(fetched["private-with-leave"]).final_url == f"{site.url}/private"


def test_another_host_is_asked_for_its_own_rules() -> None:
    """Also where it is another port of the host whose page is still open."""
    with (
        serving({"/robots.txt": page(b"User-agent: *\nDisallow: /"), "/": page()}) as closed,
        serving({"/": page(_script(f"{closed.url}/"))}) as site,
    ):
        fetched = results([wanted(f"{site.url}/", render="browser")], PATIENT)
    assert failure(fetched["page"]).problem.kind is ProblemKind.ROBOTS
    assert set(closed.counts()) == {"/robots.txt"}


def test_a_page_that_leads_on_is_kept_as_what_it_led_to(
    site: Site, fetched: dict[str, Fetched]
) -> None:
    """The address, the hop and the status are those of the document that arrived."""
    got = capture(fetched["script"])
    assert "Text" in text_of(got)
    assert got.final_url == f"{site.url}/ticking"
    assert got.redirects == (Redirect(0, f"{site.url}/ticking"),)
    assert capture(fetched["script-to-error"]).status == 403


def test_a_document_that_is_cut_off_is_not_kept() -> None:
    """The browser shows what came; the rest would count as deleted."""
    with serving({"/length": _cut, "/chunks": _cut_in_chunks}) as site:
        requests = [wanted(f"{site.url}/{name}", name, render="browser") for name in SHORT]
        fetched = results(requests, HASTY)
    for name in SHORT:
        assert failure(fetched[name]).problem.kind is ProblemKind.UNREACHABLE


def test_a_server_that_is_not_there_is_unreachable(fetched: dict[str, Fetched]) -> None:
    """The browser's own error page is not taken for the document."""
    assert failure(fetched["refused"]).problem.kind is ProblemKind.UNREACHABLE


def test_a_page_that_never_settles_is_taken_as_it_is(fetched: dict[str, Fetched]) -> None:
    """A clock on the page cannot hold it up for ever."""
    assert "<p>Text</p>" in text_of(fetched["ticking"])


def test_a_private_address_is_refused_by_the_proxy() -> None:
    """A name passes the robot's own checks here; what it resolves to does not."""
    with serving({"/": page()}) as site:
        local = site.url.replace("127.0.0.1", "localhost")
        request = wanted(f"{local}/", render="browser", ignore_robots="to reach the browser")
        fetched = results([request], replace(PATIENT, allow_private=False))
    assert failure(fetched["page"]).problem.kind is ProblemKind.REFUSED_ADDRESS
    assert site.asked == []
