"""The phrases of the pages, by name, in each language the product speaks."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "skip": Sentence("Skip to the content", "Zum Inhalt springen"),
    "main_menu": Sentence("Main menu", "Hauptmenü"),
    "nav_flags": Sentence("Reviews", "Prüfungen"),
    "nav_tools": Sentence("Tools", "Tools"),
    "nav_ratings": Sentence("Ratings", "Bewertungen"),
    "nav_sources": Sentence("Sources", "Quellen"),
    "nav_search": Sentence("Search", "Suche"),
    "sign_out": Sentence("Sign out", "Abmelden"),
    "times_utc": Sentence("All times are UTC.", "Alle Zeiten in UTC."),
    "keys_flags": Sentence("next and previous review", "nächste und vorige Prüfung"),
    "keys_decide": Sentence("decide", "entscheiden"),
    "keys_passages": Sentence("next and previous passage", "nächste und vorige Passage"),
    "keys_changes": Sentence("later and earlier change", "spätere und frühere Änderung"),
    "keys_versions": Sentence("newer and older version", "neuere und ältere Fassung"),
    "keys_time": Sentence("earlier and later", "früher und später"),
    "keys_on": Sentence("Switch keys off", "Tasten ausschalten"),
    "keys_off": Sentence("Switch keys on", "Tasten einschalten"),
    "just_now": Sentence("just now", "gerade eben"),
    "start_title": Sentence("Overview", "Übersicht"),
    "open_flags": Sentence("To review", "Zu prüfen"),
    "all_flags_one": Sentence("1 open review", "1 offene Prüfung"),
    "all_flags_many": Sentence("All {n} open reviews", "Alle {n} offenen Prüfungen"),
    "no_flags_here": Sentence(
        "Nothing to review with this filter.", "Mit diesem Filter ist nichts zu prüfen."
    ),
    "without_filter": Sentence("Show everything", "Alles anzeigen"),
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
    "place_in_queue": Sentence("{place} of {n}", "{place} von {n}"),
    "lost_evidence": Sentence("Evidence not found", "Belege nicht gefunden"),
    "all_lost": Sentence("All {n} that are not found", "Alle {n} nicht gefundenen"),
    "never_found": Sentence("never found", "nie gefunden"),
    "none_lost": Sentence(
        "The newest versions hold all evidence word for word.",
        "Die neuesten Fassungen enthalten alle Belege wörtlich.",
    ),
    "lost_hint": Sentence(
        "The newest version of the source does not hold these words. What was never found is "
        "quoted otherwise than any version says it.",
        "Die neueste Fassung der Quelle enthält diese Worte nicht. Was nie gefunden wurde, ist "
        "anders zitiert, als es in irgendeiner Fassung steht.",
    ),
    "read_again": Sentence("To read again", "Wieder zu lesen"),
    "all_ratings": Sentence("All ratings", "Alle Bewertungen"),
    "all_stale": Sentence("All {n} ratings to read again", "Alle {n} wieder zu lesen"),
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
    "never_read": Sentence("never reviewed, not fetched yet", "nie geprüft, noch nie abgerufen"),
    "unflagged_title": Sentence("Changed since, without a flag", "Seither geändert, ohne Prüfung"),
    "read_rating": Sentence("Read it again", "Wieder lesen"),
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
    "was_due": Sentence("was due", "fällig"),
    "feed": Sentence("Atom feed", "Atom-Feed"),
    "feed_all": Sentence("All flags", "Alle Prüfungen"),
    "feed_of": Sentence("Flags of {of}", "Prüfungen von {of}"),
    "its_address": Sentence("Permanent link", "Dauerhafter Link"),
    "printed": Sentence("Printed", "Gedruckt"),
    "weighty": Sentence("Passages of substance:", "Inhaltliche Passagen:"),
    "code": Sentence("Error {code}", "Fehler {code}"),
    "refused_hint": Sentence("From here:", "Von hier:"),
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
    "passages_one": Sentence("1 passage", "1 Passage"),
    "passages_many": Sentence("{n} passages", "{n} Passagen"),
    "since": Sentence("since", "seit"),
    "noticed": Sentence("noticed", "bemerkt"),
    "tool": Sentence("Tool", "Tool"),
    "ratings": Sentence("Ratings", "Bewertungen"),
    "no_tools": Sentence("The watchlist names no tool.", "Die Watchlist nennt kein Tool."),
    "in_directory": Sentence("Its page in the directory", "Seite im Verzeichnis"),
    "scorecard": Sentence("Scorecard", "Scorecard"),
    "not_rated": Sentence("Not rated", "Nicht bewertet"),
    "to_review": Sentence("To review:", "Zu prüfen:"),
    "no_version_yet": Sentence("not fetched yet", "noch nicht abgerufen"),
    "last_reviewed": Sentence("reviewed by {by}", "geprüft von {by}"),
    "last_reviewed_file": Sentence("reviewed", "geprüft"),
    "never_reviewed": Sentence(
        "never reviewed, watched for {length}", "nie geprüft, {length} lang beobachtet"
    ),
    "no_ratings": Sentence("No criterion is rated yet.", "Noch kein Kriterium ist bewertet."),
    "version_of": Sentence("version {n}", "Fassung {n}"),
    "filter_sources": Sentence("Name or address contains", "Name oder Adresse enthält"),
    "only_problems": Sentence("only with problems", "nur mit Problemen"),
    "filter": Sentence("Show", "Anzeigen"),
    "not_watched": Sentence("no longer watched", "nicht mehr beobachtet"),
    "checked": Sentence("checked", "abgerufen"),
    "no_sources": Sentence("No source matches.", "Keine Quelle passt."),
    "pages": Sentence("Pages", "Seiten"),
    "page_before": Sentence("← Previous page", "← Vorige Seite"),
    "page_after": Sentence("Next page →", "Nächste Seite →"),
    "page_n": Sentence("Page {page}", "Seite {page}"),
    "versions": Sentence("Versions", "Fassungen"),
    "captures": Sentence("Captures", "Abrufe"),
    "capture": Sentence("Capture", "Abruf"),
    "last_checked": Sentence("Last checked", "Zuletzt abgerufen"),
    "last_good": Sentence("Last good", "Zuletzt lesbar"),
    "next_due": Sentence("Next check", "Nächster Abruf"),
    "check_soon": Sentence("Have it checked now", "Jetzt abrufen lassen"),
    "life": Sentence("Timeline", "Zeitverlauf"),
    "zoom": Sentence("Stretch of time", "Zeitraum"),
    "earlier": Sentence("Earlier", "Früher"),
    "later": Sentence("Later", "Später"),
    "zoom_all": Sentence("All", "Alles"),
    "zoom_2y": Sentence("2 years", "2 Jahre"),
    "zoom_1y": Sentence("1 year", "1 Jahr"),
    "zoom_90d": Sentence("90 days", "90 Tage"),
    "zoom_30d": Sentence("30 days", "30 Tage"),
    "zoom_7d": Sentence("7 days", "7 Tage"),
    "zoom_1d": Sentence("1 day", "1 Tag"),
    "key_capture": Sentence("capture", "Abruf"),
    "key_waiting": Sentence("variant, or not confirmed yet", "Variante, oder noch unbestätigt"),
    "key_problem": Sentence("problem", "Problem"),
    "range": Sentence("{start} to {end}", "{start} bis {end}"),
    "changes": Sentence("Changes", "Änderungen"),
    "no_changes_here": Sentence(
        "The wording did not change in this time.",
        "Der Wortlaut hat sich in dieser Zeit nicht geändert.",
    ),
    "compare_any": Sentence("Compare any two versions", "Zwei beliebige Fassungen vergleichen"),
    "compare": Sentence("Compare", "Vergleichen"),
    "version_old": Sentence("Version", "Fassung"),
    "version_new": Sentence("with version", "mit Fassung"),
    "all_versions_one": Sentence("The only version", "Die einzige Fassung"),
    "all_versions_many": Sentence("All {n} versions", "Alle {n} Fassungen"),
    "words_one": Sentence("1 word", "1 Wort"),
    "words_many": Sentence("{words} words", "{words} Wörter"),
    "fetched": Sentence("Fetched", "Abgerufen"),
    "shows": Sentence("Shows", "Zeigt"),
    "http_status": Sentence("Status", "Status"),
    "size": Sentence("Bytes", "Bytes"),
    "replaced_version": Sentence("read again since", "seither neu gelesen"),
    "older_captures": Sentence("Older captures", "Ältere Abrufe"),
    "no_captures_here": Sentence("No capture in this time.", "In dieser Zeit gab es keinen Abruf."),
    "rests_here": Sentence("What rests on it", "Was darauf beruht"),
    "nothing_rests": Sentence("No tool cites this source.", "Kein Tool zitiert diese Quelle."),
    "still_open": Sentence("still open", "noch offen"),
    "ended_back": Sentence("the document is there again", "das Dokument ist wieder da"),
    "ended_turned": Sentence("became another problem", "wurde zu einem anderen Problem"),
    "ended_unwatched": Sentence("no longer watched", "nicht mehr beobachtet"),
    "take_along": Sentence("Export", "Export"),
    "export_zip": Sentence("All versions as texts (zip)", "Alle Fassungen als Texte (zip)"),
    "export_warc": Sentence("Raw captures (WARC)", "Rohe Abrufe (WARC)"),
    "change_title": Sentence(
        "{source}: version {old} to {new}", "{source}: Fassung {old} zu {new}"
    ),
    "layout": Sentence("Layout", "Darstellung"),
    "layout_split": Sentence("Side by side", "Nebeneinander"),
    "layout_inline": Sentence("In one text", "In einem Text"),
    "change_before": Sentence("Earlier change", "Frühere Änderung"),
    "change_after": Sentence("Later change", "Spätere Änderung"),
    "raised_flags": Sentence("Criteria to re-review", "Kriterien neu zu prüfen"),
    "throughout": Sentence("Throughout the document:", "Im ganzen Dokument:"),
    "wording": Sentence("Wording", "Wortlaut"),
    "same_wording": Sentence(
        "The two versions read the same.", "Beide Fassungen haben denselben Wortlaut."
    ),
    "before": Sentence("Before", "Vorher"),
    "after": Sentence("After", "Nachher"),
    "was_not_there": Sentence("was not there", "gab es nicht"),
    "no_longer_there": Sentence("no longer there", "gibt es nicht mehr"),
    "margin": Sentence("Findings in passage {number}", "Befunde in Passage {number}"),
    "unchanged_one": Sentence("1 paragraph unchanged", "1 Absatz unverändert"),
    "unchanged_many": Sentence("{n} paragraphs unchanged", "{n} Absätze unverändert"),
    "holds_evidence": Sentence("holds evidence", "enthält Belege"),
    "version_title": Sentence("{source}, version {number}", "{source}, Fassung {number}"),
    "its_capture": Sentence("The capture it was read from", "Der Abruf, aus dem sie stammt"),
    "shown_by_one": Sentence("Shown by 1 capture", "Von 1 Abruf gezeigt"),
    "shown_by_many": Sentence("Shown by {n} captures", "Von {n} Abrufen gezeigt"),
    "capture_of": Sentence("Capture of {at}", "Abruf vom {at}"),
    "download_raw": Sentence("Download the raw bytes", "Rohdaten herunterladen"),
    "let_go": Sentence(
        "The bytes were let go on {at}: the captures before and after show the same wording, "
        "and such are kept for {days} days.",
        "Die Rohdaten wurden am {at} gelöscht: Die Abrufe davor und danach zeigen denselben "
        "Wortlaut, und solche werden {days} Tage behalten.",
    ),
    "stands_in": Sentence(
        "Capture of {at}, with the same wording", "Abruf vom {at} mit demselben Wortlaut"
    ),
    "bytes_one": Sentence("1 byte", "1 Byte"),
    "bytes_many": Sentence("{bytes} bytes", "{bytes} Bytes"),
    "requested": Sentence("Requested", "Angefragt"),
    "redirect": Sentence("Redirect ({status})", "Weiterleitung ({status})"),
    "final": Sentence("Answered by", "Beantwortet von"),
    "origin": Sentence("Fetched by", "Abgerufen durch"),
    "origin_http": Sentence("plain request", "einfache Anfrage"),
    "origin_browser": Sentence("browser", "Browser"),
    "origin_manual": Sentence("saved by hand", "von Hand gespeichert"),
    "origin_replay": Sentence("saved earlier, replayed", "früher gespeichert, eingespielt"),
    "fingerprint": Sentence("Extraction", "Extraktion"),
    "recipe": Sentence("Recipe", "Rezept"),
    "headers": Sentence("Headers", "Kopfzeilen"),
    "header_name": Sentence("Name", "Name"),
    "header_value": Sentence("Value", "Wert"),
    "no_headers": Sentence("The server sent none.", "Der Server hat keine gesendet."),
    "queue_title": Sentence("Criteria to re-review", "Kriterien neu zu prüfen"),
    "decided_now": Sentence("Your decision is recorded.", "Ihre Entscheidung ist vermerkt."),
    "look_again": Sentence("Look at it again or take it back", "Ansehen oder zurücknehmen"),
    "any": Sentence("any", "alle"),
    "criterion": Sentence("Criterion", "Kriterium"),
    "also_decided": Sentence("also what was decided", "auch Entschiedenes"),
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
    "evidence": Sentence("Evidence", "Belege"),
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
    "fault_status": Sentence("Choose the new rating.", "Wählen Sie die neue Bewertung."),
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
    "to_start": Sentence("To the overview", "Zur Übersicht"),
    "not_found": Sentence("This is not in the store.", "Das gibt es im Bestand nicht."),
    "let_go_away": Sentence(
        "The bytes of this capture were let go; its page says when and where the same wording is.",
        "Die Rohdaten dieses Abrufs wurden gelöscht; seine Seite sagt, wann, und wo derselbe "
        "Wortlaut steht.",
    ),
    "refused_form": Sentence(
        "The form was too old. Load the page again.",
        "Das Formular war zu alt. Laden Sie die Seite neu.",
    ),
    "refused_role": Sentence("Your role does not allow this.", "Ihre Rolle erlaubt das nicht."),
    "refused_person": Sentence(
        "You are not among those who may look here.",
        "Sie gehören nicht zu denen, die hier lesen dürfen.",
    ),
    "refused_nobody": Sentence("Nobody is signed in.", "Niemand ist angemeldet."),
    "refused_known": Sentence(
        "You are signed in as {who}. Whoever runs this server can add that name to its readers.",
        "Sie sind als {who} angemeldet. Wer diesen Server betreibt, kann den Namen unter die "
        "Lesenden aufnehmen.",
    ),
    "refused_often": Sentence(
        "Too many requests. Wait a minute.", "Zu viele Anfragen. Warten Sie eine Minute."
    ),
    "refused_method": Sentence("This address takes no such request.", "So geht es hier nicht."),
    "refused_values": Sentence(
        "The address or the form holds a value that is not allowed.",
        "Die Adresse oder das Formular enthält einen unzulässigen Wert.",
    ),
    "store_failed": Sentence("The store cannot be read now.", "Der Bestand ist nicht lesbar."),
    "search_title": Sentence("Search the wording", "Wortlaut durchsuchen"),
    "words_or_phrase": Sentence("Words or “a phrase”", "Wörter oder „eine Wendung“"),
    "kind": Sentence("Kind", "Art"),
    "source": Sentence("Source", "Quelle"),
    "stood_from": Sentence("Stood from", "Stand von"),
    "stood_to": Sentence("to", "bis"),
    "search_hint": Sentence(
        "All words have to stand in one paragraph. Put a phrase in quotes; end a word with * "
        "for any ending. Accents and capitals do not count.",
        "Alle Wörter müssen in einem Absatz stehen. Eine Wendung in Anführungszeichen setzen; "
        "ein * am Wortende steht für jede Endung. Akzente und Großschreibung zählen nicht.",
    ),
    "appeared_title": Sentence("When it appeared and went", "Wann es kam und ging"),
    "appeared": Sentence("Appeared", "Kam"),
    "went": Sentence("Went", "Ging"),
    "again": Sentence("again", "wieder"),
    "from_the_start": Sentence("(the first version)", "(die erste Fassung)"),
    "stands_now": Sentence("still there", "steht noch da"),
    "too_common": Sentence(
        "It stands in {n} passages or more. Add words or choose a source to see when it came "
        "and went.",
        "Es steht in mindestens {n} Passagen. Mit weiteren Wörtern oder einer Quelle ist zu "
        "sehen, wann es kam und ging.",
    ),
    "more_than": Sentence("more than {n}", "mehr als {n}"),
    "found_passages": Sentence("Passages", "Passagen"),
    "no_words_asked": Sentence("There is no word in this.", "Darin ist kein Wort."),
    "nothing_found": Sentence(
        "No version has all of this in one paragraph.",
        "Keine Fassung hat all das in einem Absatz.",
    ),
    "moved_from": Sentence("from paragraph {old} to {new}", "von Absatz {old} nach {new}"),
    "exported": Sentence("Exported {at}.", "Exportiert am {at}."),
    "signed_out": Sentence("You are signed out.", "Sie sind abgemeldet."),
    "sign_in": Sentence("Sign in", "Anmelden"),
    "sign_in_as_another": Sentence("Sign in as somebody else", "Als jemand anderes anmelden"),
    "no_sign_in": Sentence(
        "This server has no sign-in configured.",
        "Für diesen Server ist keine Anmeldung eingerichtet.",
    ),
    "no_sign_in_hint": Sentence(
        "Whoever sits at its machine can read without one. To decide as well, start it with a "
        "name:",
        "Wer an seinem Rechner sitzt, kann ohne Anmeldung lesen. Um auch zu entscheiden, starten "
        "Sie ihn mit einem Namen:",
    ),
    "no_sign_in_others": Sentence(
        "To let others in, configure a sign-in under [web] in clausewatch.toml.",
        "Um andere einzulassen, richten Sie unter [web] in clausewatch.toml eine Anmeldung ein.",
    ),
    "sign_in_by_proxy": Sentence(
        "This server does not sign people in itself.",
        "Dieser Server meldet niemanden selbst an.",
    ),
    "sign_in_by_proxy_hint": Sentence(
        "The proxy in front of it does, and tells it who you are. If you are not let in, ask "
        "whoever runs it.",
        "Das tut der Proxy davor, der ihm sagt, wer Sie sind. Wenn Sie nicht eingelassen werden, "
        "wenden Sie sich an die Stelle, die ihn betreibt.",
    ),
    "sign_in_failed": Sentence(
        "The sign-in did not succeed. Try again.",
        "Die Anmeldung ist nicht gelungen. Versuchen Sie es erneut.",
    ),
    "sign_in_unnamed": Sentence(
        "The sign-in service vouches for no name of yours, and for no verified mail address.",
        "Der Anmeldedienst verbürgt keinen Namen und keine bestätigte Mailadresse von Ihnen.",
    ),
    "provider_failed": Sentence(
        "The sign-in service cannot be reached.", "Der Anmeldedienst ist nicht erreichbar."
    ),
}
