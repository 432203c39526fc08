"""What would change is reported first, and only what was asked for is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from clausewatch.learning.report import FEWEST, learn_from
from clausewatch.learning.weights import model_in_use, shipped_model, write_weights
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from domain.errors import ConfigurationError, LearningError
from storage.records import Decision, FlagState
from storage.store import Store
from tests.learning.conftest import COURSES, NO_TRAINING, TRAINING, WATCHLIST, Change, decide

SHIPPED = Path(__file__).parents[2] / "clausewatch" / "weights.yaml"


def taught(store: Store, change: Change, count: int = 20) -> None:
    """Let editors decide as often that a promise turned as that courses are no training."""
    for number in range(count):
        decide(store, change(NO_TRAINING, TRAINING)["no_training"], Decision.CHANGED)
        courses = change(COURSES.format(number + 2), COURSES.format(number + 3))
        if "no_training" in courses:
            decide(store, courses["no_training"], Decision.NOT_RELEVANT)


def test_few_decisions_are_refused_in_a_sentence(store: Store, change: Change) -> None:
    """It says how many there are and how many it takes."""
    decide(store, change(NO_TRAINING, TRAINING)["no_training"], Decision.CHANGED)
    with pytest.raises(LearningError) as caught:
        learn_from(store, WATCHLIST, shipped_model())
    assert "1 decision" in str(caught.value)
    assert str(FEWEST) in str(caught.value)


def test_decisions_of_one_kind_are_refused(store: Store, change: Change) -> None:
    """From yes alone nobody learns what a no is."""
    for _ in range(FEWEST):
        decide(store, change(NO_TRAINING, TRAINING)["no_training"], Decision.CHANGED)
    with pytest.raises(LearningError, match="0 did not"):
        learn_from(store, WATCHLIST, shipped_model())


def test_the_report_counts_and_changes_nothing(store: Store, change: Change) -> None:
    """How many decisions, what the weights in use make of them, what to expect of new ones."""
    taught(store, change)
    before = SHIPPED.read_bytes()
    learning = learn_from(store, WATCHLIST, shipped_model())
    lesson = learning.lesson
    assert (learning.from_reviews, learning.from_files) == (40, 0)
    assert (lesson.decisions, lesson.relevant) == (40, 20)
    assert lesson.now.hits + lesson.now.misses == 20
    assert lesson.expected.hits == 20
    assert lesson.moved
    assert SHIPPED.read_bytes() == before


def test_past_flags_that_would_turn_are_listed(store: Store, change: Change) -> None:
    """With what an editor decided about them."""
    taught(store, change)
    present = shipped_model()
    eager = type(present)(
        threshold=0.02,
        threshold_when_cited=0.02,
        shared=present.shared,
        criteria=present.criteria,
    )
    learning = learn_from(store, WATCHLIST, eager)
    assert not any(one.raised for one in learning.turned)
    decided = [one for one in learning.turned if one.decision]
    assert len(decided) == 20
    assert {one.decision for one in decided} == {FlagState.NOT_RELEVANT}
    assert {(one.tool_id, one.criterion) for one in decided} == {("tool", "no_training")}


def labelled(folder: Path, count: int) -> Path:
    """Write labelled changes of our own: half of them turn a promise."""
    lines = []
    for number in range(count):
        old, new = NO_TRAINING, TRAINING
        if number % 2:
            old, new = COURSES.format(number), COURSES.format(number + 1)
        must = [] if number % 2 else ["no_training"]
        lines.append({"id": str(number), "old": old, "new": new, "must": must, "kind": "terms"})
    path = folder / "labelled.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return path


def test_labelled_changes_are_learnt_from_without_a_store(tmp_path: Path) -> None:
    """One decision for each change and criterion; what is in `may` is left out."""
    learning = learn_from(None, WATCHLIST, shipped_model(), [labelled(tmp_path, 10)])
    assert learning.from_files == 10 * len(WATCHLIST.criteria)
    assert learning.lesson.relevant == 5
    assert learning.turned == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "labelled.jsonl:1"),
        ('{"id": "1", "old": "a", "new": "b"}', "must: Field required"),
        ('\n{"id": "1", "old": "a", "new": "b", "must": [], "kind": "poem"}', "jsonl:2: kind"),
    ],
)
def test_a_fault_of_a_file_is_named_by_its_line(tmp_path: Path, text: str, fault: str) -> None:
    """Nothing is learnt from half a file."""
    path = tmp_path / "labelled.jsonl"
    path.write_text(text)
    with pytest.raises(ConfigurationError, match=fault):
        learn_from(None, WATCHLIST, shipped_model(), [path])


def test_written_weights_are_the_ones_in_use(tmp_path: Path) -> None:
    """The wiring prefers them to those that ship, until they are deleted."""
    (tmp_path / "watchlist.yaml").write_text("sources: []\ntools: []\n")
    settings = Settings.load({"CLAUSEWATCH_STORE": f"sqlite:///{tmp_path}/store.db"}, tmp_path)
    learnt = learn_from(None, WATCHLIST, shipped_model(), [labelled(tmp_path, 10)]).lesson.model
    assert learnt != shipped_model()
    write_weights(learnt, settings.weights, decisions=80, on=date(2026, 4, 1))
    assert build_parts(settings).model == learnt
    assert settings.weights.read_text().startswith("# Learnt from 80 decisions on 2026-04-01")
    assert sorted(path.name for path in tmp_path.glob("weights*")) == ["weights.yaml"]
    settings.weights.unlink()
    assert build_parts(settings).model == shipped_model()


def test_the_weights_that_ship_are_never_written() -> None:
    """Whatever the setting says."""
    before = SHIPPED.read_bytes()
    with pytest.raises(ConfigurationError, match="ship"):
        write_weights(shipped_model(), SHIPPED, decisions=1, on=date(2026, 4, 1))
    assert SHIPPED.read_bytes() == before


def test_broken_weights_are_named(tmp_path: Path) -> None:
    """A run must not go on with other weights than its owner thinks."""
    path = tmp_path / "weights.yaml"
    path.write_text("threshold: high\n")
    with pytest.raises(ConfigurationError, match=str(path)):
        model_in_use(path)
