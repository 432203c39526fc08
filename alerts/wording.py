"""The words of an alert that are ours, in each language the product speaks."""

from __future__ import annotations

from datetime import UTC, datetime

from babel.dates import format_datetime

from domain.change import PassageKind
from domain.flag import EvidenceStatus, Priority
from domain.problem import ProblemKind
from domain.sentence import Sentence
from domain.watchlist import DocumentKind, Status

LABELS: dict[str, Sentence] = {
    "re_review": Sentence("re-review", "neu prüfen"),
    "subject_more": Sentence("{first} and {n} more", "{first} und {n} weitere"),
    "title_one": Sentence("Re-review: {first}", "Neu prüfen: {first}"),
    "title_many": Sentence("{n} criteria to re-review", "{n} Kriterien neu zu prüfen"),
    "changed_between": Sentence(
        "Its wording changed between {before} and {after} (UTC).",
        "Der Wortlaut hat sich zwischen {before} und {after} (UTC) geändert.",
    ),
    "rated": Sentence("Rated", "Bewertung"),
    "not_rated": Sentence("not rated yet", "noch nicht bewertet"),
    "why": Sentence("Why", "Warum"),
    "what_changed": Sentence("What changed", "Was sich geändert hat"),
    "rests_on": Sentence("What the rating rests on", "Worauf die Bewertung beruht"),
    "rationale": Sentence("Rationale", "Begründung"),
    "evidence": Sentence("Evidence", "Beleg"),
    "passage": Sentence("Passage {n}", "Passage {n}"),
    "without_heading": Sentence("without a heading", "ohne Überschrift"),
    "copies_one": Sentence(
        "The same change stands in 1 other place.",
        "Dieselbe Änderung steht an 1 weiteren Stelle.",
    ),
    "copies_many": Sentence(
        "The same change stands in {n} other places.",
        "Dieselbe Änderung steht an {n} weiteren Stellen.",
    ),
    "shown_above_one": Sentence("Passage {list}, shown above.", "Passage {list}, siehe oben."),
    "shown_above_many": Sentence("Passages {list}, shown above.", "Passagen {list}, siehe oben."),
    "hidden_passages_one": Sentence(
        "1 more passage concerns this criterion.",
        "1 weitere Passage betrifft dieses Kriterium.",
    ),
    "hidden_passages_many": Sentence(
        "{n} more passages concern this criterion.",
        "{n} weitere Passagen betreffen dieses Kriterium.",
    ),
    "other_passages_one": Sentence(
        "1 other passage of this document changed without touching a criterion of {tool}.",
        "1 weitere Passage dieses Dokuments hat sich geändert, ohne ein Kriterium von {tool} "
        "zu berühren.",
    ),
    "other_passages_many": Sentence(
        "{n} other passages of this document changed without touching a criterion of {tool}.",
        "{n} weitere Passagen dieses Dokuments haben sich geändert, ohne ein Kriterium von "
        "{tool} zu berühren.",
    ),
    "cut_equal_one": Sentence("… 1 word unchanged …", "… 1 Wort unverändert …"),
    "cut_equal_many": Sentence("… {n} words unchanged …", "… {n} Wörter unverändert …"),
    "cut_insert_one": Sentence("… 1 more word added …", "… 1 weiteres Wort hinzugefügt …"),
    "cut_insert_many": Sentence("… {n} more words added …", "… {n} weitere Wörter hinzugefügt …"),
    "cut_delete_one": Sentence("… 1 more word removed …", "… 1 weiteres Wort entfernt …"),
    "cut_delete_many": Sentence("… {n} more words removed …", "… {n} weitere Wörter entfernt …"),
    "cut_mixed_one": Sentence("… 1 more word …", "… 1 weiteres Wort …"),
    "cut_mixed_many": Sentence(
        "… {n} more words, some of them changed …",
        "… {n} weitere Wörter, teils geändert …",
    ),
    "insert": Sentence("added", "hinzugefügt"),
    "delete": Sentence("removed", "entfernt"),
    "key": Sentence(
        "Struck through: removed. Underlined: added.",
        "Durchgestrichen: entfernt. Unterstrichen: hinzugefügt.",
    ),
    "key_text": Sentence(
        "[-removed-] and {{+added+}} mark the words.",
        "[-entfernt-] und {{+hinzugefügt+}} kennzeichnen die Wörter.",
    ),
    "review": Sentence("Review", "Prüfen"),
    "review_this": Sentence("Review this criterion", "Dieses Kriterium prüfen"),
    "in_history": Sentence("In the history", "Im Verlauf"),
    "whole_change": Sentence("The whole change", "Die ganze Änderung"),
    "source_history": Sentence("History of the source", "Verlauf der Quelle"),
    "rating_page": Sentence("Page of the rating", "Seite der Bewertung"),
    "provider_page": Sentence("Page of the provider", "Seite des Anbieters"),
    "to_decide": Sentence("To decide", "Zum Entscheiden"),
    "because_editor": Sentence(
        "You get this because you are an editor of {tool}.",
        "Sie erhalten dies, weil Sie {tool} redaktionell betreuen.",
    ),
    "because_keeper": Sentence(
        "Sent to those who keep the watchlist and to editors whose ratings rest on a page "
        "that cannot be read.",
        "Gesendet an alle, die die Beobachtungsliste pflegen, und an Redaktionen, deren "
        "Bewertungen auf einer nicht lesbaren Seite beruhen.",
    ),
    "problem_title": Sentence("A source cannot be read", "Eine Quelle ist nicht lesbar"),
    "reminder_title": Sentence(
        "A source still cannot be read", "Eine Quelle ist weiterhin nicht lesbar"
    ),
    "recovered_title": Sentence("A source can be read again", "Eine Quelle ist wieder lesbar"),
    "problem_subject": Sentence("{problem}", "{problem}"),
    "reminder_subject": Sentence("Still: {problem}", "Weiterhin: {problem}"),
    "recovered_subject": Sentence("Can be read again", "Wieder lesbar"),
    "what_happened": Sentence("What happened", "Was geschehen ist"),
    "what_was": Sentence("What it was", "Was es war"),
    "what_to_do": Sentence("What to do", "Was zu tun ist"),
    "since": Sentence("Since {since} (UTC)", "Seit {since} (UTC)"),
    "since_days_one": Sentence("Since {since} (UTC), 1 day", "Seit {since} (UTC), 1 Tag"),
    "since_days_many": Sentence("Since {since} (UTC), {n} days", "Seit {since} (UTC), {n} Tage"),
    "affected": Sentence("Ratings that rest on it", "Bewertungen, die darauf beruhen"),
    "cited_only": Sentence(
        "cited on the page, no evidence of a rating",
        "auf der Seite zitiert, kein Beleg einer Bewertung",
    ),
    "uncited": Sentence("No tool cites this source.", "Kein Tool zitiert diese Quelle."),
    "meanwhile": Sentence(
        "Until it can be read again, the last good version stays the one that is compared "
        "with: a change made in the meantime is found then.",
        "Bis sie wieder lesbar ist, bleibt die letzte gute Fassung die Vergleichsbasis: "
        "Änderungen aus der Zwischenzeit werden dann gefunden.",
    ),
}

