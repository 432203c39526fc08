"""How long ago a text was changed, and by whom: what a system writes, no wording."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extraction.looks import joins_data_words
from domain.document import Block, BlockKind

UNIT = (
    r"(?:second|minute|hour|day|week|month|year)s?"
    r"|(?:sekunden?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)"
    r"|(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)"
    r"|(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|mês)"
    r"|(?:secondi|minut[io]|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io])"
    r"|(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|uur)"
)
AGO = (
    rf"(?:(?:over|about|almost|more than|less than)\s+)?(?:\d+|an?|one|few)\s+(?:{UNIT})\s+ago"
    rf"|yesterday|today|just now|this week|last (?:week|month|year)"
    rf"|vor\s+(?:mehr als\s+|über\s+|etwa\s+)?(?:\d+|eine[rmn]?|einigen|wenigen)\s+(?:{UNIT})"
    rf"|gestern|heute"
    rf"|il y a\s+(?:plus d.|environ\s+)?(?:\d+|une?|quelques)\s*(?:{UNIT})"
    rf"|hace\s+(?:más de\s+)?(?:\d+|una?)\s+(?:{UNIT})|ayer"
    rf"|há\s+(?:mais de\s+)?(?:\d+|uma?)\s+(?:{UNIT})|ontem"
    rf"|(?:più di\s+)?(?:\d+|una?)\s+(?:{UNIT})\s+fa|ieri"
    rf"|(?:meer dan\s+)?(?:\d+|een)\s+(?:{UNIT})\s+geleden|gisteren"
)
_FRESHNESS_WORDS = 14
# "Files modified over 30 days ago are erased" goes on; "updated 3 days ago by Mo" does not.
_NO_MORE = r"(?!\s+(?!(?:by|in|on|at|von|am|um|par|à|por|da|di|door)\b)\w)"
_FRESHNESS = re.compile(
    rf"(?:updated|edited|modified|commit(?:ted)?|released|written|published|posted|reviewed|changed|aktualisiert"
    rf"|bearbeitet|geändert|veröffentlicht|mis? à jour|modifié|publié|actualizad|modificad"
    rf"|publicad|atualizad|aggiornat|bijgewerkt)\w*\b.{{0,30}}?(?:{AGO})\b{_NO_MORE}"
    rf"|(?:{AGO}).{{0,12}}(?:updated|aktualisiert|bearbeitet|mis à jour|bijgewerkt)\b{_NO_MORE}"
    rf"|^(?:{AGO})[.!]?$",
    re.IGNORECASE,
)
# A whole sentence at the end of a paragraph: "Last reviewed 3 days ago."
_FRESH_SENTENCE = re.compile(
    rf"(?<=[.!?])\s+(?:(?:the|this) (?:list|page|document|article) was )?(?:last|zuletzt|dernière)"
    rf"\s(?:updated|edited|modified|reviewed|changed|checked|aktualisiert|geändert|geprüft"
    rf"|mise à jour)\W+(?:{AGO})\W*$",
    re.IGNORECASE,
)
NAME = r"(?-i:[A-Z][\w.'-]*(?:\s(?:v[ao]n |de |der )?[A-Z][\w.'-]*){0,3}|@?[a-z\d][\w.-]*)"
# What a system for versions writes under a page: the date of its own work, and whose it was.
_COMMITTED = re.compile(
    r"(?:cookie declaration |(?:page|list) )?last (?:updated|edited|modified|changed) (?:on )?"
    r"\S.{3,20}\d{2}"
    rf"(?:,? .{{0,9}}\d\d:\d\d.{{0,9}})?,? by {NAME}\W*"
    rf"|(?:(?:created|written|published|posted) by {NAME},? )?"
    rf"last (?:updated|edited|modified|changed) by {NAME} on \S.{{3,20}}\d{{2}}"
    rf"|(?:created|written|published|posted) by {NAME},? "
    rf"last (?:updated|edited|modified|changed) (?:on )?\S.{{3,20}}\d{{2}}",
    re.IGNORECASE,
)
_COMMITTED_WORDS = 16
# Above the title, where a platform shows the history of the file.
_HISTORY = re.compile(
    rf"\b(?:{AGO})(?:\W|$)|\b\d+ lines\b.*\b(?:loc|sloc|bytes|[kmg]i?b)\b", re.IGNORECASE
)
_HISTORY_WORDS = 16


def is_age(text: str, words: int) -> bool:
    """Tell whether a line only says when a text was changed, of so many words."""
    return bool(
        (words <= _FRESHNESS_WORDS and _FRESHNESS.search(text))
        or (words <= _COMMITTED_WORDS and _COMMITTED.fullmatch(text))
    )


def is_history(block: Block) -> bool:
    """Tell who changed a file last and how long ago, and how large it is, from its text."""
    if len(block.text.split()) > _HISTORY_WORDS or joins_data_words(block.text):
        return False
    return bool(_HISTORY.search(block.text))


def without_age(block: Block) -> Block:
    """Leave out how long ago a list was looked through, where a paragraph ends with it."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    return replace(block, text=_FRESH_SENTENCE.sub("", block.text))
