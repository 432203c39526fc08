"""Do cards make curious about other pages, or do they say something themselves?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from babel import Locale
from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, reason_of_name
from crawler.extraction.phrases import anywhere, phrases
from crawler.extraction.wording import plain

_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")
_WORLD = "001"
_BLOG = re.compile(
    r"blog|news(?:room)?|stories|posts|press|events?|podcasts?|webinars?|customers?"
    r"|customer-stories|case-stud(?:y|ies)|shop|store|magazine|careers",
    re.IGNORECASE,
)
# Short forms, told from words by their case; company forms; sizes and names of models.
_FORMS = re.compile(
    r"(?<!\w)(?:EU|EEA|EWR|UK|USA?|UAE|Inc|LLC|LLP|Ltd|GmbH|AG|SE|KG|UG|SAS?|SARL|SRL|S\.?p\.?A|B\.?V"
    r"|N\.?V|AB|AS|A/S|ApS|Oy|Corp|PBC|Pty|Plc|PLC|Co|MIT|BSD|A?GPL|LGPL|CC[ -]BY|ISO|SOC|DPA|GDPR"
    r"|DSGVO|RGPD|HIPAA|SSO|\d+(?:\.\d+)?[BM])(?!\w)"
)
# Our words are of languages in Latin letters: in others nothing tells what names matter.
OTHER_SCRIPT = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff\ufb00-\ufb06]")


def are_teasers(cards: Sequence[HtmlElement], titles: Sequence[str]) -> bool:
    """Tell cards that lead to something more to read from those that list what a term is about.

    `titles` are those above the cards, the nearest last.
    """
    if titles and phrases("teaser_headings").match(titles[-1]):
        return True
    if any(map(_is_named_related, cards[0].iterancestors())) or all(map(_leads_to_blog, cards)):
        return True
    text = plain(" ".join(words for card in cards for words in card.itertext()))
    return not OTHER_SCRIPT.search(text) and not names_matter(text)


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


def _is_named_related(element: HtmlElement) -> bool:
    names = (element.get("id", ""), *element.get("class", "").split())
    return any(reason_of_name(name) is Reason.RELATED for name in names)


def _leads_to_blog(card: HtmlElement) -> bool:
    links = [card, *card.iterancestors("a"), *card.iterdescendants("a")]
    targets = [link.get("href", "") for link in links if link.tag == "a"]
    return bool(targets) and all(
        any(_BLOG.fullmatch(step) for step in _path(target).split("/")[:-1]) for target in targets
    )


def _path(target: str) -> str:
    try:
        return urlsplit(target).path
    except ValueError:  # brackets that hold no address
        return ""


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
