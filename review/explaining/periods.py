"""Periods as people say them in English and in German."""

from __future__ import annotations

from review.words.numbers import Period, read_period

# Singular, plural, and the plural that follows "von" and "nach".
_GERMAN = {
    "second": ("Sekunde", "Sekunden", "Sekunden"),
    "minute": ("Minute", "Minuten", "Minuten"),
    "hour": ("Stunde", "Stunden", "Stunden"),
    "day": ("Tag", "Tage", "Tagen"),
    "week": ("Woche", "Wochen", "Wochen"),
    "month": ("Monat", "Monate", "Monaten"),
    "year": ("Jahr", "Jahre", "Jahren"),
}


def spoken_period(text: str, language: str, *, dative: bool = False) -> str:
    """Return a period in words of a language; a text that is none is returned as it is."""
    period = read_period(text)
    if period is None or period.unit not in _GERMAN:
        return text
    return f"{period.number} {_unit(period, language, dative=dative)}"


def _unit(period: Period, language: str, *, dative: bool) -> str:
    one = period.number == "1"
    if language == "de":
        singular, plural, with_dative = _GERMAN[period.unit]
        return singular if one else (with_dative if dative else plural)
    return period.unit if one else f"{period.unit}s"
