"""One fetch of a source, and what a fetch can give instead of a body."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from domain.problem import Problem


class CaptureOrigin(StrEnum):
    """How the bytes came to us."""

    HTTP = "http"
    BROWSER = "browser"
    MANUAL = "manual"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop: the status that sent us on, and where to."""

    status: int
    url: str


@dataclass(frozen=True)
class Capture:
    """One fetch of a source: the raw bytes and all that was told with them.

    `fetched_at` is aware and in UTC. `headers` keeps the order and the repeats of
    the server, names in lower case. `body` is what the server sent after transfer
    and content decoding.
    """

    source_id: str
    requested_url: str
    fetched_at: datetime
    body: bytes = field(repr=False)
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    final_url: str = ""
    redirects: tuple[Redirect, ...] = ()
    origin: CaptureOrigin = CaptureOrigin.HTTP

    @cached_property
    def body_hash(self) -> str:
        """SHA-256 of the body, as 64 lower-case hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str:
        """Return the first value of a header, or "" when the server sent none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), "")

    @property
    def media_type(self) -> str:
        """The type without parameters, in lower case: "text/html", or ""."""
        return self.header("content-type").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave to ask "has it changed?" with (RFC 9110, section 8.8)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server answered 304: the document is the one whose validators were sent."""

    source_id: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """There is no body to store: no address, no connection, time-out, too large.

    `retry_after` is in seconds, where the server asked for a pause.
    """

    source_id: str
    fetched_at: datetime
    problem: Problem
    retry_after: float | None = None


Fetched = Capture | NotModified | FetchFailure
