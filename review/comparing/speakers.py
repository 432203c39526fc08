"""Whose name is it: of the one whose document it is, or of another who works for them?

A product that goes by another name is the same product; a host that goes by another name is
another host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.document import Document
from review.words.light_words import COMPANY_FORMS

Name = tuple[str, ...]

_WE = r"(?:we|us|our|wir|uns|nous|nosotros|noi|wij|nós)"
_AT = r"(?:at|bei|chez|en|presso|bij|na)"
_THE = (
    r"(?:the|our|this|die|der|das|unsere[mnrs]?|diese[mnrs]?|la|le|les|notre|cette|ce|l'|el"
    r"|nuestra|il|lo|la nostra|de|het|deze|onze|o|a|nosso|nossa)"
)
_APP = (
    r"(?:app|application|anwendung|logiciel|aplicación|applicazione|applicatie|aplicativo"
    r"|aplikacja|приложение)"
)
_PRODUCT = (
    rf"(?:{_APP}|service|platform|product|software|website|site|dienst|plattform|webseite"
    r"|plateforme|servicio|plataforma|servizio|piattaforma|serviço)"
)
_FAR = 120  # characters in front of a name that say what its bearer does, and behind it
_OPENING = 3  # blocks among which the heading of the whole stands

_DONE = (
    r"\b(?:provided|hosted|processed|stored|sent|shared|transferred|passed|handled|kept|operated"
    r"|delivered|hosting|processing|storage|bereitgestellt|gehostet|verarbeitet|gespeichert"
    r"|übermittelt|weitergegeben|betrieben|hébergée?s?|fournie?s?|traitée?s?|stockée?s?"
    r"|transmis\w*|alojad[oa]s?|proporcionad[oa]s?|almacenad[oa]s?|enviad[oa]s?|ospitat[oaie]"
    r"|fornit[oaie]|inviat[oaie]|gehost|verwerkt|opgeslagen|verstuurd|hospedad[oa]s?|armazenad[oa]s?)"
)
_BY = (
    r"(?:by|to|with|from|via|through|on|at|in|of|von|an|bei|durch|über|mit|par|à|chez|avec"
    r"|auprès de|por|con|da|di|a|en|door|aan|met|bij|com|na|no)"
)
_USE = (
    r"\b(?:we|wir|nous|nosotros|wij)?\s?(?:use|rely on|work with|engage|partner with|nutzen"
    r"|verwenden|setzen|arbeiten mit|utilisons|travaillons avec|usamos|utilizamos|usiamo"
    r"|utilizziamo|gebruiken|werken met)"
)
_SERVANT = (
    r"\b(?:provider|partner|vendor|supplier|processor|host|hoster|dienstleister|anbieter"
    r"|auftragsverarbeiter|prestataire|fournisseur|hébergeur|sous-traitant|proveedor|encargado"
    r"|fornitore|responsabile|leverancier|verwerker|fornecedor)s?"
)


_FORMS = "|".join(map(re.escape, sorted(COMPANY_FORMS, key=len, reverse=True)))
_FORM = re.compile(rf"[\s,]+(?:[A-Z]\w*\s)?(?:{_FORMS})\b", re.IGNORECASE)
# What stands right in front of the name, or right behind it.
_BEFORE = rf"(?:{_THE}\s?)?(?:{_PRODUCT}\s)?[\"“„«']?$"
_OURS = re.compile(rf"\b{_THE}\s?{_APP}\s[\"“„«']?$", re.IGNORECASE)
_TO_AN_APP = re.compile(rf"\b{_BY}\s{_BEFORE}", re.IGNORECASE)
_WE_ARE = re.compile(rf"[^.()\n]{{0,40}}\([^()\n]{{0,40}}[\"“„«']{_WE}[\"”“»']", re.IGNORECASE)
_AT_US = re.compile(rf"(?:^|[.!?]\s){_AT}\s$", re.IGNORECASE)
_US = re.compile(rf",?\s{_WE}\b")
_DONE_BY = re.compile(rf"{_DONE}\b[^.!?\n]{{0,60}}?\b{_BY}\s{_BEFORE}", re.IGNORECASE)
_WE_USE = re.compile(rf"{_USE}\s{_BEFORE}", re.IGNORECASE)
_A_SERVANT = re.compile(rf"{_SERVANT}[\s,:(]+{_BEFORE}", re.IGNORECASE)
_TRADE = re.compile(
    rf"{_PRODUCT}|{_SERVANT}|firma|unternehmen|gesellschaft|company|kunde|société|empresa|bedrijf",
    re.IGNORECASE,
)


def speaks(name: Name, document: Document) -> bool:
    """Tell whether a document is that of the bearer of a name."""
    said = re.compile(_said(name))
    headings = [block.text for block in document.blocks[:_OPENING] if block.level == 1]
    titled = re.compile(rf"(?:^|[\u2013\u2014|-]\s){_said(name)}")
    if any(map(titled.search, (document.title, *headings))):
        return True
    return any(
        (_OURS.search(before) and not _TO_AN_APP.search(before))
        or _WE_ARE.match(after)
        or (_AT_US.search(before) and _US.match(after))
        for before, after in _mentions(said, name[0], document)
    )


def is_trade(word: str) -> bool:
    """Tell whether a word says what somebody is: the "Plattform" of "Plattform Acme"."""
    return bool(_TRADE.fullmatch(word))


def is_company(name: Name, document: Document) -> bool:
    """Tell whether a name is said with a legal form: another such name is another company."""
    if not COMPANY_FORMS.isdisjoint(word.lower().rstrip(".") for word in name):
        return True
    return any(
        _FORM.match(after) for _, after in _mentions(re.compile(_said(name)), name[0], document)
    )


def serves(name: Name, document: Document) -> bool:
    """Tell whether a document names somebody who does a part of the work, or receives data."""
    return any(
        _DONE_BY.search(before) or _WE_USE.search(before) or _A_SERVANT.search(before)
        for before, _ in _mentions(re.compile(_said(name)), name[0], document)
    )


def _mentions(said: re.Pattern[str], first: str, document: Document) -> Iterator[tuple[str, str]]:
    """Yield what stands in front of a name and behind it, wherever it is said."""
    for block in document.blocks:
        if first not in block.text:
            continue  # as in most blocks: faster told than looked for
        for found in said.finditer(block.text):
            start, end = found.span()
            yield block.text[max(0, start - _FAR) : start], block.text[end : end + _FAR]


def _said(name: Name) -> str:
    return r"\b" + r"\W+".join(map(re.escape, name)) + r"\b"
