"""Places where data can be: countries, unions of states and regions of clouds."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from review.words.wording import Word

_OTHER_NAMES: dict[str, str] = {
    "US": "USA|U.S|U.S.A|United States of America|Vereinigte Staaten von Amerika"
    "|Vereinigten Staaten|États-Unis d'Amérique",
    "GB": "UK|U.K|Great Britain|Großbritannien|Grande-Bretagne|Vereinigten Königreich|England",
    "EU": "European Union|Europäische Union|Europäischen Union|Union européenne|Europe|Europa"
    "|UE|Unión Europea|Unione europea",
    "EEA": "European Economic Area|EWR|Europäischer Wirtschaftsraum"
    "|Europäischen Wirtschaftsraum|EEE|Espace économique européen",
    "CH": "Schweizer|der Schweiz",
    "HK": "Hong Kong",
    "MO": "Macao",
    "CZ": "Czech Republic|Tschechische Republik",
    "NL": "the Netherlands",
    "KR": "Korea",
    "AE": "UAE",
    "CN": "PRC|中国|People's Republic of China",
    "APAC": "Asia Pacific|Asia-Pacific|Asien-Pazifik|Asie-Pacifique",
    "EMEA": "",
    "WORLD": "worldwide|global|globally|weltweit|mondial",
}
# Where providers say that data lie: a city tells as much as its country.
_CITIES: dict[str, str] = {
    "AT": "Vienna, Wien",
    "AU": "Sydney|Melbourne",
    "BE": "Brussels, Brüssel, Bruxelles",
    "BR": "São Paulo",
    "CA": "Montreal, Montréal|Toronto",
    "CH": "Zurich, Zürich|Geneva, Genf, Genève",
    "DE": "Frankfurt, Frankfurt am Main|Berlin|Munich, München|Hamburg|Nuremberg, Nürnberg"
    "|Falkenstein",
    "DK": "Copenhagen, Kopenhagen",
    "ES": "Madrid|Barcelona",
    "FI": "Helsinki",
    "FR": "Paris|Marseille|Roubaix|Gravelines|Strasbourg",
    "GB": "London, Londres",
    "IE": "Dublin",
    "IN": "Mumbai|Bangalore|Hyderabad",
    "IT": "Milan, Mailand, Milano",
    "JP": "Tokyo, Tokio|Osaka",
    "KR": "Seoul",
    "NL": "Amsterdam",
    "PL": "Warsaw, Warschau, Varsovie",
    "SE": "Stockholm",
    "US": "Northern Virginia, Ashburn",
}
_AMBIGUOUS = frozenset({"Jersey", "Chad", "Niger", "Mali", "Turkey", "Reunion", "Man", "Georgia"})
_CLOUD = re.compile(
    r"(?:(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central)[a-z]*-\d"
    r"|(?:us|europe|asia|northamerica|southamerica|australia|me|africa)"
    r"-(?:north|south|east|west|central)[a-z]*\d"
    r"|(?:north|west|east|south|central)(?:europe|us\d?|india|asia)"
    r"|(?:france|germany|sweden|switzerland|norway|uk|italy|poland|spain)"
    r"(?:central|north|south|west|westcentral))"
)
_LONGEST = 6


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Return the code of each name, by its words."""
    table: dict[tuple[str, ...], str] = {}
    text = files("review.words").joinpath("regions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, *names = line.split("\t")
        table |= {tuple(name.split()): code for name in names if name not in _AMBIGUOUS}
    for code, others in _OTHER_NAMES.items():
        table |= {tuple(name.split()): code for name in (code, *others.split("|")) if name}
    for state, cities in _CITIES.items():
        for city in cities.split("|"):
            first, *aliases = city.split(", ")
            table |= {tuple(name.split()): f"{state}/{first}" for name in (first, *aliases)}
    return table


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name[0] for name in _names())


def country(code: str) -> str:
    """Return the code without the city: "DE" of "DE/Berlin"."""
    return code.partition("/")[0]


def regions(words: list[Word]) -> list[tuple[str, str]]:
    """Return (code, words as they stand) of every place that is named, in order."""
    names, first = _names(), _first_words()
    if first.isdisjoint(word.key for word in words) and not any("-" in w.key for w in words):
        return []
    found: list[tuple[str, str]] = []
    position = 0
    while position < len(words):
        key = words[position].key
        taken = 1
        if key in first:
            for length in range(min(_LONGEST, len(words) - position), 0, -1):
                name = tuple(word.key for word in words[position : position + length])
                if name in names:
                    found.append((names[name], " ".join(name)))
                    taken = length
                    break
        elif "-" in key and _CLOUD.fullmatch(key):
            found.append((key, key))
        position += taken
    return found
