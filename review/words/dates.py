"""Calendar days as a text writes them, whatever its order or language."""

from __future__ import annotations

import re

from review.words.calendar import MONTHS

_MONTH_NUMBERS = {name.lower(): number for name, number in MONTHS.items()}
_ISO = re.compile(r"(\d{4})[ -](\d{2})[ -](\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_MONTHS, _DAYS = 12, 31
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_DAY = 60  # characters


def read_date(text: str) -> str | None:
    """Return a day as YYYY-MM-DD (without a year, --MM-DD), or None when it is none.

    Of two readings of 3/4/2025 the American one is taken; what matters is that the
    same writing gives the same day.
    """
    if text.isalpha() or len(text) > _LONGEST_DAY:
        return None  # most words, at once, and numbers that no calendar has
    if match := _ISO.fullmatch(text) or _CHINESE.fullmatch(text):
        return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    if match := _NUMERIC.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        day, month = (first, second) if match[2] == "." or first > _MONTHS else (second, first)
        return f"{match[4]}-{month:02}-{day:02}"
    numbers = []
    month = 0
    for part in _PARTS.findall(text):
        if part.isdecimal():
            numbers.append(int(part))
        else:
            month = month or _MONTH_NUMBERS.get(part.lower(), 0)
    if not month or not numbers:
        return None
    year = next((number for number in numbers if number > _DAYS), None)
    day = next((number for number in numbers if number <= _DAYS), 0)
    return f"{year or '-'}-{month:02}-{day:02}"
