"""Deciding on the terminal: what is recorded, what the rating says then, what is written."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clausewatch.checking.story import check_source
from clausewatch.cli import main
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from clausewatch.wiring import build_parts
from domain.capture import Capture
from tests.story.conftest import BODY, EVIDENCE, PROMISE, page

WATCHLIST = """\
# Ours.
sources:
  - id: privacy   # the policy
    url: https://example.com/privacy
    kind: privacy_policy
    language: en

tools:
  - id: tool
    name: Example Tool
    sources: [privacy]
    ratings:
      # The most important one.
      - criterion: no_training
        status: yes   # since March
        rationale: >-
          Excluded by the policy, which
          says so in one sentence.
        evidence:
          # the promise
          - source: privacy
            phrase: do not use your content to train
          - source: privacy
            phrase: thirty days after

      - criterion: dpa
        status: no
"""
WEAKER = "We may use your content to train our models."

Run = Callable[..., str]
ANOTHER_RATING = ("--status", "no", "--rationale", "It turned.", "--evidence", "privacy:We use")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a promise was broken twice: flags 1 and 2, and what they concern."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAUSEWATCH_STORE", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST)
    for hour, wording in ((8, PROMISE), (12, WEAKER), (16, "We use your content.")):
        see(tmp_path, wording, hour)
    return tmp_path


def parts_of(folder: Path) -> Parts:
    """The parts as the next process would have them."""
    store = f"sqlite:///{folder / 'store.sqlite3'}"
    return build_parts(Settings.load({"CLAUSEWATCH_STORE": store}, folder))


def see(folder: Path, wording: str, hour: int) -> None:
    """Feed a page with this wording in the place of the promise."""
    parts = parts_of(folder)
    body = page(*(wording if line == PROMISE else line for line in BODY))
    capture = Capture(
        source_id="privacy",
        requested_url="https://example.com/privacy",
        fetched_at=datetime(2026, 4, 1, hour, tzinfo=UTC),
        body=body,
        headers=(("content-type", "text/html; charset=utf-8"),),
        final_url="https://example.com/privacy",
    )
    check_source(parts.watchlist.sources[0], capture, parts)
    parts.store.close()


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in the folder and return what it printed."""
    del folder

    def run_command(*arguments: str, code: int = 0) -> str:
        monkeypatch.setattr("sys.argv", ["clausewatch", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code in ({None, 0} if code == 0 else {code})
        said = capsys.readouterr()
        return said.out + said.err

    return run_command


def training(run: Run) -> list[int]:
    """The numbers of all flags on training, as the list groups them."""
    lines = [json.loads(line) for line in run("flags", "--format", "json").splitlines()]
    (group,) = [line for line in lines if line["criterion"] == "no_training"]
    return [*group["extends"], group["id"]]


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


def test_nothing_is_said_of_evidence_that_stands(run: Run) -> None:
    """Nor of a flag that was not relevant: its rating is as it was."""
    flag = str(training(run)[-1])
    assert "still rests" not in run("review", flag, "--decision", "not_relevant")
    assert "still rests" not in run("review", "tool/dpa", "--decision", "confirmed")


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
