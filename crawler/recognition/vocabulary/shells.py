"""What a page says that waits for its scripts."""

from __future__ import annotations

from crawler.recognition.vocabulary import Phrases

PHRASES: Phrases = {
    "en": {
        "javascript enabled": 0.8,
        "javascript to run this app": 1.0,
        "loading": 1.0,
        "please wait": 0.8,
        "enable javascript": 1.0,
        "javascript is disabled": 1.0,
        "javascript is required": 1.0,
        "javascript must be enabled": 1.0,
        "requires javascript": 1.0,
        "without javascript": 0.8,
        "turn on javascript": 1.0,
        "your browser is not supported": 0.8,
        "unsupported browser": 0.8,
    },
    "de": {
        "wird geladen": 1.0,
        "lädt": 0.8,
        "bitte warten": 0.8,
        "aktivieren sie javascript": 1.0,
        "javascript aktivieren": 1.0,
        "javascript ist deaktiviert": 1.0,
    },
    "fr": {"chargement": 1.0, "veuillez patienter": 0.8, "activer javascript": 1.0},
    "es": {"cargando": 1.0, "espere por favor": 0.8, "habilitar javascript": 1.0},
    "it": {"caricamento": 1.0, "attendere prego": 0.8, "abilitare javascript": 1.0},
    "nl": {"laden": 0.8, "even geduld": 0.8, "schakel javascript in": 1.0},
    "pt": {"carregando": 1.0, "aguarde": 0.8, "habilitar javascript": 1.0},
}
