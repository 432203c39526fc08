"""What a crawl is told: whom to name, how long to wait, what to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from domain.capture import Validators
from domain.watchlist import Source

ROBOT_NAME = "Clausewatch"
LONGEST_PAUSE = 60.0
"""Seconds that a run waits when a server asks for a pause; longer ones end the fetch."""


def _version() -> str:
    """Return the version of the installed product, "0" in a bare checkout."""
    try:
        return metadata.version("clausewatch")
    except metadata.PackageNotFoundError:
        return "0"


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """How to fetch. Times are in seconds, sizes in bytes.

    `contact` is an address or mail by which a site can reach whoever runs the robot.
    `delay` separates two requests to one host; AutoThrottle only makes it longer.
    `timeout` bounds one request from the first packet to the last byte, so that a slow
    drip ends too; `browser_timeout` bounds a page in the browser with all its presses.
    `backoff` is the pause before the first retry; it doubles with each further one.
    `max_bytes` bounds a body as sent, and again as decompressed.
    `allow_private` lets loopback and private addresses be fetched: for a demonstration,
    for tests, or for pages of one's own network.
    `chromium_path` is looked for on the PATH when it is empty.
    """

    contact: str = ""
    delay: float = 5.0
    timeout: float = 30.0
    browser_timeout: float = 120.0
    max_bytes: int = 25 * 1024 * 1024
    retries: int = 2
    backoff: float = 5.0
    max_redirects: int = 10
    allow_private: bool = False
    chromium_path: str = ""
    accept_language: str = "en"

    @property
    def user_agent(self) -> str:
        """Name the robot, its version and whom to write to (RFC 9110, 10.1.5)."""
        contact = f" (+{self.contact})" if self.contact else ""
        return f"{ROBOT_NAME}/{_version()}{contact}"


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """One source to fetch, with what its server gave last time to ask "has it changed?"."""

    source: Source
    validators: Validators | None = None
