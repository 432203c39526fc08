"""What went wrong with a fetch, as sentences that an editor can act on.

The kind of a problem is told from the type of an error alone, never from its message.
"""

from __future__ import annotations

from collections.abc import Callable

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
from crawler.fetching.tls import certificate_refused
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence


def fetch_problem(error: Exception, url: str) -> Problem:
    """Say what an error of fetching `url` means and what can be done about it."""
    if certificate_refused(error):
        return problem_texts.certificate(error, url)
    for kind, describe in _DESCRIBED.items():
        if isinstance(error, kind):
            return describe(error, url)
    return (
        problem_texts.broken_connection(error, url) if _is_network(error) else crash_problem(error)
    )


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


_DESCRIBED: dict[type[Exception], Callable[[Exception, str], Problem]] = {
    RefusedAddressError: problem_texts.refused_address,
    UnsupportedURLSchemeError: problem_texts.refused_address,
    RobotsRefusedError: problem_texts.robots,
    RobotsUnavailableError: problem_texts.robots_unavailable,
    PauseAskedError: problem_texts.pause,
    TooManyRedirectsError: problem_texts.redirects,
    BadRedirectError: problem_texts.redirects,
    TooLargeError: problem_texts.too_large,
    # Scrapy raises it for one reason: the body passed DOWNLOAD_MAXSIZE.
    DownloadCancelledError: problem_texts.too_large,
    UndecodableBodyError: problem_texts.undecodable,
    CannotResolveHostError: problem_texts.no_address,
    DownloadConnectionRefusedError: problem_texts.no_connection,
    DownloadTimeoutError: problem_texts.timeout,
    BrowserTimeoutError: problem_texts.timeout,
    BrowserMissingError: problem_texts.no_browser,
    BrowserFailedError: problem_texts.browser_failed,
    UnfoldingError: problem_texts.endless,
}
