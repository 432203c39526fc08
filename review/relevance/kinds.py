"""What kind of document a text is by its title, where the watchlist leaves that open."""

from __future__ import annotations

import re

from domain.document import Document

_UNNAMED = "other"
_OF_ANYTHING = frozenset({"docs", "help"})
_FIRST = 2  # blocks in which a title stands that the page does not call one
_TITLE_WORDS = 14
_TITLES = {
    kind: re.compile(rf"\b(?:{'|'.join(names)})", re.IGNORECASE)
    for kind, names in {
        "subprocessors": (
            *(r"sub-?\s?processors?", "unterauftrag(?:sverarbeiter|nehmer)", "subunternehmer"),
            *("sous-traitants ultérieurs", "liste des sous-traitants"),
            *("subencargados", "subprocesadores", "sub-?responsabili", "sub-?verwerkers"),
            *("subcontratantes ulteriores", "suboperadores"),
        ),
        "dpa": (
            "data (?:processing|protection) (?:agreement|addendum|terms)",
            *(r"dpa\b", r"avv\b", "auftrags(?:daten)?verarbeitung", "verwerkersovereenkomst"),
            *("accord (?:sur le|de) traitement", "encargo de tratamiento"),
        ),
        "cookies": (r"cookies?\b", r"trackers?\b", "traceurs"),
        "privacy_policy": (
            *("privacy (?:policy|notice|statement)", "datenschutz"),
            *("politique de confidentialité", "protection des données"),
            *("política de privacidad", "informativa", "privacyverklaring"),
        ),
    }.items()
}
# Titles of documentation that says what becomes of data, as a policy does.
_OF_DATA = re.compile(
    r"\b(?:telemetr|t[eé]l[eé]m[eé]tri|usage (?:track|collect|stat|report|data|analytic)"
    r"|(?:data|information) (?:handl|retention|privacy|protection)"
    r"|collected (?:usage|data|information)|privacy|gdpr|dsgvo|rgpd|datenschutz|datenverarbeitung"
    r"|datenerhebung|(?:politique de )?confidentialit[eé]|vie privée|protection des données"
    r"|collecte de|privacidad|privacidade|protecci[oó]n de datos|proteção de dados)"
    r"|テレメトリ|プライバシー|データ収集|遥测|隐私|数据收集",
    re.IGNORECASE,
)


def kind_by_title(declared: str, document: Document) -> str:
    """Return the kind that a watchlist declares, or where that says little the title's.

    A list of subprocessors that nobody called one is a list of subprocessors, and a page of
    documentation about telemetry is read as a policy is.
    """
    if declared not in _OF_ANYTHING | {_UNNAMED}:
        return declared
    texts = [document.title, *(block.text for block in document.blocks[:_FIRST])]
    titles = [text for text in texts if len(text.split()) <= _TITLE_WORDS and _LINKS not in text]
    if declared in _OF_ANYTHING:
        return _POLICY if any(map(_OF_DATA.search, titles)) else declared
    return next(
        (kind for text in titles for kind, title in _TITLES.items() if title.search(text)), declared
    )


_POLICY = "privacy_policy"
_LINKS = " · "  # between links to other pages
