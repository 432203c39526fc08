"""Places where data can be: countries, unions of states and regions of clouds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_OTHER_NAMES: dict[str, str] = {
    "US": "USA|U.S|U.S.A|United States of America|Vereinigte Staaten von Amerika"
    "|Vereinigten Staaten|États-Unis d'Amérique|EE.UU|EEUU|EUA|米国|美國",
    "GB": "UK|U.K|Great Britain|Großbritannien|Grande-Bretagne|Vereinigten Königreich|England",
    "EU": "European Union|Europäische Union|Europäischen Union|Union européenne|Europe|Europa"
    "|UE|Unión Europea|Unión europea|unión europea|Unione europea|Unione Europea|unione europea"
    "|Europese Unie|União Europeia|União europeia|欧盟|歐盟|欧州|欧洲|欧州連合",
    "EEA": "European Economic Area|EWR|Europäischer Wirtschaftsraum"
    "|Europäischen Wirtschaftsraum|EEE|Espace économique européen|Espacio Económico Europeo"
    "|Spazio economico europeo|Europese Economische Ruimte|EER|Espaço Económico Europeu"
    "|Espaço Econômico Europeu|欧洲经济区|欧州経済領域",
    "CH": "Schweizer|der Schweiz",
    "HK": "Hong Kong",
    "MO": "Macao",
    "CZ": "Czech Republic|Tschechische Republik",
    "NL": "the Netherlands|Holland|Holanda",
    "KR": "Korea",
    "AE": "UAE",
    "CN": "PRC|中国|People's Republic of China",
    "APAC": "Asia Pacific|Asia-Pacific|Asien-Pazifik|Asie-Pacifique",
    "EMEA": "",
    "NORTHAM": "North America|North American|Nordamerika|Amérique du Nord|América del Norte"
    "|Nord America|Nordamerica|Noord-Amerika|América do Norte",
    "LATAM": "Latin America|South America|Lateinamerika|Südamerika|Amérique latine"
    "|Amérique du Sud|América Latina|América del Sur|Zuid-Amerika|América do Sul",
    "ASIA": "Asien|Asie|Azië",
    "MIDEAST": "Middle East|Naher Osten|Nahen Osten|Moyen-Orient",
    "WORLD": "worldwide|global|globally|weltweit|mondial",
}
# Where providers say that data lie: a city or a state tells as much as its country.
# Names after a comma are the same place in other words.
_PLACES: dict[str, str] = {
    "AE": "Dubai|Abu Dhabi",
    "AT": "Vienna, Wien, Vienne",
    "AU": "Sydney|Melbourne|Canberra|Brisbane|Perth",
    "BE": "Brussels, Brüssel, Bruxelles|Saint-Ghislain, St. Ghislain",
    "BH": "Manama",
    "BR": "São Paulo, Sao Paulo|Rio de Janeiro",
    "CA": "Montreal, Montréal|Toronto|Calgary|Vancouver|Beauharnois|Ontario|Quebec, Québec"
    "|Alberta|British Columbia",
    "CH": "Zurich, Zürich|Geneva, Genf, Genève|Basel, Bâle|Lausanne|Bern, Berne",
    "CL": "Santiago de Chile",
    "CN": "Beijing, Peking, Pékin, 北京|Shanghai, 上海|Shenzhen, 深圳|Hangzhou, 杭州",
    "CZ": "Prague, Prag",
    "DE": "Frankfurt, Frankfurt am Main, Francfort, Francoforte, Fráncfort|Berlin"
    "|Munich, München|Hamburg, Hambourg|Nuremberg, Nürnberg|Falkenstein|Cologne, Köln"
    "|Düsseldorf, Dusseldorf|Stuttgart|Leipzig|Dresden|Karlsruhe"
    "|Hanover, Hannover|Bremen|Dortmund|Bonn|Mannheim|Augsburg|Magdeburg"
    "|Neckarsulm|Bavaria, Bayern|Hesse, Hessen",
    "DK": "Copenhagen, Kopenhagen, Copenhague",
    "EE": "Tallinn",
    "ES": "Madrid|Barcelona, Barcelone|Aragón|Valencia|Zaragoza|Seville, Sevilla|Bilbao",
    "FI": "Helsinki|Hamina",
    "FR": "Paris, Parijs, Parigi|Marseille|Roubaix|Gravelines|Strasbourg, Straßburg"
    "|Lyon|Lille|Toulouse|Bordeaux|Île-de-France|Nantes|Rennes|Grenoble|Montpellier|Rouen",
    "GB": "London, Londres, Londra, Londen|Manchester|Edinburgh|Cardiff"
    "|Scotland, Schottland, Écosse|Wales",
    "ID": "Jakarta",
    "IE": "Dublin",
    "IL": "Tel Aviv",
    "IN": "Mumbai|Bangalore, Bengaluru|Hyderabad|Pune|Chennai|Delhi",
    "IT": "Milan, Mailand, Milano|Turin, Torino|Rome, Rom, Roma|Bologna|Florence, Firenze"
    "|Naples, Napoli|Arezzo|Bergamo",
    "JP": "Tokyo, Tokio, 東京|Osaka, 大阪",
    "KR": "Seoul, Séoul",
    "LV": "Riga",
    "NL": "Amsterdam|Eemshaven|Rotterdam|Almere|Groningen|Utrecht|Eindhoven|The Hague",
    "NO": "Oslo|Stavanger",
    "PL": "Warsaw, Warschau, Varsovie",
    "PT": "Lisbon, Lissabon, Lisbonne, Lisboa|Porto",
    "QA": "Doha",
    "RO": "Bucharest, Bukarest, Bucarest",
    "SE": "Stockholm|Gävle",
    "TW": "Taipei",
    "US": "Northern Virginia, N. Virginia, Ashburn, Virginia|Ohio, Columbus|Oregon, Hillsboro"
    "|California, Kalifornien, Californie|Iowa, Council Bluffs|Texas|New York|New Jersey"
    "|South Carolina|North Carolina|Nevada, Las Vegas|Utah, Salt Lake City|Arizona, Phoenix"
    "|Illinois, Chicago|Washington State, Seattle|Massachusetts, Boston|Delaware|Colorado"
    "|Florida, Miami|Pennsylvania|San Francisco|Los Angeles|San Jose|Dallas|Austin|Atlanta",
    "ZA": "Johannesburg|Cape Town, Kapstadt, Le Cap",
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
_LONGEST = 8  # words of a name that are looked at


@cache
def _names() -> dict[tuple[str, ...], str]:
    """Return the code of each name, by its words."""
    table: dict[tuple[str, ...], str] = {}
    text = files("review.words").joinpath("regions.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, *names = line.split("\t")
        table |= {_words(name): code for name in names if name not in _AMBIGUOUS}
        table[flag_of(code),] = code
    table[flag_of("EU"),] = "EU"
    for code, others in _OTHER_NAMES.items():
        table |= {_words(name): code for name in (code, *others.split("|")) if name}
    for land, places in _PLACES.items():
        for place in places.split("|"):
            first, *aliases = place.split(", ")
            table |= {_words(name): f"{land}/{first}" for name in (first, *aliases)}
    return table


def flag_of(code: str) -> str:
    """Return the flag of a country by its code of two letters, as a text has it."""
    return "".join(chr(_FLAG_A + ord(letter) - ord("A")) for letter in code)


_FLAG_A = 0x1F1E6


def is_flag(word: str) -> bool:
    """Tell whether a word is the flag of a country."""
    return len(word) == _CODE and all(_FLAG_A <= ord(sign) < _FLAG_A + 26 for sign in word)


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name; scripts without spaces have one per character."""
    return tuple(name) if _UNSPACED.fullmatch(name) else tuple(name.split())


