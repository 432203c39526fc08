"""The bundled site: five pages of an invented provider, in two editions, on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Thread

EDITIONS = ("first", "second")


class Site(ThreadingHTTPServer):
    """Serves one edition at a time. `edition` may be set while it serves."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.edition = EDITIONS[0]

    @property
    def address(self) -> str:
        """Where the site is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def page(self, path: str) -> bytes | None:
        """Return the page at a path in the current edition, None when there is none."""
        name = path.strip("/") + ".html"
        if "/" in name:
            return None
        page = files(__package__).joinpath("editions", self.edition, name)
        return page.read_bytes() if page.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        page = self.server.page(self.path)
        self.send_response(HTTPStatus.NOT_FOUND if page is None else HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page or b"")))
        self.end_headers()
        self.wfile.write(page or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing: the demonstration has its own voice."""


@contextmanager
def serving() -> Iterator[Site]:
    """Serve the first edition on a free port of loopback until the block ends."""
    with Site() as site:
        thread = Thread(target=site.serve_forever, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.shutdown()
            thread.join()
