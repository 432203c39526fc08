"""Tools and their ratings: how old a review is, and evidence that is lost."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "ratings": Sentence("Ratings", "Bewertungen"),
    "no_tools": Sentence("The watchlist names no tool.", "Die Watchlist nennt kein Tool."),
    "in_directory": Sentence("Its page in the directory", "Seite im Verzeichnis"),
    "scorecard": Sentence("Scorecard", "Scorecard"),
    "not_rated": Sentence("Not rated", "Nicht bewertet"),
    "to_review": Sentence("To review:", "Zu prüfen:"),
    "last_reviewed": Sentence("reviewed by {by}", "geprüft von {by}"),
    "last_reviewed_file": Sentence("reviewed", "geprüft"),
    "never_reviewed": Sentence(
        "never reviewed, watched for {length}", "nie geprüft, {length} lang beobachtet"
    ),
    "not_read_yet": Sentence("not reviewed yet", "noch nicht geprüft"),
    "never_read": Sentence("never reviewed, not fetched yet", "nie geprüft, noch nie abgerufen"),
    "no_ratings": Sentence("No criterion is rated yet.", "Noch kein Kriterium ist bewertet."),
    "read_again": Sentence("To read again", "Wieder zu lesen"),
    "all_ratings": Sentence("All ratings", "Alle Bewertungen"),
    "none_stale": Sentence(
        "Every rating was read within its interval.",
        "Jede Bewertung wurde innerhalb ihrer Frist gelesen.",
    ),
    "stale_hint": Sentence(
        "No flag asks for these: their last review is older than its interval, or something they "
        "rest on changed since.",
        "Danach fragt keine Prüfung: Die letzte Lesung ist älter als ihre Frist, oder etwas, "
        "worauf sie beruhen, hat sich seither geändert.",
    ),
    "too_old": Sentence("older than {limit}", "älter als {limit}"),
    "due_every": Sentence("every {limit}", "Frist {limit}"),
    "against": Sentence("against", "gegen"),
    "unflagged_changes_one": Sentence(
        "1 change since, unflagged", "seither 1 Änderung ohne Prüfung"
    ),
    "unflagged_changes_many": Sentence(
        "{n} changes since, unflagged", "seither {n} Änderungen ohne Prüfung"
    ),
    "unflagged_title": Sentence("Changed since, without a flag", "Seither geändert, ohne Prüfung"),
    "read_rating": Sentence("Read it again", "Wieder lesen"),
    "lost_evidence": Sentence("Evidence not found", "Belege nicht gefunden"),
    "never_found": Sentence("never found", "nie gefunden"),
    "none_lost": Sentence(
        "The newest versions hold all evidence word for word.",
        "Die neuesten Fassungen enthalten alle Belege wörtlich.",
    ),
    "lost_hint": Sentence(
        "The newest version of the source does not hold these words. Never found: no version that "
        "is kept holds them either, so check the quote against the page.",
        "Die neueste Fassung der Quelle enthält diese Worte nicht. Nie gefunden: Auch keine "
        "gespeicherte Fassung enthält sie; vergleichen Sie das Zitat mit der Seite.",
    ),
    "evidence": Sentence("Evidence", "Belege"),
    "no_evidence": Sentence(
        "This rating cites no evidence.", "Diese Bewertung nennt keine Belege."
    ),
    "do_read_again": Sentence("I read it, the rating stays", "Gelesen, die Bewertung bleibt"),
    "renew": Sentence("Renew the evidence", "Belege erneuern"),
    "no_candidate": Sentence(
        "Nothing in the newest version reads like it.", "In der neuesten Fassung klingt nichts so."
    ),
    "other_quote": Sentence("Or quote other words", "Oder andere Worte zitieren"),
    "renew_hint": Sentence(
        "What you choose takes the place of what is lost, if the rating stays or changes. It has "
        "to stand in the newest version word for word.",
        "Ihre Wahl ersetzt, was entfallen ist, wenn die Bewertung bleibt oder sich ändert. Sie "
        "muss wörtlich in der neuesten Fassung stehen.",
    ),
    "new_evidence": Sentence("New evidence", "Neue Belege"),
    "fault_quote": Sentence(
        "The newest version of no cited source holds these words. Copy them from the page.",
        "Keine zitierte Quelle enthält in der neuesten Fassung diese Worte. Kopieren Sie sie von "
        "der Seite.",
    ),
    "fault_quote_decision": Sentence(
        "New evidence goes with a rating that stays or changes.",
        "Neue Belege gehören zu einer Bewertung, die bleibt oder sich ändert.",
    ),
}
