"""What an editor is told about each error of fetching: what it is, and what to do.

A table, one entry an error. `{host}` stands for the host of the address; what else stands
in braces is an attribute of the error.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.problem import ProblemKind
from domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one error."""

    kind: ProblemKind
    what: Sentence
    advice: Sentence
    certain: bool = False


_CHECK_LATER = Sentence(
    "Nothing to do unless it stays like this: the next check tries again.",
    "Nichts zu tun, solange es nicht dabei bleibt: Die nächste Prüfung versucht es erneut.",
)

REFUSED_ADDRESS = Told(
    ProblemKind.REFUSED_ADDRESS,
    Sentence(
        "{address} is not a public web address (http or https), so it is not fetched.",
        "{address} ist keine öffentliche Webadresse (http oder https) und wird deshalb nicht"
        " abgerufen.",
    ),
    Sentence(
        "Correct the address in the watchlist. For pages of your own network, set"
        " fetch.allow_private to true (CLAUSEWATCH_FETCH_ALLOW_PRIVATE).",
        "Berichtigen Sie die Adresse in der Beobachtungsliste. Für Seiten des eigenen Netzes"
        " fetch.allow_private auf true setzen (CLAUSEWATCH_FETCH_ALLOW_PRIVATE).",
    ),
    certain=True,
)
ROBOTS = Told(
    ProblemKind.ROBOTS,
    Sentence(
        "The robots.txt of {host} asks robots not to fetch this page.",
        "Die robots.txt von {host} bittet Roboter, diese Seite nicht abzurufen.",
    ),
    Sentence(
        "Ask the provider for permission and state it as `ignore_robots` of the source, or save"
        " the page by hand and store it with `clausewatch capture`.",
        "Bitten Sie den Anbieter um Erlaubnis und tragen Sie sie als `ignore_robots` der Quelle"
        " ein, oder speichern Sie die Seite von Hand und legen Sie sie mit"
        " `clausewatch capture` ab.",
    ),
    certain=True,
)
ROBOTS_UNAVAILABLE = Told(
    ProblemKind.ROBOTS,
    Sentence(
        "The robots.txt of {host} answers with a server error ({status}), which asks robots to"
        " stay away for now.",
        "Die robots.txt von {host} antwortet mit einem Serverfehler ({status}); das bittet"
        " Roboter, vorerst fernzubleiben.",
    ),
    _CHECK_LATER,
)
PAUSE = Told(
    ProblemKind.HTTP_ERROR,
    Sentence(
        "{host} answers {status} and asks for a pause of {minutes} min.",
        "{host} antwortet {status} und bittet um eine Pause von {minutes} min.",
    ),
    Sentence(
        "Nothing to do: the source is checked again after the pause.",
        "Nichts zu tun: Die Quelle wird nach der Pause wieder geprüft.",
    ),
)
REDIRECTS = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "{host} redirects in a circle or to something that is no address.",
        "{host} leitet im Kreis weiter oder zu etwas, das keine Adresse ist.",
    ),
    Sentence(
        "Open the address in a browser. If it moved, put the new address into the watchlist.",
        "Öffnen Sie die Adresse im Browser. Ist sie umgezogen, gehört die neue Adresse in die"
        " Beobachtungsliste.",
    ),
)
_RAISE_THE_LIMIT = Sentence(
    "Check that the address leads to a document, or raise fetch.max_bytes in clausewatch.toml"
    " (CLAUSEWATCH_FETCH_MAX_BYTES).",
    "Prüfen Sie, ob die Adresse zu einem Dokument führt, oder heben Sie fetch.max_bytes in"
    " clausewatch.toml an (CLAUSEWATCH_FETCH_MAX_BYTES).",
)
TOO_LARGE = Told(
    ProblemKind.TOO_LARGE,
    Sentence(
        "What {host} sends is larger than a page may be: the limit is {limit} bytes.",
        "Was {host} sendet, ist größer als für eine Seite erlaubt: Die Grenze liegt bei {limit}"
        " Bytes.",
    ),
    _RAISE_THE_LIMIT,
    certain=True,
)
TOO_LARGE_BY = Told(
    ProblemKind.TOO_LARGE,
    Sentence(
        "What {host} sends is larger than a page may be: {size} bytes, and the limit is {limit}.",
        "Was {host} sendet, ist größer als für eine Seite erlaubt: {size} Bytes, und die Grenze"
        " liegt bei {limit}.",
    ),
    _RAISE_THE_LIMIT,
    certain=True,
)
UNDECODABLE = Told(
    ProblemKind.UNREADABLE,
    Sentence(
        "{host} sends a body that cannot be decompressed.",
        "{host} sendet einen Inhalt, der sich nicht entpacken lässt.",
    ),
    _CHECK_LATER,
)
NO_ADDRESS = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "The name {host} has no address (DNS).",
        "Der Name {host} hat keine Adresse (DNS).",
    ),
    Sentence(
        "Check the spelling of the address and this machine's connection to the internet.",
        "Prüfen Sie die Schreibweise der Adresse und die Internetverbindung dieses Rechners.",
    ),
)
NO_CONNECTION = Told(
    ProblemKind.UNREACHABLE,
    Sentence("{host} refuses the connection.", "{host} lehnt die Verbindung ab."),
    _CHECK_LATER,
)
TIMEOUT = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "{host} did not deliver the page within the time limit.",
        "{host} hat die Seite nicht innerhalb der Zeitgrenze geliefert.",
    ),
    _CHECK_LATER,
)
BROKEN_CONNECTION = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "The connection to {host} broke before the page was complete.",
        "Die Verbindung zu {host} brach ab, bevor die Seite vollständig war.",
    ),
    _CHECK_LATER,
)
CERTIFICATE = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "No secure connection to {host}: its certificate or the TLS handshake was refused.",
        "Keine sichere Verbindung zu {host}: Zertifikat oder TLS-Handshake wurde abgelehnt.",
    ),
    Sentence(
        "Open the address in a browser. If it works there, check the clock and the root"
        " certificates of this machine; otherwise the provider has to act.",
        "Öffnen Sie die Adresse im Browser. Geht es dort, prüfen Sie Uhr und Stammzertifikate"
        " dieses Rechners; sonst muss der Anbieter handeln.",
    ),
)
NO_BROWSER = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "This source needs a browser (`render: browser`), and no Chromium was found.",
        "Diese Quelle braucht einen Browser (`render: browser`), und es wurde kein Chromium"
        " gefunden.",
    ),
    Sentence(
        "Install Chromium (Debian: `apt install chromium`; anywhere: `playwright install"
        " chromium`) or name its path as fetch.chromium_path in clausewatch.toml.",
        "Installieren Sie Chromium (Debian: `apt install chromium`; überall: `playwright install"
        " chromium`) oder nennen Sie seinen Pfad als fetch.chromium_path in clausewatch.toml.",
    ),
    certain=True,
)
BROWSER_FAILED = Told(
    ProblemKind.UNREACHABLE,
    Sentence(
        "The browser could not load the page of {host}.",
        "Der Browser konnte die Seite von {host} nicht laden.",
    ),
    _CHECK_LATER,
)
ENDLESS = Told(
    ProblemKind.UNREADABLE,
    Sentence(
        "Pressing the buttons that the source names under `expand` comes to no end.",
        "Das Drücken der Knöpfe, die die Quelle unter `expand` nennt, nimmt kein Ende.",
    ),
    Sentence(
        "Correct the selectors, so that they find only buttons that unfold the page.",
        "Berichtigen Sie die Selektoren, sodass sie nur Knöpfe finden, die die Seite aufklappen.",
    ),
)