STATUSES = {
    Status.YES: Sentence("Yes", "Ja"),
    Status.PARTLY: Sentence("Partly", "Teilweise"),
    Status.NO: Sentence("No", "Nein"),
}

URGENCIES = {
    Priority.EVIDENCE: Sentence("Evidence affected", "Beleg betroffen"),
    Priority.DIRECTION: Sentence("Direction reversed", "Aussage umgekehrt"),
    Priority.NORMAL: Sentence("", ""),
    Priority.LOW: Sentence("Low priority", "Nachrangig"),
}

EVIDENCE = {
    EvidenceStatus.INTACT: Sentence("unchanged", "unverändert"),
    EvidenceStatus.MOVED: Sentence("moved, same words", "verschoben, gleicher Wortlaut"),
    EvidenceStatus.REWORDED: Sentence("reworded", "umformuliert"),
    EvidenceStatus.GONE: Sentence("gone", "entfallen"),
    EvidenceStatus.NEVER_FOUND: Sentence(
        "not found in either version", "in keiner der Fassungen gefunden"
    ),
}

PASSAGES = {
    PassageKind.ADDED: Sentence("added", "neu"),
    PassageKind.REMOVED: Sentence("removed", "entfernt"),
    PassageKind.REWORDED: Sentence("reworded", "umformuliert"),
    PassageKind.MOVED: Sentence("moved", "verschoben"),
}

