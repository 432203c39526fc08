"""What an editor is told of each trouble: what arrived instead, and what to do about it.

One row a trouble; `problem(row, ...)` fills in the facts. Words in braces are facts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence

_LONGEST_FACT = 160


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way of not being the document, in the words of both languages."""

    kind: ProblemKind
    what: Sentence
    advice: Sentence
    certain: bool = False


def problem(trouble: Trouble, **facts: object) -> Problem:
    """Return the trouble as a problem, with the facts of the case filled in.

    Facts may come from the web: they are cut short and kept to one line.
    """
    safe = {name: " ".join(str(fact).split())[:_LONGEST_FACT] for name, fact in facts.items()}
    return Problem(
        kind=trouble.kind,
        what=_filled(trouble.what, safe),
        advice=_filled(trouble.advice, safe),
        certain=trouble.certain,
    )


def _filled(sentence: Sentence, facts: dict[str, str]) -> Sentence:
    return Sentence(en=sentence.en.format(**facts), de=sentence.de.format(**facts))


_FIND_NEW_ADDRESS = Sentence(
    "Look for the document on the provider's site and put its new address into the watchlist.",
    "Suchen Sie das Dokument auf der Website des Anbieters und tragen Sie die neue Adresse in "
    "die Watchlist ein.",
)
_WAIT = Sentence(
    "Usually this passes by itself; if it stays, open the page in a browser and check the "
    "address in the watchlist.",
    "Meist vergeht das von selbst; bleibt es so, öffnen Sie die Seite im Browser und prüfen "
    "Sie die Adresse in der Watchlist.",
)
_BY_HAND = Sentence(
    "Try `render: browser` for this source; if the site still refuses, save the page by hand "
    "and store it with `clausewatch capture`.",
    "Versuchen Sie `render: browser` für diese Quelle; weist die Website sie weiter ab, "
    "speichern Sie die Seite von Hand und legen Sie sie mit `clausewatch capture` ab.",
)
_COMPARE_BY_EYE = Sentence(
    "Open the page in a browser. If it is the document, accept this capture as its new "
    "version; if not, correct the address or the selectors in the watchlist.",
    "Öffnen Sie die Seite im Browser. Ist sie das Dokument, übernehmen Sie diesen Abruf als "
    "neue Version; wenn nicht, berichtigen Sie Adresse oder Selektoren in der Watchlist.",
)
_CHECK_EXTRACTION = Sentence(
    "Run `clausewatch extract` on the source to see what was kept and dropped, and set "
    "`select` or `remove` in the watchlist.",
    "Sehen Sie mit `clausewatch extract` nach, was behalten und was weggelassen wurde, und "
    "setzen Sie `select` oder `remove` in der Watchlist.",
)

