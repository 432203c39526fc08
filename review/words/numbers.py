"""Dates, periods and other numbers among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from review.words.calendar import BEFORE_DAYS, NUMBER_WORDS, ONE, TIME_UNITS, UNITS
from review.words.dates import read_date
from review.words.light_words import REFERENCES
from review.words.wording import Word

_UNITS = {form.lower(): unit for form, unit in UNITS.items()}
_TIMES = {form.lower() for form in TIME_UNITS} | {
    form.lower() for form, unit in UNITS.items() if unit == "day"
}
_NUMBERS_OF_TIME = dict.fromkeys(ONE, 1) | NUMBER_WORDS
_NUMBER = re.compile(r"(\d+(?:[.,']\d+)*)(?: ?(.+))?")
_PART = re.compile(r"\d{1,3}(?:\.\d{1,3})*[a-z]?")
_PART_NAMES = REFERENCES | {"art", "arts", "sec", "abs", "ziff"}
_PART_JOINTS = frozenset({"and", "or", "to", "und", "oder", "bis", "et", "ou", "à"})


class Period(NamedTuple):
    """A number with a unit of time: "30" and "day", and the words of the text for them."""

    number: str
    unit: str
    text: str

    @property
    def normal(self) -> str:
        """The same for two writings of one period."""
        return f"{self.number} {self.unit}"


def dates(words: Sequence[Word]) -> list[str]:
    """Return the days among the words, in order."""
    return [
        day
        for word in words
        if word.key[-1].isdigit() or word.key[0].isdigit()
        if (day := read_date(word.key))
    ]


def periods(words: Sequence[Word], first: int = 0, last: int | None = None) -> list[Period]:
    """Return the periods whose number stands in words [first:last], in order.

    The unit may stand behind them: "six" took the place of "twelve" in "twelve months".
    """
    found = []
    for place, word in enumerate(words[first:last], first):
        number, unit = _read(word.key)
        if number and unit in _TIMES:
            found.append(Period(number, _UNITS[unit], word.key))
        elif counted := _NUMBERS_OF_TIME.get(word.key.lower()):
            following = words[place + 1 : place + 3]
            if len(following) > 1 and following[0].key.lower() in BEFORE_DAYS:
                following = following[1:]
            if following and (form := following[0].key.lower()) in _TIMES:
                shown = f"{counted} {following[0].text}"
                found.append(Period(str(counted), _UNITS[form], shown))
    return found


def read_period(text: str) -> Period | None:
    """Return a text that is a period and nothing else, or None."""
    number, unit = _read(text) if text else ("", "")
    return Period(number, _UNITS[unit], text) if number and unit in _TIMES else None


def without_references(words: Sequence[Word], first: int, last: int) -> list[Word]:
    """Return words [first:last] without numbers that name a part of the text ("Section 4").

    The words in front are looked at too; a number that a whole text begins with counts
    as its own.
    """
    return [
        word
        for place, word in enumerate(words[first:last], first)
        if not (_PART.fullmatch(word.key) and _names_a_part(words, place))
    ]


def _names_a_part(words: Sequence[Word], place: int) -> bool:
    if place == 0:
        return "." in words[0].key
    for word in reversed(words[max(0, place - 6) : place]):
        key = word.key.lower()
        if key in _PART_NAMES:
            return True
        if not (_PART.fullmatch(key) or key in _PART_JOINTS):
            return False
    return False


def amounts(words: Sequence[Word]) -> list[str]:
    """Return the other numbers among the words: no dates and no periods."""
    found = []
    for word in words:
        number, unit = _read(word.key)
        if number and unit not in _TIMES and not read_date(word.key):
            found.append(f"{number} {unit}".strip())
    return found


def _read(key: str) -> tuple[str, str]:
    """Return the number and the unit of a word in lower case, "" for what is not there."""
    match = _NUMBER.fullmatch(key) if key[0].isdigit() else None
    return (match[1], (match[2] or "").lower()) if match else ("", "")
