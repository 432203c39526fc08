"""What a page says that only sends its reader on."""

from __future__ import annotations

from crawler.recognition.vocabulary import Phrases

PHRASES: Phrases = {
    "en": {
        "redirecting": 1.0,
        "redirecting to": 1.0,
        "redirecting you": 1.0,
        "you are being redirected": 1.0,
        "you will be redirected": 1.0,
        "you should be redirected": 1.0,
        "if you are not redirected": 1.0,
        "if you're not redirected": 1.0,
        "page has moved": 1.0,
        "page has been moved": 1.0,
        "document has moved": 1.0,
        "moved permanently": 1.0,
        "object moved": 1.0,
        "has moved to": 0.8,
        "this site has moved": 1.0,
    },
    "de": {
        "weiterleitung": 0.9,
        "sie werden weitergeleitet": 1.0,
        "du wirst weitergeleitet": 1.0,
        "seite ist umgezogen": 1.0,
        "seite wurde verschoben": 1.0,
    },
    "fr": {
        "redirection": 0.8,
        "redirection en cours": 1.0,
        "vous allez être redirigé": 1.0,
        "page a été déplacée": 1.0,
        "si vous n'êtes pas redirigé": 1.0,
    },
    "es": {
        "redirigiendo": 1.0,
        "redireccionando": 1.0,
        "está siendo redirigido": 1.0,
        "será redirigido": 1.0,
        "página se ha movido": 1.0,
    },
    "it": {
        "reindirizzamento": 0.9,
        "verrai reindirizzato": 1.0,
        "sarai reindirizzato": 1.0,
        "pagina è stata spostata": 1.0,
    },
    "nl": {
        "u wordt doorgestuurd": 1.0,
        "je wordt doorgestuurd": 1.0,
        "pagina is verplaatst": 1.0,
    },
    "pt": {
        "redirecionando": 1.0,
        "você será redirecionado": 1.0,
        "será redirecionado": 1.0,
        "página foi movida": 1.0,
    },
}
