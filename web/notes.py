"""Why a change weighs what it does, in German: the notes of `review.meaning`.

They are stored in English with the change. What an older or newer version wrote and this
list does not have is shown as it is.
"""

from __future__ import annotations

from domain.sentence import Sentence

NOTES: dict[str, str] = {
    "the wording of a term changed": "Der Wortlaut einer Bestimmung hat sich geändert",
    "wording was added or removed": "Wortlaut kam hinzu oder entfiel",
    "reworded with the same meaning": "Gleicher Sinn in anderen Worten",
    "the same words in another order": "Dieselben Worte in anderer Reihenfolge",
    "a name was replaced throughout": "Ein Name wurde durchgehend ersetzt",
    "moved without a change of wording": "Verschoben, gleicher Wortlaut",
    "the same text stands elsewhere in the document": "Derselbe Text steht anderswo im Dokument",
    "the two versions read the same": "Beide Fassungen haben denselben Wortlaut",
    "the same date written differently": "Dasselbe Datum, anders geschrieben",
    "only the date of the document": "Nur der Stand des Dokuments",
    "only the date of the document changed": "Nur der Stand des Dokuments hat sich geändert",
    "only the number of the version changed": "Nur die Versionsnummer hat sich geändert",
    "only a cross-reference changed": "Nur ein Querverweis hat sich geändert",
    "only a pointer to further reading": "Nur ein Hinweis auf Weiterführendes",
    "only a pointer to further reading changed": (
        "Nur ein Hinweis auf Weiterführendes hat sich geändert"
    ),
    "only an identifier in the documentation": "Nur ein Bezeichner in der Dokumentation",
    "only an identifier in the documentation changed": (
        "Nur ein Bezeichner in der Dokumentation hat sich geändert"
    ),
    "only an example of code": "Nur ein Codebeispiel",
    "only an example of code changed": "Nur ein Codebeispiel hat sich geändert",
    "only an address of a page or a mailbox changed": (
        "Nur die Adresse einer Seite oder eines Postfachs hat sich geändert"
    ),
    "only a postal address changed": "Nur eine Postanschrift hat sich geändert",
    "only a telephone number changed": "Nur eine Telefonnummer hat sich geändert",
    "only the legal form of a company changed": "Nur die Rechtsform einer Firma hat sich geändert",
    "only a misspelling or an ending changed": (
        "Nur ein Schreibfehler oder eine Endung hat sich geändert"
    ),
    "only spelling or capitals changed": ("Nur Schreibweise oder Großschreibung hat sich geändert"),
    "only a doubled word changed": "Nur ein doppeltes Wort hat sich geändert",
    "only small words changed": "Nur kleine Wörter haben sich geändert",
    "only a heading": "Nur eine Überschrift",
    "only a label": "Nur eine Beschriftung",
    "only what the site was made with": "Nur, womit die Seite gemacht ist",
    "an announcement about the document, not a term of it": (
        "Eine Mitteilung über das Dokument, keine Bestimmung"
    ),
    "a label of the page, not of the document": (
        "Eine Beschriftung der Seite, nicht des Dokuments"
    ),
    "a choice of languages": "Eine Sprachauswahl",
    "a link to another language": "Ein Link zu einer anderen Sprache",
    "the title line of the page": "Die Titelzeile der Seite",
    "the title once more": "Noch einmal der Titel",
    "its heading once more": "Noch einmal die Überschrift",
    "a consent dialog in front of the text": "Eine Einwilligungsabfrage vor dem Text",
    "a counter of the consent dialog": "Ein Zähler der Einwilligungsabfrage",
    "a line of links": "Eine Zeile mit Links",
    "the way to the page": "Der Weg zur Seite",
    "a link to the next page": "Ein Link zur nächsten Seite",
    "only an abbreviation was written out": "Nur eine Abkürzung wurde ausgeschrieben",
    "a notice above the text": "Ein Hinweis über dem Text",
    "an entry of the table of contents": "Ein Eintrag des Inhaltsverzeichnisses",
    "an entry of a list of related pages": "Ein Eintrag einer Liste verwandter Seiten",
    "an entry of the page's navigation": "Ein Eintrag der Navigation",
    "an address hidden from robots shows differently": (
        "Eine vor Robotern verborgene Adresse wird anders angezeigt"
    ),
    "the same letters with other spaces between them": (
        "Dieselben Buchstaben mit anderen Leerzeichen dazwischen"
    ),
    "the head of a table that is drawn otherwise": (
        "Der Kopf einer Tabelle, die anders dargestellt wird"
    ),
    "only the numbers of its points": "Nur die Nummern seiner Punkte",
    "only how the reader is addressed changed": "Nur die Anrede hat sich geändert",
    "an answer stands in another column": "Eine Antwort steht in einer anderen Spalte",
    "a heading now bounds it otherwise": "Eine Überschrift begrenzt es jetzt anders",
    "a heading bounds what stood there before": (
        "Eine Überschrift begrenzt, was dort schon vorher stand"
    ),
    "a tick for a bullet": "Ein Häkchen statt eines Aufzählungszeichens",
    "the same text, broken at another place": "Derselbe Text, an anderer Stelle umbrochen",
    "the flag of a country that is named": "Die Flagge eines Landes, das genannt ist",
    "only how a number is written changed": "Nur die Schreibweise einer Zahl hat sich geändert",
    "the label of a box shows differently": "Die Beschriftung eines Feldes wird anders angezeigt",
}


def noted(text: str) -> Sentence | None:
    """Return a note, or the reason of a change that was made of some; None when unknown."""
    notes = [note[:1].lower() + note[1:] for note in text.removesuffix(".").split("; ")]
    german = [NOTES.get(note, "") for note in notes]
    if not all(german):
        return None
    en = "; ".join(notes)
    return Sentence(en[:1].upper() + en[1:], "; ".join((german[0], *map(_inside, german[1:]))))


def _inside(note: str) -> str:
    """Return a note as it goes on behind a semicolon: "nur", "gleicher" begin with no noun."""
    first = note.split(" ", 1)[0]
    return note[:1].lower() + note[1:] if first in _NO_NOUNS else note


_NO_NOUNS = frozenset({"Nur", "Gleicher", "Dieselben", "Dasselbe", "Derselbe", "Der", "Die", "Das"})
_NO_NOUNS |= {"Ein", "Eine", "Noch", "Beide", "Verschoben"}
