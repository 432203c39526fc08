"""Dates, periods and other numbers among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from review.dates import read_date
from review.vocabulary import NUMBER_WORDS, TIME_UNITS, UNITS
from review.wording import Word

_UNITS = {form.lower(): unit for form, unit in UNITS.items()}
_TIMES = {form.lower() for form in TIME_UNITS} | {
    form.lower() for form, unit in UNITS.items() if unit == "day"
}
_NUMBER = re.compile(r"(\d+(?:[.,']\d+)*)(?: ?(.+))?")


def dates(words: Sequence[Word]) -> list[str]:
    """Return the days among the words, in order."""
    return [
        day
        for word in words
        if word.key[-1].isdigit() or word.key[0].isdigit()
        if (day := read_date(word.key))
    ]


def periods(words: Sequence[Word]) -> list[str]:
    """Return the periods among the words, such as "30 day", in order."""
    found = []
    for place, word in enumerate(words):
        number, unit = _read(word.key)
        if number and unit in _TIMES:
            found.append(f"{number} {_UNITS[unit]}")
        elif word.key.lower() in NUMBER_WORDS and place + 1 < len(words):
            following = words[place + 1].key.lower()
            if following in _TIMES:
                found.append(f"{NUMBER_WORDS[word.key.lower()]} {_UNITS[following]}")
    return found


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
