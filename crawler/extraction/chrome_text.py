"""Parts of a page told by what they say, for pages whose names and roles tell nothing."""

from __future__ import annotations

import re
from collections import Counter
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
_MUCH_MORE = 1.5
_CHAT_WORD = re.compile(
    r"\b(?:ask|chat|question|message|help you|assistant|frag|nachricht|posez|pregunta)\w*\b",
    re.IGNORECASE,
)
_CHAT_LINE = re.compile(
    r"^(?:ask (?:.{1,40} )?(?:a question|anything|me anything|ai|our (?:bot|assistant|ai).*)"
    r"|(?:example|suggested|popular|sample) questions|try asking:?|(?:hello|hi|hey)(?: there)?[!.,]?"
    r"(?: .{0,5})?|(?:what|how) can (?:we|i) help(?: you)?(?: with)?(?: today)?\??|chat with .{1,30}"
    r"|(?:please )?verify (?:all )?answers.{0,20}|powered by .{1,20}|i['’]m .{1,30} assistant.{0,40}"  # noqa: RUF001 - both apostrophes are written
    r"|(?:stell|frag)en? sie .{1,30} (?:frage|assistent)\w*|hallo!?|wie können wir helfen\??"
    r"|beispielfragen|posez(?: .{1,30})? une question|comment pouvons-nous vous aider ?\??)$",
    re.IGNORECASE,
)
_MAX_CHAT_WORDS = 150
_LINE_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "label", "strong", "b")
_MAX_LINE = 120  # characters
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
    choices = Counter(holder for button in buttons for holder in button.iterancestors())
    found: set[HtmlElement] = set()
    for button in buttons:
        if not found.intersection(button.iterancestors()):
            dialog = _dialog_around(button, body, choices)
            if dialog is not None:
                found.add(dialog)
    yield from (d for d in found if not found.intersection(d.iterancestors()))


def _consents(element: HtmlElement) -> bool:
    if element.tag in {"div", "span"} and element.get("role") != "button":
        return False
    if next(element.iterdescendants("button", "a", "p", "li"), None) is not None:
        return False
    text = plain("".join(element.itertext()))
    return len(text.split()) <= _MAX_BUTTON_WORDS and bool(_CONSENT_BUTTON.match(text))


def _dialog_around(
    button: HtmlElement, body: HtmlElement, choices: Counter[HtmlElement]
) -> HtmlElement | None:
    dialog: HtmlElement | None = None
    words_of_dialog = 0
    for element in button.iterancestors():
        if element is body or element.tag in {"main", "body", "article"}:
            break
        text = " ".join(element.itertext())
        words = len(text.split())
        if words > _MAX_DIALOG_WORDS or element.find(".//main") is not None:
            break
        about = len(_CONSENT_WORD.findall(text))
        if about and about >= _DIALOG_WORD_SHARE * words and choices[element] > 1:
            dialog, words_of_dialog = element, words
        elif dialog is not None and words > _MUCH_MORE * words_of_dialog:
            break
    return dialog


def chat_widgets(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield assistants beside the text: a field for questions or two of their phrases."""
    found: set[HtmlElement] = set()
    for start in (*body.iter("textarea"), *_with_text(body, _CHAT_LINE)):
        widget: HtmlElement | None = None
        for element in start.iterancestors():
            if element is body or word_count(element) > _MAX_CHAT_WORDS or _holds_text(element):
                break
            widget = element
        if widget is not None and _is_chat(widget):
            found.add(widget)
    yield from (w for w in found if not found.intersection(w.iterancestors()))


def _is_chat(part: HtmlElement) -> bool:
    if next(part.iter("textarea"), None) is not None:
        return bool(_CHAT_WORD.search(" ".join(part.itertext())))
    lines = {plain("".join(element.itertext())) for element in _with_text(part, _CHAT_LINE)}
    return len(lines) > 1


def _with_text(root: HtmlElement, pattern: re.Pattern[str]) -> list[HtmlElement]:
    """Return the elements whose own text is one line that matches the pattern."""
    return [
        element
        for element in root.iter(*_LINE_TAGS)
        if element.text and len(element.text) <= _MAX_LINE and pattern.match(plain(element.text))
    ]


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
    for heading in _with_text(body, _TAIL_HEADING):
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
    while heading.getnext() is None and heading.tag not in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        parent = heading.getparent()
        if parent is None or len(parent) > 1:
            return
        heading = parent
    following = heading.getnext()
    if following is None or following.tag not in {"ul", "ol", "div", "nav"}:
        return
    if link_share(following) >= _LINK_LIST_SHARE:
        yield following, Reason.RELATED
        yield heading, Reason.RELATED


def _words_of(elements: list[HtmlElement]) -> int:
    return sum(word_count(element) for element in elements)
