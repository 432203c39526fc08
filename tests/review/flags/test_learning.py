"""What is decided moves the weights, carefully, and only those that are there."""

from __future__ import annotations

from dataclasses import replace

from review.learning.fitting import Example, fit, score_of
from review.relevance.model import load_model

MODEL = load_model(
    """
threshold: 0.5
threshold_when_cited: 0.4
shared: {changed: 1.0, heading: 0.0}
criteria:
  "*": {bias: -2.0}
  dpa: {bias: -2.0}
  gdpr: {bias: -2.0}
"""
)


def example(
    *passages: float, relevant: bool, criterion: str = "dpa", heading: float = 0.0
) -> Example:
    """Return a decision about a change whose passages have these values of `changed`."""
    features = tuple({"changed": value, "heading": heading} for value in passages)
    return Example("change", criterion, features, relevant)


def test_missed_changes_are_learnt() -> None:
    """What scored below the threshold and mattered scores above it."""
    mattered = example(0.9, relevant=True)
    other = example(0.1, relevant=False)
    model = fit([mattered] * 8 + [other] * 8, MODEL, caution=0.1)
    assert score_of(mattered, MODEL) < 0.5 <= score_of(mattered, model)
    assert score_of(other, model) < 0.5


def test_without_decisions_there_is_nothing_to_learn() -> None:
    """The weights stay as they are, and so does the model that came in."""
    assert fit([], MODEL) == MODEL
    before = MODEL.shared["changed"]
    fit([example(0.9, relevant=True)], MODEL)
    assert MODEL.shared["changed"] == before


def test_a_single_decision_does_not_turn_the_table_over() -> None:
    """Caution holds the weights near what was decided before."""
    model = fit([example(0.9, relevant=True)], MODEL, caution=10.0)
    assert abs(model.shared["changed"] - 1.0) < 0.2


def test_a_criterion_nobody_decided_about_keeps_its_own_weights() -> None:
    """Only the shared weights move with the others."""
    model = fit([example(0.9, relevant=True) for _ in range(8)], MODEL, caution=0.1)
    assert model.criteria["gdpr"] == MODEL.criteria["gdpr"]


def test_the_most_telling_passage_stands_for_the_change() -> None:
    """The others of a change that mattered are not learnt as examples of what matters."""
    decisions = [example(0.9, 0.0, 0.0, relevant=True) for _ in range(6)]
    decisions += [example(0.0, 0.0, relevant=False) for _ in range(6)]
    model = fit(decisions, MODEL, caution=0.1)
    assert score_of(example(0.9, relevant=True), model) > 0.5
    assert score_of(example(0.0, relevant=True), model) < 0.5


def test_no_row_appears_that_the_table_does_not_have() -> None:
    """An unknown feature is left alone."""
    strange = Example("change", "dpa", ({"novelty": 1.0},), relevant=True)
    model = fit([strange], MODEL, caution=0.1)
    assert "novelty" not in model.shared
    assert "novelty" not in model.criteria["dpa"]


def test_a_change_without_passages_scores_nothing() -> None:
    """There is nothing in it to score."""
    assert score_of(Example("change", "dpa", (), relevant=True), MODEL) == 0.0


def test_weights_far_from_what_was_decided_find_their_way() -> None:
    """A table that is quite sure of the wrong thing is corrected, not thrown off its scale."""
    sure = replace(MODEL, criteria={**MODEL.criteria, "dpa": {"bias": -9.0}})
    mattered, other = example(0.9, relevant=True), example(0.2, relevant=False)
    model = fit([mattered] * 20 + [other] * 20, sure, caution=0.1)
    assert score_of(other, model) < 0.5 <= score_of(mattered, model)
    assert max(map(abs, model.shared.values())) < 20
