"""Other wording for the same: a name, the text before and the text after."""

from __future__ import annotations

from tests.review.comparison.pages import PROSE

EDITORIAL: list[tuple[str, str, str]] = [
    (
        "another port of one's own machine",
        "Open http://localhost:3333/ now.",
        "Open http://localhost:3000/ now.",
    ),
    (
        "month of the update in a longer line",
        "Última actualización: mayo 2025 Se aplica a notas.",
        "Última actualización: junio 2025 Se aplica a notas.",
    ),
    ("modal misspelt", "Nobody shal delete notes.", "Nobody shall delete notes."),
    ("modal misspelt in German", "Notizen werdn gelöscht.", "Notizen werden gelöscht."),
    ("negation misspelt", "We do nto sell notes.", "We do not sell notes."),
    ("solely for only", "We print maps only on request.", "We print maps solely on request."),
    ("the same in German", "Wir drucken nur auf Wunsch.", "Wir drucken lediglich auf Wunsch."),
    (
        "date with the number of the version",
        f"{PROSE}\nThis version 0.9 has been last updated 5 March 2025 (list of revisions).",
        PROSE,
    ),
    ("abbreviation written out", "Sign our DPA first.", "Sign our Data Processing Addendum first."),
    (
        "abbreviation behind its words",
        "We use retrieval augmented generation.",
        "We use retrieval augmented generation (RAG).",
    ),
    (
        "shorter pointer",
        "We print maps. For more information, see Printing maps.",
        "We print maps. See Printing maps.",
    ),
    ("a number in words as well", "Kept for 30 days.", "Kept for thirty (30) days."),
    ("a number in figures", "Kept for thirty days.", "Kept for 30 days."),
    ("a count in words", "We ask 3 times.", "We ask three times."),
    (
        "familiar in German",
        "Unten finden Sie, was Sie mit Ihren Notizen tun können.",
        "Unten findest du, was du mit deinen Notizen tun kannst.",
    ),
    ("familiar in French", "Vous pouvez trier vos notes.", "Tu peux trier tes notes."),
    ("adverts", "We show ads in the app.", "We show adverts in the app."),
    ("by means of", "Reach us via the form.", "Reach us using the form."),
    ("misspelling", "We recieve your notes.", "We receive your notes."),
    (
        "British spelling",
        "We honour the licence of each author.",
        "We honor the license of each author.",
    ),
    (
        "capitals",
        "Data Centre Locations are listed below.",
        "Data centre locations are listed below.",
    ),
    ("date", "Last updated 5 March 2025", "Last updated 9 April 2025"),
    (
        "date in German",
        "Zuletzt aktualisiert am 5. März 2025",
        "Zuletzt aktualisiert am 9. April 2025",
    ),
    ("date in French", "Mise à jour le 5 mars 2025", "Mise à jour le 9 avril 2025"),
    (
        "cross-reference",
        "Disputes follow section 4 of these terms.",
        "Disputes follow section 5 of these terms.",
    ),
    (
        "cross-reference in German",
        "Es gilt Abschnitt 4 dieser Bedingungen.",
        "Es gilt Abschnitt 5 dieser Bedingungen.",
    ),
    (
        "cross-reference in French",
        "L'article 4 s'applique aux litiges.",
        "L'article 5 s'applique aux litiges.",
    ),
    ("name of a part", "The measures stand in Appendix B.", "The measures stand in Annex B."),
    (
        "address of a page",
        "Visit www.northwind.example for plans.",
        "Visit plans.northwind.example for plans.",
    ),
    (
        "mailbox",
        "Write to privacy@northwind.example today.",
        "Write to dpo@northwind.example today.",
    ),
    (
        "postal address",
        "Send notices to 12 Harbour Street, Dublin 2.",
        "Send notices to 77 Quay Street, Dublin 4.",
    ),
    (
        "postal address in German",
        "Unsere Anschrift: Hafenstraße 12, 20457 Hamburg.",
        "Unsere Anschrift: Deichstraße 7, 20459 Hamburg.",
    ),
    (
        "law under its new name",
        "Es gilt \u00a7 25 Telekommunikation-Telemedien-Datenschutz-Gesetz (TTDSG).",
        "Es gilt \u00a7 25 Telekommunikation-Digitale-Dienste-Datenschutz-Gesetz (TDDDG).",
    ),
    ("full name of a company", "Northwind AB is ours.", "Northwind AB (publ) is ours."),
    (
        "name that was part of the old one",
        "Elm/Oak keeps notes. Elm/Oak keeps maps. Ask Elm/Oak.",
        "Elm keeps notes. Elm keeps maps. Ask Elm.",
    ),
    ("small words", "We keep the notes that you wrote.", "We keep notes you wrote."),
    ("same meaning", "Prior to deletion we notify you.", "Before deletion we inform you."),
    ("same meaning in French", "L'accord reste valable.", "L'accord demeure valable."),
    (
        "part of the document by name",
        "Backups, described below, are erased with them.",
        "Backups, described in the Archive section, are erased with them.",
    ),
    (
        "mailbox and postal address",
        "Contact us at care@elm.example or at Elm, 3 Hill Street, Leeds.",
        "Contact us at help@oak.example or at Oak, 14 Mill Road, Leeds.",
    ),
    ("announcement", PROSE, f"We're updating our Privacy Policy on 1 May 2026.\n{PROSE}"),
    (
        "announcement in German",
        PROSE,
        f"Wir aktualisieren unsere Datenschutzerklärung zum 1. Mai 2026.\n{PROSE}",
    ),
    (
        "announcement in French",
        PROSE,
        f"Nous mettons à jour nos conditions le 1er mai 2026.\n{PROSE}",
    ),
    (
        "another street in Dutch",
        "Write to Northwind, Herengracht 28, 1015 BL, Amsterdam, the Netherlands.",
        "Write to Northwind, Nieuwe Voorburgwal 17, 1012 SJ, Amsterdam, the Netherlands.",
    ),
    (
        "a German sentence that begins with its object",
        "Wir löschen Ihre Karten spätestens nach drei Jahren.",
        "Ihre Karten löschen wir spätestens nach drei Jahren.",
    ),
    ("pointer", PROSE, f"{PROSE}\nSee our help page on notebooks."),
    ("pointer in German", PROSE, f"{PROSE}\nSiehe die Hilfeseite zu Notizbüchern."),
    ("example of code", "`client.chat(model)", "`client.chat.create(model)"),
    (
        "legal form",
        "Write to Northwind Inc at this address.",
        "Write to Northwind LLC at this address.",
    ),
]
