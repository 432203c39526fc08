"""A word or a sign that answers what a row, a list or a question asks."""

from __future__ import annotations

import pytest

from clausewatch.wiring import Judgement
from review.comparison import compare
from review.relevance.scores import score_criteria
from tests.review.comparison.pages import page

TABLE = "# Plans\nWhat each plan of the tool has.\n| Feature | Free | Paid\n| Colours | No | Yes\n"
FAQ = "# Questions\nWhat people ask us about the tool.\n"


def flagged(judgement: Judgement, before: str, after: str, kind: str = "help") -> set[str]:
    """Return the criteria that a change from one page to the other bears on."""
    change = compare(page(before), page(after), kind=kind)
    scores = score_criteria(change, kind, judgement.criteria, judgement.model)
    return {key for key, one in scores.items() if one.score >= judgement.model.threshold}


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
    judgement: Judgement, row: str, other: str, criterion: str
) -> None:
    """The row says what is answered; the cell that changed says only yes or no."""
    key = row.partition(" | ")[0]
    before, after = f"{TABLE}| {row}", f"{TABLE}| {other.format(key)}"
    assert criterion in flagged(judgement, before, after)
    assert criterion in flagged(judgement, after, before)


def test_an_answer_about_something_else_flags_nothing(judgement: Judgement) -> None:
    """The rows beside it speak of a criterion; the one that changed does not."""
    row = "| Self-hosting | ✓ | ✓\n| Colours of your own | {} | ✓"
    assert not flagged(judgement, TABLE + row.format("✓"), TABLE + row.format("✗"))


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
def test_an_answer_is_about_its_question(judgement: Judgement, before: str, after: str) -> None:
    """Whether the question stands in front of it, above it, or is the heading of a list."""
    assert "no_training" in flagged(judgement, FAQ + before, FAQ + after)
    assert "no_training" in flagged(judgement, FAQ + after, FAQ + before)


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
def test_the_same_answer_flags_nothing(judgement: Judgement, before: str, after: str) -> None:
    """However it is set, and wherever it leads on."""
    assert not flagged(judgement, FAQ + before, FAQ + after)
