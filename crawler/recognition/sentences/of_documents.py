"""Troubles that the extracted text tells, alone or against the last good version."""

from crawler.recognition.sentences.advice import CHECK_EXTRACTION, COMPARE_BY_EYE, WAIT
from crawler.recognition.sentences.of_responses import REDIRECTED_AWAY
from crawler.recognition.trouble import Trouble
from domain.problem import ProblemKind
from domain.sentence import Sentence

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
    CHECK_EXTRACTION,
)
NOTHING_KEPT = Trouble(
    ProblemKind.EMPTY,
    Sentence(
        "None of the page's {words} words could be told to be the document.",
        "Keines der {words} Wörter der Seite ließ sich als Dokument erkennen.",
    ),
    CHECK_EXTRACTION,
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
    WAIT,
)
ERROR_INSIDE = Trouble(
    ProblemKind.ERROR_PAGE,
    Sentence(
        "A part of the page was replaced by an error message: “{text}”",
        "Ein Teil der Seite ist durch eine Fehlermeldung ersetzt: „{text}“",
    ),
    WAIT,
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
    COMPARE_BY_EYE,
)
COLLAPSED = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "Most of the text is missing: {words} words instead of {expected}.",
        "Der größte Teil des Textes fehlt: {words} statt {expected} Wörter.",
    ),
    COMPARE_BY_EYE,
)
CUT_OFF = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "The text breaks off in the middle of a sentence: “{text}”",
        "Der Text bricht mitten im Satz ab: „{text}“",
    ),
    COMPARE_BY_EYE,
)
ENDS_EARLY = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "The page breaks off before its end: {words} words instead of {expected}.",
        "Die Seite bricht vor ihrem Ende ab: {words} statt {expected} Wörter.",
    ),
    COMPARE_BY_EYE,
)
HALF_READ = Trouble(
    ProblemKind.COLLAPSED,
    COLLAPSED.what,
    CHECK_EXTRACTION,
)
EXPLODED = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The page holds many times the text: {words} words instead of {expected}.",
        "Die Seite enthält ein Vielfaches des Textes: {words} statt {expected} Wörter.",
    ),
    COMPARE_BY_EYE,
)
TWICE = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The whole text stands on the page twice.",
        "Der ganze Text steht doppelt auf der Seite.",
    ),
    CHECK_EXTRACTION,
)
ONCE_OF_TWICE = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "The whole text stood on the page twice before.",
        "Der ganze Text stand zuvor doppelt auf der Seite.",
    ),
    CHECK_EXTRACTION,
)
PAGE_AROUND = Trouble(
    ProblemKind.EXPLODED,
    Sentence(
        "Menus or scripts of the page stand before one of the texts ({words} words); nothing else "
        "differs.",
        "Vor einem der Texte stehen Menüs oder Skripte der Seite ({words} Wörter); sonst "
        "unterscheidet sich nichts.",
    ),
    CHECK_EXTRACTION,
)
THINNED = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "Items are missing by a pattern in {rows} rows of tables, and nothing else changed: the "
        "page was read incompletely.",
        "In {rows} Tabellenzeilen fehlen Einträge nach einem Muster, sonst änderte sich "
        "nichts: Die Seite wurde unvollständig gelesen.",
    ),
    CHECK_EXTRACTION,
)
PART_OF_TABLE = Trouble(
    ProblemKind.COLLAPSED,
    Sentence(
        "Only one page of the table arrived: {rows} rows, where it had {expected} before.",
        "Nur eine Seite der Tabelle kam an: {rows} Zeilen, wo sie zuvor {expected} hatte.",
    ),
    Sentence(
        "Set `render: browser` and `expand` to the button that shows the other rows.",
        "Setzen Sie `render: browser` und `expand` auf den Knopf, der die übrigen Zeilen zeigt.",
    ),
)
