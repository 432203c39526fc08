"""Single lines that are no wording: how old a text is, how often it was read, skip links."""

from __future__ import annotations

import re
from dataclasses import replace

from crawler.extraction.chrome import Dropped
from crawler.extraction.chrome_names import Reason
from crawler.extraction.looks import joins_data_words
from crawler.extraction.phrases import anywhere, phrases
from crawler.extraction.statements import names_someone
from domain.document import Block, BlockKind

_UNIT = (
    r"(?:second|minute|hour|day|week|month|year)s?"
    r"|(?:sekunden?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)"
    r"|(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)"
    r"|(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|mês)"
    r"|(?:secondi|minut[io]|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io])"
    r"|(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|uur)"
)
_AGO = (
    rf"(?:(?:over|about|almost|more than|less than)\s+)?(?:\d+|an?|one|few)\s+(?:{_UNIT})\s+ago"
    rf"|yesterday|today|just now|this week|last (?:week|month|year)"
    rf"|vor\s+(?:mehr als\s+|über\s+|etwa\s+)?(?:\d+|eine[rmn]?|einigen|wenigen)\s+(?:{_UNIT})"
    rf"|gestern|heute"
    rf"|il y a\s+(?:plus d.|environ\s+)?(?:\d+|une?|quelques)\s*(?:{_UNIT})"
    rf"|hace\s+(?:más de\s+)?(?:\d+|una?)\s+(?:{_UNIT})|ayer"
    rf"|há\s+(?:mais de\s+)?(?:\d+|uma?)\s+(?:{_UNIT})|ontem"
    rf"|(?:più di\s+)?(?:\d+|una?)\s+(?:{_UNIT})\s+fa|ieri"
    rf"|(?:meer dan\s+)?(?:\d+|een)\s+(?:{_UNIT})\s+geleden|gisteren"
)
_FRESHNESS_WORDS = 14
_LEAD = 12  # blocks in which a title is looked for
_LABEL_WORDS = 4
_LETTERS_OF_A_WORD = 40  # few are longer
# "Files modified over 30 days ago are erased" goes on; "updated 3 days ago by Mo" does not.
_NO_MORE = r"(?!\s+(?!(?:by|in|on|at|von|am|um|par|à|por|da|di|door)\b)\w)"
_FRESHNESS = re.compile(
    rf"(?:updated|edited|modified|commit(?:ted)?|released|written|published|posted|reviewed|changed|aktualisiert"
    rf"|bearbeitet|geändert|veröffentlicht|mis? à jour|modifié|publié|actualizad|modificad"
    rf"|publicad|atualizad|aggiornat|bijgewerkt)\w*\b.{{0,30}}?(?:{_AGO})\b{_NO_MORE}"
    rf"|(?:{_AGO}).{{0,12}}(?:updated|aktualisiert|bearbeitet|mis à jour|bijgewerkt)\b{_NO_MORE}"
    rf"|^(?:{_AGO})[.!]?$",
    re.IGNORECASE,
)
# A whole sentence at the end of a paragraph: "Last reviewed 3 days ago."
_FRESH_SENTENCE = re.compile(
    rf"(?<=[.!?])\s+(?:(?:the|this) (?:list|page|document|article) was )?(?:last|zuletzt|dernière)"
    rf"\s(?:updated|edited|modified|reviewed|changed|checked|aktualisiert|geändert|geprüft"
    rf"|mise à jour)\W+(?:{_AGO})\W*$",
    re.IGNORECASE,
)
_NAME = r"(?-i:[A-Z][\w.'-]*(?:\s(?:v[ao]n |de |der )?[A-Z][\w.'-]*){0,3}|@?[a-z\d][\w.-]*)"
# What a system for versions writes under a page: the date of its own work, and whose it was.
_COMMITTED = re.compile(
    r"(?:cookie declaration |(?:page|list) )?last (?:updated|edited|modified|changed) (?:on )?"
    r"\S.{3,20}\d{2}"
    rf"(?:,? .{{0,9}}\d\d:\d\d.{{0,9}})?,? by {_NAME}\W*"
    rf"|(?:(?:created|written|published|posted) by {_NAME},? )?"
    rf"last (?:updated|edited|modified|changed) by {_NAME} on \S.{{3,20}}\d{{2}}"
    rf"|(?:created|written|published|posted) by {_NAME},? "
    rf"last (?:updated|edited|modified|changed) (?:on )?\S.{{3,20}}\d{{2}}",
    re.IGNORECASE,
)
_COMMITTED_WORDS = 16
# Right below the title: the person who wrote it down, by the name alone.
_OWN_NAME = r"[A-ZÀ-ÖØ-Þ](?:['’][A-Z])?[a-zß-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)?"  # noqa: RUF001 - both apostrophes are meant
_AUTHOR = re.compile(
    rf"(?:[Ww]ritten|[Pp]osted|[Aa]uthored) by "
    rf"{_OWN_NAME}(?: (?:v[ao]n |de |der )?{_OWN_NAME}){{1,2}}\W*"
)
# Words of the names of companies, which look like those of people.
_OF_A_COMPANY = re.compile(
    r"\b(?:labs?|team|company|group|research|technolog(?:y|ies)|systems?|software|cloud|studios?"
    r"|services?|solutions|networks?|foundation|institute|university|association|committee|media"
    r"|support|security|legal|limited|partners|holdings?|ventures|hosting|hotels?|bank|data"
    r"|intelligence|robotics|analytics|digital|global|international|staff|department|office)\b",
    re.IGNORECASE,
)
_BELOW_TITLE = 4
_AUTHOR_BELOW_TITLE = 2  # a line of what the page is about may stand between
# Above the title, where a platform shows the history of the file.
_HISTORY = re.compile(
    rf"\b(?:{_AGO})(?:\W|$)|\b\d+ lines\b.*\b(?:loc|sloc|bytes|[kmg]i?b)\b", re.IGNORECASE
)
_HISTORY_WORDS = 16
_VISITOR = re.compile(
    r"\b(?:visitor|besucher|visiteur|visitante)\s*(?:no|nr|number|nummer|numéro|número|counter|zähler"
    r"|#|n°|nº)[.:]*\s*\d|^\d[\d.,' ]*\s(?:visitors|besucher|visiteurs|visitantes|hits)"
    r"(?:$|\s(?:since|today|online|so far|seit|heute|depuis|aujourd))",
    re.IGNORECASE,
)
_VISITOR_WORDS = 16
# What readers did with a page, counted: "1,204 views · 3 comments", "★ 1.2k 80 forks".
_COUNTED = (
    r"views?|reads|shares|likes|comments?|followers|stars?|forks?|watchers|downloads|upvotes|votes"
    r"|claps|contributors|aufrufe|kommentare?|vues|commentaires?|visitas|comentarios"
)
_COUNT = rf"(?:[★☆⭐♥❤]\s*)?\d[\d.,]*\s?[km]?\+?\s*(?:{_COUNTED})\b|[★☆⭐♥❤]\s*\d[\d.,]*\s?[km]?\b"
_COUNTS = re.compile(
    rf"(?:(?:{_COUNT})[\s·•|,/]*)+(?:(?:last\s)?(?:updated|commit)\s+(?:{_AGO}))?", re.IGNORECASE
)
# What stands beside such a count in a byline: who wrote it and when.
_MONTH = r"[^\W\d_]{3,10}\.?"
_WHO_OR_WHEN = re.compile(
    rf"(?:(?:(?:last )?(?:updated|edited|published|posted|aktualisiert|veröffentlicht|publié"
    rf"|mis à jour|publicado|actualizado|pubblicato)(?: on| am| le| el| il)?:?\s)?"
    rf"(?:{_AGO}|\d+\s(?:{_UNIT})"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? (?:de )?{_MONTH} (?:de )?\d{{4}}"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|{_MONTH} \d{{4}})"
    rf"|(?:(?:written |posted |published )?by |von |par |por |di |door )?{_NAME})\W*",
    re.IGNORECASE,
)
# The numbers and days of consents: no words.
_CONSENT_ID = re.compile(
    r"(?:your )?consent id\W*\S{6,}"
    r"(?:\s+consent date\W*(?-i:(?:[A-Z]\w*\W+|at |um |à ){0,4}\d.{0,36}))?\W*",
    re.IGNORECASE,
)
# The longest line, in words, that a list of phrases may leave out.
_LISTS: tuple[tuple[Reason, str, int], ...] = (
    (Reason.NAVIGATION, "lines_navigation", 8),
    (Reason.CONSENT, "lines_consent", 12),
    (Reason.SHARE, "lines_share", 8),
    (Reason.FEEDBACK, "lines_feedback", 16),
    (Reason.CHAT, "lines_chat", 10),
    (Reason.WIDGET, "lines_labels", 2),
    (Reason.WIDGET, "lines_widget", 8),
)
_PLACE_WORDS = 30
_CONSENT_ID_WORDS = 14
_BYLINE_WORDS = 16
_BYLINE_PARTS = re.compile(r"\s+[|·•–—]\s+")  # noqa: RUF001 - dashes are meant
_COPYRIGHT = re.compile(
    r"^(?:[\w.,]+ ){0,4}(?:(?:copyright )?(?:©|\(c\))\s*(?:[\w.,]+ ){0,4}|copyright )\d{4}(?:\b|$)",
    re.IGNORECASE,
)
_COPYRIGHT_WORDS = 14
# "Cookie settings" above a paragraph is the heading of a clause.
_NO_HEADINGS = frozenset({Reason.CONSENT, Reason.SHARE, Reason.WIDGET})
_ONLY_PARAGRAPHS = frozenset({"lines_labels"})  # "Note" in a list is a thing to be had


