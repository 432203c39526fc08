"""Parts of a page told by what they say, for pages whose names and roles tell nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.extraction.chrome import link_share, word_count
from crawler.extraction.chrome_names import Reason
from crawler.extraction.wording import plain

_CONSENT_BUTTON = re.compile(
    r"^(?:(?:i )?(?:accept|agree|allow|reject|decline|deny|refuse|disallow)(?: (?:all|only|the|use"
    r"|of|optional|essential|necessary|required|strictly|non-essential|additional|analytics))*"
    r"(?: cookies)?|only (?:allow )?(?:essential|necessary|required)(?: cookies)?|(?:save|confirm)"
    r"(?: my)? (?:choices|preferences|settings|selection)|(?:manage|customi[sz]e|more)(?: cookies?)?"
    r" (?:preferences|settings|options|choices|cookies)|customi[sz]e|essential only|got it!?"
    r"|alle(?: cookies)? (?:akzeptieren|ablehnen|zulassen|erlauben)|(?:nur )?(?:notwendige|"
    r"erforderliche|essenzielle|essentielle)(?: cookies)?(?: (?:akzeptieren|zulassen|erlauben))?"
    r"|(?:optionale cookies )?ablehnen|akzeptieren|zustimmen|(?:auswahl|einstellungen) speichern"
    r"|(?:tout )?(?:accepter|refuser|autoriser)(?: (?:tout|tous les cookies|les cookies))?"
    r"|continuer sans accepter|personnaliser|(?:aceptar|rechazar|permitir)(?: (?:todo|todas"
    r"|todas las cookies|las cookies opcionales))?|configurar(?: cookies)?|(?:accetta|rifiuta)"
    r"(?: (?:tutti|tutto|tutti i cookie))?|personalizza|(?:aceitar|rejeitar|recusar)(?: tudo"
    r"| todos(?: os cookies)?)?|(?:alles |alle cookies )?(?:accepteren|weigeren|toestaan)"
    r"|(?:zaakceptuj|odrzuć)(?: wszystkie)?|すべて(?:許可|拒否|同意).*|(?:全部|接受所有|拒绝).{0,6})$",
    re.IGNORECASE,
)
_CONSENT_WORD = re.compile(
    r"\b(?:cookies?|consent|trackers?|einwilligung\w*)\b|クッキー", re.IGNORECASE
)
_MAX_BUTTON_WORDS = 6
_MAX_DIALOG_WORDS = 600
_DIALOG_WORD_SHARE = 0.02
_CHAT_WORD = re.compile(
    r"\b(?:ask|chat|question|message|help you|assistant|frag|nachricht|posez|pregunta)\w*\b",
    re.IGNORECASE,
)
_MAX_CHAT_WORDS = 150
_LINK_LIST_SHARE = 0.85
_LEAST_LINKS = 3
_TAIL_HEADING = re.compile(
    r"^(?:related(?: (?:articles?|posts?|content|pages?|links?|resources|topics|reading|docs))?"
    r"|recommended(?: (?:articles?|reading|for you))?|(?:recent|popular|featured|latest|more)"
    r" (?:articles?|posts?|stories|news|resources)|you (?:may|might) also (?:like|be interested in)"
    r"|keep reading|read next|up next|what['’]s next|next steps?|see also|more (?:like this|from .*)"
    r"|on this page|in this (?:article|section|page)|(?:table of )?contents|share(?: this.*)?"
    r"|articles? in this section|recently viewed(?: articles)?|ähnliche (?:artikel|beiträge)"
    r"|verwandte (?:artikel|themen)|weitere artikel|auf dieser seite|inhalt(?:sverzeichnis)?"
    r"|articles? (?:connexes|associés|similaires)|sur cette page|sommaire|artículos relacionados"
    r"|en esta página|articoli correlati|artigos relacionados|gerelateerde artikelen)\s*:?$",
    re.IGNORECASE,
)


def consent_dialogs(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what asks for consent to cookies: buttons that accept or refuse, and their text.

    From the first such button outwards, as long as the part stays small and its words
    are about cookies. One button alone may stand in any text ("Accept" in a contract).
    """
    buttons = [element for element in body.iter("button", "a", "div", "span") if _consents(element)]
    found: set[HtmlElement] = set()
    for button in buttons:
        dialog = _dialog_around(button, body)
        if dialog is not None and not found.intersection((dialog, *dialog.iterancestors())):
            found.add(dialog)
    yield from (d for d in found if not found.intersection(d.iterancestors()))


