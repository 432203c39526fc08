"""What a change means: nothing at all, wording only, or a term."""

from __future__ import annotations

import pytest

from domain.change import Significance
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from tests.review.comparison.pages import page

PROSE = """
# Privacy Policy
## What we keep
We keep the notes that you write for as long as your account exists and delete them afterwards.
## How to reach us
Write to our team if you want to see, correct or delete what we keep about you.
"""
MENU = "- Product\n- Pricing\n- Blog\n- Careers\n- Contact"

NOISE: list[tuple[str, str, str]] = [
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

EDITORIAL: list[tuple[str, str, str]] = [
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
    ("pointer", PROSE, f"{PROSE}\nSee our help page on notebooks."),
    ("pointer in German", PROSE, f"{PROSE}\nSiehe die Hilfeseite zu Notizbüchern."),
    ("example of code", "`client.chat(model)", "`client.chat.create(model)"),
    (
        "legal form",
        "Write to Northwind Inc at this address.",
        "Write to Northwind LLC at this address.",
    ),
]

SUBSTANTIVE: list[tuple[str, str, str]] = [
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
    ("unlawful", "We refuse lawful requests.", "We refuse unlawful requests."),
    ("revocable", "You grant a revocable licence.", "You grant an irrevocable licence."),
    ("who acts", "We own what you write.", "You own what you write."),
    ("host", "The site is hosted by Northwind.", "The site is hosted by Fabrikam."),
    ("other verb", "We store your prompts.", "We train on your prompts."),
    ("other verb in German", "Wir speichern Ihre Eingaben.", "Wir verkaufen Ihre Eingaben."),
    ("other verb in French", "Nous conservons vos messages.", "Nous revendons vos messages."),
    (
        "date of a term",
        "Old models retire on 5 March 2025 and stop answering all requests.",
        "Old models retire on 9 April 2025 and stop answering all requests.",
    ),
    ("short date of a term", "Model A retires 5 March 2025", "Model A retires 9 April 2025"),
    (
        "period beside vendors",
        "Third party vendors keep cookies with your consent for 30 days.",
        "Third party vendors keep cookies with your consent for 77 days.",
    ),
    (
        "choice",
        "Notes are shared when you choose to connect.",
        "Notes are shared when you connect.",
    ),
    (
        "reference gone",
        "Terms not defined in this Exhibit follow the law.",
        "Terms not defined in this follow the law.",
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
    ("start of collection", "Data from 5 March 2025 is kept.", "Data from 9 April 2025 is kept."),
    ("price", "The plan costs $20 a month.", "The plan costs $25 a month."),
    ("may and must", "Updated notes may be kept.", "Updated notes must be kept."),
    ("may that goes", "We update notes and may keep them.", "We update notes and keep them."),
    (
        "company of an address",
        "Controller: Northwind GmbH, Lindenweg 4, 10115 Berlin",
        "Controller: Fabrikam GmbH, Lindenweg 4, 10115 Berlin",
    ),
    ("months that data stay", "Kept until May 2025 for you.", "Kept until July 2025 for you."),
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
    ("year of a term", "Effective retention: 2023", "Effective retention: 2024"),
    ("models of a year", "Updated models since 2023 stay.", "Updated models since 2024 stay."),
    ("direction", "Data moves from France to Japan.", "Data moves from Japan to France."),
    ("opposite of a pair", "Chats are private by design.", "Chats are public by design."),
    (
        "country of an address",
        "Our seat: 1 Main Street, Dublin, Ireland.",
        "Our seat: 1 Main Street, Boston, United States.",
    ),
    (
        "sentence within a paragraph moved away",
        "# Free\nWe read notes.\n# Paid\nWe never train on notes of yours.",
        "# Free\nWe read notes.\n# Paid",
    ),
    ("after and before", "You are told after the transfer.", "You are told before the transfer."),
    ("heading that promises", "# Data\nText of ours.", "# No training on your data\nText of ours."),
    ("range that looks like a phone", "Limit: 100-200-3000 rows.", "Limit: 100-200-4000 rows."),
    ("account number", "Pay to 030 1234567890 only.", "Pay to 030 1234567891 only."),
    (
        "period beside an address",
        "Contact us at 12 Harbour Street within 14 days.",
        "Contact us at 12 Harbour Street within 30 days.",
    ),
    ("paragraph of a law", "We rely on Article 6(1)(b).", "We rely on Article 6(1)(f)."),
    ("millions", "1.5 Million notes are read a day.", "2.5 Million notes are read a day."),
    ("paragraph of a statute", "\u00a7 28 BDSG applies to you.", "\u00a7 26 BDSG applies to you."),
    (
        "article of a law",
        "You have the rights of Art. 17 GDPR.",
        "You have the rights of Art. 18 GDPR.",
    ),
    (
        "article of a law named before",
        "Under the GDPR you have the rights named in Article 17.",
        "Under the GDPR you have the rights named in Article 18.",
    ),
    ("term among links", "Home | Docs | Pricing", "Home | Notes are sold | Pricing"),
    ("term beside a button", PROSE, f"{PROSE}\nEdit this page | We sell notes"),
    ("order like a button", PROSE, f"{PROSE}\nShare this data with partners"),
    (
        "consent that need not be express",
        "We share notes if you expressly agree.",
        "We share notes if you agree.",
    ),
    ("terms behind a label", PROSE, f"{PROSE}\nRelated: data is sold | prompts train models"),
    (
        "words of a pager in a sentence",
        "Chats of the previous month are not shared with the next.",
        "Chats of the previous month are shared with the next.",
    ),
    (
        "verb that ends like a pager",
        "Wir geben nichts zur\u00fcck und leiten es nicht an Partner weiter.",
        "Wir geben nichts zur\u00fcck und leiten es an Partner weiter.",
    ),
    ("limit like a company", "Data Access Limited to Staff", "Data Access to Staff"),
    ("town and state", "Hosted in Denver CO.", "Hosted in Denver."),
    ("millions in German", "1.5 Mio. Euro haften wir.", "3.5 Mio. Euro haften wir."),
    ("share of time", "99.9 per cent uptime", "99.5 per cent uptime"),
    ("term behind a label", PROSE, f"{PROSE}\nRelated: we sell notes to partners"),
    ("language of support", "Support in English German French.", "Support in English German."),
    ("number near a reference", "Article 6 gives you 3 keys.", "Article 6 gives you 4 keys."),
    ("grade", "We hold a SOC 2 Type I report.", "We hold a SOC 2 Type II report."),
    ("country of two words", "Kept in the United States.", "Kept in the United Kingdom."),
    ("read as a noun", "Read access is given to Elm.", "Read access is given to Oak."),
    ("clause behind a pointer", "See our page, as we keep maps.", "See our page, as we sell maps."),
    ("site that gets data", "Maps go to elm.example.", "Maps go to oak.example."),
    ("other first letter", "Nous vendons les cartes.", "Nous rendons les cartes."),
    ("you and we in French", "Les cartes sont à nous.", "Les cartes sont à vous."),
    ("answer", "Do you sell maps?\nNo", "Do you sell maps?\nYes"),
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
    ("promise above the title", PROSE, f"No training\n{PROSE}"),
    ("term in a banner", PROSE, f"New: your maps train our models. Learn more\n{PROSE}"),
    (
        "term in a consent dialog",
        PROSE,
        f"We use cookies and sell what they tell us.\n{PROSE}",
    ),
    ("term among related pages", PROSE, f"{PROSE}\nSee also\nMaps are sold to brokers"),
    (
        "date from which a term holds",
        "Effective 5 March 2025, we print maps.",
        "Effective 9 April 2025, we print maps.",
    ),
    ("columns of a row", "| Login | Yes | No |", "| Login | No | Yes |"),
    (
        "paragraph naming a vendor",
        "# Vendors\nNorthwind\nIreland",
        "# Vendors\nNorthwind\nIreland\nTailspin\nIndia",
    ),
]


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in NOISE], ids=[c[0] for c in NOISE])
def test_what_is_not_the_document_means_nothing(old: str, new: str) -> None:
    """Widgets, menus, marks and order are no change of wording, in either direction."""
    assert compare(page(old), page(new)).significance is Significance.NONE
    assert compare(page(new), page(old)).significance is Significance.NONE


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in EDITORIAL], ids=[c[0] for c in EDITORIAL]
)
def test_other_wording_for_the_same_is_editorial(old: str, new: str) -> None:
    """A reader sees it and loses or wins nothing by it."""
    assert compare(page(old), page(new), kind="terms").significance is Significance.EDITORIAL
    assert compare(page(new), page(old), kind="terms").significance is Significance.EDITORIAL


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in SUBSTANTIVE], ids=[c[0] for c in SUBSTANTIVE]
)
def test_a_changed_term_is_substantive(old: str, new: str) -> None:
    """However small the edit, in either direction."""
    assert compare(page(old), page(new)).significance is Significance.SUBSTANTIVE
    assert compare(page(new), page(old)).significance is Significance.SUBSTANTIVE


