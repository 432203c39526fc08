"""The start page."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "start_title": Sentence("Overview", "Übersicht"),
    "alerts_kept_one": Sentence("1 alert was not sent", "1 Mitteilung ging nicht hinaus"),
    "alerts_kept_many": Sentence(
        "{n} alerts were not sent", "{n} Mitteilungen gingen nicht hinaus"
    ),
    "alerts_since": Sentence("waiting since {at} UTC", "wartend seit {at} UTC"),
    "alerts_given_up": Sentence(
        "{n} of them no longer tried by itself", "davon {n} nicht mehr von selbst versucht"
    ),
    "alerts_untried": Sentence(
        "none was tried yet; is smtp.host or outbox set, and does the worker or cron run?",
        "noch kein Versuch; ist smtp.host oder outbox gesetzt, und läuft der Worker oder Cron?",
    ),
    "alerts_what_to_do": Sentence(
        "Mend the cause, then run clausewatch alerts retry; clausewatch alerts list shows each.",
        "Ursache beheben, dann clausewatch alerts retry; alle zeigt clausewatch alerts list.",
    ),
    "open_flags": Sentence("To review", "Zu prüfen"),
    "all_flags_one": Sentence("1 open review", "1 offene Prüfung"),
    "all_flags_many": Sentence("All {n} open reviews", "Alle {n} offenen Prüfungen"),
    "no_flags": Sentence(
        "Nothing to review. Every rating stands on wording that has not changed since.",
        "Nichts zu prüfen. Alle Bewertungen stützen sich auf unveränderten Wortlaut.",
    ),
    "problems": Sentence("Problems", "Probleme"),
    "all_problems": Sentence("All {n} sources with problems", "Alle {n} Quellen mit Problemen"),
    "no_problems": Sentence("Every source can be read.", "Alle Quellen sind lesbar."),
    "changed_lately": Sentence("Changed lately", "Zuletzt geändert"),
    "no_changes": Sentence("No change of substance yet.", "Noch keine inhaltliche Änderung."),
    "due_next": Sentence("Due next", "Als Nächstes fällig"),
    "nothing_due": Sentence("Nothing was checked yet.", "Noch nichts wurde abgerufen."),
    "versions_to": Sentence("version {old} to {new}", "Fassung {old} zu {new}"),
    "all_stale": Sentence("All {n} ratings to read again", "Alle {n} wieder zu lesen"),
    "all_lost": Sentence("All {n} that are not found", "Alle {n} nicht gefundenen"),
}
