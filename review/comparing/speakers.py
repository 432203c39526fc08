"""Whose name is it: of the one whose document it is, or of another who works for them?

A product that goes by another name is the same product; a host that goes by another name is
another host.
"""

from __future__ import annotations

import re

from domain.document import Document

Name = tuple[str, ...]

_WE = r"(?:we|us|our|wir|uns|nous|nosotros|noi|wij|nós)"
_AT = r"(?:at|bei|chez|en|presso|bij|na)"
_THE = (
    r"(?:the|our|this|die|der|das|unsere[mnrs]?|diese[mnrs]?|la|le|les|notre|cette|ce|l'|el"
    r"|nuestra|il|lo|la nostra|de|het|deze|onze|o|a|nosso|nossa)"
)
_PRODUCT = (
    r"(?:app|application|service|platform|product|software|website|site|anwendung|dienst|plattform"
    r"|webseite|plateforme|logiciel|aplicación|servicio|plataforma|applicazione|servizio"
    r"|piattaforma|applicatie|platform|aplicativo|serviço)"
)
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


def speaks(name: Name, document: Document) -> bool:
    """Tell whether a document is that of the bearer of a name."""
    said = _said(name)
    headings = [block.text for block in document.blocks[:_OPENING] if block.level == 1]
    if any(re.search(said, text) for text in (document.title, *headings)):
        return True
    return any(
        re.search(pattern, document.text)
        for pattern in (
            rf"{said}[^.()\n]{{0,40}}\([^()\n]{{0,40}}[\"“„«'](?i:{_WE})\b",
            rf"\b(?i:{_AT})\s{said},?\s{_WE}\b",
            rf"\b(?i:{_THE})\s?(?i:{_PRODUCT})\s[\"“„«']?{said}",
        )
    )


def serves(name: Name, document: Document) -> bool:
    """Tell whether a document names somebody who does a part of the work, or receives data."""
    said = _said(name)
    return any(
        re.search(pattern, document.text)
        for pattern in (
            rf"(?i:{_DONE})\b[^.!?\n]{{0,60}}?\b(?i:{_BY})\s(?:the\s)?{said}",
            rf"(?i:{_USE})\s(?:the\s)?{said}",
            rf"(?i:{_SERVANT})[\s,:(]+(?:the\s)?{said}",
        )
    )


def _said(name: Name) -> str:
    return r"\b" + r"\W+".join(map(re.escape, name)) + r"\b"
