"""What went wrong with a fetch, as sentences that an editor can act on.

The kind of a problem is told from the type of an error alone, never from its message.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    UnsupportedURLSchemeError,
)

from crawler.fetching import problem_texts
from crawler.fetching.addresses import RefusedAddressError
from crawler.fetching.errors import (
    BadRedirectError,
    BrowserFailedError,
    BrowserMissingError,
    BrowserTimeoutError,
    PauseAskedError,
    RobotsRefusedError,
    RobotsUnavailableError,
    TooLargeError,
    TooManyRedirectsError,
    UndecodableBodyError,
    UnfoldingError,
)
from crawler.fetching.problem_texts import Told
from crawler.fetching.tls import certificate_refused
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence

_LONG_PAUSE = 86_400.0
"""Seconds: who wants to be left alone for longer keeps a source out of sight."""


_ANNOUNCED = re.compile(r"Expected to receive (\d+) bytes")


def fetch_problem(error: Exception, url: str, max_bytes: int) -> Problem:
    """Say what an error of fetching `url` means and what can be done about it.

    `max_bytes` is how large a body was allowed to be.
    """
    told = _told(error)
    if told is None:
        return crash_problem(error)
    # Nothing would confirm a pause before it is over; nobody would know until then.
    is_long = isinstance(error, PauseAskedError) and error.seconds > _LONG_PAUSE
    texts = (told.what.en, told.what.de)
    what = Sentence(*(_filled(text, error, url, max_bytes) for text in texts))
    return Problem(told.kind, what, told.advice, certain=told.certain or is_long)


def _told(error: Exception) -> Told | None:
    if certificate_refused(error):
        return problem_texts.CERTIFICATE
    found = next((told for kind, told in _TOLD.items() if isinstance(error, kind)), None)
    if found is None and _is_network(error):
        return problem_texts.BROKEN_CONNECTION
    if found is problem_texts.TOO_LARGE and _size_of(error):
        return problem_texts.TOO_LARGE_BY
    return found


def _filled(text: str, error: Exception, url: str, max_bytes: int) -> str:
    return text.format(
        host=_host_of(url),
        address=error.address if isinstance(error, RefusedAddressError) else url,
        status=getattr(error, "status", 0),
        minutes=max(1, round(getattr(error, "seconds", 0.0) / 60)),
        size=_size_of(error),
        limit=max_bytes,
    )


def _size_of(error: Exception) -> int:
    """Return the size of a body that is too large; 0 where nobody knows it.

    What a server announces Scrapy puts into its message and nowhere else.
    """
    if isinstance(error, TooLargeError):
        return error.size
    announced = _ANNOUNCED.search(str(error))
    return int(announced[1]) if announced else 0


def _host_of(url: str) -> str:
    """Return the host of an address, or the address itself where there is none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def crash_problem(error: Exception | None) -> Problem:
    """Say that fetching or reading a source failed in a way that nobody foresaw."""
    name = type(error).__name__ if error is not None else "?"
    return Problem(
        ProblemKind.CRASHED,
        Sentence(
            f"Checking this source failed unexpectedly ({name}).",
            f"Die Prüfung dieser Quelle ist unerwartet fehlgeschlagen ({name}).",
        ),
        Sentence(
            "If it happens again, report it with the log of this check.",
            "Wiederholt es sich, melden Sie es bitte mit dem Protokoll dieser Prüfung.",
        ),
    )


def _is_network(error: Exception) -> bool:
    return type(error).__module__ in {"scrapy.exceptions", "twisted.internet.error"}


_TOLD: dict[type[Exception], Told] = {
    RefusedAddressError: problem_texts.REFUSED_ADDRESS,
    UnsupportedURLSchemeError: problem_texts.REFUSED_ADDRESS,
    RobotsRefusedError: problem_texts.ROBOTS,
    RobotsUnavailableError: problem_texts.ROBOTS_UNAVAILABLE,
    PauseAskedError: problem_texts.PAUSE,
    TooManyRedirectsError: problem_texts.REDIRECTS,
    BadRedirectError: problem_texts.REDIRECTS,
    TooLargeError: problem_texts.TOO_LARGE,
    # Scrapy raises it for one reason: the body passed DOWNLOAD_MAXSIZE.
    DownloadCancelledError: problem_texts.TOO_LARGE,
    UndecodableBodyError: problem_texts.UNDECODABLE,
    CannotResolveHostError: problem_texts.NO_ADDRESS,
    DownloadConnectionRefusedError: problem_texts.NO_CONNECTION,
    DownloadTimeoutError: problem_texts.TIMEOUT,
    BrowserTimeoutError: problem_texts.TIMEOUT,
    BrowserMissingError: problem_texts.NO_BROWSER,
    BrowserFailedError: problem_texts.BROWSER_FAILED,
    UnfoldingError: problem_texts.ENDLESS,
}
