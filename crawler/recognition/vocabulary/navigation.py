"""What leads past the menus of a page, and so tells that they stand in a text."""

from __future__ import annotations

from crawler.recognition.vocabulary import Phrases

PHRASES: Phrases = {
    "en": {
        "skip to content": 1.0,
        "skip to main content": 1.0,
        "skip to the content": 1.0,
        "skip navigation": 1.0,
        "skip to navigation": 1.0,
        "jump to content": 1.0,
    },
    "de": {
        "zum inhalt springen": 1.0,
        "zum hauptinhalt springen": 1.0,
        "direkt zum inhalt": 1.0,
        "zum hauptinhalt wechseln": 1.0,
        "navigation überspringen": 1.0,
    },
    "fr": {"aller au contenu": 1.0, "passer au contenu": 1.0, "accéder au contenu": 1.0},
    "es": {"saltar al contenido": 1.0, "ir al contenido": 1.0},
    "it": {"vai al contenuto": 1.0, "salta al contenuto": 1.0, "passa al contenuto": 1.0},
    "nl": {"ga naar inhoud": 1.0, "naar de inhoud": 1.0, "naar inhoud springen": 1.0},
    "pt": {"saltar para o conteúdo": 1.0, "pular para o conteúdo": 1.0, "ir para o conteúdo": 1.0},
}
