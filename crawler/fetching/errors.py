"""What can end a fetch besides the errors of Scrapy, each with what must be told.

They derive from Scrapy's `IgnoreRequest` so that no middleware logs them with a stack
trace: they are answers, not faults.
"""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class RobotsRefusedError(IgnoreRequest):
    """The site's robots.txt asks us not to fetch the address."""


class RobotsUnavailableError(IgnoreRequest):
    """robots.txt answers with a server error, which means "not now" (RFC 9309, 2.3.1.4)."""

    def __init__(self, status: int) -> None:
        super().__init__(f"robots.txt answers {status}")
        self.status = status


class PauseAskedError(IgnoreRequest):
    """The server asks for a longer pause than is waited for within a run."""

    def __init__(self, status: int, seconds: float) -> None:
        super().__init__(f"{status}: come back in {seconds:.0f} s")
        self.status = status
        self.seconds = seconds


class TooManyRedirectsError(IgnoreRequest):
    """The address leads on and on, or in a circle."""


class BadRedirectError(IgnoreRequest):
    """The server sends us on to something that is no address."""


class TooLargeError(IgnoreRequest):
    """The body is larger than allowed, as sent or when decompressed; `size` is 0 if unknown."""

    def __init__(self, message: str, size: int = 0) -> None:
        super().__init__(message)
        self.size = size


class UndecodableBodyError(IgnoreRequest):
    """The body is not in the content encoding that the server claims."""


class BrowserMissingError(Exception):
    """A source needs a browser and none was found."""


class BrowserTimeoutError(Exception):
    """The page kept the browser busy for longer than allowed."""


class BrowserFailedError(Exception):
    """The browser could not load the page; the message is its own."""


class UnfoldingError(Exception):
    """Pressing what a source names under `expand` comes to no end."""
