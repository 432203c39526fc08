"""What stands where a text goes on only for those who sign in, or could not be loaded."""

from __future__ import annotations

from crawler.recognition.vocabulary import Phrases

SIGN_IN: Phrases = {
    "en": {
        "to continue reading": 1.0,
        "to keep reading": 1.0,
        "to unlock this": 1.0,
        "sign in to view": 1.0,
        "sign in to read": 1.0,
        "log in to view": 1.0,
        "log in to read": 1.0,
        "this content is for members": 1.0,
    },
    "de": {
        "um weiterzulesen": 1.0,
        "zum weiterlesen anmelden": 1.0,
        "melden sie sich an um den": 1.0,
        "anmelden um den ganzen": 1.0,
        "weiterlesen mit": 1.0,
    },
    "fr": {
        "pour lire la suite": 1.0,
        "pour continuer la lecture": 1.0,
        "pour poursuivre la lecture": 1.0,
        "la suite est réservée": 1.0,
    },
    "es": {"para seguir leyendo": 1.0, "para continuar leyendo": 1.0},
    "it": {"per continuare a leggere": 1.0, "per leggere il resto": 1.0},
    "nl": {"om verder te lezen": 1.0},
    "pt": {"para continuar a ler": 1.0, "para continuar lendo": 1.0},
}

NOT_LOADED: Phrases = {
    "en": {
        "something went wrong": 1.0,
        "failed to load": 1.0,
        "could not load": 1.0,
        "couldn't load": 1.0,
        "could not be loaded": 1.0,
        "couldn't be loaded": 1.0,
        "unable to load": 1.0,
        "error loading": 1.0,
        "an error occurred": 1.0,
        "there was a problem loading": 1.0,
    },
    "de": {
        "konnte nicht geladen werden": 1.0,
        "konnten nicht geladen werden": 1.0,
        "fehler beim laden": 1.0,
        "etwas ist schiefgelaufen": 1.0,
        "ein fehler ist aufgetreten": 1.0,
        "ist ein fehler aufgetreten": 1.0,
    },
    "fr": {
        "n'a pas pu être chargé": 1.0,
        "n'a pas pu être chargée": 1.0,
        "une erreur est survenue": 1.0,
        "une erreur s'est produite": 1.0,
        "échec du chargement": 1.0,
    },
    "es": {"no se pudo cargar": 1.0, "se ha producido un error": 1.0, "algo salió mal": 1.0},
    "it": {"impossibile caricare": 1.0, "si è verificato un errore": 1.0},
    "nl": {"kon niet worden geladen": 1.0, "er is iets misgegaan": 1.0},
    "pt": {"não foi possível carregar": 1.0, "ocorreu um erro": 1.0},
}