@pytest.mark.parametrize(
    ("old", "new"), [("Kept for 30 days", "Kept for 90 days"), ("Read by us", "Stored in Spain")]
)
def test_the_head_of_a_table_states_terms(old: str, new: str) -> None:
    """What a column is about decides what its cells mean."""

    def table(head: str) -> Document:
        cells = (("Plan", head), ("Free", "yes"), ("Pro", "no"))
        rows = (
            Block(BlockKind.TABLE_ROW, " | ".join(row), cells=row, header=row is cells[0])
            for row in cells
        )
        return Document((Block(BlockKind.PARAGRAPH, "We keep what you write."), *rows))

    assert compare(table(old), table(new)).significance is Significance.SUBSTANTIVE


def test_the_reason_is_a_sentence() -> None:
    """It starts with a capital and ends with a full stop, whatever was found."""
    for _, old, new in (*NOISE, *EDITORIAL, *SUBSTANTIVE):
        reason = compare(page(old), page(new)).reason
        assert reason[0].isupper()
        assert reason.endswith(".")


def test_one_changed_term_outweighs_any_number_of_others() -> None:
    """A lost promise must not drown in a cleaned-up page."""
    old = f"{PROSE}\nUpdated 1 May 2025\nWe do not sell notes.\nWe recieve mail."
    new = f"Home\n{PROSE}\nUpdated 2 May 2025\nWe sell notes.\nWe receive mail."
    assert compare(page(old), page(new)).significance is Significance.SUBSTANTIVE
