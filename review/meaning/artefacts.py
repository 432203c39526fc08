"""Edits that no reader of the document would call a change of its wording."""

from __future__ import annotations

from domain.change import Significance
from review.meaning.edits import Edit
from review.meaning.page_lines import is_language_choice
from review.words.numbers import dates
from review.words.page_words import CALLOUTS, CONSENT, HIDDEN_MAIL, LANGUAGE_NAMES, VENDOR_COUNT

Judgement = tuple[Significance, str]


def hidden_mail(edit: Edit) -> Judgement | None:
    """An address that the page hides from robots, or no longer hides."""
    joined = [" ".join(word.key for word in side) for side in (edit.went, edit.came)]
    hidden = [bool(HIDDEN_MAIL.fullmatch(text)) for text in joined]
    mail = ["@" in text or not text for text in joined]
    if (hidden[0] and (mail[1] or hidden[1])) or (hidden[1] and mail[0]):
        return Significance.NONE, "an address hidden from robots shows differently"
    follows = " ".join(word.key for word in edit.after[:2])
    if HIDDEN_MAIL.fullmatch(follows) and len(edit.words) == 1 and edit.words[0].key.isalpha():
        return Significance.NONE, "an address hidden from robots shows differently"
    return None


def counter(edit: Edit) -> Judgement | None:
    """How many partners a consent dialog counts."""
    numbers = edit.went and edit.came and all(word.key.isdecimal() for word in edit.words)
    if not numbers or not CONSENT.search(edit.text):
        return None
    near = " ".join(word.key for word in (*edit.before[-_BEFORE:], *edit.after[:_BEHIND]))
    if VENDOR_COUNT.search(near):
        return Significance.NONE, "a counter of the consent dialog"
    return None


_BEFORE, _BEHIND = 9, 3  # words around a number that say what it counts


def language_choice(edit: Edit) -> Judgement | None:
    """A link to the same text in another language."""
    changed = [word.key for word in edit.words]
    names = any(key.lower() in LANGUAGE_NAMES for key in changed)
    states = edit.text.rstrip().endswith((".", ":", "!"))
    if names and not states and is_language_choice(changed) and not (edit.went and edit.came):
        return Significance.NONE, "a link to another language"
    return None


def callout(edit: Edit) -> Judgement | None:
    """The label of a box, written out or drawn: "Note" in front of a block."""
    if edit.before or len(edit.words) != 1:
        return None
    if edit.words[0].key.lower() in CALLOUTS and edit.after:
        return Significance.NONE, "the label of a box shows differently"
    return None


def same_date(edit: Edit) -> Judgement | None:
    """The same day, written another way."""
    went, came = dates(edit.went), dates(edit.came)
    if went and went == came and len(edit.went) == len(went) and len(edit.came) == len(came):
        return Significance.NONE, "the same date written differently"
    return None
