"""Statements in other grammar say the same; the same words in other roles do not."""

from __future__ import annotations

import pytest

from domain.change import Significance
from review.comparison import compare
from tests.review.comparison.pages import page

SAME = [
    ("We don't train our models on your notes.", "We do not train our models on your notes."),
    (
        "You can run the editor by yourself using Docker Compose.",
        "You can use Docker Compose to run the editor by yourself.",
    ),
    (
        "Where we move notes out of Spain, we rely on contracts or on adequacy decisions.",
        "Where notes are moved out of Spain by us, we rely on adequacy decisions or on contracts.",
    ),
    ("We use your notes to print your calendar.", "We print your calendar using your notes."),
    (
        "We do not keep your map; it is erased immediately after printing.",
        "Your map is not kept by us; it is erased immediately after it has been printed.",
    ),
    ("We hire people who will read notes.", "We hire people who read notes."),
    (
        "Reader means a third party engaged by Northwind to read notes.",
        "Reader means any third party that Northwind engages to read notes.",
    ),
    (
        "Terms of yours do not apply, even if we do not object to them.",
        "Any terms of yours shall not apply, even if we do not object to them.",
    ),
    ("Es gilt Artikel 28 Absatz 3 der Verordnung.", "Es gilt Art. 28 Abs. 3 der Verordnung."),
    ("Please tell us of it promptly.", "Tell us of it promptly."),
    ("We keep maps, letters and names.", "We keep letters, names and maps."),
    ("If maps are old, letters are erased.", "Letters are erased if maps are old."),
]
DIFFERENT = [
    ("We share notes with readers.", "We share any notes with readers."),
    ("We tell you if notes are kept.", "We tell you where notes are kept."),
    ("Give us your contract data.", "Give us your contact data."),
    ("Notes are encrypted. Maps are archived.", "Notes are archived. Maps are encrypted."),
    ("We give readers your notes.", "We give your notes."),
    ("The processor erases notes.", "The process erases notes."),
    ("Notes go to partners of ours.", "Notes go to partners of yours."),
    ("Logs are kept. Notes are not kept.", "Logs are not kept. Notes are kept."),
    ("Logs are kept but notes are not kept.", "Logs are not kept but notes are kept."),
    ("Northwind may audit Fabrikam.", "Fabrikam may audit Northwind."),
    ("Notes are sent from Spain to Norway.", "Notes are sent to Spain from Norway."),
    ("Notes are read by partners.", "Notes are read with partners."),
    ("You and we may end the contract.", "You may end the contract."),
    ("We store and use your notes.", "We store your notes."),
    ("We keep names or addresses.", "We keep names and addresses."),
    ("We show our notes to you.", "We show your notes to you."),
    ("We do not sell maps.", "We did not sell maps."),
    ("Support is included.", "Support was included."),
    ("Maps go to readers.", "Maps go for readers."),
    ("We tell you who reads maps.", "We tell you when maps are read."),
    ("You should delete maps.", "If you delete maps."),
    ("We keep maps when you ask.", "We keep maps even if you ask."),
    ("We read maps for readers.", "We read maps on behalf of readers."),
    ("The order is governed by the contract.", "The order governs the contract."),
    ("We remove maps from the index.", "We erase maps from the index."),
    ("We will tell you of it.", "We would tell you of it."),
    ("The author pays the editor.", "The editor pays the author."),
    ("Partners who agree do not get notes.", "Partners who do not agree get notes."),
    ("Editors are paid by authors.", "Editors pay authors."),
    ("Maps are shown by default and kept.", "Maps are kept by default and shown."),
    ("It is off unless you turn it on.", "It is on unless you turn it off."),
    ("We read open maps and keep secret maps.", "We read secret maps and keep open maps."),
    ("If maps are erased, notes are closed.", "If notes are closed, maps are erased."),
    ("Free: maps are kept. Paid: maps are erased.", "Free: maps are erased. Paid: maps are kept."),
    ("On Free, maps are kept; on Pro, sold.", "On Free, maps are sold; on Pro, kept."),
    ("We use notes to sell maps.", "We use maps to sell notes."),
    ("We sell what we keep.", "We keep what we sell."),
    ("Your notes train our models.", "Our notes train your models."),
    ("Wir lesen Karten und sammeln Briefe.", "Wir sammeln Karten und lesen Briefe."),
    (
        "Nous lisons les cartes et gardons les notes.",
        "Nous gardons les cartes et lisons les notes.",
    ),
]


def significance(before: str, after: str) -> Significance:
    """Return what becomes of a page when one paragraph of it is replaced."""
    text = "# Notes\nThis page tells what becomes of notes.\n{}\nWrite to us if it is unclear."
    return compare(page(text.format(before)), page(text.format(after)), kind="terms").significance


@pytest.mark.parametrize(("before", "after"), SAME)
def test_a_statement_in_other_grammar_is_editorial(before: str, after: str) -> None:
    """The words with a meaning of their own stay, and who does what to whom."""
    assert significance(before, after) is Significance.EDITORIAL
    assert significance(after, before) is Significance.EDITORIAL


@pytest.mark.parametrize(("before", "after"), DIFFERENT)
def test_words_in_another_role_are_another_statement(before: str, after: str) -> None:
    """A negation, a party, a place or a preposition that changes sides changes the term."""
    assert significance(before, after) is Significance.SUBSTANTIVE
    assert significance(after, before) is Significance.SUBSTANTIVE
