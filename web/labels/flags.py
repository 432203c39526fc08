"""Flags, and the forms in which they are decided."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "queue_title": Sentence("Criteria to re-review", "Kriterien neu zu prüfen"),
    "no_flags_here": Sentence(
        "Nothing to review with this filter.", "Mit diesem Filter ist nichts zu prüfen."
    ),
    "without_filter": Sentence("Show everything", "Alles anzeigen"),
    "also_decided": Sentence("also what was decided", "auch Entschiedenes"),
    "decided_now": Sentence("Your decision is recorded.", "Ihre Entscheidung ist vermerkt."),
    "look_again": Sentence("Look at it again or take it back", "Ansehen oder zurücknehmen"),
    "place_in_queue": Sentence("{place} of {n}", "{place} von {n}"),
    "extends_one": Sentence("extends 1 earlier change of", "ergänzt 1 frühere Änderung vom"),
    "extends_many": Sentence(
        "extends {n} earlier changes of", "ergänzt {n} frühere Änderungen vom"
    ),
    "extends_title": Sentence("Earlier changes it extends", "Frühere Änderungen, die es ergänzt"),
    "extends_hint": Sentence(
        "Your decision covers them, too.", "Ihre Entscheidung gilt auch für sie."
    ),
    "is_extended": Sentence(
        "A later change of the same source concerns this criterion as well.",
        "Eine spätere Änderung derselben Quelle betrifft dieses Kriterium ebenfalls.",
    ),
    "latest_flag": Sentence("Decide both there", "Dort über beide entscheiden"),
    "reviews": Sentence("Decisions", "Entscheidungen"),
    "state_open": Sentence("open", "offen"),
    "state_confirmed": Sentence("rating confirmed", "Bewertung bestätigt"),
    "state_changed": Sentence("rating changed", "Bewertung geändert"),
    "state_not_relevant": Sentence("not relevant", "nicht relevant"),
    "state_later": Sentence("put off", "vertagt"),
    "decision_confirmed": Sentence("Rating confirmed", "Bewertung bestätigt"),
    "decision_changed": Sentence("Rating changed", "Bewertung geändert"),
    "decision_not_relevant": Sentence("Not relevant", "Nicht relevant"),
    "decision_later": Sentence("Put off until", "Vertagt bis"),
    "decision_reopened": Sentence("Opened again", "Wieder geöffnet"),
    "whole_change": Sentence("The whole change", "Die ganze Änderung"),
    "what_changed": Sentence("What changed", "Was sich geändert hat"),
    "no_passages": Sentence(
        "No single passage: the document as a whole.", "Keine einzelne Passage: das ganze Dokument."
    ),
    "why": Sentence("Why", "Warum"),
    "second_opinion": Sentence("Second opinion", "Zweite Meinung"),
    "rated_now": Sentence("Rated now", "Jetzige Bewertung"),
    "new_rating": Sentence("New rating", "Neue Bewertung"),
    "decide": Sentence("Your decision", "Ihre Entscheidung"),
    "why_optional": Sentence("Why (optional)", "Warum (freiwillig)"),
    "do_confirmed": Sentence("Rating stays", "Bewertung bleibt"),
    "do_not_relevant": Sentence("Not relevant", "Nicht relevant"),
    "until_day": Sentence("Until", "Bis"),
    "do_later": Sentence("Put off", "Vertagen"),
    "legend_changed": Sentence("The rating changes", "Die Bewertung ändert sich"),
    "new_status": Sentence("To", "Zu"),
    "new_rationale": Sentence("New rationale", "Neue Begründung"),
    "do_changed": Sentence("Record the new rating", "Neue Bewertung vermerken"),
    "do_reopened": Sentence("Take the decision back", "Entscheidung zurücknehmen"),
    "fault_until": Sentence("Choose a day in the future.", "Wählen Sie einen künftigen Tag."),
    "fault_status": Sentence(
        "Say what changes: choose the new rating, or give a rationale or evidence.",
        "Sagen Sie, was sich ändert: Wählen Sie die neue Bewertung, oder nennen Sie eine "
        "Begründung oder einen Beleg.",
    ),
    "read_only_named": Sentence(
        "You can read here. Deciding takes the role of an editor.",
        "Sie können hier lesen. Entscheiden dürfen nur die als editors Eingetragenen.",
    ),
    "read_only": Sentence(
        "You can read here. Decisions are made by editors who are signed in.",
        "Sie können hier lesen. Entscheidungen treffen angemeldete Redakteurinnen und Redakteure.",
    ),
    "flag_before": Sentence("Previous", "Vorige"),
    "flag_after": Sentence("Next", "Nächste"),
}
