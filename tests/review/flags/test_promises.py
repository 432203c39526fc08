"""One word that bounds what is not done is a change of the promise."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from review.comparison import compare
from review.relevance.scores import passage_scores
from tests.review.comparison.pages import page

TEXT = "# Notes\nThis page tells what becomes of notes.\n{}\nWrite to us if it is unclear."


@pytest.mark.parametrize(
    ("before", "after", "bounds"),
    [
        ("We do not train models on your team notes.", "We do not train models on your notes.", 1),
        ("We do not train models on notes.", "We do not train models on private notes.", 1),
        ("We train models on your team notes.", "We train models on your notes.", 0),
    ],
)
def test_a_word_that_bounds_a_promise_turns_it(
    scoring: Scoring, before: str, after: str, bounds: int
) -> None:
    """Where nothing is promised, the same word is one among others."""
    change = compare(page(TEXT.format(before)), page(TEXT.format(after)), kind="docs")
    scores = passage_scores(change, "docs", scoring.criteria, scoring.model)
    assert bool(scores["no_training"][0].features.values.get("direction")) is bool(bounds)
