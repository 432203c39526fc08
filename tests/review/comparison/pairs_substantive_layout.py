"""Terms that changed by what stands where: a name, the text before and the text after."""

from __future__ import annotations

from tests.review.comparison.pages import PROSE

LAYOUT: list[tuple[str, str, str]] = [
    ("a tick in the first cell", "| ✓ | Notes are sold", "| | Notes are sold"),
    ("sharing that is a term", "Share by default via partners", "Share by request via partners"),
    (
        "a modal in another sentence",
        "We may sell your notes. You delete them.",
        "We sell your notes. You may delete them.",
    ),
    ("an answer in a list", "- ✅ Notes stay in Leeds", "- ❌ Notes stay in Leeds"),
    ("an answer behind a colon", "Notes stay in Leeds: ✅", "Notes stay in Leeds: ❌"),
    ("a flag in a list", "- Servers: \U0001f1f5\U0001f1ea", "- Servers: \U0001f1e8\U0001f1f1"),
    (
        "a page that ends elsewhere, and a term",
        "Notes are kept for as long as the account is open, and maps are kept\nfor ten days.",
        "Notes are kept for as long as the account is open, and\nmaps are kept for six days.",
    ),
    (
        "digits that a page parts",
        "Notes are kept for a period of 1\n2 months after that.",
        "Notes are kept for a period of 12\nmonths after that.",
    ),
    ("entries that a list parts", "- Free plan\n- never sold", "- Free plan never\n- sold"),
    (
        "a sentence that ends elsewhere",
        "We do not sell notes. We do not\nsell maps to towns",
        "We do not sell notes.\nWe do not sell maps to towns",
    ),
    ("a flag in front of a word", "- \U0001f1f5\U0001f1ea hosted", "- \U0001f1e8\U0001f1f1 hosted"),
    ("half a circle", "| Notes stay in Leeds | ● | ●", "| Notes stay in Leeds | ○ | ●"),
    ("a circle beside a word", "| Selling notes | ● Free", "| Selling notes | ○ Free"),
    ("coloured signs", "| Notes stay in Leeds | 🟢", "| Notes stay in Leeds | 🔴"),
    (
        "an answer in another column",
        "| | Free | Paid\n| Notes train models | Yes | |",
        "| | Free | Paid\n| Notes train models | | Yes",
    ),
    (
        "the same promise for another plan",
        "# Paid plan\nNotes are never sold to anybody.\n# Free plan\nNotes may be sold to others.",
        "# Paid plan\nNotes may be sold to others.\n# Free plan\nNotes are never sold to anybody.",
    ),
    (
        "headings change places",
        "# Paid plan\nNotes are never sold to anybody.\n# Free plan\nNotes may be sold to others.",
        "# Free plan\nNotes are never sold to anybody.\n# Paid plan\nNotes may be sold to others.",
    ),
    (
        "from what is never used to what is",
        "# What we use\n- Public pages\n# What we never use\n- Notes and letters\n- Photographs",
        "# What we use\n- Public pages\n- Notes and letters\n# What we never use\n- Photographs",
    ),
    (
        "a heading that bounds what stood below it",
        "# All plans\nNotes are never sold to anybody.",
        "# Enterprise plan\nNotes are never sold to anybody.",
    ),
    (
        "cookies sold in Spanish",
        f"Usamos cookies y compartimos los datos con socios. No se pueden rechazar.\n{PROSE}",
        PROSE,
    ),
    ("an index of what is sold", f"Get the notes that we sell: llms.txt\n{PROSE}", PROSE),
    (
        "item of a list",
        "We collect:\n- names\n- mail addresses",
        "We collect:\n- names\n- mail addresses\n- contacts",
    ),
    ("item gone", "We collect:\n- names\n- voice samples", "We collect:\n- names"),
    (
        "item under a heading",
        "# Data we collect\n- Name\n- Photos\n- Age",
        "# Data we collect\n- Name\n- Photos\n- Age\n- Location",
    ),
    (
        "pointer to a right",
        "# A\nText of ours.",
        "# A\nText of ours.\nFor more information or to obtain a copy, contact us.",
    ),
    (
        "credits that expire",
        "# Credits\n- Credits are yours.",
        "# Credits\n- Credits are yours.\n- Credits lapse at the end.",
    ),
    (
        "features in a list",
        "We collect data when you use:\n- Search\n- Videos\n- Forum\n- Blog",
        "We collect data when you use:\n- Search\n- Videos\n- Forum\n- Blog\n- Calls",
    ),
    (
        "tick in a cell",
        "| Plan | Training |\n|---|---|\n| Free | \u2713 |",
        "| Plan | Training |\n|---|---|\n| Free | \u2717 |",
    ),
    ("newsletter", PROSE, f"{PROSE}\nWe send you our newsletter if you subscribe."),
    (
        "sentence within a paragraph moved away",
        "# Free\nWe read notes.\n# Paid\nWe never train on notes of yours.",
        "# Free\nWe read notes.\n# Paid",
    ),
    ("heading that promises", "# Data\nText of ours.", "# No training on your data\nText of ours."),
    ("term among links", "Home | Docs | Pricing", "Home | Notes are sold | Pricing"),
    ("term beside a button", PROSE, f"{PROSE}\nEdit this page | We sell notes"),
    ("order like a button", PROSE, f"{PROSE}\nShare this data with partners"),
    ("terms behind a label", PROSE, f"{PROSE}\nRelated: data is sold | prompts train models"),
    ("facts like a way", f"Data > Stored in US > Kept for ever\n{PROSE}", PROSE),
    ("no in front of a heading", f"{PROSE}\n## \u2716 Training", f"{PROSE}\n## Training"),
    ("term among pages", PROSE, f"{PROSE}\nRelated pages: Notes are sold · Exports"),
    ("way to a setting", PROSE, f"{PROSE}\nSettings > Privacy > Training"),
    ("term behind a label", PROSE, f"{PROSE}\nRelated: we sell notes to partners"),
    (
        "a certificate in a pointer",
        PROSE,
        f"{PROSE}\nVisit our trust page to read our reports, SOC 2 and HIPAA among them.",
    ),
    ("answer", "Do you sell maps?\nNo", "Do you sell maps?\nYes"),
    ("promise above the title", PROSE, f"No training\n{PROSE}"),
    ("term in a banner", PROSE, f"New: your maps train our models. Learn more\n{PROSE}"),
    (
        "term in a consent dialog",
        PROSE,
        f"We use cookies and sell what they tell us.\n{PROSE}",
    ),
    ("term among related pages", PROSE, f"{PROSE}\nSee also\nMaps are sold to brokers"),
    ("columns of a row", "| Login | Yes | No |", "| Login | No | Yes |"),
    (
        "what is collected, like pagers",
        "We collect:\n- Names",
        "We collect:\n- Names\n- Previous employers\n- Next of kin",
    ),
    (
        "a bound that another sentence has now",
        "Notes are kept only if you agree first\nNames are sold\nonly if you agree first",
        "Notes are kept\nNames are sold only if you agree first\nonly if you agree first",
    ),
    (
        "code that is a heading now",
        "`For the free plan and trials\nWe sell the notes of everybody.",
        "# Only for the free plan and trials\nWe sell the notes of everybody.",
    ),
    (
        "answers that change places",
        "Do we sell names?\nNo\nDo we print maps?\nYes",
        "Do we sell names?\nYes\nDo we print maps?\nNo",
    ),
    (
        "the same among many",
        "# Do we sell names?\nNo\n# Do we print?\nYes\n# Do we read notes?\nNo",
        "# Do we sell names?\nYes\n# Do we print?\nNo\n# Do we read notes?\nNo",
    ),
    ("next steps that are a term", PROSE, f"{PROSE}\nNext Payment is due at once"),
    ("previous without next", PROSE, f"{PROSE}\nPrevious versions are kept"),
    ("a term beside the owner", PROSE, f"{PROSE}\nWe sell notes © 2025 Northwind"),
    (
        "half of a sentence that stands elsewhere too",
        "# Maps\nMaps are kept for paid plans only.\n# Notes\nNotes are kept.",
        "# Maps\nMaps are kept.\n# Notes\nNotes are kept for paid plans only.",
    ),
]
