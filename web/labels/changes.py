"""Two versions compared."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "change_title": Sentence(
        "{source}: version {old} to {new}", "{source}: Fassung {old} zu {new}"
    ),
    "compare": Sentence("Compare", "Vergleichen"),
    "version_old": Sentence("Version", "Fassung"),
    "version_new": Sentence("with version", "mit Fassung"),
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
    "marked_rating": Sentence(
        "Marked: what this rating rests on", "Markiert: worauf diese Bewertung beruht"
    ),
    "marked_ratings": Sentence(
        "Marked: what a rating rests on", "Markiert: worauf eine Bewertung beruht"
    ),
    "moved_from": Sentence("from paragraph {old} to {new}", "von Absatz {old} nach {new}"),
    "weighty": Sentence("Passages of substance:", "Inhaltliche Passagen:"),
    "its_address": Sentence("Permanent link", "Dauerhafter Link"),
    "printed": Sentence("Printed", "Gedruckt"),
}
