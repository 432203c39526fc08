"""What tells one version of a document from another: its date and its number.

"Last updated 5 March 2025", "Stand: März 2025" and "Version 2.1" change with each
version and state no term. A date or number that a term depends on is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.change import Significance
from review.meaning.edits import Edit, Judgement
from review.words.calendar import MONTHS
from review.words.dates import read_date
from review.words.light_words import VERSION_LABELS, VERSION_MARKS
from review.words.turning_words import MODALS
from review.words.wording import Word

_EDITORIAL = Significance.EDITORIAL
_NEAR = 6  # words before a date that say what it is the date of
_MONTHS = frozenset(name.lower() for name in MONTHS)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"[.!?;:|()\u2013]")
_NUMBER = re.compile(r"[vV]?\d{1,3}(?:\.\d{1,3}){0,3}")
_VERSION = frozenset(
    {"version", "v", "rev", "revision", "fassung", "release", "versión", "versione"}
)


def date(edit: Edit) -> Judgement | None:
    """Judge the date of the document itself, not one that a term depends on."""
    if not (edit.words and all(map(_dates_a_version, edit.words))):
        return None
    near = [word.key.lower() for word in edit.before[-_NEAR:]]
    around = [*edit.before, *edit.after]
    # A month or a year alone dates a version only in a line of its own.
    is_day = any(read_date(word.key) for word in edit.words) or _is_month_of_a_year(edit)
    marked = is_day and any(key in VERSION_MARKS for key in near) and not _says_more(edit)
    if marked or is_date_line([*around, *edit.words]):
        return _EDITORIAL, "only the date of the document changed"
    return None


def _is_month_of_a_year(edit: Edit) -> bool:
    """Tell whether a month became another in front of its year, behind a colon."""
    if len(edit.went) != 1 or len(edit.came) != 1 or not edit.after:
        return False
    month = all(word.key.lower() in _MONTHS for word in edit.words)
    labelled = edit.text[: edit.came[0].start].rstrip().endswith(":")
    return month and labelled and bool(_YEAR.fullmatch(edit.after[0].key))


def _says_more(edit: Edit) -> bool:
    """Tell whether the sentence goes on: "Effective 5 March 2025, we print maps"."""
    if not (edit.came and edit.after):
        return False
    following = edit.after[0]
    if _SENTENCE_END.search(edit.text, edit.came[-1].end, following.start):
        return False
    return not (_dates_a_version(following) or following.key[0].isupper())


def number(edit: Edit) -> Judgement | None:
    """Judge the number of the document's version: "Version 2.1"."""
    numbers = edit.words and all(_NUMBER.fullmatch(word.key) for word in edit.words)
    if numbers and edit.before and edit.before[-1].key.lower() in _VERSION:
        rest = [*edit.before[:-1], *edit.after]
        if all(_dates_a_version(word) or word.key[0].isupper() for word in rest):
            return _EDITORIAL, "only the number of the version changed"
    return None


def is_date_line(words: Sequence[Word]) -> bool:
    """Tell whether words say when the document was written and nothing else."""
    before: Word | None = None
    for word in words:
        if not (_dates_a_version(word) or _numbers_a_version(before, word)):
            return False  # mostly the first
        before = word
    if not any(map(_is_date, words)):
        return False
    marked = any(word.key.lower() in VERSION_MARKS for word in words)
    return marked or all(map(_dates_a_version, words))


def _numbers_a_version(before: Word | None, word: Word) -> bool:
    return bool(before and before.key.lower() in _VERSION and _NUMBER.fullmatch(word.key))


def _dates_a_version(word: Word) -> bool:
    return word.key.lower() in VERSION_LABELS or _is_date(word)


def _is_date(word: Word) -> bool:
    key = word.key
    month = key.lower() in _MONTHS and (key[0].isupper() or key not in MODALS)
    return month or bool(_YEAR.fullmatch(key)) or bool(read_date(key))
