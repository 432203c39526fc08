"""What our own values are called, in each language the product speaks."""

from __future__ import annotations

from domain.change import FindingKind, PassageKind, Significance
from domain.flag import EvidenceStatus, Priority
from domain.problem import ProblemKind
from domain.sentence import Sentence
from domain.watchlist import DocumentKind, Status

STATUSES = {
    Status.YES: Sentence("Yes", "Ja"),
    Status.PARTLY: Sentence("Partly", "Teilweise"),
    Status.NO: Sentence("No", "Nein"),
}

URGENCIES = {
    Priority.EVIDENCE: Sentence("Evidence affected", "Beleg betroffen"),
    Priority.DIRECTION: Sentence("Promise changed", "Zusage geändert"),
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

SIGNIFICANCES = {
    Significance.NONE: Sentence("No change of meaning", "Keine Änderung im Sinn"),
    Significance.EDITORIAL: Sentence("Editorial", "Redaktionell"),
    Significance.SUBSTANTIVE: Sentence("Substantive", "Inhaltlich"),
}

FINDINGS = {
    FindingKind.NEGATION_ADDED: Sentence("Negation added", "Verneinung hinzugefügt"),
    FindingKind.NEGATION_REMOVED: Sentence("Negation removed", "Verneinung entfallen"),
    FindingKind.MODAL_STRENGTHENED: Sentence("Stronger obligation", "Stärkere Verpflichtung"),
    FindingKind.MODAL_WEAKENED: Sentence("Weaker obligation", "Schwächere Verpflichtung"),
    FindingKind.MODAL_CHANGED: Sentence("Obligation changed", "Verpflichtung geändert"),
    FindingKind.QUANTIFIER_CHANGED: Sentence("Extent changed", "Umfang geändert"),
    FindingKind.DEFAULT_CHANGED: Sentence("Default changed", "Voreinstellung geändert"),
    FindingKind.NUMBER_CHANGED: Sentence("Number changed", "Zahl geändert"),
    FindingKind.PERIOD_CHANGED: Sentence("Period changed", "Frist geändert"),
    FindingKind.EFFECTIVE_DATE_CHANGED: Sentence("Date in force changed", "Stand geändert"),
    FindingKind.PARTY_ADDED: Sentence("Party added", "Beteiligter hinzugefügt"),
    FindingKind.PARTY_REMOVED: Sentence("Party removed", "Beteiligter entfallen"),
    FindingKind.REGION_ADDED: Sentence("Region added", "Region hinzugefügt"),
    FindingKind.REGION_REMOVED: Sentence("Region removed", "Region entfallen"),
    FindingKind.EXCEPTION_ADDED: Sentence("Exception added", "Ausnahme hinzugefügt"),
    FindingKind.EXCEPTION_REMOVED: Sentence("Exception removed", "Ausnahme entfallen"),
    FindingKind.SCOPE_CHANGED: Sentence("Scope changed", "Geltungsbereich geändert"),
    FindingKind.SENTENCE_ADDED: Sentence("Sentence added", "Satz hinzugefügt"),
    FindingKind.SENTENCE_REMOVED: Sentence("Sentence removed", "Satz entfallen"),
    FindingKind.RENAMED: Sentence("Renamed throughout", "Durchgehend umbenannt"),
}
