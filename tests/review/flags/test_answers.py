"""A word or a sign that answers what a row, a list or a question asks."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from review.comparison import compare
from review.explaining.passages import what_happened
from review.relevance.scores import score_criteria
from tests.review.comparison.pages import page

TABLE = "# Plans\nWhat each plan of the tool has.\n| Feature | Free | Paid\n| Colours | No | Yes\n"
FAQ = "# Questions\nWhat people ask us about the tool.\n"


def flagged(scoring: Scoring, before: str, after: str, kind: str = "help") -> set[str]:
    """Return the criteria that a change from one page to the other bears on."""
    change = compare(page(before), page(after), kind=kind)
    scores = score_criteria(change, kind, scoring.criteria, scoring.model)
    return {key for key, one in scores.items() if one.score >= scoring.model.threshold}


@pytest.mark.parametrize(
    ("row", "other", "criterion"),
    [
        ("Notes used to train our models | No | No", "{} | Yes | No", "no_training"),
        ("Notes used to train our models | Yes | |", "{} | | Yes", "no_training"),
        ("EU data residency | ✓ | ✓", "{} | ✗ | ✓", "eu_saas"),
        ("EU data residency | ● | ●", "{} | ○ | ●", "eu_saas"),
        ("Self-hosting | ✓ | ✓", "{} | | ✓", "on_prem"),
    ],
)
def test_an_answer_in_a_table_is_about_its_row(
    scoring: Scoring, row: str, other: str, criterion: str
) -> None:
    """The row says what is answered; the cell that changed says only yes or no."""
    key = row.partition(" | ")[0]
    before, after = f"{TABLE}| {row}", f"{TABLE}| {other.format(key)}"
    assert criterion in flagged(scoring, before, after)
    assert criterion in flagged(scoring, after, before)


def test_an_answer_about_something_else_flags_nothing(scoring: Scoring) -> None:
    """The rows beside it speak of a criterion; the one that changed does not."""
    row = "| Self-hosting | ✓ | ✓\n| Colours of your own | {} | ✓"
    assert not flagged(scoring, TABLE + row.format("✓"), TABLE + row.format("✗"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Do you train on my notes?\nNo.", "Do you train on my notes?\nYes, unless you opt out."),
        ("## Do you train on my notes?\nNo.", "## Do you train on my notes?\nOnly on some plans."),
        ("Do you train on my notes? No.", "Do you train on my notes? Yes."),
        (
            "- ✅ No training on your notes\n- ✅ Colours",
            "- ❌ No training on your notes\n- ✅ Colours",
        ),
        (
            "## We use for training\n- Poems\n## We never use for training\n- Your notes\n- Maps",
            "## We use for training\n- Poems\n- Your notes\n## We never use for training\n- Maps",
        ),
    ],
)
def test_an_answer_is_about_its_question(scoring: Scoring, before: str, after: str) -> None:
    """Whether the question stands in front of it, above it, or is the heading of a list."""
    assert "no_training" in flagged(scoring, FAQ + before, FAQ + after)
    assert "no_training" in flagged(scoring, FAQ + after, FAQ + before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Do you train on my notes?\nNo.", "Do you train on my notes?\nNo!"),
        (
            "## Do you train on my notes?\nNo. See tool.example/a",
            "## Do you train on my notes?\nNo. See tool.example/b",
        ),
    ],
)
def test_the_same_answer_flags_nothing(scoring: Scoring, before: str, after: str) -> None:
    """However it is set, and wherever it leads on."""
    assert not flagged(scoring, FAQ + before, FAQ + after)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("No | Yes", "Yes | Yes", "In the row “Selling notes”, “No” became “Yes”"),
        ("✓ | ✓", "| ✓", "In the row “Selling notes”, “✓” was removed"),
        ("Yes | |", "| Yes", "In the row “Selling notes”, “Yes” stands in another column"),
    ],
)
def test_what_became_of_an_answer_is_said_with_its_row(before: str, after: str, said: str) -> None:
    """A word alone tells nobody what it answers."""
    row = "| Selling notes | {}"
    change = compare(page(TABLE + row.format(before)), page(TABLE + row.format(after)))
    (passage,) = change.passages
    assert what_happened(passage).en == said
    assert "Zeile „Selling notes“" in what_happened(passage).de
