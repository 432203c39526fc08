"""What editors decide moves the weights, and is reported before it is used."""

from __future__ import annotations

from review.learning import Example, learn, score_of
from review.model import load_model

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
    """The report counts them before and after, and lists those that turn."""
    decisions = [example(0.9, relevant=True) for _ in range(8)]
    decisions += [example(0.1, relevant=False) for _ in range(8)]
    lesson = learn(decisions, MODEL, caution=0.1)
    assert lesson.missed == (8, 0)
    assert lesson.false == (0, 0)
    assert len(lesson.turns) == 8
    assert all(turn.before < 0.5 <= turn.after for turn in lesson.turns)


def test_learning_changes_nothing_by_itself() -> None:
    """The model that came in is the one that stays until somebody writes the new one."""
    before = MODEL.shared["changed"]
    learn([example(0.9, relevant=True)], MODEL)
    assert MODEL.shared["changed"] == before


def test_without_decisions_there_is_nothing_to_learn() -> None:
    """The weights stay as they are."""
    lesson = learn([], MODEL)
    assert lesson.model == MODEL
    assert lesson.turns == ()


def test_a_single_decision_does_not_turn_the_table_over() -> None:
    """Caution holds the weights near what was decided before."""
    lesson = learn([example(0.9, relevant=True)], MODEL, caution=10.0)
    assert abs(lesson.model.shared["changed"] - 1.0) < 0.2


def test_a_criterion_nobody_decided_about_keeps_its_own_weights() -> None:
    """Only the shared weights move with the others."""
    lesson = learn([example(0.9, relevant=True) for _ in range(8)], MODEL, caution=0.1)
    assert lesson.model.criteria["gdpr"] == MODEL.criteria["gdpr"]


def test_the_most_telling_passage_stands_for_the_change() -> None:
    """The others of a change that mattered are not learnt as examples of what matters."""
    decisions = [example(0.9, 0.0, 0.0, relevant=True) for _ in range(6)]
    decisions += [example(0.0, 0.0, relevant=False) for _ in range(6)]
    model = learn(decisions, MODEL, caution=0.1).model
    assert score_of(example(0.9, relevant=True), model) > 0.5
    assert score_of(example(0.0, relevant=True), model) < 0.5


def test_no_row_appears_that_the_table_does_not_have() -> None:
    """An unknown feature is left alone."""
    strange = Example("change", "dpa", ({"novelty": 1.0},), relevant=True)
    model = learn([strange], MODEL, caution=0.1).model
    assert "novelty" not in model.shared
    assert "novelty" not in model.criteria["dpa"]


def test_a_change_without_passages_scores_nothing() -> None:
    """There is nothing in it to score."""
    assert score_of(Example("change", "dpa", (), relevant=True), MODEL) == 0.0
