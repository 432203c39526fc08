"""How texts speak of those who receive data, and what stands above a list of them."""

from __future__ import annotations

import re

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
