"""Terms that changed by who acts or where: a name, the text before and the text after."""

from __future__ import annotations

from tests.review.comparison.pages import PROSE

PARTIES: list[tuple[str, str, str]] = [
    (
        "theirs in Spanish",
        "Los proveedores responden de sus actos.",
        "Los proveedores responden de tus actos.",
    ),
    ("they, or you", "Sie verarbeiten Notizen.", "Du verarbeitest Notizen."),
    ("theirs, not yours", "Wir löschen ihre Notizen.", "Wir löschen seine Notizen."),
    ("who acts", "We own what you write.", "You own what you write."),
    ("host", "The site is hosted by Northwind.", "The site is hosted by Fabrikam."),
    (
        "company of an address",
        "Controller: Northwind GmbH, Lindenweg 4, 10115 Berlin",
        "Controller: Fabrikam GmbH, Lindenweg 4, 10115 Berlin",
    ),
    ("direction", "Data moves from France to Japan.", "Data moves from Japan to France."),
    (
        "country of an address",
        "Our seat: 1 Main Street, Dublin, Ireland.",
        "Our seat: 1 Main Street, Boston, United States.",
    ),
    ("limit like a company", "Data Access Limited to Staff", "Data Access to Staff"),
    ("town and state", "Hosted in Denver CO.", "Hosted in Denver."),
    (
        "places beside previous and next",
        PROSE,
        f"{PROSE}\nOld backups Previous ones in Peru and Next ones in Chile",
    ),
    (
        "another service",
        "We send notes to the service Northwind.",
        "We send notes to the service Fabrikam.",
    ),
    (
        "another platform",
        "Wir senden Daten an die Plattform Northwind.",
        "Wir senden Daten an die Plattform Fabrikam.",
    ),
    (
        "another service provider",
        "Unser Dienstleister Northwind liest mit.",
        "Unser Dienstleister Fabrikam liest mit.",
    ),
    (
        "another one who reads",
        "Northwind reads your notes.\nNorthwind deletes them.\nNorthwind never learns from them.",
        "Fabrikam reads your notes.\nFabrikam deletes them.\nFabrikam never learns from them.",
    ),
    (
        "another host in the heading",
        "# Hosting at Northwind\nYour notes lie at Northwind.",
        "# Hosting at Fabrikam\nYour notes lie at Fabrikam.",
    ),
    (
        "another plan in the heading",
        "# Data of Team users\nTeam users are left out of training.",
        "# Data of Pro users\nPro users are left out of training.",
    ),
    ("language of support", "Support in English German French.", "Support in English German."),
    ("country of two words", "Kept in the United States.", "Kept in the United Kingdom."),
    ("read as a noun", "Read access is given to Elm.", "Read access is given to Oak."),
    ("site that gets data", "Maps go to elm.example.", "Maps go to oak.example."),
    ("you and we in French", "Les cartes sont à nous.", "Les cartes sont à vous."),
    ("region in a list", "# Regions\n- US", "# Regions\n- UK"),
    (
        "country in a list",
        "# Where\n- United Kingdom",
        "# Where\n- United Kingdom\n- United States",
    ),
    (
        "company known to every page",
        "We share with:\n- Facebook\n- YouTube\n- Slack",
        "We share with:\n- Facebook\n- YouTube\n- Slack\n- TikTok",
    ),
    ("companies on a line", "# Vendors\nSlack | Discord", "# Vendors\nSlack | Discord | TikTok"),
    (
        "paragraph naming a vendor",
        "# Vendors\nNorthwind\nIreland",
        "# Vendors\nNorthwind\nIreland\nTailspin\nIndia",
    ),
    (
        "licence beside the owner",
        f"{PROSE}\nReleased under the MIT License · © 2025 Northwind",
        f"{PROSE}\nReleased under the Business Source License · © 2025 Northwind",
    ),
    (
        "place beside the owner",
        f"{PROSE}\nHosted in Germany | © 2025 Northwind GmbH",
        f"{PROSE}\nHosted in Peru | © 2025 Northwind GmbH",
    ),
    ("letters that are a place", "Kept in the EU.", "Kept in the external unit."),
    ("letters that are readers", "Read by AI.", "Read by authorised individuals."),
    ("another abbreviation", "Sign our DPA first.", "Sign our Binding Corporate Rules first."),
    (
        "the country of a row went, another line came",
        "# Vendors\n| Northwind Maps | Prints maps | France |",
        "# Vendors\nNorthwind Maps\nPrints maps\nPeru",
    ),
]