GONE = Trouble(
    ProblemKind.GONE,
    Sentence(
        "The page is gone: the server answered {status}.",
        "Die Seite gibt es nicht mehr: Der Server antwortete mit {status}.",
    ),
    _FIND_NEW_ADDRESS,
    certain=True,
)
NEEDS_LOGIN = Trouble(
    ProblemKind.LOGIN,
    Sentence(
        "The server asks for a login (status {status}).",
        "Der Server verlangt eine Anmeldung (Status {status}).",
    ),
    Sentence(
        "Look for a public copy of the document, or save it by hand and store it with "
        "`clausewatch capture`.",
        "Suchen Sie eine öffentliche Fassung des Dokuments oder speichern Sie es von Hand und "
        "legen Sie es mit `clausewatch capture` ab.",
    ),
)
LOGIN_PAGE = Trouble(
    ProblemKind.LOGIN,
    Sentence(
        "A login page arrived instead of the document.",
        "Statt des Dokuments kam eine Anmeldeseite.",
    ),
    NEEDS_LOGIN.advice,
)
CHALLENGED = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "The site's bot defence ({defence}) answered with a challenge instead of the document.",
        "Die Bot-Abwehr der Website ({defence}) antwortete mit einer Prüfung statt mit dem "
        "Dokument.",
    ),
    _BY_HAND,
    certain=True,
)
CHALLENGED_BY_MARKS = replace(CHALLENGED, certain=False)
CHALLENGE_PAGE = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "A page that keeps robots out arrived instead of the document.",
        "Statt des Dokuments kam eine Seite, die Roboter fernhält.",
    ),
    _BY_HAND,
)
REFUSED = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "The server refuses to give us the page (status {status}).",
        "Der Server verweigert uns die Seite (Status {status}).",
    ),
    _BY_HAND,
)
TOO_OFTEN = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "The server says that we ask too often (status 429).",
        "Der Server meldet, dass wir zu oft anfragen (Status 429).",
    ),
    Sentence(
        "Set a longer `every` for the sources of this site.",
        "Setzen Sie für die Quellen dieser Website ein längeres `every`.",
    ),
)
HTTP_ERROR = Trouble(
    ProblemKind.HTTP_ERROR,
    Sentence(
        "The server answered with an error (status {status}).",
        "Der Server antwortete mit einem Fehler (Status {status}).",
    ),
    _WAIT,
)
ENDLESS_REDIRECT = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The server sends us on (status {status}), but to no page.",
        "Der Server leitet uns weiter (Status {status}), aber auf keine Seite.",
    ),
    _FIND_NEW_ADDRESS,
)
REDIRECTED_HOME = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The address leads to the front page {address} instead of the document.",
        "Die Adresse führt auf die Startseite {address} statt zum Dokument.",
    ),
    _FIND_NEW_ADDRESS,
)
REDIRECTED_UP = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The address leads to the overview {address} instead of the document.",
        "Die Adresse führt auf die Übersicht {address} statt zum Dokument.",
    ),
    _FIND_NEW_ADDRESS,
)
REDIRECTED_TO_ERROR = Trouble(
    ProblemKind.ERROR_PAGE,
    Sentence(
        "The address leads to the error page {address}.",
        "Die Adresse führt auf die Fehlerseite {address}.",
    ),
    _FIND_NEW_ADDRESS,
)
REDIRECTED_AWAY = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The address leads to another page: {address}.",
        "Die Adresse führt auf eine andere Seite: {address}.",
    ),
    Sentence(
        "If that is the document, put the new address into the watchlist; if not, look for it "
        "on the provider's site.",
        "Ist das das Dokument, tragen Sie die neue Adresse in die Watchlist ein; wenn nicht, "
        "suchen Sie es auf der Website des Anbieters.",
    ),
)
SENDS_ON = Trouble(
    ProblemKind.REDIRECT_STUB,
    Sentence(
        "The page holds nothing but a redirect to {address}.",
        "Die Seite enthält nur eine Weiterleitung auf {address}.",
    ),
    REDIRECTED_AWAY.advice,
)
SAYS_IT_MOVED = Trouble(
    ProblemKind.REDIRECT_STUB,
    Sentence(
        "The page only says that it has moved: “{text}”",
        "Die Seite sagt nur, dass sie umgezogen ist: „{text}“",
    ),
    REDIRECTED_AWAY.advice,
)
EMPTY = Trouble(
    ProblemKind.EMPTY,
    Sentence(
        "The page arrived without text ({words} words).",
        "Die Seite kam ohne Text an ({words} Wörter).",
    ),
    _CHECK_EXTRACTION,
)
NOTHING_KEPT = Trouble(
    ProblemKind.EMPTY,
    Sentence(
        "None of the page's {words} words could be told to be the document.",
        "Keines der {words} Wörter der Seite ließ sich als Dokument erkennen.",
    ),
    _CHECK_EXTRACTION,
)
SHELL = Trouble(
    ProblemKind.SHELL,
    Sentence(
        "Only a shell of scripts arrived ({words} words); the text is loaded in the browser.",
        "Es kam nur ein Gerüst aus Skripten ({words} Wörter); den Text lädt erst der Browser.",
    ),
    Sentence(
        "Set `render: browser` for this source.",
        "Setzen Sie `render: browser` für diese Quelle.",
    ),
)
SHELL_IN_BROWSER = Trouble(
    ProblemKind.SHELL,
    SHELL.what,
    Sentence(
        "Even a browser saw no text: open the page yourself, and store it with "
        "`clausewatch capture` if it shows the document.",
        "Selbst ein Browser sah keinen Text: Öffnen Sie die Seite selbst und legen Sie sie mit "
        "`clausewatch capture` ab, wenn sie das Dokument zeigt.",
    ),
)
ERROR_PAGE = Trouble(
    ProblemKind.ERROR_PAGE,
    Sentence(
        "The page reports an error, although the server called it fine: “{text}”",
        "Die Seite meldet einen Fehler, obwohl der Server sie für gut erklärt: „{text}“",
    ),
    _WAIT,
)
ERROR_INSIDE = Trouble(
    ProblemKind.ERROR_PAGE,
    Sentence(
        "A part of the page was replaced by an error message: “{text}”",
        "Ein Teil der Seite ist durch eine Fehlermeldung ersetzt: „{text}“",
    ),
    _WAIT,
)
CONSENT = Trouble(
    ProblemKind.CONSENT,
    Sentence(
        "Only the cookie dialog arrived, not the document.",
        "Es kam nur der Cookie-Dialog, nicht das Dokument.",
    ),
    Sentence(
        "Set `select` to the part of the page that holds the document; if it is not in the "
        "page at all, try `render: browser`.",
        "Setzen Sie `select` auf den Teil der Seite, der das Dokument enthält; steht es gar "
        "nicht in der Seite, versuchen Sie `render: browser`.",
    ),
)
CONSENT_INSIDE = Trouble(
    ProblemKind.CONSENT,
    Sentence(
        "A cookie dialog makes up {percent} % of the text.",
        "Ein Cookie-Dialog macht {percent} % des Textes aus.",
    ),
    Sentence(
        "Set `remove` to the selector of the dialog.",
        "Setzen Sie `remove` auf den Selektor des Dialogs.",
    ),
)
OTHER_LANGUAGE = Trouble(
    ProblemKind.OTHER_LANGUAGE,
    Sentence(
        "The page arrived in another language ({found} instead of {expected}).",
        "Die Seite kam in einer anderen Sprache ({found} statt {expected}).",
    ),
    Sentence(
        "If the site chooses the language by itself, put an address that names the language "
        "into the watchlist; if the change is meant, set `language: {found}`.",
        "Wählt die Website die Sprache selbst, tragen Sie eine Adresse mit Sprachangabe in die "
        "Watchlist ein; ist der Wechsel gewollt, setzen Sie `language: {found}`.",
    ),
)
OTHER_DOCUMENT = Trouble(
    ProblemKind.OTHER_DOCUMENT,
    Sentence(
        "Another page arrived: “{found}” instead of “{expected}”.",
        "Es kam eine andere Seite: „{found}“ statt „{expected}“.",
    ),
    _COMPARE_BY_EYE,
)
COLLAPSED = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "Most of the text is missing: {words} words instead of {expected}.",
        "Der größte Teil des Textes fehlt: {words} statt {expected} Wörter.",
    ),
    _COMPARE_BY_EYE,
)
HALF_READ = Trouble(
    ProblemKind.COLLAPSED,
    COLLAPSED.what,
    _CHECK_EXTRACTION,
)
EXPLODED = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The page holds many times the text: {words} words instead of {expected}.",
        "Die Seite enthält ein Vielfaches des Textes: {words} statt {expected} Wörter.",
    ),
    _COMPARE_BY_EYE,
)
TWICE = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The whole text stands on the page twice.",
        "Der ganze Text steht doppelt auf der Seite.",
    ),
    _CHECK_EXTRACTION,
)
ONCE_OF_TWICE = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The whole text stood on the page twice before.",
        "Der ganze Text stand zuvor doppelt auf der Seite.",
    ),
    _CHECK_EXTRACTION,
)
THINNED = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "Items are missing by a pattern in {rows} rows of tables, and nothing else changed: the "
        "page was read incompletely.",
        "In {rows} Tabellenzeilen fehlen Einträge nach einem Muster, sonst änderte sich "
        "nichts: Die Seite wurde unvollständig gelesen.",
    ),
    _CHECK_EXTRACTION,
)
