"""Deciding on the terminal: what is recorded, what the rating says then, what is told."""

from __future__ import annotations

import json
import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Run, training
from tests.cli.promise import parts_of


def test_a_later_change_extends_a_flag_and_one_decision_covers_both(run: Run) -> None:
    """The list shows the criterion once; deciding it leaves nothing open."""
    first, second = training(run)
    assert f"extends flag {first}" in run("flags")
    run("review", str(second), "--decision", "confirmed", "--why", "read")
    states = [
        json.loads(line)["state"]
        for line in run("flags", "--all", "--format", "json").splitlines()
        if json.loads(line)["criterion"] == "no_training"
    ]
    assert states == ["confirmed", "confirmed"]


def test_deciding_an_earlier_flag_never_decides_a_later_one(run: Run) -> None:
    """What came after the decision was not seen when it was made."""
    first, second = training(run)
    run("review", str(first), "--decision", "not_relevant")
    assert training(run) == [second]


def test_an_undo_is_another_entry_and_the_rating_is_as_before(run: Run, folder: Path) -> None:
    """Nothing is taken away from the record."""
    first, flag = training(run)
    run("review", str(flag), "--decision", "changed", "--status", "no")
    run("review", str(first), str(flag), "--decision", "reopened", "--why", "by mistake")
    parts = parts_of(folder)
    assert parts.watchlist.tools[0].ratings[0].status == "yes"
    with parts.store.read() as history:
        assert [one.decision for one in history.reviews(flag)] == ["changed", "reopened"]
    assert training(run) == [first, flag]


def test_a_rating_is_read_again_without_a_flag(run: Run, folder: Path) -> None:
    """So that what is stale by age can be made fresh."""
    run("review", "tool/dpa", "--decision", "confirmed", "--by", "ada")
    rating = parts_of(folder).watchlist.tools[0].ratings[1]
    assert rating.reviewed == datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["1", "--status", "no"], "say with --decision"),
        (["1", "--decision", "not_relevant", "--status", "no"], "go with --decision changed"),
        (["1", "--decision", "confirmed", "--status", "no"], "confirmed lets it stay"),
        (["1", "--decision", "later"], "say with --until on which day to ask again"),
        (["1", "--decision", "later", "--until", "2020-01-31"], "has to be a day to come"),
        (["1", "--decision", "confirmed", "--until", "2999-01-31"], "--until goes with"),
        (["1", "--decision", "changed"], "say with --status, --rationale or --evidence"),
        (["tool/dpa", "--decision", "changed"], "say with --status, --rationale or --evidence"),
        (["1", "--decision", "changed", "--evidence", "privacy:stands nowhere"], "does not hold"),
        (["tool/dpa", "--decision", "confirmed", "--evidence", "privacy:nowhere"], "does not hold"),
        (["1", "--decision", "changed", "--evidence", "nobody:some words"], "there is no source"),
        (["1", "--decision", "changed", "--evidence", "words"], "write SOURCE:PHRASE"),
        (["99", "--decision", "confirmed"], "there is no flag 99; `clausewatch flags` lists them"),
        (["9" * 30], "there is no flag 999"),
        (["9" * 30, "--decision", "confirmed"], "there is no flag 999"),
        (["tool/none", "--decision", "confirmed"], "there is no rating"),
        (["tool/dpa", "--decision", "not_relevant"], "is confirmed or changed"),
        (["tool"], "is neither the number of a flag nor a rating"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    run: Run, arguments: list[str], words: str
) -> None:
    """Nothing is recorded, and the message says what to do."""
    assert words in run("review", *arguments, code=2)
    assert len(training(run)) == 2


def test_a_changed_rating_that_rests_on_lost_words_is_told_with_the_way_out(
    run: Run, folder: Path
) -> None:
    """A status alone leaves the old evidence standing; the command that is named renews it."""
    flag = str(training(run)[-1])
    said = run("review", flag, "--decision", "changed", "--status", "no", "--write")
    assert "tool/no_training still rests on words that privacy does not hold now:" in said
    assert "“do not use your content to train”" in said
    assert "thirty days after" not in said.partition("still rests")[2]
    told = next(line for line in said.splitlines() if "renew it with: " in line)
    _, *command = shlex.split(told.partition("renew it with: ")[2])
    command = [one.replace("WORDS THAT IT HOLDS", "We use your content") for one in command]
    assert "still rests" not in run(*command)
    assert "phrase: We use your content" in (folder / "watchlist.yaml").read_text()
    assert "status: no" in (folder / "watchlist.yaml").read_text()


def test_a_status_without_a_rationale_leaves_the_old_one_and_that_is_told(
    run: Run, folder: Path
) -> None:
    """The command that is named gives another; nothing confirms what was just changed."""
    flag = str(training(run)[-1])
    said = run("review", flag, "--decision", "changed", "--status", "no", "--write")
    assert "tool/no_training says no now, and its rationale is still the old one:" in said
    assert "“Excluded by the policy, which says so in one sentence.”" in said
    assert "--decision confirmed" not in said
    told = next(line for line in said.splitlines() if "change it with: " in line)
    _, *command = shlex.split(told.partition("change it with: ")[2])
    command = [one.replace("WHY IT SAYS SO NOW", "The promise fell.") for one in command]
    assert "the old one" not in run(*command)
    assert "rationale: The promise fell." in (folder / "watchlist.yaml").read_text()


def test_nothing_is_said_of_evidence_that_stands(run: Run) -> None:
    """Nor of a flag that was not relevant: its rating is as it was."""
    flag = str(training(run)[-1])
    assert "still rests" not in run("review", flag, "--decision", "not_relevant")
    assert "still rests" not in run("review", "tool/dpa", "--decision", "confirmed")
