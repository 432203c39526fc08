"""What the elements of a page look like: how many words, how many of them in links."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.chrome_names import Reason
from crawler.extraction.phrases import anywhere, beginnings
from crawler.extraction.statements import names_someone
from crawler.extraction.tags import HEADINGS
from crawler.extraction.wording import plain

_CALLOUT = re.compile(r"note|callout|admonition|hint|tip|warn|caution|info|alert|important|notice")
_FOLD_ROLES = frozenset({"region", "tabpanel", "group"})
_ICON_FONT = re.compile(r"(?:^|\s)(?:material-(?:icons|symbols)[\w-]*|fa[srbl]?|glyphicon)(?:\s|$)")
_ACTION_WORDS = 5
_BESIDE_A_BUTTON = 200  # characters: marks that are no wording
_NUMBERED = re.compile(r"\d[\d.]*[.)]\s+\w")  # "3. Fees", where "3" is a page of a table
# What marks text that is folded away and can be opened by the reader.
_FOLDED = re.compile(
    r"accordion|collaps|expand|faq|answer|panel|disclosure|details|toggle|tab-?(?:pane|content)"
    r"|drop-?down-?(?:content|body)|question"
)
# What a part has to look like for its name to be believed: the most words it may hold,
# and the least share of them in links. "feedback" may be a clause of the terms.
_LOOKS: dict[Reason, tuple[int, float]] = {
    Reason.NAVIGATION: (2000, 0.3),
    Reason.CONSENT: (1000, 0.0),
    Reason.CHAT: (200, 0.0),
    Reason.SHARE: (40, 0.0),
    Reason.RELATED: (1000, 0.4),
    Reason.PROMOTION: (250, 0.0),
    Reason.FEEDBACK: (60, 0.0),
    Reason.WIDGET: (120, 0.0),
    Reason.FRESHNESS: (20, 0.0),
    Reason.COMMENTS: (5000, 0.0),
    Reason.HIDDEN: (200, 0.0),
    Reason.LINKS: (3000, 0.6),
    Reason.LABELS: (60, 0.6),
}
# Dialogs, chats, comments and what is hidden speak of data without being the text.
_MAY_HOLD_TERMS = frozenset(
    {
        Reason.NAVIGATION,
        Reason.SHARE,
        Reason.RELATED,
        Reason.PROMOTION,
        Reason.FEEDBACK,
        Reason.FRESHNESS,
        Reason.WIDGET,
        Reason.LINKS,
    }
)
_UNSEEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_NEEDS_LINKS = frozenset({Reason.LINKS, Reason.LABELS})  # however few their words are
_TELLING_WORDS = 5
_SENTENCE = re.compile(r"[^.!?;]+(?=[.;])")
_FOLDED_WORDS = 6
_FEW_WORDS = 12
# What holds running text is no part of its own.
_TEXT_TAGS = frozenset({*HEADINGS, "p", "li", "td", "th", "dd", "dt", "blockquote", "pre", "code"})
# From this share on, the words of a part are links in the main.
LINKED = 0.5


def word_count(element: HtmlElement) -> int:
    """Return how many words an element holds, hidden ones included."""
    return len(" ".join(element.itertext()).split())


def link_share(element: HtmlElement) -> float:
    """Return the share of an element's words that stand in links, 0 to 1."""
    words = word_count(element)
    return sum(word_count(link) for link in element.iter("a")) / words if words else 0.0


def holds_term(element: HtmlElement) -> bool:
    """Tell whether a part without fields and buttons says what becomes of data."""
    return any(terms_of(element))


def terms_of(element: HtmlElement) -> list[str]:
    """Return the sentences of a part without fields and buttons that speak of data."""
    if next(element.iter("input", "textarea", "button"), None) is not None:
        return []
    titles = {text for title in element.iter(*HEADINGS) for text in title.itertext()}
    return _of_data(" ".join(text for text in element.itertext() if text not in titles))


def tells_of_data(text: str) -> bool:
    """Tell whether a sentence of a text says what becomes of data: two such words stand in it."""
    return any(_of_data(text))


def _of_data(text: str) -> list[str]:
    """Return the sentences that join words of data; titles and names of links are none."""
    return [
        sentence.strip()
        for sentence in _SENTENCE.findall(plain(text))
        if len(sentence.split()) >= _TELLING_WORDS and joins_data_words(sentence)
    ]


def joins_data_words(line: str) -> bool:
    """Tell whether two words of data stand in a line: what it is and what becomes of it."""
    return len({word.lower() for word in anywhere("data_words").findall(line)}) > 1


