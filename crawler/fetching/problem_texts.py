"""What an editor is told about each error of fetching: what it is, and what to do.

One function an error, from the error and the address to a `Problem`.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from crawler.fetching.addresses import RefusedAddressError
from crawler.fetching.errors import PauseAskedError, RobotsUnavailableError
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


def host_of(url: str) -> str:
    """Return the host of an address, or the address itself where there is none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url


def refused_address(error: Exception, url: str) -> Problem:
    """Say that the address is not public or not of the web."""
    address = error.address if isinstance(error, RefusedAddressError) else url
    return Problem(
        ProblemKind.REFUSED_ADDRESS,
        Sentence(
            f"{address} is not a public web address (http or https), so it is not fetched.",
            f"{address} ist keine öffentliche Webadresse (http oder https) und wird deshalb"
            " nicht abgerufen.",
        ),
        Sentence(
            "Correct the address in the watchlist. For pages of your own network, set"
            " fetch.allow_private to true (CLAUSEWATCH_FETCH_ALLOW_PRIVATE).",
            "Berichtigen Sie die Adresse in der Beobachtungsliste. Für Seiten des eigenen"
            " Netzes fetch.allow_private auf true setzen (CLAUSEWATCH_FETCH_ALLOW_PRIVATE).",
        ),
        certain=True,
    )


def robots(_error: Exception, url: str) -> Problem:
    """Say that robots.txt forbids the page."""
    return Problem(
        ProblemKind.ROBOTS,
        Sentence(
            f"The robots.txt of {host_of(url)} asks robots not to fetch this page.",
            f"Die robots.txt von {host_of(url)} bittet Roboter, diese Seite nicht abzurufen.",
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


def robots_unavailable(error: Exception, url: str) -> Problem:
    """Say that robots.txt cannot be read for now."""
    status = error.status if isinstance(error, RobotsUnavailableError) else 0
    return Problem(
        ProblemKind.ROBOTS,
        Sentence(
            f"The robots.txt of {host_of(url)} answers with a server error ({status}), which"
            " asks robots to stay away for now.",
            f"Die robots.txt von {host_of(url)} antwortet mit einem Serverfehler ({status});"
            " das bittet Roboter, vorerst fernzubleiben.",
        ),
        _CHECK_LATER,
    )


_LONG_PAUSE = 86_400.0
"""Seconds: who wants to be left alone for longer keeps a source out of sight."""


def pause(error: Exception, url: str) -> Problem:
    """Say for how long the server wants to be left alone."""
    status, seconds = (
        (error.status, error.seconds) if isinstance(error, PauseAskedError) else (0, 0.0)
    )
    minutes = max(1, round(seconds / 60))
    return Problem(
        ProblemKind.HTTP_ERROR,
        Sentence(
            f"{host_of(url)} answers {status} and asks for a pause of {minutes} min.",
            f"{host_of(url)} antwortet {status} und bittet um eine Pause von {minutes} min.",
        ),
        Sentence(
            "Nothing to do: the source is checked again after the pause.",
            "Nichts zu tun: Die Quelle wird nach der Pause wieder geprüft.",
        ),
        # Nothing would confirm it before the pause is over; nobody would know until then.
        certain=seconds > _LONG_PAUSE,
    )


def redirects(_error: Exception, url: str) -> Problem:
    """Say that redirects lead nowhere."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{host_of(url)} redirects in a circle or to something that is no address.",
            f"{host_of(url)} leitet im Kreis weiter oder zu etwas, das keine Adresse ist.",
        ),
        _CHECK_ADDRESS,
    )


def too_large(_error: Exception, url: str) -> Problem:
    """Say that the body passes the limit."""
    return Problem(
        ProblemKind.TOO_LARGE,
        Sentence(
            f"What {host_of(url)} sends is larger than the limit for a page.",
            f"Was {host_of(url)} sendet, ist größer als für eine Seite erlaubt.",
        ),
        Sentence(
            "Check that the address leads to a document, or raise the limit in the settings.",
            "Prüfen Sie, ob die Adresse zu einem Dokument führt, oder heben Sie die Grenze in"
            " den Einstellungen an.",
        ),
        certain=True,
    )


def undecodable(_error: Exception, url: str) -> Problem:
    """Say that the body is not in its content encoding."""
    return Problem(
        ProblemKind.UNREADABLE,
        Sentence(
            f"{host_of(url)} sends a body that cannot be decompressed.",
            f"{host_of(url)} sendet einen Inhalt, der sich nicht entpacken lässt.",
        ),
        _CHECK_LATER,
    )


def no_address(_error: Exception, url: str) -> Problem:
    """Say that the name does not resolve."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The name {host_of(url)} has no address (DNS).",
            f"Der Name {host_of(url)} hat keine Adresse (DNS).",
        ),
        Sentence(
            "Check the spelling of the address and this machine's connection to the internet.",
            "Prüfen Sie die Schreibweise der Adresse und die Internetverbindung dieses Rechners.",
        ),
    )


def no_connection(_error: Exception, url: str) -> Problem:
    """Say that nobody answers at the address."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{host_of(url)} refuses the connection.",
            f"{host_of(url)} lehnt die Verbindung ab.",
        ),
        _CHECK_LATER,
    )


def timeout(_error: Exception, url: str) -> Problem:
    """Say that it took too long."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"{host_of(url)} did not deliver the page within the time limit.",
            f"{host_of(url)} hat die Seite nicht innerhalb der Zeitgrenze geliefert.",
        ),
        _CHECK_LATER,
    )


def broken_connection(_error: Exception, url: str) -> Problem:
    """Say that the connection broke."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The connection to {host_of(url)} broke before the page was complete.",
            f"Die Verbindung zu {host_of(url)} brach ab, bevor die Seite vollständig war.",
        ),
        _CHECK_LATER,
    )


def certificate(_error: Exception, url: str) -> Problem:
    """Say that the server could not prove who it is."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"No secure connection to {host_of(url)}: its certificate or the TLS handshake was"
            " refused.",
            f"Keine sichere Verbindung zu {host_of(url)}: Zertifikat oder TLS-Handshake wurde"
            " abgelehnt.",
        ),
        Sentence(
            "Open the address in a browser. If it works there, check the clock and the root"
            " certificates of this machine; otherwise the provider has to act.",
            "Öffnen Sie die Adresse im Browser. Geht es dort, prüfen Sie Uhr und"
            " Stammzertifikate dieses Rechners; sonst muss der Anbieter handeln.",
        ),
    )


def no_browser(_error: Exception, _url: str) -> Problem:
    """Say that a browser is missing and how to get one."""
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


def browser_failed(_error: Exception, url: str) -> Problem:
    """Say that the browser gave up on the page."""
    return Problem(
        ProblemKind.UNREACHABLE,
        Sentence(
            f"The browser could not load the page of {host_of(url)}.",
            f"Der Browser konnte die Seite von {host_of(url)} nicht laden.",
        ),
        _CHECK_LATER,
    )


def endless(_error: Exception, _url: str) -> Problem:
    """Say that pressing comes to no end."""
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
