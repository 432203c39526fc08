"""Sources: the list, the life of one, its captures and versions."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "filter_sources": Sentence("Name or address contains", "Name oder Adresse enthält"),
    "only_problems": Sentence("only with problems", "nur mit Problemen"),
    "not_watched": Sentence("no longer watched", "nicht mehr beobachtet"),
    "checked": Sentence("checked", "abgerufen"),
    "no_sources": Sentence("No source matches.", "Keine Quelle passt."),
    "versions": Sentence("Versions", "Fassungen"),
    "captures": Sentence("Captures", "Abrufe"),
    "capture": Sentence("Capture", "Abruf"),
    "last_checked": Sentence("Last checked", "Zuletzt abgerufen"),
    "last_good": Sentence("Last good", "Zuletzt lesbar"),
    "next_due": Sentence("Next check", "Nächster Abruf"),
    "check_soon": Sentence("Have it checked now", "Jetzt abrufen lassen"),
    "check_asked": Sentence(
        "It is due now. A worker that runs checks it next; where none does, this does: "
        "clausewatch run.",
        "Der Abruf ist fällig. Ein laufender Worker holt ihn als Nächstes nach; wo keiner läuft, "
        "hilft: clausewatch run.",
    ),
    "latest_check": Sentence(
        "The latest check of any source was", "Der letzte Abruf irgendeiner Quelle war"
    ),
    "no_check_yet": Sentence(
        "No source was checked so far: is a worker running?",
        "Noch wurde keine Quelle abgerufen: Läuft ein Worker?",
    ),
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
    "all_versions_one": Sentence("The only version", "Die einzige Fassung"),
    "all_versions_many": Sentence("All {n} versions", "Alle {n} Fassungen"),
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
    "export_zip": Sentence("All versions as texts (zip)", "Alle Fassungen als Texte (zip)"),
    "export_warc": Sentence("Raw captures (WARC)", "Rohe Abrufe (WARC)"),
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
}