def leads_away(element: HtmlElement) -> bool:
    """Tell whether the words of an element are links in the main, to other pages."""
    away = [link for link in element.iter("a") if link.get("href", "#").partition("#")[0]]
    words = word_count(element)
    return bool(away) and sum(map(word_count, away)) >= LINKED * words


def bears_out(element: HtmlElement, reason: Reason) -> bool:
    """Tell whether a part looks like what its name says it is.

    A term is text wherever it stands: "promo-box" may be how a page sets off a note.
    """
    if element.tag in _TEXT_TAGS and reason not in {Reason.HIDDEN, Reason.SHARE}:
        return False
    if reason in _MAY_HOLD_TERMS and holds_term(element):
        return False
    if reason is Reason.LABELS and names_someone(plain(" ".join(element.itertext()))):
        return False  # seals and audits are called labels, too
    most_words, least_links = _LOOKS[reason]
    words = word_count(element)
    if words > most_words:
        return False
    if not least_links or (words <= _FEW_WORDS and reason not in _NEEDS_LINKS):
        return True
    return link_share(element) >= least_links


def is_folded(element: HtmlElement, controlled: frozenset[str]) -> bool:
    """Answers of an FAQ are hidden until they are opened; they are text all the same."""
    identifier = element.get("id", "")
    if identifier in controlled:
        return True
    if element.get("role") in _FOLD_ROLES or element.get("aria-labelledby"):
        return True
    if element.get("data-state") == "closed" or inside(element, ("details",)):
        return True
    if _is_opened_above(element):
        return True
    parent = element.getparent()
    names = " ".join((element.get("class", ""), identifier))
    if parent is not None:
        names += " " + parent.get("class", "")
    return bool(_FOLDED.search(names.lower()))


def _is_opened_above(element: HtmlElement) -> bool:
    """Tell whether a heading or a button right above unfolds the element.

    What a button of a menu or of a chooser opens is links, or a few words.
    """
    before = element.getprevious()
    if before is None:
        return False
    if before.tag in HEADINGS:
        return True
    opens = any(part.get("aria-expanded") for part in before.iter())
    return opens and word_count(element) >= _FOLDED_WORDS and link_share(element) < LINKED


def is_unseen(element: HtmlElement) -> bool:
    """Tell what is hidden by an attribute of its own, from readers or from what reads aloud."""
    hidden = element.get("hidden")
    return (
        (hidden is not None and hidden != "until-found")
        or element.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(element.get("style", "")))
    )


def is_callout(element: HtmlElement) -> bool:
    """Tell a remark that belongs to the text from what merely stands beside it."""
    if _CALLOUT.search(f"{element.get('class', '')} {element.get('aria-label', '')}".lower()):
        return True
    return inside(element, ("main", "article")) and link_share(element) < LINKED


def inside(element: HtmlElement, tags: tuple[str, ...]) -> bool:
    """Tell whether an element stands in one of the given tags."""
    return next(element.iterancestors(*tags), None) is not None


def is_icon(element: HtmlElement) -> bool:
    """Icon fonts write the names of their pictures as text."""
    return element.tag in {"i", "span"} and bool(_ICON_FONT.search(element.get("class", "")))


def is_filled_in(form: HtmlElement) -> bool:
    """Tell a form with fields or buttons from one that only holds text."""
    fields = form.iter("input", "textarea", "select", "button")
    return any(field.get("type") != "hidden" for field in fields)


def is_action(button: HtmlElement) -> bool:
    """Tell a button that does something from one that holds text: a title, a question, a card."""
    text = plain(" ".join(button.itertext()))
    if button.get("aria-haspopup") or not text:
        return True
    if _NUMBERED.match(text) or (button.get("aria-expanded") and _is_whole_heading(button, text)):
        return False
    return len(text.split()) <= _ACTION_WORDS and bool(beginnings("actions").match(text))


def _is_whole_heading(button: HtmlElement, text: str) -> bool:
    """Tell whether a button is the title of what it unfolds, not a mark beside a title."""
    heading = next(button.iterancestors(*HEADINGS), None)
    if heading is None:
        return False
    # No further than it can still be the same: a heading may hold thousands of buttons.
    read, most = 0, len(text) + _BESIDE_A_BUTTON
    said: list[str] = []
    for piece in heading.itertext():
        said.append(piece)
        read += len(piece.strip())
        if read > most:
            return False
    return plain(" ".join(said)) == text
