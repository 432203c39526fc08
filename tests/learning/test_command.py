"""`clausewatch learn`, as somebody at a terminal uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausewatch.learning.weights import model_in_use, shipped_model
from review.relevance.model import Model
from review.relevance.weights_text import weights_text
from tests.cli.conftest import Cli, cli
from tests.learning.test_report import labelled

__all__ = ["cli"]  # a fixture


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """Labelled changes, beside a watchlist of one page."""
    (tmp_path / "watchlist.yaml").write_text(
        "sources: [{id: other, url: https://example.org/x}]\ntools: []\n"
    )
    return labelled(tmp_path, 10)


def in_use_silent(folder: Path) -> None:
    """Put weights into use that never raise anything."""
    shipped = shipped_model()
    silent = Model(0.99, 0.99, dict.fromkeys(shipped.shared, 0.0), shipped.criteria)
    (folder / "weights.yaml").write_text(weights_text(silent))


def test_without_decisions_it_says_what_is_missing(cli: Cli, examples: Path) -> None:
    """And makes no store on the way."""
    ended = cli("learn")
    assert ended.code == 1
    assert "0 decisions" in ended.err
    assert not (examples.parent / "clausewatch.sqlite3").exists()


@pytest.mark.usefixtures("examples")
def test_a_program_is_told_what_is_missing_too(cli: Cli) -> None:
    """As an object on the output, where it looks for one."""
    ended = cli("learn", "--format", "json")
    report = json.loads(ended.out)
    assert (ended.code, ended.err) == (1, "")
    assert report["better"] is None
    assert "0 decisions" in report["why"]


def test_it_reports_before_it_changes_anything(cli: Cli, examples: Path) -> None:
    """Figures before and after, the weights that move, the thresholds, the past flags."""
    in_use_silent(examples.parent)
    before = (examples.parent / "weights.yaml").read_text()
    ended = cli("learn", "--examples", examples)
    assert ended.code == 0
    for said in ("80 decisions", "learnt (cross-validated)", "weights would move", "thresholds"):
        assert said in ended.out
    assert "no longer raised" in ended.out
    assert "nothing was changed" in ended.out
    assert (examples.parent / "weights.yaml").read_text() == before


def test_write_puts_the_learnt_weights_into_use(cli: Cli, examples: Path) -> None:
    """Where they are expected to do better than those in use."""
    in_use_silent(examples.parent)
    ended = cli("learn", "--examples", examples, "--write")
    assert "written to" in ended.out
    learnt = model_in_use(examples.parent / "weights.yaml")
    assert learnt.threshold == shipped_model().threshold


def test_weights_that_do_no_better_are_not_written(cli: Cli, examples: Path) -> None:
    """Unless somebody insists."""
    assert cli("learn", "--examples", examples, "--write", "--anyway").code == 0
    first = (examples.parent / "weights.yaml").read_text()
    ended = cli("learn", "--examples", examples, "--write")
    assert ended.code == 1
    assert "no better" in ended.err
    assert (examples.parent / "weights.yaml").read_text() == first


def test_programs_get_all_of_it(cli: Cli, examples: Path) -> None:
    """One JSON object with every weight that moves."""
    report = json.loads(cli("learn", "--examples", examples, "--format", "json").out)
    assert report["decisions"] == 80
    assert report["expected"]["hits"] + report["expected"]["missed"] == 5
    assert {"criterion", "feature", "before", "after"} <= report["moved"][0].keys()
