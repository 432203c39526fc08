"""Numbers and periods: told with their units, and not where a number only names something."""

from __future__ import annotations

import pytest

from domain.change import FindingKind
from review.comparison import compare
from tests.review.comparison.pages import found_kinds, page

K = FindingKind


def test_a_period_is_told_with_its_unit() -> None:
    """A number alone would not say whether days became months."""
    change = compare(page("Kept for thirty (30) days."), page("Kept for 12 months."))
    (finding,) = [f for f in change.passages[0].findings if f.kind is K.PERIOD_CHANGED]
    assert (finding.before, finding.after) == ("30 days", "12 months")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "As described in Section 4 we share logs.",
            "As described in Section 7 we may share logs.",
        ),
        (
            "See Sections 4, 5 and 6 for your rights.",
            "See Sections 4, 5 and 8 for all your rights.",
        ),
        ("Wir stützen uns auf Artikel 6.", "Wir stützen uns nur auf Artikel 9."),
    ],
)
def test_the_number_of_a_section_is_no_amount(before: str, after: str) -> None:
    """It names a part of a text, and says nothing of how much or how long."""
    assert K.NUMBER_CHANGED not in {kind for kind, _, _ in found_kinds(before, after)}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Kept for twelve months.", "Kept for six months.", ("12 months", "6 months")),
        ("Told three business days ahead.", "Told two business days ahead.", ("3 days", "2 days")),
        ("Die Frist: vier Wochen.", "Die Frist: sechs Wochen.", ("4 Wochen", "6 Wochen")),
        ("Vos notes sont gardées un an.", "Vos notes sont gardées trois ans.", ("1 an", "3 ans")),
        ("Se guardan dos años.", "Se guardan cinco años.", ("2 años", "5 años")),
    ],
)
def test_a_number_in_words_counts_though_its_unit_stays(
    before: str, after: str, told: tuple[str, str]
) -> None:
    """The unit says what the number bounds, whether or not it changed too."""
    assert found_kinds(before, after) == [(K.PERIOD_CHANGED, *told)]


def test_a_period_reads_as_in_the_text() -> None:
    """In the language and the number of the page."""
    found = found_kinds("Kept for one day.", "Kept for 30 days.")
    assert (K.PERIOD_CHANGED, "1 day", "30 days") in found
    found = found_kinds("Wir löschen nach dreißig Tagen.", "Wir löschen nach 90 Tagen.")
    assert (K.PERIOD_CHANGED, "30 Tagen", "90 Tagen") in found
