"""What happened in a passage is told as what it is: a period, a place, a company, a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import Edit, Finding, FindingKind, Passage, PassageKind, Segment
from review.comparison import compare
from review.explaining.passages import what_happened
from tests.review.comparison.pages import page
from tests.review.flags.passages import told


def test_a_company_tells_more_than_a_condition_that_came_with_it() -> None:
    """The word "enabled" beside a name is no default that changed."""
    before = "We share invoices with Fabrikam and Tailspin for billing."
    after = (
        "We share invoices with Fabrikam, Tailspin and Northwind Inc. (where enabled) for billing."
    )
    (passage,) = compare(page(before), page(after)).passages
    company = Finding(FindingKind.PARTY_ADDED, "", "Northwind")
    default = Finding(FindingKind.DEFAULT_CHANGED, "", "enabled")
    what = what_happened(replace(passage, findings=(default, company)))
    assert what.en.startswith("A company was added: ")
    assert "Northwind Inc" in what.de


@pytest.mark.parametrize(
    ("before", "after", "en", "de"),
    [
        (
            "twelve months",
            "six months",
            "The period of 12 months became 6 months: “Logs are kept for six months”",
            "Die Frist von 12 Monaten beträgt jetzt 6 Monate: „Logs are kept for six months“",
        ),
        (
            "thirty (30) days",
            "two years",
            "The period of 30 days became 2 years: “Logs are kept for two years”",
            "Die Frist von 30 Tagen beträgt jetzt 2 Jahre: „Logs are kept for two years“",
        ),
    ],
)
def test_a_period_in_words_is_told_as_one(before: str, after: str, en: str, de: str) -> None:
    """Its unit may have stayed."""
    assert told(f"Logs are kept for {before}.", f"Logs are kept for {after}.") == (en, de)


def test_a_place_that_took_the_place_of_another_is_told_so() -> None:
    """Neither was only added; both are in the line."""
    en, de = told("Files are kept in Norway only.", "Files are kept in Japan only.")
    assert en == (
        "The places named changed: “Files are kept in Norway only” "
        "became “Files are kept in Japan only”"
    )
    assert de.startswith("Die genannten Orte änderten sich: aus „Files are kept in Norway")


def test_a_statement_that_came_is_no_negation_that_was_added() -> None:
    """It turned no statement; it is a new one."""
    before = "We keep your files on our servers for you."
    en, _ = told(before, f"{before[:-1]} and we do not sell them to any company of this world.")
    assert en.startswith("“and we do not sell them to any company")
    assert "was added to “We keep your files" in en


def test_a_negation_that_changed_places_was_neither_dropped_nor_added() -> None:
    """Both are findings, and one of them alone would be half of what happened."""
    before = "We do not use your notes or maps to print our books."
    after = "Your notes and maps are not used by us for printing our books."
    en, de = told(before, after)
    assert en.startswith("A negation stands elsewhere: ")
    assert de.startswith("Eine Verneinung steht an anderer Stelle: ")


def test_small_words_that_gave_way_to_a_sentence_went_nowhere() -> None:
    """Words such as "of the" did not become a statement about staff."""
    came = Segment(Edit.INSERT, "Our staff of this shop reads some of the letters.")
    passage = Passage(
        PassageKind.REWORDED, "Of the", came.text, (Segment(Edit.DELETE, "Of the"), came)
    )
    crumb = replace(
        passage, before="Pursuant to", segments=(Segment(Edit.DELETE, "Pursuant to"), came)
    )
    assert what_happened(crumb) == (what := what_happened(passage))
    place = Finding(FindingKind.REGION_ADDED, "", "shop")
    assert what_happened(replace(crumb, findings=(place,))) == what
    assert what.en == "A sentence was added: “Our staff of this shop reads some of the letters”"
    assert what.de.startswith("Ein Satz kam hinzu: „Our staff")


def test_two_sentences_that_changed_where_they_meet_are_told_apart() -> None:
    """The end of the one and the beginning of the next came and went together."""
    before = "Letters are deleted after 30 days. We will tell you of a breach."
    after = "Letters are deleted after 180 days. We may tell you of a breach."
    assert told(before, after, "letters")[0] == (
        "The period of 30 days became 180 days: “Letters are deleted after 180 days”"
    )
    assert told(before, after, "breach")[1] == (
        "Die Aussage wurde unverbindlicher: aus „We will tell you of a breach“ "
        "wurde „We may tell you of a breach“"
    )
