"""What is said of a decision: what was recorded, what was written, and what was not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

CHANGED = ("review", "1", "--decision", "changed", "--status", "no")


@pytest.fixture
def flagged(cli: Cli, captures: Path) -> Cli:
    """The command line in a folder with one flag, number 1, on tool/no_training."""
    cli("replay", captures)
    return cli


def test_a_rating_that_was_read_again_is_told(flagged: Cli) -> None:
    """Who decided what, and what the rating says from now on."""
    said = flagged("review", "tool/no_training", "--decision", "confirmed", "--by", "ada")
    assert "tool/no_training: confirmed by ada; it says yes" in said.out
    said = flagged(
        "review", "tool/no_training", "--decision", "changed", "--status", "no", "--by", "ada"
    )
    assert "tool/no_training: changed by ada; it says no" in said.out


def test_a_program_is_told_the_same_as_json(flagged: Cli) -> None:
    """One object for each rating."""
    options = ("--decision", "confirmed", "--by", "ada", "--why", "Read.", "--format", "json")
    assert json.loads(flagged("review", "tool/no_training", *options).out) == {
        "rating": "tool/no_training",
        "status": "yes",
        "decision": "confirmed",
        "by": "ada",
        "why": "Read.",
    }


def test_a_file_that_cannot_be_written_loses_no_decision(
    flagged: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is recorded is told with the ways to have it, and both of them work."""
    file = tmp_path / f"{'w' * 245}.yaml"  # no file beside it can have a longer name
    (tmp_path / "watchlist.yaml").rename(file)
    monkeypatch.setenv("CLAUSEWATCH_WATCHLIST", file.name)
    before = file.read_text()
    for _ in range(2):
        said = flagged(*CHANGED, "--write")
        assert said.code == 2
        assert "cannot be written" in said.err
        assert "kept, and not written: `clausewatch export watchlist` gives it" in said.err
        assert "clausewatch review 1 --write" in said.err
        assert file.read_text() == before
    assert "status: no" in flagged("export", "watchlist").out
    file.rename(tmp_path / "watchlist.yaml")
    monkeypatch.setenv("CLAUSEWATCH_WATCHLIST", "watchlist.yaml")
    assert "1 rating written" in flagged("review", "1", "--write").out
    assert "status: no" in (tmp_path / "watchlist.yaml").read_text()


def test_a_rating_is_written_later_by_its_name(flagged: Cli, tmp_path: Path) -> None:
    """The command that a failed writing names works for ratings too."""
    flagged("review", "tool/no_training", "--decision", "changed", "--status", "no")
    assert "1 rating written" in flagged("review", "tool/no_training", "--write").out
    assert "status: no" in (tmp_path / "watchlist.yaml").read_text()


def test_a_decision_taken_back_says_that_the_file_still_has_it(flagged: Cli) -> None:
    """With the command that puts it back; nothing is said where the file has nothing of it."""
    before = Path("watchlist.yaml").read_text()
    flagged(*CHANGED, "--write")
    said = flagged("review", "1", "--decision", "reopened")
    assert "still has tool/no_training as it was decided" in said.err
    assert "put it back with: clausewatch review 1 --write" in said.err
    assert "1 rating written" in flagged("review", "1", "--write").out
    assert Path("watchlist.yaml").read_text() == before
    flagged(*CHANGED)
    assert "still has" not in flagged("review", "1", "--decision", "reopened").err


@pytest.mark.parametrize("option", ["--from", "--to"])
@pytest.mark.parametrize("number", ["99999999999999999999", "0"])
def test_no_version_has_such_a_number(flagged: Cli, option: str, number: str) -> None:
    """It is said, and no database is asked what it cannot answer."""
    said = flagged("diff", "page", option, number)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert f"Invalid value for '{option}'" in said.err