def _consents(element: HtmlElement) -> bool:
    if (
        len(element) > _MAX_BUTTON_WORDS
        or next(element.iterdescendants("button", "a"), None) is not None
    ):
        return False
    if element.tag in {"div", "span"} and element.get("role") != "button":
        return False
    text = plain("".join(element.itertext()))
    return len(text.split()) <= _MAX_BUTTON_WORDS and bool(_CONSENT_BUTTON.match(text))


def _dialog_around(button: HtmlElement, body: HtmlElement) -> HtmlElement | None:
    dialog: HtmlElement | None = None
    for element in button.iterancestors():
        if element is body or element.tag in {"main", "body", "article"}:
            break
        text = " ".join(element.itertext())
        words = text.split()
        if len(words) > _MAX_DIALOG_WORDS or element.find(".//main") is not None:
            break
        about = len(_CONSENT_WORD.findall(text))
        choices = sum(1 for other in element.iter("button", "a", "div", "span") if _consents(other))
        if about >= _DIALOG_WORD_SHARE * len(words) and about and choices > 1:
            dialog = element
        elif dialog is not None and len(words) > 1.5 * word_count(dialog):
            break
    return dialog


def chat_widgets(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the parts around a field for questions: an assistant beside the text."""
    for field in body.iter("textarea"):
        widget: HtmlElement | None = None
        for element in field.iterancestors():
            if element is body or word_count(element) > _MAX_CHAT_WORDS or _holds_text(element):
                break
            widget = element
        if widget is not None and _CHAT_WORD.search(" ".join(widget.itertext())):
            yield widget


def _holds_text(element: HtmlElement) -> bool:
    return next(element.iter("h1", "table", "main", "article"), None) is not None


def link_lists(body: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    """Yield tables of contents: lists that hold only links to places of the same page."""
    for candidate in body.iter("ul", "ol"):
        links = [link for link in candidate.iter("a") if link.get("href", "").startswith("#")]
        if len(links) >= _LEAST_LINKS and _words_of(links) >= _LINK_LIST_SHARE * word_count(
            candidate
        ):
            yield candidate, Reason.NAVIGATION


def sections_of_links(body: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    """Yield the parts under "Related articles" and the like, where they hold links only."""
    for heading in body.iter("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong"):
        if len(heading) > 2 or not _TAIL_HEADING.match(plain("".join(heading.itertext()))):
            continue
        part: HtmlElement | None = None
        for element in heading.iterancestors():
            if element is body or element.tag in {"main", "article", "body"}:
                break
            own = word_count(element) - word_count(heading)
            if own and link_share(element) * word_count(element) < _LINK_LIST_SHARE * own:
                break
            part = element
        if part is not None and next(part.iter("a"), None) is not None:
            yield part, Reason.RELATED
        else:
            yield from _list_after(heading)


def _list_after(heading: HtmlElement) -> Iterator[tuple[HtmlElement, Reason]]:
    following = heading.getnext()
    if following is not None and following.tag in {"ul", "ol", "div", "nav"}:
        if link_share(following) >= _LINK_LIST_SHARE:
            yield following, Reason.RELATED
            yield heading, Reason.RELATED


def _words_of(elements: list[HtmlElement]) -> int:
    return sum(word_count(element) for element in elements)