def without_noise(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks that are wording, and the lines that were left out."""
    title = next((i for i, b in enumerate(blocks[:_LEAD]) if b.level == 1 and _is_heading(b)), 0)
    title_line = re.compile(rf"{re.escape(blocks[title].text)}\s*[|–—·:-]\s" if title else r"(?!)")  # noqa: RUF001 - dashes are meant
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for index, block in enumerate(blocks):
        reason = reason_of_line(block)
        if reason is None and index < title and (_is_label(block) or title_line.match(block.text)):
            reason = Reason.NAVIGATION
        if reason is None and index < title and _is_of_its_history(block):
            reason = Reason.FRESHNESS
        if reason is None and _may_greet(blocks, title, index) and _is_of_a_place(block):
            reason = Reason.NAVIGATION
        if reason is None and 0 < index - title <= _AUTHOR_BELOW_TITLE and _is_author(block):
            reason = Reason.WIDGET
        if reason is None:
            kept.append(_without_fresh_sentence(block))
        else:
            dropped.append(Dropped(block.text, reason))
    return tuple(kept), tuple(dropped)


def _without_fresh_sentence(block: Block) -> Block:
    """Leave out how long ago a list was looked through, where a paragraph ends with it."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    return replace(block, text=_FRESH_SENTENCE.sub("", block.text))


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _is_label(block: Block) -> bool:
    """Short lines above the title name the site or lead elsewhere; dates have digits."""
    return len(block.text.split()) <= _LABEL_WORDS and not any(c.isdigit() for c in block.text)


def _is_byline(line: str) -> bool:
    """Tell a line of an author, a time to read and a number of readers from a text.

    One part that is more than a name, a time or a count makes it a text.
    """
    parts = _BYLINE_PARTS.split(line)
    if len(parts) < 2 or len(line.split()) > _BYLINE_WORDS:  # noqa: PLR2004 - one is no list
        return False
    counts = [_COUNTS.fullmatch(p) or phrases("reading_times").match(p) for p in parts]
    others = [part for part, count in zip(parts, counts, strict=True) if not count]
    if len(others) == len(parts) or anywhere("data_words").search(line):
        return False
    return all(map(_WHO_OR_WHEN.fullmatch, others))


def _is_author(block: Block) -> bool:
    """Tell the name of a person; a company that wrote a document is a party of it."""
    is_name = _AUTHOR.fullmatch(block.text) and not _OF_A_COMPANY.search(block.text)
    return bool(is_name) and not names_someone(block.text)


def _may_greet(blocks: tuple[Block, ...], title: int, index: int) -> bool:
    """Tell whether a line stands above the title, or below it and above the next heading."""
    between = blocks[title + 1 : index + 1]
    return index - title <= _BELOW_TITLE and not any(map(_is_heading, between))


def _is_of_a_place(block: Block) -> bool:
    """Tell a line that has guessed where the reader is from a clause that begins like it."""
    if len(block.text.split()) > _PLACE_WORDS or joins_data_words(block.text):
        return False
    return bool(phrases("lines_places").match(block.text))


def _is_of_its_history(block: Block) -> bool:
    """Tell who changed a file last and how long ago, and how large it is, from its text."""
    if len(block.text.split()) > _HISTORY_WORDS or joins_data_words(block.text):
        return False
    return bool(_HISTORY.search(block.text))


def _size(text: str) -> int:
    """Return how many words a text has; one without spaces counts by its length."""
    return max(len(text.split()), len(text) // _LETTERS_OF_A_WORD)


def reason_of_line(block: Block) -> Reason | None:
    """Return why a block is no wording of the document, None when it is."""
    if block.kind in {BlockKind.TABLE_ROW, BlockKind.CODE} or joins_data_words(block.text):
        return None
    words, is_heading = _size(block.text), block.kind is BlockKind.HEADING
    if (words <= _FRESHNESS_WORDS and _FRESHNESS.search(block.text)) or (
        words <= _COMMITTED_WORDS and _COMMITTED.fullmatch(block.text)
    ):
        return Reason.FRESHNESS
    if (words <= _FRESHNESS_WORDS and _COUNTS.fullmatch(block.text)) or (
        words <= _VISITOR_WORDS
        and not is_heading
        and (_VISITOR.search(block.text) or _is_byline(block.text))
    ):
        return Reason.WIDGET
    if words <= _CONSENT_ID_WORDS and _CONSENT_ID.fullmatch(block.text):
        return Reason.CONSENT
    if words <= _COPYRIGHT_WORDS and _COPYRIGHT.match(block.text):
        return Reason.NAVIGATION
    return next(
        (
            reason
            for reason, name, most_words in _LISTS
            if words <= most_words
            and not (is_heading and reason in _NO_HEADINGS)
            and (block.kind is BlockKind.PARAGRAPH or name not in _ONLY_PARAGRAPHS)
            and phrases(name).match(block.text)
        ),
        None,
    )
