"""Our phrases and dates as an alert writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from datetime import date as Date  # noqa: N812 - `date` is what templates call

from babel.dates import format_date, format_datetime

from alerts.labels import LABELS
from domain.sentence import Sentence

_DAY = Sentence("d MMMM y", "d. MMMM y")
_DATE = Sentence("d MMMM y, HH:mm", "d. MMMM y, HH:mm")


def label(name: str, language: str, **values: object) -> str:
    """Return our words for `name`; an `n` other than 1 takes the plural where there is one."""
    if "n" in values and f"{name}_one" in LABELS:
        name = f"{name}_one" if values["n"] == 1 else f"{name}_many"
    return LABELS[name].in_language(language).format(**values)


def date(moment: datetime, language: str) -> str:
    """Return day and time in UTC as people write it: "27 July 2026, 08:00"."""
    return format_datetime(
        moment.astimezone(UTC), _DATE.in_language(language), tzinfo=UTC, locale=language
    )


def day(moment: Date, language: str) -> str:
    """Return a day as people write it: "27 July 2026"."""
    return format_date(moment, _DAY.in_language(language), locale=language)


def month(first: Date, language: str) -> str:
    """Return a month as people write it: "July 2026"."""
    return format_date(first, "LLLL y", locale=language)
