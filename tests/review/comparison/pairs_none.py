"""What no reader would call a change: a name, the text before and the text after."""

from __future__ import annotations

from tests.review.comparison.pages import MENU, PROSE

SCOPES = [
    "Of: all who write What: notes and names Why: to print them",
    "Of: all who write What: maps Why: to show them",
    "Of: all who write What: towns Why: to count them",
]
POINTS = """- Of: all who write
- What: notes and names
- Why: to print them
- Of: all who write
- What: maps
- Why: to show them
Of: all who write What: towns Why: to count them"""
ROWS = """# Vendors
| Northwind Maps | Prints maps | Peru
| Tailspin Post | Sends mail | Peru
| Fabrikam Inc | Counts visits | Peru
| Contoso Ltd | Prints maps | Peru
| Adatum Corp | Sends mail | Peru"""

NOISE: list[tuple[str, str, str]] = [
    (
        "a page that ends elsewhere",
        "Notes are kept for as long as a map is\nopen. Towns stay, too, and so does\nthe rest.",
        "Notes are kept for as long as\na map is open. Towns stay, too, and\nso does the rest.",
    ),
    ("a flag beside its country", "- Servers in Peru", "- Servers in Peru \U0001f1f5\U0001f1ea"),
    ("a flag for its country", "| Maps | \U0001f1f5\U0001f1ea |", "| Maps | Peru |"),
    ("flags to choose a language", PROSE, f"{PROSE}\n\U0001f1ec\U0001f1e7 \U0001f1eb\U0001f1f7"),
    ("pages before and behind", PROSE, f"{PROSE}\nPrevious Support\nNext Doors"),
    ("the same in German", PROSE, f"{PROSE}\nZurück Hilfe\nWeiter Türen"),
    ("buttons for sharing", PROSE, f"{PROSE}\nShare: Copy link E-mail LinkedIn"),
    (
        "a line of links with the owner",
        PROSE,
        f"{PROSE}\nTerms · Help Follow us 2.1k stars · X © 2025 Northwind. All rights reserved.",
    ),
    (
        "buttons for sharing with a counter",
        PROSE,
        f"{PROSE}\nCompartilhar: WhatsApp LinkedIn · 1.284 visualizações",
    ),
    (
        "questions in another order",
        "Do we sell names?\nNo\nDo we print maps?\nYes",
        "Do we print maps?\nYes\nDo we sell names?\nNo",
    ),
    ("up again in Italian", PROSE, f"{PROSE}\nTorna su"),
    ("the rows of a table as lines", ROWS, ROWS.replace("| ", "\n")),
    ("nested points as lines, one of them thrice", POINTS, "\n".join(SCOPES)),
    ("a sign in two letters", "Keep >= 30 notes, or ~ 5.", "Keep ≥ 30 notes, or ≈ 5."),
    (
        "plans in another order",
        "# Free plan\n- Maps for all\n# Enterprise plan\n- Priority support\n- Maps for all",
        "# Enterprise plan\n- Priority support\n- Maps for all\n# Free plan\n- Maps for all",
    ),
    (
        "a pointer under another plan",
        "# Free plan\nSee our blog to learn more.\n# Paid plan\nIt has maps of all towns.",
        "# Free plan\n# Paid plan\nIt has maps of all towns.\nSee our blog to learn more.",
    ),
    ("a mailbox in words", "Write to us@shop.example.", "Write to us[at]shop[dot]example."),
    ("sharing in French", PROSE, f"{PROSE}\nPartager sur Facebook Partager sur Bluesky"),
    ("sharing by mail in French", PROSE, f"{PROSE}\nPartager par courriel"),
    ("ticks for bullets", "- ✅ Notes stay in Leeds\n- Free", "- Notes stay in Leeds\n- Free"),
    ("a dash in an empty cell", "| Notes | - | Yes", "| Notes | | Yes"),
    ("an empty column more", "| Notes | Yes | Yes", "| Notes | | Yes | Yes"),
    (
        "moved under a heading like its own",
        "# Your notes\nWe keep what you write.\n# More\nWe never sell notes to anybody.",
        "# Your notes\nWe keep what you write.\nWe never sell notes to anybody.\n# More",
    ),
    ("space lost", "We store notes in Leeds.", "We storenotes in Leeds."),
    ("article of a law without its space", "See Art. 20 GDPR first.", "See Art.20 GDPR first."),
    ("clause number without its space", "4.1.Fees are due at once.", "4.1. Fees are due at once."),
    (
        "points without their numbers",
        "Note this: 1. Fees are due; 2. notes stay yours; 3. we may leave.",
        "Note this: Fees are due; notes stay yours; we may leave.",
    ),
    (
        "points with letters",
        "You see to it that (i) notes are lawful; and (ii) nobody is hurt.",
        "You see to it that notes are lawful; and nobody is hurt.",
    ),
    ("banner of old pages", PROSE, f"This is an older version of our docs.\n{PROSE}"),
    ("sharing in Dutch", f"{PROSE}\nDeel deze pagina: X LinkedIn", PROSE),
    ("index for programs", PROSE, f"See all pages at https://northwind.example/llms.txt\n{PROSE}"),
    (
        "menu in Spanish",
        f"Inicio\nPrecios\nIniciar sesión\n{PROSE}",
        f"Inicio\nPrecios\nNosotras\nIniciar sesión\n{PROSE}",
    ),
    ("entry of a menu", f"{MENU}\n{PROSE}", f"{MENU}\n- Integrations\n{PROSE}"),
    ("entry of a footer", f"{PROSE}\n{MENU}", f"{PROSE}\n{MENU}\n- Hackathon"),
    (
        "entry of a German menu",
        f"- Startseite\n- Preise\n- Kontakt\n- Impressum\n{PROSE}",
        f"- Startseite\n- Preise\n- Werkstatt\n- Kontakt\n- Impressum\n{PROSE}",
    ),
    ("breadcrumb", PROSE, f"Legal\nAll policies\n{PROSE}"),
    ("title line", PROSE, f"Privacy Policy | Northwind\n{PROSE}"),
    ("title line in German", PROSE, f"Datenschutzerklärung \u2013 Northwind\n{PROSE}"),
    ("step to the next page", f"{PROSE}\nNext: Backups", f"{PROSE}\nNext: Exports"),
    ("author", f"{PROSE}\nWritten by Ada", f"{PROSE}\nWritten by Ada Elm"),
    ("banner", PROSE, f"{PROSE}\nDiese Seite verwendet Cookies. Alle akzeptieren Ablehnen"),
    (
        "reactions",
        f"{PROSE}\n\U0001f44d 128 \U0001f44e 14",
        f"{PROSE}\n\U0001f44d 151 \U0001f44e 17",
    ),
    ("buttons of a page", PROSE, f"{PROSE}\nEdit page Report issue"),
    ("basket", PROSE, f"Warenkorb (0)\n{PROSE}"),
    ("followers", PROSE, f"{PROSE}\nFacebook (12.408) \u00b7 Instagram (31.077) \u00b7 \u00a9 Elm"),
    ("other pages on a line", PROSE, f"{PROSE}\nSee also: Backups \u00b7 Where do notes go?"),
    ("pages before and behind", PROSE, f"{PROSE}\nBackups Previous Data flow Next"),
    ("language selector with a label", PROSE, f"Taal: Nederlands | English\n{PROSE}"),
    ("icon", PROSE, f"{PROSE}\nkeyboard_arrow_down"),
    ("icon in German", PROSE, f"{PROSE}\nschließen"),
    ("language selector", PROSE, f"English Deutsch Français\n{PROSE}"),
    ("choose a language", PROSE, f"{PROSE}\nSprache auswählen"),
    ("feedback widget", PROSE, f"{PROSE}\nWas this article helpful?\nYes No"),
    ("feedback widget in German", PROSE, f"{PROSE}\nWar dieser Artikel hilfreich?\nJa Nein"),
    ("feedback widget in French", PROSE, f"{PROSE}\nCet article vous a-t-il été utile ?"),
    (
        "feedback counter",
        f"{PROSE}\n12 out of 15 found this helpful",
        f"{PROSE}\n13 out of 16 found this helpful",
    ),
    (
        "related articles",
        f"{PROSE}\n## Related articles\n- Exporting your notes",
        f"{PROSE}\n## Related articles\n- Exporting your notes\n- Sharing a notebook",
    ),
    ("related pages on a line", PROSE, f"{PROSE}\nRelated pages: Plans and limits · Exports"),
    ("sign before a heading", f"{PROSE}\n## \U0001f512 4. Deletion", f"{PROSE}\n## 4. Deletion"),
    ("way to the page", PROSE, f"Docs > Notebooks > Sharing\n{PROSE}"),
    (
        "related articles in German",
        f"{PROSE}\n## Verwandte Artikel\n- Notizen exportieren",
        f"{PROSE}\n## Verwandte Artikel\n- Notizbuch teilen",
    ),
    (
        "counter of a consent dialog",
        f"{PROSE}\nWe and our 812 partners use cookies.",
        f"{PROSE}\nWe and our 815 partners use cookies.",
    ),
    (
        "counter of a consent dialog in German",
        f"{PROSE}\nWir und unsere 812 Partner nutzen Cookies.",
        f"{PROSE}\nWir und unsere 815 Partner nutzen Cookies.",
    ),
    (
        "hidden address",
        f"{PROSE}\nAsk [email protected] for a copy.",
        f"{PROSE}\nAsk privacy@northwind.example for a copy.",
    ),
    ("share button", PROSE, f"{PROSE}\nShare on LinkedIn"),
    ("label of the contents", PROSE, f"Table of contents\n{PROSE}"),
    ("label of the contents in German", PROSE, f"Inhaltsverzeichnis\n{PROSE}"),
    ("label of the contents in French", PROSE, f"Sommaire\n{PROSE}"),
    (
        "date in another order",
        f"Updated: March 5, 2025\n{PROSE}",
        f"Updated: 5 March 2025\n{PROSE}",
    ),
    ("date in figures", f"Updated: 2025-03-05\n{PROSE}", f"Updated: 5 March 2025\n{PROSE}"),
    (
        "date glued to its label",
        f"UpdatedMarch 5, 2025\n{PROSE}",
        f"Updated: March 5, 2025\n{PROSE}",
    ),
    ("age of the page", f"Updated 3 days ago\n{PROSE}", f"Updated over a week ago\n{PROSE}"),
    ("player", f"{PROSE}\n0:00 / 3:21", f"{PROSE}\n0:04 / 3:21"),
    ("age of the page in French", f"Mis à jour il y a plus de 3 mois\n{PROSE}", PROSE),
    ("age of the page in German", f"Vor über einem Monat aktualisiert\n{PROSE}", PROSE),
    ("menu on one line", PROSE, f"{PROSE}\nCareers · Help Center · Status · Cookie settings"),
    ("title twice", f"# Privacy Policy\n{PROSE}", PROSE),
    ("space before a sign", f"{PROSE}\nUp 99.9 % of days.", f"{PROSE}\nUp 99.9% of days."),
    ("number before a quote", f'{PROSE}\n4.1 "Note" is text.', f'{PROSE}\n4.1. "Note" is text.'),
    ("label of a box", f"{PROSE}\nMaps are beta.", f"{PROSE}\nNote Maps are beta."),
    (
        "consent dialog in front",
        PROSE,
        f"Wir verwenden Cookies. Einige sind notwendig, andere helfen uns.\n{PROSE}",
    ),
    ("link mark", PROSE, PROSE.replace("our team", "our team (opens in a new window)")),
    (
        "quotes and dashes",
        f"{PROSE}\nThe “Service” \u2013 as-is.",
        f'{PROSE}\nThe "Service" — as-is.',
    ),
    (
        "numbers of headings",
        PROSE,
        PROSE.replace("## What", "## 1. What").replace("## How", "## 2. How"),
    ),
    ("built by", PROSE, f"{PROSE}\nPowered by Docsmith"),
    ("copyright", f"{PROSE}\n© 2024 Northwind", f"{PROSE}\n© 2025 Northwind"),
    ("reading time", PROSE, f"4 min read\n{PROSE}"),
    (
        "order of sections",
        "# A\nNotes are kept safe.\n# B\nCalls are not recorded at all.",
        "# B\nCalls are not recorded at all.\n# A\nNotes are kept safe.",
    ),
    (
        "paragraph split",
        "Notes are kept safe in our vault. Calls are not recorded at all.",
        "Notes are kept safe in our vault.\nCalls are not recorded at all.",
    ),
]