_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")


@cache
def _longest() -> dict[str, int]:
    """Return how many words the longest name has that begins with a word."""
    longest: dict[str, int] = {}
    for name in _names():
        longest[name[0]] = max(min(len(name), _LONGEST), longest.get(name[0], 0))
    return longest


@cache
def _telling() -> frozenset[str]:
    """Return of each name a word without which no text has it: "Netherlands", not "the"."""
    return frozenset(max(name, key=len) for name in _names())


@cache
def place_names() -> tuple[str, ...]:
    """Return every name of a place, but for those that are no place on a map."""
    return tuple(
        " ".join(name)
        for name, code in _names().items()
        if code != "WORLD"
        and not is_flag(name[0])
        and (len(name) > 1 or len(name[0]) > _CODE or name[0] in _SPOKEN)
    )


_CODE = 2  # letters of a country's code, which few texts mean by them
_SPOKEN = frozenset({"EU", "UK", "UE"})  # "US" is a pronoun once it is folded


def _numbers_a_law(keys: Sequence[str], position: int) -> bool:
    """Tell whether "EU" only stands in the number of a law: "Regulation (EU) 2016/679"."""
    if keys[position] not in _LAWGIVERS:
        return False
    numbers = [key for key in keys[position + 1 : position + 4] if key[0].isdigit()]
    return len(numbers) > 1 and any(_YEAR.fullmatch(number) for number in numbers[:2])


_LAWGIVERS = frozenset({"EU", "UE"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_part_of_a_word(keys: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a name without spaces is only a part of a word, or names a language."""
    if not _UNSPACED.fullmatch(keys[start]):
        return False
    beside = "".join((*keys[max(0, start - 1) : start], *keys[end : end + 1]))
    of_kana = bool(_KATAKANA.search(keys[start]))
    return (of_kana and bool(_KATAKANA.search(beside))) or "".join(
        keys[end : end + 1]
    ) in _SPOKEN_THERE


_KATAKANA = re.compile(r"[\u30a0-\u30ff]")
_SPOKEN_THERE = frozenset("語语兰")  # the language, not the land; Maryland, not Mali


def _as_written(name: tuple[str, ...]) -> str:
    joined = "".join(name)
    return joined if _UNSPACED.fullmatch(joined) else " ".join(name)


def country(code: str) -> str:
    """Return the code without the city: "DE" of "DE/Berlin"."""
    return code.partition("/")[0]


def regions(keys: Sequence[str]) -> list[tuple[str, str]]:
    """Return (code, words as they stand) of every place that is named, in order."""
    if _telling().isdisjoint(keys) and "-" not in "".join(keys):
        return []  # as in most texts
    names, longest = _names(), _longest()
    likely = [place for place, key in enumerate(keys) if key in longest or "-" in key]
    found: list[tuple[str, str]] = []
    behind = 0
    for position in likely:
        key = keys[position]
        if position < behind or _numbers_a_law(keys, position):
            continue
        if key in longest:
            for end in range(min(position + longest[key], len(keys)), position, -1):
                name = tuple(keys[position:end])
                if name in names and not is_part_of_a_word(keys, position, end):
                    found.append((names[name], _as_written(name)))
                    behind = end
                    break
        elif _CLOUD.fullmatch(key):
            found.append((key, key))
    return found
