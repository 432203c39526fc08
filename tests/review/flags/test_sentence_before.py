"""A sentence that says something of the one before it is about the same."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from tests.review.flags.passages import flagged


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "We share personal data with our printers. We never sell it.",
            "We share personal data with our printers.",
        ),
        (
            "We share personal data with our printers. We never sell it.",
            "We share personal data with our printers. We may sell it.",
        ),
        (
            "Nous partageons des données personnelles. Nous ne vendons jamais celles-ci.",
            "Nous partageons des données personnelles. Nous pouvons vendre celles-ci.",
        ),
    ],
)
def test_a_pronoun_stands_for_what_the_sentence_before_named(
    scoring: Scoring, before: str, after: str
) -> None:
    """What is sold is the personal data."""
    assert "gdpr" in flagged(scoring, "privacy_policy", before, after)


@pytest.mark.parametrize(
    "added",
    [
        "This does not apply to the free plan.",
        "On the free plan we may use them.",
        "The free plan is excluded.",
    ],
)
def test_what_is_left_out_is_left_out_of_the_promise_before(scoring: Scoring, added: str) -> None:
    """It need not say again what is promised."""
    promise = "We do not use your prompts to train our models."
    assert "no_training" in flagged(scoring, "terms", promise, f"{promise} {added}")


@pytest.mark.parametrize(
    "added",
    [
        "Maps are printed in Leeds every other week.",
        "Our team answers letters within a week.",
        "Letters are answered on the same day.",
        "This takes five minutes.",
        "This page is not long.",
        "Sie können uns auch Briefe schreiben.",
        "Ask our enterprise team.",
    ],
)
def test_a_sentence_that_turns_nothing_leans_on_none(scoring: Scoring, added: str) -> None:
    """Only what denies, allows or leaves out reaches back by a pronoun or a plan."""
    promise = "We do not use your prompts to train our models."
    assert "no_training" not in flagged(scoring, "terms", promise, f"{promise} {added}")
