"""How often, as people write it: "12h", "1d 6h", "90m"."""

from __future__ import annotations

import re
from datetime import timedelta

# Checking a page more often than this is no longer polite; less often than a year
# is a slip of the pen.
SHORTEST = timedelta(minutes=5)
LONGEST = timedelta(days=366)

DURATION_PATTERN = r"^[0-9]{1,6} ?[dhm]( [0-9]{1,6} ?[dhm]){0,2}$"

_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


def parse_duration(written: str) -> timedelta:
    """Read "12h", "1d", "90m" or a sum such as "1d 6h".

    Raises:
        ValueError: it is written otherwise, or lies outside of 5 minutes to 366 days;
            the message says what is allowed.
    """
    text = " ".join(written.split())
    if not re.fullmatch(DURATION_PATTERN, text):
        raise ValueError("must be a duration such as 12h, 1d, 90m or 1d 6h")
    parts = [(unit, int(number)) for number, unit in re.findall(r"([0-9]+) ?([dhm])", text)]
    if len({unit for unit, _ in parts}) < len(parts):
        raise ValueError("names the same unit twice; write a duration such as 1d 6h")
    duration = timedelta(**{_UNITS[unit]: number for unit, number in parts})
    if not SHORTEST <= duration <= LONGEST:
        raise ValueError("must be at least 5m and at most 366d")
    return duration


def write_duration(duration: timedelta) -> str:
    """Write a duration as it is read, in whole minutes: "1d 6h"."""
    hours, minutes = divmod(duration // timedelta(minutes=1), 60)
    days, hours = divmod(hours, 24)
    parts = [f"{number}{unit}" for number, unit in ((days, "d"), (hours, "h"), (minutes, "m"))]
    return " ".join(part for part in parts if not part.startswith("0")) or "0m"
