"""Troubles that the answer of a server tells by itself."""

from dataclasses import replace

from crawler.recognition.sentences.advice import BY_HAND, FIND_NEW_ADDRESS, WAIT
from crawler.recognition.trouble import Trouble
from domain.problem import ProblemKind
from domain.sentence import Sentence

GONE = Trouble(
    ProblemKind.GONE,
    Sentence(
        "The page is gone: the server answered {status}.",
        "Die Seite gibt es nicht mehr: Der Server antwortete mit {status}.",
    ),
    FIND_NEW_ADDRESS,
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
GATED = Trouble(
    ProblemKind.LOGIN,
    Sentence(
        "Only the beginning of the document is shown; the rest asks for a login.",
        "Nur der Anfang des Dokuments ist zu sehen; für den Rest muss man sich anmelden.",
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
    BY_HAND,
    certain=True,
)
CHALLENGED_BY_MARKS = replace(CHALLENGED, certain=False)
CHALLENGE_PAGE = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "A page that keeps robots out arrived instead of the document.",
        "Statt des Dokuments kam eine Seite, die Roboter fernhält.",
    ),
    BY_HAND,
)
REFUSED = Trouble(
    ProblemKind.BLOCKED,
    Sentence(
        "The server refuses to give us the page (status {status}).",
        "Der Server verweigert uns die Seite (Status {status}).",
    ),
    BY_HAND,
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
    WAIT,
)
ONLY_A_PART = Trouble(
    ProblemKind.HTTP_ERROR,
    Sentence(
        "The server sent only a part of the page (status {status}), though it was asked for all "
        "of it.",
        "Der Server hat nur einen Teil der Seite gesendet (Status {status}), obwohl die ganze "
        "verlangt war.",
    ),
    WAIT,
)
ENDLESS_REDIRECT = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The server sends us on (status {status}), but to no page.",
        "Der Server leitet uns weiter (Status {status}), aber auf keine Seite.",
    ),
    FIND_NEW_ADDRESS,
)
REDIRECTED_HOME = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The address leads to the front page {address} instead of the document.",
        "Die Adresse führt auf die Startseite {address} statt zum Dokument.",
    ),
    FIND_NEW_ADDRESS,
)
REDIRECTED_UP = Trouble(
    ProblemKind.MOVED,
    Sentence(
        "The address leads to the overview {address} instead of the document.",
        "Die Adresse führt auf die Übersicht {address} statt zum Dokument.",
    ),
    FIND_NEW_ADDRESS,
)
REDIRECTED_TO_ERROR = Trouble(
    ProblemKind.ERROR_PAGE,
    Sentence(
        "The address leads to the error page {address}.",
        "Die Adresse führt auf die Fehlerseite {address}.",
    ),
    FIND_NEW_ADDRESS,
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
