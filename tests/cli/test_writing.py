"""What was decided is written into the watchlist file, and what was edited there stays."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from clausewatch.watchlist import load_watchlist
from tests.cli.conftest import Run, training
from tests.cli.promise import WATCHLIST, parts_of
from tests.story.conftest import EVIDENCE

ANOTHER_RATING = ("--status", "no", "--rationale", "It turned.", "--evidence", "privacy:We use")


def test_a_changed_rating_counts_at_once_and_is_written_on_request(run: Run, folder: Path) -> None:
    """Comments, order and all that was not decided stay as they were, to the letter."""
    flag = str(training(run)[-1])
    run(
        "review", flag, "--decision", "changed", "--status", "no",
        "--rationale", "The policy now lets the provider use content.",
        "--evidence", "privacy:We use your content", "--by", "ada",
    )  # fmt: skip
    assert (folder / "watchlist.yaml").read_text() == WATCHLIST
    rating = parts_of(folder).watchlist.tools[0].ratings[0]
    assert (rating.status, [one.phrase for one in rating.evidence]) == (
        "no",
        ["thirty days after", "We use your content"],
    )
    assert "1 rating written" in run("review", flag, "--write")
    today = datetime.now(UTC).date()
    assert (folder / "watchlist.yaml").read_text() == WATCHLIST.replace(
        "status: yes   # since March\n",
        f"status: no   # since March\n        reviewed: {today}\n",
    ).replace(
        """\
>-
          Excluded by the policy, which
          says so in one sentence.
""",
        "The policy now lets the provider use content.\n",
    ).replace(EVIDENCE, "We use your content")


def test_export_gives_out_what_write_would_write(run: Run, folder: Path) -> None:
    """The file itself stays as it is."""
    run("review", str(training(run)[-1]), "--decision", "changed", "--status", "partly")
    exported = run("export", "watchlist")
    assert (folder / "watchlist.yaml").read_text() == WATCHLIST
    run("review", str(1), "--write")
    assert (folder / "watchlist.yaml").read_text() == exported
    assert "status: partly   # since March" in exported


def test_an_edit_by_hand_has_the_last_word(run: Run, folder: Path) -> None:
    """A decision never takes back what somebody wrote into the file since."""
    run("review", str(training(run)[-1]), "--decision", "changed", "--status", "no")
    file = folder / "watchlist.yaml"
    file.write_text(WATCHLIST.replace("status: yes ", "status: partly "))
    assert "status was edited since the decision" in run("review", "1", "--write")
    assert load_watchlist(file).tools[0].ratings[0].status == "partly"


def test_what_is_written_of_other_decisions_is_named(run: Run) -> None:
    """Nothing that was decided is left out, and nobody is surprised by it."""
    run("review", "tool/dpa", "--decision", "changed", "--status", "yes")
    flag = str(training(run)[-1])
    said = run("review", flag, "--decision", "changed", *ANOTHER_RATING, "--write")
    assert "2 ratings written" in said
    assert "decided before, and written now: tool/dpa\n" in said
    said = run("review", "tool/dpa", "--decision", "changed", "--status", "no", "--write")
    assert "1 rating written" in said
    assert "decided before" not in said


def written(folder: Path) -> str:
    """The watchlist file as it is now."""
    return (folder / "watchlist.yaml").read_text()


@pytest.mark.parametrize("first", ["no", "partly"])
def test_a_decision_that_replaces_an_unwritten_one_is_written_whole(
    run: Run, folder: Path, first: str
) -> None:
    """Nobody edited the file: it is only two decisions behind."""
    flag = str(training(run)[-1])
    run("review", flag, "--decision", "changed", "--status", first)
    said = run("review", flag, "--decision", "changed", *ANOTHER_RATING, "--write")
    assert "was edited" not in said
    rating = load_watchlist(folder / "watchlist.yaml").tools[0].ratings[0]
    assert (rating.status, rating.rationale) == ("no", "It turned.")
    assert "We use" in [one.phrase for one in rating.evidence]
    assert run("export", "watchlist") == written(folder)


def test_what_is_written_is_never_written_twice(run: Run) -> None:
    """Evidence that stands in another order in the file is the same evidence."""
    flag = str(training(run)[-1])
    assert "1 rating written" in run(
        "review", flag, "--decision", "changed", *ANOTHER_RATING, "--write"
    )
    said = run("review", flag, "--write")
    assert "0 ratings written" in said
    assert "was edited" not in said


def test_of_a_decision_that_the_file_contradicts_nothing_is_written(run: Run, folder: Path) -> None:
    """Neither half of it, nor that the rating was reviewed."""
    run("review", str(training(run)[-1]), "--decision", "changed", *ANOTHER_RATING)
    edited = WATCHLIST.replace("status: yes ", "status: partly ")
    (folder / "watchlist.yaml").write_text(edited)
    said = run("review", "1", "--write")
    assert "status was edited since the decision" in said
    assert "0 ratings written" in said
    assert written(folder) == edited


def test_after_an_edit_by_hand_the_next_decision_counts(run: Run, folder: Path) -> None:
    """It was made knowing what the file says; taken back, it leaves the hand's word."""
    first, flag = training(run)
    run("review", str(flag), "--decision", "changed", "--status", "no")
    edited = WATCHLIST.replace("status: yes ", "status: partly ")
    (folder / "watchlist.yaml").write_text(edited)
    run("review", str(flag), "--decision", "changed", "--status", "yes", "--write")
    assert "status: yes " in written(folder)
    run("review", str(first), str(flag), "--decision", "reopened", "--write")
    assert written(folder) == edited


def test_what_a_second_decision_leaves_out_stays_as_it_was_decided(run: Run, folder: Path) -> None:
    """A rating that is changed again is changed from what it says now."""
    flag = str(training(run)[-1])
    run("review", flag, "--decision", "changed", "--status", "no")
    run("review", flag, "--decision", "changed", "--rationale", "It turned.", "--write")
    assert "status: no " in written(folder)
    assert "rationale: It turned." in written(folder)


@pytest.mark.parametrize("hand", ["", "        reviewed: 2025-02-03\n"])
def test_a_decision_that_is_taken_back_leaves_the_file_as_it_was(
    run: Run, folder: Path, hand: str
) -> None:
    """To the letter, also when it gave what was not there before."""
    before = WATCHLIST.replace("status: yes   # since March\n", f"status: yes\n{hand}")
    (folder / "watchlist.yaml").write_text(before)
    flags = [str(one) for one in training(run)]
    run("review", flags[-1], "--decision", "changed", "--status", "no", "--write")
    assert written(folder) != before
    said = run("review", *flags, "--decision", "reopened", "--write")
    assert "1 rating written" in said
    assert written(folder) == before


def test_a_rating_that_was_edited_since_keeps_what_the_hand_wrote(run: Run, folder: Path) -> None:
    """Taking back is told to have no effect on the file, and why."""
    flags = [str(one) for one in training(run)]
    run("review", flags[-1], "--decision", "changed", *ANOTHER_RATING, "--write")
    edited = written(folder).replace("It turned.", "It turned in May.")
    (folder / "watchlist.yaml").write_text(edited)
    said = run("review", *flags, "--decision", "reopened", "--write")
    assert "rationale was edited since the decision" in said
    assert "which was taken back" in said
    assert "status: no " in written(folder)
