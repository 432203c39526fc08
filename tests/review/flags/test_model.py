"""The weights are a readable table, and each score can be taken apart."""

from __future__ import annotations

import math

import pytest

from domain.errors import ConfigurationError
from review.relevance.model import load_model

TEXT = """
threshold: 0.5
threshold_when_cited: 0.4
shared: {changed: 2.0, heading: 0.5}
criteria:
  "*": {bias: -1.0}
  dpa: {bias: -2.0, "kind:dpa": 3.0, changed: 1.0}
"""


def test_a_score_is_the_logistic_function_of_the_weighted_sum() -> None:
    """Shared and own weights of a feature add up."""
    score = load_model(TEXT).score("dpa", {"changed": 0.5, "kind:dpa": 1.0})
    assert score == pytest.approx(1 / (1 + math.exp(-(-2.0 + 0.5 * 3.0 + 3.0))))


def test_a_criterion_of_a_watchlist_has_the_shared_weights() -> None:
    """With the bias under "*"."""
    model = load_model(TEXT)
    assert model.score("accessibility", {"changed": 0.5}) == pytest.approx(0.5)


def test_contributions_say_what_made_the_score() -> None:
    """The largest first; features without weight are left out."""
    parts = load_model(TEXT).contributions(
        "dpa", {"changed": 0.5, "heading": 0.2, "kind:dpa": 1.0, "unknown": 1.0}
    )
    assert [part.feature for part in parts] == ["kind:dpa", "changed", "heading"]
    assert parts[1].amount == pytest.approx(1.5)


def test_a_rating_that_quotes_the_source_has_the_lower_threshold() -> None:
    """What a rating rests on may be touched by less."""
    model = load_model(TEXT)
    assert model.threshold_for(cited=True) < model.threshold_for(cited=False)


@pytest.mark.parametrize("text", ["", "[]", "threshold: 2", "a: {", TEXT + "more: 1"])
def test_a_file_that_is_not_a_table_of_weights_is_refused(text: str) -> None:
    """The error says that the file is to be restored."""
    with pytest.raises(ConfigurationError, match="weights"):
        load_model(text)
