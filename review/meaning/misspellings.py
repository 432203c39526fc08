"""Edits that mend or make a slip of the pen: spelling, letters, a word that stood twice."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from domain.change import Significance
from review.meaning import artefacts
from review.meaning.edits import SMALL_AND_TELLING, Edit, Judgement, directed, is_weighty
from review.words.light_words import LIGHT, LOOK_ALIKE, PRONOUNS
from review.words.turning_words import MODALS, NEGATIONS
from review.words.wording import folded

_EDITORIAL = Significance.EDITORIAL


def spelling(edit: Edit) -> Judgement | None:
    """Judge other letters for the same word: British or American, with or without a hyphen."""
    if artefacts.splits_a_prefix(edit) or any(map(artefacts.parts_figures, edit.sides)):
        return None
    went = "".join(folded(word.key) for word in edit.went).replace("-", "")
    came = "".join(folded(word.key) for word in edit.came).replace("-", "")
    return (_EDITORIAL, "only spelling or capitals changed") if went == came else None


def typo(edit: Edit) -> Judgement | None:
    """Judge one letter more, less, other or swapped in a longer word."""
    if len(edit.went) != len(edit.came):
        return None
    for went, came in zip(edit.went, edit.came, strict=True):
        if not _misspelt(went.key.lower(), came.key.lower()):
            return None
    return _EDITORIAL, "only a misspelling or an ending changed"


_SPELT, _LONG_WORD = 4, 9  # letters from which one slip, or two, may be a misspelling


def _misspelt(went: str, came: str) -> bool:
    if went == came or {went, came} <= LIGHT - SMALL_AND_TELLING:
        return True
    if _slipped(went, came) or _slipped(came, went):
        return True
    if not (went.isalpha() and came.isalpha()) or any(
        key in PRONOUNS or is_weighty(key) for key in (went, came)
    ):
        return went.replace("n't", " not") == came.replace("n't", " not")
    if {went, came} <= LOOK_ALIKE:
        return False
    shorter = min(len(went), len(came))
    # "lawful" and "unlawful", "inbound" and "unbound"
    if came.endswith(went) or went.endswith(came) or came[0] != went[0]:
        return False
    return shorter >= _SPELT and OSA.distance(went, came) <= (1 if shorter < _LONG_WORD else 2)


def _slipped(meant: str, written: str) -> bool:
    """Tell whether a word that turns a statement was meant: "shal", "werdn", "nto"."""
    if meant not in _TURNING or is_weighty(written) or written in _LIKE_THEM:
        return False
    if meant[0] != written[0]:
        return False
    if sorted(meant) == sorted(written):
        return True
    lost_a_letter = len(meant) == len(written) + 1 and OSA.distance(meant, written) == 1
    return lost_a_letter and len(written) >= _MODAL


_TURNING = frozenset(MODALS) | NEGATIONS
_MODAL = 4  # letters from which a word that lost one is no other word
_LIKE_THEM = frozenset(
    {"cold", "cloud", "wold", "werde", "sole", "solle", "müsse", "könne", "dürfe", "knie", "noting"}
)


def doubled(edit: Edit) -> Judgement | None:
    """Judge a word that stood twice by mistake."""
    if bool(edit.went) is bool(edit.came) or any(map(directed, edit.words)):
        return None
    if artefacts.CELL in edit.text:
        return None  # two columns may have the same answer
    said = [folded(word.key) for word in edit.words]
    size = len(said)
    before = [folded(word.key) for word in edit.before[-size:]]
    after = [folded(word.key) for word in edit.after[:size]]
    return (_EDITORIAL, "only a doubled word changed") if said in (before, after) else None
