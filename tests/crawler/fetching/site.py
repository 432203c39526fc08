"""A web server on loopback whose pages are functions, and which notes what it was asked."""

from __future__ import annotations

import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Page = Callable[[BaseHTTPRequestHandler], None]

TEXT = b"<p>We do not train on your data.</p>" * 100


@dataclass
class Asked:
    """One request that reached the site."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass
class Site:
    """The pages by path, and what was asked for."""

    pages: dict[str, Page]
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    def asked_for(self, path: str) -> list[Asked]:
        """Return the requests for a path in order."""
        return [asked for asked in self.asked if asked.path == path]

    def counts(self) -> dict[str, int]:
        """Return how often each path was asked for."""
        counted: dict[str, int] = defaultdict(int)
        for asked in self.asked:
            counted[asked.path] += 1
        return counted


def page(
    body: bytes = b"<p>Hello</p>",
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Page:
    """Return a page that always answers the same."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        fields = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        for name, value in fields.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def redirect(location: str, status: int = 302) -> Page:
    """Return a page that leads elsewhere."""
    return page(b"", status, {"Location": location})


def in_turn(*pages: Page) -> Page:
    """Return a page that answers with one after the other, the last one for ever."""
    left = list(pages)

    def answer(handler: BaseHTTPRequestHandler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return answer


def dropped(handler: BaseHTTPRequestHandler) -> None:
    """Announce more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>We do not")
    handler.close_connection = True


@contextmanager
def serving(
    pages: dict[str, Page], certificate: Path | None = None, host: str = "127.0.0.1"
) -> Iterator[Site]:
    """Serve pages on a free port of loopback; a path that is not there answers 404."""
    site = Site(pages)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append(Asked(self.path, headers, time.monotonic()))
            answer = site.pages.get(self.path, page(b"<p>There is nothing here.</p>", 404))
            try:
                answer(self)
            except OSError:
                self.close_connection = True

        do_POST = do_GET  # noqa: N815 (the name that http.server calls)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    scheme = "http"
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    site.url = f"{scheme}://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
