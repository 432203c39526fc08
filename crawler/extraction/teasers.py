"""Do cards make curious about other pages, or do they say something themselves?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason, reason_of_name
from crawler.extraction.phrases import phrases
from crawler.extraction.statements import may_state
from crawler.extraction.wording import plain

_BLOG = re.compile(
    r"blog|news(?:room)?|stories|posts|press|events?|podcasts?|webinars?|customers?"
    r"|customer-stories|case-stud(?:y|ies)|shop|store|magazine|careers",
    re.IGNORECASE,
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
    return not OTHER_SCRIPT.search(text) and not may_state(text)


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
