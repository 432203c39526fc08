"""What kind of document a text is by its title, where the watchlist names none."""

from __future__ import annotations

import re

from domain.document import Document

_UNNAMED = "other"
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


def kind_by_title(declared: str, document: Document) -> str:
    """Return the kind that a watchlist declares, or where that is "other" the title's.

    A list of subprocessors that nobody called one is a list of subprocessors.
    """
    if declared != _UNNAMED:
        return declared
    texts = [document.title, *(block.text for block in document.blocks[:_FIRST])]
    for text in texts:
        if len(text.split()) > _TITLE_WORDS:
            continue
        for kind, title in _TITLES.items():
            if title.search(text):
                return kind
    return declared
