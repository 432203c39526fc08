"""Which language a page is in, and how times and numbers are written in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from babel.core import negotiate_locale
from babel.dates import format_date, format_datetime, format_timedelta
from babel.numbers import format_decimal

from domain.sentence import LANGUAGES
from web.labels import LABELS

COOKIE = "clausewatch_language"


def language_asked(cookies: Mapping[str, str], accept: str) -> str:
    """Return the language of the switch, else what the browser prefers, else English."""
    chosen = cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    return negotiate_locale(_preferred(accept), LANGUAGES, sep="-") or LANGUAGES[0]


def _preferred(accept: str) -> list[str]:
    """Return the tags of an Accept-Language header, best first (RFC 9110, 12.5.4)."""
    weighted = []
    for place, item in enumerate(accept[:500].split(",")):
        tag, _, parameter = item.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if tag and quality > 0:
            weighted.append((-quality, place, tag.strip()))
    return [tag for _, _, tag in sorted(weighted)]


def label(name: str, language: str, **values: object) -> str:
    """Return our words for `name`; an `n` other than 1 takes the plural where there is one."""
    if "n" in values and f"{name}_one" in LABELS:
        name = f"{name}_one" if values["n"] == 1 else f"{name}_many"
    return LABELS[name].in_language(language).format(**values)


def moment(at: datetime, language: str) -> str:
    """Write a time in UTC to the minute: "27 Jul 2026, 08:00"."""
    pattern = "d. MMM y, HH:mm" if language == "de" else "d MMM y, HH:mm"
    return format_datetime(at.astimezone(UTC), pattern, tzinfo=UTC, locale=language)


def day(at: datetime, language: str) -> str:
    """Write a day in UTC: "27 Jul 2026"."""
    pattern = "d. MMM y" if language == "de" else "d MMM y"
    return format_date(at.astimezone(UTC).date(), pattern, locale=language)


def ago(at: datetime, now: datetime, language: str) -> str:
    """Write how far a time lies from now: "3 days ago", "in 2 hours"."""
    distance = at - now
    if abs(distance) < timedelta(minutes=1):
        return label("just_now", language)
    return format_timedelta(distance, add_direction=True, threshold=0.9, locale=language)


def lasting(length: timedelta, language: str) -> str:
    """Write how long something lasts: "6 months"."""
    return format_timedelta(length, threshold=0.9, locale=language)


def calendar(at: datetime, step: str, language: str) -> str:
    """Write a mark of a calendar, as fine as the step between two: "27 Jul", "Jul 2026"."""
    patterns = {"hour": "HH:mm", "day": "d. MMM" if language == "de" else "d MMM"}
    pattern = patterns.get(step, "MMM y")
    if step == "hour" and at.hour == 0:
        pattern = patterns["day"]
    return format_datetime(at.astimezone(UTC), pattern, tzinfo=UTC, locale=language)


def number(value: float, language: str) -> str:
    """Write a number with the marks of the language: "8,679"."""
    return format_decimal(value, locale=language)
