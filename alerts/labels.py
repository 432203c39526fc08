"""The phrases of an alert, by name, in each language the product speaks."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "digest_subject_one": Sentence(
        "Clausewatch, {day}: 1 criterion to re-review",
        "Clausewatch, {day}: 1 Kriterium neu prüfen",
    ),
    "digest_subject_many": Sentence(
        "Clausewatch, {day}: {n} criteria to re-review",
        "Clausewatch, {day}: {n} Kriterien neu prüfen",
    ),
    "digest_title_one": Sentence("1 criterion to re-review", "1 Kriterium neu zu prüfen"),
    "digest_title_many": Sentence("{n} criteria to re-review", "{n} Kriterien neu zu prüfen"),
    "digest_of": Sentence("Digest of {day}", "Zusammenfassung vom {day}"),
    "digest_sources": Sentence(
        "The same change in {n} sources", "Dieselbe Änderung in {n} Quellen"
    ),
    "decide_all": Sentence("To decide all {n} at once", "Alle {n} auf einmal entscheiden"),
    "more_sources_one": Sentence("and 1 more source", "und 1 weitere Quelle"),
    "more_sources_many": Sentence("and {n} more sources", "und {n} weitere Quellen"),
    "digest_more_one": Sentence("1 more change", "1 weitere Änderung"),
    "digest_more_many": Sentence("{n} more changes", "{n} weitere Änderungen"),
    "changed_seen": Sentence("seen {at} (UTC)", "gesehen am {at} (UTC)"),
    "all_open": Sentence("All that is open", "Alles, was offen ist"),
    "because_digest": Sentence(
        "Sent by Clausewatch once a day, to you as an editor of these tools. Flags that were "
        "decided meanwhile are left out.",
        "Einmal am Tag von Clausewatch gesendet, weil Sie diese Tools redaktionell betreuen. "
        "Inzwischen Entschiedenes ist ausgelassen.",
    ),
    "summary_subject": Sentence(
        "Clausewatch, {month}: {open} open, {stale} to read again",
        "Clausewatch, {month}: {open} offen, {stale} wieder zu lesen",
    ),
    "summary_subject_calm": Sentence(
        "Clausewatch, {month}: nothing is open", "Clausewatch, {month}: nichts ist offen"
    ),
    "summary_of": Sentence("How your ratings stand, {month}", "Ihre Bewertungen, {month}"),
    "summary_title": Sentence(
        "{open} open, {stale} to read again", "{open} offen, {stale} wieder zu lesen"
    ),
    "summary_calm": Sentence("Nothing is open", "Nichts ist offen"),
    "summary_counts_one": Sentence(
        "You look after 1 rating. Decided in the past month: {decided}.",
        "Sie betreuen 1 Bewertung. Im letzten Monat entschieden: {decided}.",
    ),
    "summary_counts_many": Sentence(
        "You look after {n} ratings. Decided in the past month: {decided}.",
        "Sie betreuen {n} Bewertungen. Im letzten Monat entschieden: {decided}.",
    ),
    "summary_flags": Sentence("Waiting for your decision", "Warten auf Ihre Entscheidung"),
    "summary_stale": Sentence("To read again", "Wieder zu lesen"),
    "summary_stale_why": Sentence(
        "No flag asks for it: the last review is old, or a source changed without a flag.",
        "Kein Hinweis verlangt es: Die letzte Prüfung ist alt, oder eine Quelle hat sich ohne "
        "Hinweis geändert.",
    ),
    "summary_unreadable": Sentence("Cannot be read now", "Zurzeit nicht lesbar"),
    "more_lines_one": Sentence("and 1 more", "und 1 weitere"),
    "more_lines_many": Sentence("and {n} more", "und {n} weitere"),
    "open_since": Sentence("Open since {day}.", "Offen seit {day}."),
    "reviewed_on": Sentence("Last read on {day}.", "Zuletzt gelesen am {day}."),
    "never_reviewed": Sentence("Never reviewed yet.", "Noch nie geprüft."),
    "watched_for_one": Sentence("It is watched for 1 day.", "Beobachtet seit 1 Tag."),
    "watched_for_many": Sentence("It is watched for {n} days.", "Beobachtet seit {n} Tagen."),
    "too_old": Sentence("That is {n} days ago.", "Das ist {n} Tage her."),
    "changed_unflagged": Sentence(
        "Changed since, without a flag: {sources}.",
        "Seitdem ohne Hinweis geändert: {sources}.",
    ),
    "unreadable_since": Sentence("Since {day}.", "Seit {day}."),
    "because_summary": Sentence(
        "Sent by Clausewatch on the first of each month. To stop it: `summary: never` at your "
        "name in the watchlist.",
        "Von Clausewatch am Ersten jedes Monats gesendet. Abbestellen: `summary: never` bei "
        "Ihrem Namen in der Watchlist.",
    ),
    "re_review": Sentence("re-review", "neu prüfen"),
    "evidence_gone": Sentence("evidence gone", "Beleg entfallen"),
    "evidence_reworded": Sentence("evidence reworded", "Beleg umformuliert"),
    "subject_more": Sentence("{first} and {n} more", "{first} und {n} weitere"),
    "title_one": Sentence("Re-review: {first}", "Neu prüfen: {first}"),
    "title_many": Sentence("{n} criteria to re-review", "{n} Kriterien neu zu prüfen"),
    "changed_between": Sentence(
        "Its wording changed between {before} and {after} (UTC).",
        "Der Wortlaut hat sich zwischen {before} und {after} (UTC) geändert.",
    ),
    "rated": Sentence("Rated", "Bewertung"),
    "not_rated": Sentence("Not rated yet", "Noch nicht bewertet"),
    "at_a_glance": Sentence("At a glance", "Auf einen Blick"),
    "why": Sentence("Why", "Warum"),
    "what_changed": Sentence("What changed", "Was sich geändert hat"),
    "earlier": Sentence(
        "Earlier changes, still to be decided", "Frühere Änderungen, noch unentschieden"
    ),
    "earlier_covered": Sentence(
        "Your decision covers them, too.", "Ihre Entscheidung gilt auch für sie."
    ),
    "rests_on": Sentence("What the rating rests on", "Worauf die Bewertung beruht"),
    "rationale": Sentence("Rationale", "Begründung"),
    "evidence": Sentence("Evidence", "Beleg"),
    "quoted": Sentence("“{words}”", "„{words}“"),
    "passage": Sentence("Passage {n}", "Passage {n}"),
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
        "1 other passage of this document changed and concerns no criterion of {tool}.",
        "1 weitere Passage dieses Dokuments hat sich geändert und betrifft kein Kriterium von "
        "{tool}.",
    ),
    "other_passages_many": Sentence(
        "{n} other passages of this document changed and concern no criterion of {tool}.",
        "{n} weitere Passagen dieses Dokuments haben sich geändert und betreffen kein "
        "Kriterium von {tool}.",
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
    "review_this": Sentence("Review this criterion", "Dieses Kriterium prüfen"),
    "in_history": Sentence("Passage {n} in the history", "Passage {n} im Verlauf"),
    "whole_change": Sentence("The whole change", "Die ganze Änderung"),
    "source_history": Sentence("History of the source", "Verlauf der Quelle"),
    "rating_page": Sentence("The tool in the directory", "Das Tool im Verzeichnis"),
    "to_decide": Sentence("To decide", "Zum Entscheiden"),
    "or_else": Sentence(
        "or, in place of confirmed: not_relevant, changed --status no, later --until YYYY-MM-DD",
        "oder anstelle von confirmed: not_relevant, changed --status no, later --until JJJJ-MM-TT",
    ),
    "because_editor": Sentence(
        "Sent by Clausewatch because you are an editor of {tool}.",
        "Gesendet von Clausewatch, weil Sie {tool} redaktionell betreuen.",
    ),
    "because_keeper": Sentence(
        "Sent by Clausewatch to those who keep the watchlist, and to editors whose ratings "
        "rest on a page that cannot be read.",
        "Gesendet von Clausewatch an alle, die die Watchlist pflegen, und an Redaktionen, "
        "deren Bewertungen auf einer nicht lesbaren Seite beruhen.",
    ),
    "problem_title": Sentence("A source cannot be read", "Eine Quelle ist nicht lesbar"),
    "moved_title": Sentence("A source has moved for good", "Eine Quelle ist dauerhaft umgezogen"),
    "reminder_title": Sentence(
        "A source still cannot be read", "Eine Quelle ist weiterhin nicht lesbar"
    ),
    "recovered_title": Sentence("A source can be read again", "Eine Quelle ist wieder lesbar"),
    "unreadable_title": Sentence(
        "Ratings rest on a page that cannot be read",
        "Bewertungen beruhen auf einer nicht lesbaren Seite",
    ),
    "unreadable_subject": Sentence(
        "Ratings rest on a page that cannot be read",
        "Bewertungen beruhen auf einer nicht lesbaren Seite",
    ),
    "unreadable_meaning": Sentence(
        "Nobody can tell by it any more whether these ratings still hold. Read the page "
        "yourself, or let the ratings rest on another source.",
        "Ob diese Bewertungen noch stimmen, lässt sich daran nicht mehr erkennen. Lesen Sie die "
        "Seite selbst, oder stützen Sie die Bewertungen auf eine andere Quelle.",
    ),
    "problem_subject": Sentence("{problem}", "{problem}"),
    "reminder_subject": Sentence("Still: {problem}", "Weiterhin: {problem}"),
    "recovered_subject": Sentence("Can be read again", "Wieder lesbar"),
    "what_happened": Sentence("What happened", "Was geschehen ist"),
    "what_was": Sentence("What it was", "Was es war"),
    "what_to_do": Sentence("What to do", "Was zu tun ist"),
    "since": Sentence("Since {since} (UTC)", "Seit {since} (UTC)"),
    "since_days_one": Sentence("Since {since} (UTC), 1 day", "Seit {since} (UTC), 1 Tag"),
    "since_days_many": Sentence("Since {since} (UTC), {n} days", "Seit {since} (UTC), {n} Tage"),
    "unreadable_from": Sentence(
        "It could not be read from {since} (UTC) on.",
        "Sie war ab {since} (UTC) nicht lesbar.",
    ),
    "unreadable_until": Sentence(
        "It could not be read from {since} to {until} (UTC).",
        "Sie war von {since} bis {until} (UTC) nicht lesbar.",
    ),
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
