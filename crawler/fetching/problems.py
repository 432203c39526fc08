"""What went wrong with a fetch, as sentences that an editor can act on.

The kind of a problem is told from the type of an error alone, never from its message.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    UnsupportedURLSchemeError,
)

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
from crawler.fetching.resolver import refused_hosts
from crawler.fetching.tls import certificate_refused
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence

_CHECK_LATER = Sentence(
    "Nothing to do unless it stays like this: the next check tries again.",
    "Nichts zu tun, solange es nicht dabei bleibt: Die nächste Prüfung versucht es erneut.",
)
_CHECK_ADDRESS = Sentence(
    "Open the address in a browser. If it moved, put the new address into the watchlist.",
    "Öffnen Sie die Adresse im Browser. Ist sie umgezogen, gehört die neue Adresse in die"
    " Beobachtungsliste.",
)


def fetch_problem(error: Exception, url: str) -> Problem:
    """Say what an error of fetching `url` means and what can be done about it."""
    if isinstance(error, CannotResolveHostError) and _host(url) in refused_hosts:
        return _refused_address(RefusedAddressError(_host(url)), url)
    if certificate_refused(error):
        return _certificate(error, url)
    for kind, describe in _DESCRIBED.items():
        if isinstance(error, kind):
            return describe(error, url)
    return _broken_connection(error, url) if _is_network(error) else crash_problem(error)


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


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def _is_network(error: Exception) -> bool:
    return type(error).__module__ in {"scrapy.exceptions", "twisted.internet.error"}


def _refused_address(error: Exception, url: str) -> Problem:
    address = error.address if isinstance(error, RefusedAddressError) else url
    return Problem(
        ProblemKind.REFUSED_ADDRESS,
        Sentence(
            f"{address} is not a public web address (http or https), so it is not fetched.",
            f"{address} ist keine öffentliche Webadresse (http oder https) und wird deshalb"
            " nicht abgerufen.",
        ),
        Sentence(
            "Correct the address in the watchlist. Pages of your own network need the"
            " setting that allows private addresses.",
            "Berichtigen Sie die Adresse in der Beobachtungsliste. Seiten des eigenen Netzes"
            " brauchen die Einstellung, die private Adressen erlaubt.",
        ),
        certain=True,
    )


def _robots(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.ROBOTS,
        Sentence(
            f"The robots.txt of {_host(url)} asks robots not to fetch this page.",
            f"Die robots.txt von {_host(url)} bittet Roboter, diese Seite nicht abzurufen.",
        ),
        Sentence(
            "Ask the provider for permission and state it as `ignore_robots` of the source,"
            " or save the page by hand and store it with `clausewatch capture`.",
            "Bitten Sie den Anbieter um Erlaubnis und tragen Sie sie als `ignore_robots` der"
            " Quelle ein, oder speichern Sie die Seite von Hand und legen Sie sie mit"
            " `clausewatch capture` ab.",
        ),
        certain=True,
    )


def _robots_unavailable(error: Exception, url: str) -> Problem:
    status = error.status if isinstance(error, RobotsUnavailableError) else 0
    return Problem(
        ProblemKind.ROBOTS,
        Sentence(
            f"The robots.txt of {_host(url)} answers with a server error ({status}), which"
            " asks robots to stay away for now.",
            f"Die robots.txt von {_host(url)} antwortet mit einem Serverfehler ({status});"
            " das bittet Roboter, vorerst fernzubleiben.",
        ),
        _CHECK_LATER,
    )


def _pause(error: Exception, url: str) -> Problem:
    status, seconds = (
        (error.status, error.seconds) if isinstance(error, PauseAskedError) else (0, 0.0)
    )
    minutes = max(1, round(seconds / 60))
    return Problem(
        ProblemKind.HTTP_ERROR,
        Sentence(
            f"{_host(url)} answers {status} and asks for a pause of {minutes} min.",
            f"{_host(url)} antwortet {status} und bittet um eine Pause von {minutes} min.",
        ),
        Sentence(
            "Nothing to do: the source is checked again after the pause.",
            "Nichts zu tun: Die Quelle wird nach der Pause wieder geprüft.",
        ),
    )


def _redirects(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{_host(url)} redirects in a circle or to something that is no address.",
            f"{_host(url)} leitet im Kreis weiter oder zu etwas, das keine Adresse ist.",
        ),
        _CHECK_ADDRESS,
    )


def _too_large(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.TOO_LARGE,
        Sentence(
            f"What {_host(url)} sends is larger than the limit for a page.",
            f"Was {_host(url)} sendet, ist größer als für eine Seite erlaubt.",
        ),
        Sentence(
            "Check that the address leads to a document, or raise the limit in the settings.",
            "Prüfen Sie, ob die Adresse zu einem Dokument führt, oder heben Sie die Grenze in"
            " den Einstellungen an.",
        ),
        certain=True,
    )


def _undecodable(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREADABLE,
        Sentence(
            f"{_host(url)} sends a body that cannot be decompressed.",
            f"{_host(url)} sendet einen Inhalt, der sich nicht entpacken lässt.",
        ),
        _CHECK_LATER,
    )


def _no_address(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The name {_host(url)} has no address (DNS).",
            f"Der Name {_host(url)} hat keine Adresse (DNS).",
        ),
        Sentence(
            "Check the spelling of the address and this machine's connection to the internet.",
            "Prüfen Sie die Schreibweise der Adresse und die Internetverbindung dieses Rechners.",
        ),
    )


def _no_connection(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{_host(url)} refuses the connection.",
            f"{_host(url)} lehnt die Verbindung ab.",
        ),
        _CHECK_LATER,
    )


def _timeout(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{_host(url)} did not deliver the page within the time limit.",
            f"{_host(url)} hat die Seite nicht innerhalb der Zeitgrenze geliefert.",
        ),
        _CHECK_LATER,
    )


def _broken_connection(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The connection to {_host(url)} broke before the page was complete.",
            f"Die Verbindung zu {_host(url)} brach ab, bevor die Seite vollständig war.",
        ),
        _CHECK_LATER,
    )


def _certificate(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"No secure connection to {_host(url)}: its certificate or the TLS handshake was"
            " refused.",
            f"Keine sichere Verbindung zu {_host(url)}: Zertifikat oder TLS-Handshake wurde"
            " abgelehnt.",
        ),
        Sentence(
            "Open the address in a browser. If it works there, check the clock and the root"
            " certificates of this machine; otherwise the provider has to act.",
            "Öffnen Sie die Adresse im Browser. Geht es dort, prüfen Sie Uhr und"
            " Stammzertifikate dieses Rechners; sonst muss der Anbieter handeln.",
        ),
    )


def _no_browser(_error: Exception, _url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            "This source needs a browser (`render: browser`), and no Chromium was found.",
            "Diese Quelle braucht einen Browser (`render: browser`), und es wurde kein Chromium"
            " gefunden.",
        ),
        Sentence(
            "Install Chromium (Debian: `apt install chromium`; anywhere: `playwright install"
            " chromium`) or name its path in the settings.",
            "Installieren Sie Chromium (Debian: `apt install chromium`; überall: `playwright"
            " install chromium`) oder nennen Sie seinen Pfad in den Einstellungen.",
        ),
        certain=True,
    )


def _browser_failed(_error: Exception, url: str) -> Problem:
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The browser could not load the page of {_host(url)}.",
            f"Der Browser konnte die Seite von {_host(url)} nicht laden.",
        ),
        _CHECK_LATER,
    )


def _endless(_error: Exception, _url: str) -> Problem:
    return Problem(
        ProblemKind.UNREADABLE,
        Sentence(
            "Pressing the buttons that the source names under `expand` comes to no end.",
            "Das Drücken der Knöpfe, die die Quelle unter `expand` nennt, nimmt kein Ende.",
        ),
        Sentence(
            "Correct the selectors, so that they find only buttons that unfold the page.",
            "Berichtigen Sie die Selektoren, sodass sie nur Knöpfe finden, die die Seite"
            " aufklappen.",
        ),
    )


_DESCRIBED: dict[type[Exception], Callable[[Exception, str], Problem]] = {
    RefusedAddressError: _refused_address,
    UnsupportedURLSchemeError: _refused_address,
    RobotsRefusedError: _robots,
    RobotsUnavailableError: _robots_unavailable,
    PauseAskedError: _pause,
    TooManyRedirectsError: _redirects,
    BadRedirectError: _redirects,
    TooLargeError: _too_large,
    # Scrapy raises it for one reason: the body passed DOWNLOAD_MAXSIZE.
    DownloadCancelledError: _too_large,
    UndecodableBodyError: _undecodable,
    CannotResolveHostError: _no_address,
    DownloadConnectionRefusedError: _no_connection,
    DownloadTimeoutError: _timeout,
    BrowserTimeoutError: _timeout,
    BrowserMissingError: _no_browser,
    BrowserFailedError: _browser_failed,
    UnfoldingError: _endless,
}
