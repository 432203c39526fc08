"""A real HTTP server on loopback that answers as OpenAI-compatible endpoints do, or badly."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[["Answering"], None]

GOOD = {
    "agrees": False,
    "summary": {"en": "Only the layout of the list changed.", "de": "Nur die Liste ist anders."},
    "reason": "The promise reads as before.",
}


class Answering(BaseHTTPRequestHandler):
    """Answers one request by the reply that the server is set to."""

    server: Server

    def do_POST(self) -> None:
        """Keep the request, then reply."""
        length = int(self.headers.get("content-length", 0))
        body = json.loads(self.rfile.read(length))
        self.server.asked.append(Asked(self.path, dict(self.headers.items()), body))
        try:
            self.server.reply(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client had enough

    def send(self, status: int, body: bytes, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Say nothing."""


@dataclass(frozen=True)
class Asked:
    """A request that arrived. The names of headers are as they were sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """All that the model gets to read."""
        return "\n".join(message["content"] for message in self.body["messages"])


class Server(ThreadingHTTPServer):
    """The server, what it replies, and what it was asked."""

    daemon_threads = True

    def __init__(self, reply: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.reply = reply
        self.asked: list[Asked] = []
        self.released = threading.Event()

    @property
    def base_url(self) -> str:
        """What a chat endpoint's path is appended to."""
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


@contextmanager
def serving(reply: Reply) -> Iterator[Server]:
    """Serve from a thread until the block ends."""
    server = Server(reply)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: object, **message: object) -> bytes:
    """Return the body of a chat completion with this content, as JSON when it is no text."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    choice = {"index": 0, "message": {"role": "assistant", "content": text, **message}}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()


def saying(content: object, **message: object) -> Reply:
    """Reply with a completion of this content."""
    return lambda request: request.send(200, completion(content, **message))


def failing(status: int) -> Reply:
    """Reply with a status and a body of no use."""
    return lambda request: request.send(status, b'{"error": {"message": "no"}}')


def silent(request: Answering) -> None:
    """Take the request and say nothing until the server is closed."""
    request.server.released.wait()


def dripping(request: Answering) -> None:
    """Send an answer byte after byte, each in time, the whole never."""
    request.send_response(200)
    request.end_headers()
    while not request.server.released.wait(0.02):
        request.wfile.write(b" ")
        request.wfile.flush()


def endless(request: Answering) -> None:
    """Send more than anybody would read."""
    request.send_response(200)
    request.end_headers()
    for _ in range(100_000):
        request.wfile.write(b" " * 65_536)