DOCUMENTS = {
    DocumentKind.PRIVACY_POLICY: Sentence("Privacy policy", "Datenschutzerklärung"),
    DocumentKind.DPA: Sentence("Data processing agreement", "Auftragsverarbeitungsvertrag"),
    DocumentKind.TERMS: Sentence("Terms", "Nutzungsbedingungen"),
    DocumentKind.SUBPROCESSORS: Sentence("Subprocessor list", "Liste der Unterauftragnehmer"),
    DocumentKind.COOKIES: Sentence("Cookie policy", "Cookie-Richtlinie"),
    DocumentKind.DOCS: Sentence("Documentation", "Dokumentation"),
    DocumentKind.HELP: Sentence("Help article", "Hilfeartikel"),
    DocumentKind.IMPRINT: Sentence("Legal notice", "Impressum"),
    DocumentKind.POLICY: Sentence("Policy", "Richtlinie"),
    DocumentKind.OTHER: Sentence("Source", "Quelle"),
}

PROBLEMS = {
    ProblemKind.UNREACHABLE: Sentence("Unreachable", "Nicht erreichbar"),
    ProblemKind.REFUSED_ADDRESS: Sentence("Address refused", "Adresse abgelehnt"),
    ProblemKind.ROBOTS: Sentence("robots.txt forbids it", "Von robots.txt untersagt"),
    ProblemKind.HTTP_ERROR: Sentence("Server error", "Fehler des Servers"),
    ProblemKind.GONE: Sentence("Page is gone", "Seite entfallen"),
    ProblemKind.BLOCKED: Sentence("Blocked by a bot defence", "Von einer Bot-Abwehr blockiert"),
    ProblemKind.LOGIN: Sentence("Asks for a login", "Verlangt eine Anmeldung"),
    ProblemKind.CONSENT: Sentence("Only a cookie dialog", "Nur ein Cookie-Dialog"),
    ProblemKind.ERROR_PAGE: Sentence("An error page", "Eine Fehlerseite"),
    ProblemKind.REDIRECT_STUB: Sentence("Only says it moved", "Verweist nur weiter"),
    ProblemKind.MOVED: Sentence("Leads elsewhere", "Führt woandershin"),
    ProblemKind.MOVED_PERMANENTLY: Sentence("Moved for good", "Dauerhaft umgezogen"),
    ProblemKind.SHELL: Sentence("Needs a browser", "Braucht einen Browser"),
    ProblemKind.EMPTY: Sentence("Empty page", "Leere Seite"),
    ProblemKind.COLLAPSED: Sentence("Most of the text is missing", "Der meiste Text fehlt"),
    ProblemKind.EXPLODED: Sentence("Far too much text", "Viel zu viel Text"),
    ProblemKind.OTHER_LANGUAGE: Sentence("In another language", "In anderer Sprache"),
    ProblemKind.OTHER_DOCUMENT: Sentence("Another document", "Ein anderes Dokument"),
    ProblemKind.TOO_LARGE: Sentence("Too large", "Zu groß"),
    ProblemKind.UNREADABLE: Sentence("Unreadable file", "Unlesbare Datei"),
    ProblemKind.CRASHED: Sentence("Crashed while reading", "Absturz beim Lesen"),
}

_DATE = Sentence("d MMMM y, HH:mm", "d. MMMM y, HH:mm")


def label(name: str, language: str, **values: object) -> str:
    """Return our words for `name`; an `n` other than 1 takes the plural where there is one."""
    if "n" in values and f"{name}_one" in LABELS:
        name = f"{name}_one" if values["n"] == 1 else f"{name}_many"
    return LABELS[name].in_language(language).format(**values)


def date(moment: datetime, language: str) -> str:
    """Return day and time in UTC as people write it: "27 July 2026, 08:00"."""
    return format_datetime(
        moment.astimezone(UTC), _DATE.in_language(language), tzinfo=UTC, locale=language
    )
