"""Who wrote a text, and how many read it: lines of the page, not of the document."""

from __future__ import annotations

import re

from crawler.extraction.ages import AGO, NAME, UNIT
from crawler.extraction.phrases import anywhere, phrases
from crawler.extraction.statements import names_someone
from domain.document import Block

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
    rf"(?:(?:{_COUNT})[\s·•|,/]*)+(?:(?:last\s)?(?:updated|commit)\s+(?:{AGO}))?", re.IGNORECASE
)
# What stands beside such a count in a byline: who wrote it and when.
_MONTH = r"[^\W\d_]{3,10}\.?"
_WHO_OR_WHEN = re.compile(
    rf"(?:(?:(?:last )?(?:updated|edited|published|posted|aktualisiert|veröffentlicht|publié"
    rf"|mis à jour|publicado|actualizado|pubblicato)(?: on| am| le| el| il)?:?\s)?"
    rf"(?:{AGO}|\d+\s(?:{UNIT})"
    rf"|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? (?:de )?{_MONTH} (?:de )?\d{{4}}"
    rf"|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|{_MONTH} \d{{4}})"
    rf"|(?:(?:written |posted |published )?by |von |par |por |di |door )?{NAME})\W*",
    re.IGNORECASE,
)
_COUNTS_WORDS = 14
_BYLINE_WORDS = 16
_BYLINE_PARTS = re.compile(r"\s+[|·•–—]\s+")  # noqa: RUF001 - dashes are meant


def is_count(text: str, words: int) -> bool:
    """Tell whether a line only counts what readers did with a page, of so many words."""
    return words <= _COUNTS_WORDS and bool(_COUNTS.fullmatch(text))


def is_byline(text: str, words: int) -> bool:
    """Tell whether a line names an author and counts readers, or counts visitors."""
    return words <= _VISITOR_WORDS and bool(_VISITOR.search(text) or _names_and_counts(text))


def is_author(block: Block) -> bool:
    """Tell the name of a person; a company that wrote a document is a party of it."""
    is_name = _AUTHOR.fullmatch(block.text) and not _OF_A_COMPANY.search(block.text)
    return bool(is_name) and not names_someone(block.text)


def _names_and_counts(line: str) -> bool:
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
