"""Could a line state a term? Asked of all that is left out for what it says of other things."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from crawler.extraction.phrases import anywhere, beginnings

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_WORLD = "001"
# Short forms, told from words by their case; company forms; sizes and names of models.
_FORMS = re.compile(
    r"(?<!\w)(?:EU|EEA|EWR|UK|USA?|UAE|Inc|LLC|LLP|Ltd|GmbH|AG|SE|KG|UG|SAS?|SARL|SRL|S\.?p\.?A|B\.?V"
    r"|N\.?V|AB|AS|A/S|ApS|Oy|Corp|PBC|Pty|Plc|PLC|Co|MIT|BSD|A?GPL|LGPL|CC[ -]BY|ISO|SOC|DPA|GDPR"
    r"|DSGVO|RGPD|HIPAA|SSO|\d+(?:\.\d+)?[BM])(?!\w)"
)
_COUNT = (
    r"(?:\d[\d.,]*|an?|one|two|three|six|seven|ten|fourteen|thirty|sixty|ninety"
    r"|eine[rmn]?|zwei|drei|sechs|sieben|dreißig|une?|deux|trois|trente|dos|tres|treinta)"
)
_UNIT = (
    r"(?:hours?|days?|weeks?|months?|years?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?"
    r"|heures?|jours?|semaines?|mois|ans?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?"
    r"|ore|giorn[io]|settiman[ae]|mes[ei]|ann[io]|uur|dagen?|weken|maand(?:en)?|jaar|anos?)"
)
_PERIOD = re.compile(rf"\b{_COUNT}[\s-]{_UNIT}\b", re.IGNORECASE)

_BULLETS = " *•-"  # what may stand before the first word
_LABEL = re.compile(r"[^\W\d]+(?: \w+)?: ")  # "New:", before a title


def promises(text: str) -> bool:
    """Tell whether a line denies, limits or promises something, by one of its words."""
    return bool(anywhere("statement_words").search(text) or _PERIOD.search(text))


def says_what_is_done(sentence: str) -> bool:
    """Tell a sentence with a verb of its own, a denial or a period from the title of an article."""
    if _PERIOD.search(sentence):
        return True
    told = sentence.lstrip(_BULLETS)
    if any(map(beginnings("titles_of_articles").match, (told, _LABEL.sub("", told)))):
        return False
    return promises(told) or bool(anywhere("term_verbs").search(told))


def may_state(text: str) -> bool:
    """Tell whether a line may be a term: by what it promises, or by what it is about."""
    return promises(text) or names_matter(text)


def names_matter(text: str) -> bool:
    """Tell whether a text names a place, a company, a licence, a model, or data at all."""
    return (
        names_someone(text)
        or bool(anywhere("data_words").search(text))
        or bool(anywhere("matter_words").search(text))
    )


def names_someone(text: str) -> bool:
    """Tell whether a text names a place, or a company, licence, audit or model by its form."""
    return bool(_FORMS.search(text) or _places().search(text))


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    names = {
        name
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if code != _WORLD
    }
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either}|Europe\w+|Americans?)(?!\w)")
