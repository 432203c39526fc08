"""What decisions teach is judged by decisions that the weights never saw."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.learning.figures import Figures
from review.learning.fitting import Example
from review.learning.lessons import Decided, cross_validated, judged, lesson_of, moved_between
from review.relevance.model import Model, load_model
from review.relevance.weights_text import weights_text

START = load_model(
    """
threshold: 0.5
threshold_when_cited: 0.3
shared: {changed: 1.0}
criteria:
  "*": {bias: -1.0}
  dpa: {bias: -1.0, "kind:dpa": 0.0}
"""
)


def decided(number: int, changed: float, *, relevant: bool, group: str = "") -> Decided:
    """Return a decision about a change whose one passage has this value of `changed`."""
    example = Example(str(number), "dpa", ({"changed": changed},), relevant)
    return Decided(example, group=group or str(number))


def telling(count: int = 20) -> list[Decided]:
    """Return decisions that follow from the feature: what changed much mattered."""
    return [decided(n, float(n % 2), relevant=bool(n % 2)) for n in range(count)]


def misleading(count: int = 20) -> list[Decided]:
    """Return decisions by a coin: the feature says nothing about them."""
    return [decided(n, 1.0, relevant=bool(n % 2)) for n in range(count)]


def test_a_rule_behind_the_decisions_holds_for_those_never_seen() -> None:
    """The weights in use miss half; the learnt ones get right what they were not shown."""
    strict = replace(START, shared={"changed": 0.0})
    lesson = lesson_of(telling(), start=strict, present=strict, caution=0.1)
    assert lesson.now == Figures(hits=0, misses=10)
    assert lesson.expected == Figures(hits=10)
    assert lesson.is_better
    assert (lesson.decisions, lesson.relevant) == (20, 10)


def test_decisions_of_a_group_are_never_on_both_sides() -> None:
    """One group alone can teach nothing about itself: it is judged by the start."""
    together = [replace(one, group="same") for one in telling()]
    strict = replace(START, shared={"changed": 0.0})
    assert cross_validated(together, strict, caution=0.01) == judged(together, strict)


def test_what_chance_decided_is_not_called_better() -> None:
    """Where the feature says nothing, learning gains nothing, and the report says so."""
    lesson = lesson_of(misleading(), start=START, present=START)
    assert not lesson.is_better


def test_learning_twice_is_learning_once() -> None:
    """It starts from the weights that ship, whichever are in use."""
    once = lesson_of(telling(), start=START, present=START)
    twice = lesson_of(telling(), start=START, present=once.model)
    assert twice.model == once.model
    assert twice.moved == ()


def test_thresholds_stay() -> None:
    """Below them nobody decided anything."""
    model = lesson_of(telling(), start=START, present=START, caution=0.1).model
    assert (model.threshold, model.threshold_when_cited) == (0.5, 0.3)


def test_evidence_and_citations_count_as_they_do_when_flags_are_raised() -> None:
    """A rating that quotes the source has the lower bar; touched evidence has none."""
    plain = decided(1, 0.4, relevant=True)  # scores 0.35
    assert not plain.raised_by(START)
    assert replace(plain, cited=True).raised_by(START)
    empty = replace(plain, example=replace(plain.example, passages=()))
    assert not empty.raised_by(START)
    assert replace(empty, by_evidence=True).raised_by(START)


def test_the_weights_that_move_furthest_come_first() -> None:
    """Those that stay are not listed; those of all criteria have no criterion."""
    after = replace(
        START,
        shared={"changed": 1.5},
        criteria={"*": {"bias": -1.0}, "dpa": {"bias": -3.0, "kind:dpa": 0.0}},
    )
    assert [(one.criterion, one.feature, one.by) for one in moved_between(START, after)] == [
        ("dpa", "bias", 2.0),
        ("", "changed", 0.5),
    ]


def test_figures_without_anything_to_find_are_perfect() -> None:
    """Nothing missed and nothing false is no fault."""
    assert (Figures().precision, Figures().recall) == (1.0, 1.0)
    assert (Figures(3, 1, 2) + Figures(1, 0, 0)).wrong == 3


names = st.one_of(
    st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True),
    st.sampled_from(["true", "null", "1e3", "0x1f", "*", "kind:dpa", "no", "2026-01-01"]),
)
weights = st.dictionaries(names, st.floats(-9, 9).map(lambda x: round(x, 3)), min_size=1)


@given(weights, st.dictionaries(names, weights, min_size=1))
def test_written_weights_are_read_back(
    shared: dict[str, float], criteria: dict[str, dict[str, float]]
) -> None:
    """Whatever a criterion or feature is called, and with a comment above."""
    model = Model(0.5, 0.4, shared, criteria)
    assert load_model(weights_text(model, ("Learnt: from # decisions",))) == model


@pytest.mark.parametrize("caution", [0.1, 2.0])
def test_no_decisions_change_nothing(caution: float) -> None:
    """There is nothing to learn, and nothing to judge."""
    lesson = lesson_of([], start=START, present=START, caution=caution)
    assert (lesson.model, lesson.now, lesson.expected) == (START, Figures(), Figures())
