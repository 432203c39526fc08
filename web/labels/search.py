"""Searching the wording."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "search_title": Sentence("Search the wording", "Wortlaut durchsuchen"),
    "words_or_phrase": Sentence("Words or “a phrase”", "Wörter oder „eine Wendung“"),
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
}
