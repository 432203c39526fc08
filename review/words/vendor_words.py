"""How texts speak of those who receive data, and what stands above a list of them."""

from __future__ import annotations

import re
from functools import lru_cache

VENDORS = re.compile(
    r"\b(?:sub-?\s?processors?|sub-?contractors?|recipients?|service providers?|vendors?"
    r"|third[- ]party (?:providers?|services?)|processors"
    r"|unterauftrag\w*|subunternehm\w*|subdienstleister\w*|empfänger\w*|dienstleister\w*"
    r"|auftragsverarbeiter\w*|sous-traitants?(?: ultérieurs?)?|prestataires?|destinataires?"
    r"|subencargados?|encargados|proveedores|destinatarios|responsabili del trattamento"
    r"|fornitori|destinatari|sub-?verwerkers?|sub-?processori|sub-?responsabili)\b",
    re.IGNORECASE,
)
"""Anywhere in a passage: those who receive data are named."""

RECEIVERS = re.compile(
    r"\b(?:third[- ]part(?:y|ies)|(?:with )?wh?om? (?:else )?(?:do )?we (?:share|disclose|send)"
    r"|services we use|(?:our|external) partners|data sharing|dritt(?:e|en|anbieter\w*|parteien)"
    r"|mit wem wir|externe (?:dienste|anbieter)|eingesetzte dienste|weitergabe (?:von|ihrer) daten"
    r"|tiers|avec qui|services? (?:tiers|externes?)|partage (?:de|des|de vos) données"
    r"|terceros|terceras partes|con quién|servicios externos|terze parti|terzi|con chi"
    r"|servizi esterni|derden|derde partijen|met wie|externe diensten|verwerkers|terceiros"
    r"|com quem|serviços externos|podmiot\w+ (?:trzeci|zewnętrzn)\w+|odbiorc\w+|третьи лица"
    r"|третьим лицам|where (?:your |the )?data (?:goes?|is sent)|wohin (?:\w+ )?daten"
    r"|wohin gehen|où vont|a dónde van|dove vanno)\b",
    re.IGNORECASE,
)
"""In a heading: below it stands who receives data, or from whom they come."""

ENTRY = re.compile(
    r"((?:[A-Z]|[a-z]{1,2}[A-Z0-9])[\w.&'+-]*(?:\s[A-Z][\w.&'+-]*){0,3}"
    r"(?:,?\s(?i:inc|llc|ltd|gmbh|b\.?v)\.?)?)"
    r"(?:\s\(|\s?:\s|\s[\u2013|-]\s|,\s)"
)
"""An entry of such a list: a name, and behind it what its bearer does or where."""


@lru_cache(maxsize=1024)  # many passages share a heading
def heads_receivers(heading: str) -> bool:
    """Tell whether a heading says that what is below are vendors, or who else receives data."""
    return bool(VENDORS.search(heading) or RECEIVERS.search(heading))
