"""References to parts of a document: another number there is no other term.

A reference to a law is no such thing: a term rests on what the law says there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.change import Significance
from review.meaning.edits import Edit, Judgement
from review.words.light_words import LIGHT, REFERENCES
from review.words.wording import Word


def reference(edit: Edit) -> Judgement | None:
    """A part of the document under another number or name."""
    if not (edit.went and edit.came):
        return None
    if not all(_is_place(word.key) for word in edit.words):
        named = _names_a_part(edit.went) and _names_a_part(edit.came)
        return (Significance.EDITORIAL, "only a cross-reference changed") if named else None
    names = [word.key.lower() in REFERENCES for word in edit.words]
    if _cites_a_law(edit):
        return None
    behind_it = bool(edit.after) and edit.after[0].key.lower() in REFERENCES
    if any(names) or behind_it or _follows_a_part(edit.before):
        return Significance.EDITORIAL, "only a cross-reference changed"
    return None


def _follows_a_part(before: Sequence[Word]) -> bool:
    """Tell whether the last words are "section", or "sections 4 and"."""
    for word in reversed(before[-_PARTS_NAMED:]):
        key = word.key.lower()
        if key in REFERENCES:
            return True
        if not (_PLACE.fullmatch(key) or key in _JOINTS):
            return False
    return False


def _cites_a_law(edit: Edit) -> bool:
    """Tell a law's "Article 6(1)(b)", on which a term rests, from a part of the document."""
    if not edit.came:
        return False
    first, last = edit.came[0].start, edit.came[-1].end
    in_brackets = edit.text[max(0, first - 1) : first] == "(" and edit.text[last : last + 1] == ")"
    behind = edit.text[last : last + _LAW_WITHIN]
    named = [*edit.before[-_PARTS_NAMED:], *edit.words]
    article = any(word.key.lower() in _ARTICLES for word in named)
    return in_brackets or bool(_LAW.search(edit.text if article else behind))


_PARTS_NAMED = 6
_JOINTS = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "à"})
_ARTICLES = frozenset({"article", "articles", "artikel", "artikeln", "art"})
_LAW = re.compile(
    r"\b(?:[GR]DPR|RGPD|AVG|CCPA|CPRA|DSGVO|DS-GVO|BDSG|TDDDG|TTDSG|TMG|BGB|HGB|UWG|UrhG|LGPD"
    r"|EU-\w*verordnung|Regulation|Directive|Act|Code|Law|Gesetz\w*|Verordnung|Richtlinie"
    r"|règlement|directive|loi|code|reglamento|ley|regolamento|legge)\b"
)
_LAW_WITHIN = 24  # characters behind a number in which the law may be named
_HERE = frozenset({"above", "below", "oben", "unten", "ci-dessus", "ci-dessous"})
_NAMING = REFERENCES | _HERE
_BETWEEN = REFERENCES | LIGHT | {"and", "or"}
_PLACE = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[a-z])?|[ivxlIVXL]+|[A-Za-z]")


def _names_a_part(words: Sequence[Word]) -> bool:
    """Tell whether words say "below" or "in the Backups section" and nothing else."""
    keys = [word.key for word in words]
    parts = any(key.lower() in _NAMING for key in keys)
    return parts and all(_is_place(key) or key[0].isupper() or key.lower() in _HERE for key in keys)


def _is_place(key: str) -> bool:
    return bool(_PLACE.fullmatch(key)) or key.lower() in _BETWEEN
