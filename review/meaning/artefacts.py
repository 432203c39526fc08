"""Edits that no reader of the document would call a change of its wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from domain.change import Significance
from review.meaning.edits import Edit, Judgement, is_weighty
from review.meaning.page_lines import is_language_choice
from review.words.calendar import BEFORE_DAYS, NUMBER_WORDS, TIME_UNITS
from review.words.numbers import dates, periods
from review.words.page_words import CALLOUTS, CONSENT, HIDDEN_MAIL, LANGUAGE_NAMES, VENDOR_COUNT
from review.words.regions import country, is_flag, regions
from review.words.wording import YES, Word


def hidden_mail(edit: Edit) -> Judgement | None:
    """An address that the page hides from robots, or no longer hides."""
    joined = [" ".join(word.key for word in side) for side in (edit.went, edit.came)]
    hidden = [bool(HIDDEN_MAIL.fullmatch(text)) for text in joined]
    mail = ["@" in text or not text for text in joined]
    if (hidden[0] and (mail[1] or hidden[1])) or (hidden[1] and mail[0]):
        return Significance.NONE, "an address hidden from robots shows differently"
    if all(joined) and _mail(joined[0]) == _mail(joined[1]) and "@" in _mail(joined[0]):
        return Significance.NONE, "an address hidden from robots shows differently"
    follows = " ".join(word.key for word in edit.after[:2])
    if HIDDEN_MAIL.fullmatch(follows) and len(edit.words) == 1 and edit.words[0].key.isalpha():
        return Significance.NONE, "an address hidden from robots shows differently"
    return None


def _mail(text: str) -> str:
    """Return an address in words, "info at shop dot example", as it is written."""
    return re.sub(r" dot ", ".", re.sub(r" (?:at|ät|chez) ", "@", text.lower())).replace(" ", "")


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


def tick(edit: Edit) -> Judgement | None:
    """A tick in front of an entry that a list has instead of a bullet, or no longer has."""
    words = edit.words
    if edit.before or not edit.after or bool(edit.went) is bool(edit.came) or "|" in edit.text:
        return None
    if all(word.key == YES for word in words):
        return Significance.NONE, "a tick for a bullet"
    return None


def flag(edit: Edit) -> Judgement | None:
    """A flag beside the name of its country, or in its place."""
    sides = [[word.key for word in side] for side in edit.sides]
    flags = [key for side in sides for key in side if is_flag(key)]
    if not flags:
        return None
    if len(flags) == len(edit.words):
        around = [word.key for word in (*edit.before, *edit.after) if not is_flag(word.key)]
        if around and is_language_choice(around):
            return Significance.NONE, "a link to another language"
        shown = {country(code) for code, _ in regions(around)}.issuperset(_codes(flags))
    else:
        shown = all(map(_are_places, sides)) and _codes(sides[0]) == _codes(sides[1])
    return (Significance.NONE, "the flag of a country that is named") if shown else None


def _codes(keys: Sequence[str]) -> list[str]:
    return [code for code, _ in regions(keys)]


def _are_places(keys: Sequence[str]) -> bool:
    return sum(len(name.split()) for _, name in regions(keys)) == len(keys)


CELL = " | "


def parted_otherwise(edit: Edit) -> Judgement | None:
    """The same letters with a space more or less, as converters lose them."""
    if not (edit.went and edit.came) or len(edit.went) == len(edit.came) or splits_a_prefix(edit):
        return None
    went, came = (_INNER_MARK.sub("", "".join(w.text for w in side)) for side in edit.sides)
    if went != came or any(map(_stands_alone, edit.words)) or any(map(parts_figures, edit.sides)):
        return None
    return Significance.NONE, "the same letters with other spaces between them"


def splits_a_prefix(edit: Edit) -> bool:
    """Tell whether a word stands apart that turns the next one round: "in active", "re sign"."""
    return len(edit.went) != len(edit.came) and any(
        one.text.lower() in _PREFIXES and two.text[0].islower()
        for side in edit.sides
        for one, two in pairwise(side)
    )


_PREFIXES = frozenset(
    "in un non re dis im ir il mis de anti a an ent ver be ab um".split()  # noqa: SIM905
)


def _stands_alone(word: Word) -> bool:
    """Tell whether a word turns a statement when it stands by itself: "no where"."""
    return is_weighty(word.key.lower())


def parts_figures(words: Sequence[Word]) -> bool:
    """Tell whether a space parts two figures: "1 2" need not be 12."""
    return any(one.key[-1].isdigit() and two.key[0].isdigit() for one, two in pairwise(words))


# Marks between words; in "1.5" and "e-mail" they belong to the word.
_INNER_MARK = re.compile(r"(?<!\d)[.,()]|[.,()](?!\d)|\s")


def same_date(edit: Edit) -> Judgement | None:
    """The same day, written another way."""
    went, came = dates(edit.went), dates(edit.came)
    if went and went == came and len(edit.went) == len(went) and len(edit.came) == len(came):
        return Significance.NONE, "the same date written differently"
    return None


def same_number(edit: Edit) -> Judgement | None:
    """A number or a period written in words, in figures, or both: "thirty (30) days"."""
    went, came = _counted(edit.went), _counted(edit.came)
    if went is not None and came is not None and edit.went and edit.came:
        return _OTHER_FIGURES if went == came else None
    if len(edit.words) != 1 or not edit.after:
        return None
    said, follows = NUMBER_WORDS.get(edit.words[0].key.lower()), edit.after[0]
    figure = _FIGURE.match(follows.key)
    in_brackets = (edit.earlier if edit.went else edit.text[: follows.start]).endswith("(")
    return _OTHER_FIGURES if figure and in_brackets and int(figure[0]) == said else None


def _counted(words: Sequence[Word]) -> str | None:
    """Return what a number in words or figures comes to, with its unit; None for other words."""
    if found := periods(words):
        if len(found) > 1 or not all(map(_is_of_a_number, words)):
            return None
        days = [kind for kind in _KINDS_OF_DAYS if kind in found[0].text.lower()]
        return " ".join([found[0].normal, *days])
    if len(words) != 1:
        return None
    key = words[0].key.lower()
    return str(NUMBER_WORDS[key]) if key in NUMBER_WORDS else key if key.isdecimal() else None


def _is_of_a_number(word: Word) -> bool:
    key = word.key.lower()
    return key in NUMBER_WORDS or key in _TIMES or key[0].isdigit()


_KINDS_OF_DAYS = (*BEFORE_DAYS, "werktag", "kalendertag")
_TIMES = frozenset(form.lower() for form in TIME_UNITS)
_FIGURE = re.compile(r"\d{1,6}(?!\d)")
_OTHER_FIGURES = Significance.EDITORIAL, "only how a number is written changed"
