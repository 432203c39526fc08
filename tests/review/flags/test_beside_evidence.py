"""Quoted words that still stand, and what came beside or above them."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.watchlist import Evidence, Rating, Status, Tool
from review.comparison import compare
from review.flags import flag_change
from tests.review.flags.documents import document

PROMISE = "Your notes are never read by our staff."
AROUND = "# All plans", PROMISE, "# Contact", "Write to us if anything is unclear to you."
TOOL = Tool(
    id="tool",
    name="Tool",
    sources=("page",),
    ratings=(
        Rating(
            criterion="hybrid",
            status=Status.YES,
            evidence=(Evidence(source="page", phrase=PROMISE.strip(".")),),
        ),
    ),
)


def flagged(scoring: Scoring, old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    """Return the flags of a rating that the words speak nothing of, so evidence alone tells."""
    before, after = document(*old), document(*new)
    change = compare(before, after, kind="privacy_policy")
    flags = flag_change(
        change,
        before,
        after,
        source_id="page",
        kind="privacy_policy",
        tools=(TOOL,),
        criteria=[one for one in scoring.criteria if one.key == "hybrid"],
        model=scoring.model,
    )
    return [flag.summary.en for flag in flags]


def with_promise(text: str) -> tuple[str, ...]:
    """Return the page with another paragraph in the place of the promise."""
    return tuple(text if line == PROMISE else line for line in AROUND)


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{PROMISE} This does not hold on Sundays.",
        f"{PROMISE} Except for notes in red.",
        f"The following is said to Enterprise customers. {PROMISE}",
    ],
)
def test_a_sentence_that_bounds_the_one_beside_it_flags_it(
    scoring: Scoring, paragraph: str
) -> None:
    """The quoted words are intact, and hold no more as they did."""
    assert flagged(scoring, AROUND, with_promise(paragraph))
    assert flagged(scoring, with_promise(paragraph), AROUND)


@pytest.mark.parametrize(
    "sentence",
    ["Thank you for writing them.", "Ask our enterprise team.", "This page is not long."],
)
def test_another_sentence_beside_it_flags_nothing(scoring: Scoring, sentence: str) -> None:
    """A paragraph may grow without saying anything about what stood there."""
    assert not flagged(scoring, AROUND, with_promise(f"{PROMISE} {sentence}"))


def test_a_heading_that_bounds_it_flags_it(scoring: Scoring) -> None:
    """What held for all plans holds for one of them."""
    narrower = tuple("# Enterprise plan" if line == "# All plans" else line for line in AROUND)
    assert flagged(scoring, AROUND, narrower)


def test_a_heading_put_otherwise_flags_nothing(scoring: Scoring) -> None:
    """Another word that says for nobody else whom it is about."""
    otherwise = tuple("# About all plans" if line == "# All plans" else line for line in AROUND)
    assert not flagged(scoring, AROUND, otherwise)


def test_words_that_stand_under_another_plan_are_flagged_by_both_names(
    scoring: Scoring,
) -> None:
    """The same sentence, for somebody else."""
    other = "Drawings are kept in a drawer of the town hall."
    old = ("# Paid plan", PROMISE, "# Free plan", other)
    new = ("# Paid plan", other, "# Free plan", PROMISE)
    (summary,) = flagged(scoring, old, new)
    assert summary.startswith("“Your notes are never read by our staff” now stands under")
    assert "“Free plan” instead of “Paid plan”; the rating “yes” rests on it." in summary
