"""What each command says when it is used wrongly, or when there is nothing to answer from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import OLD, WATCHLIST, Cli


def test_a_reason_without_a_decision_is_not_dropped_in_silence(cli: Cli, captures: Path) -> None:
    """Whoever forgets --decision is told so."""
    cli("replay", captures)
    ended = cli("review", "1", "--why", "as before")
    assert ended.code == 2
    assert "--decision" in ended.err


def test_a_rating_that_is_not_there_is_named_before_a_decision_is_asked_for(
    cli: Cli, captures: Path
) -> None:
    """Whoever mistyped a name need not decide first."""
    cli("replay", captures)
    assert "no rating" in cli("review", "tool/foo").err
    assert "--decision" in cli("review", "tool/no_training").err


@pytest.mark.parametrize(
    "command",
    [
        ("flags",),
        ("review", "1"),
        ("history", "privacy"),
        ("verify",),
        ("report",),
        ("sources",),
        ("diff", "privacy"),
        ("stale",),
        ("extract", "privacy"),
        ("accept", "privacy"),
        ("alerts", "retry"),
        ("alerts", "feed", "feeds"),
    ],
)
def test_reading_from_a_store_that_is_not_there_is_no_all_clear(
    cli: Cli, captures: Path, command: tuple[str, ...]
) -> None:
    """A wrong path gives an error, and makes no database."""
    ended = cli(*command, "--store", "sqlite:///elsewhere.db")
    assert ended.code == 2
    assert "no store at" in ended.err
    assert not (captures.parent / "elsewhere.db").exists()


def test_later_needs_a_day(cli: Cli, captures: Path) -> None:
    """A flag is not put off for ever."""
    cli("replay", captures)
    ended = cli("review", "1", "--decision", "later")
    assert ended.code == 2
    assert "--until" in ended.err
    assert cli("review", "1", "--decision", "later", "--until", "2999-01-01").code == 0
    assert "no criterion" in cli("flags").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("history", "nothing"), "no source"),
        (("diff", "nothing"), "no source"),
        (("review", "77"), "no flag 77"),
        (("extract", "nothing"), "no file or source"),
        (("run", "--source", "nothing"), "there are: privacy"),
        (("capture", "privacy", "missing.html"), "No such file"),
        (("replay", "nowhere"), "index.json"),
        (("compare", "missing.html", "missing.html"), "No such file"),
        (("compare", "--batch", "missing.jsonl"), "cannot be read"),
        (("init", "watchlist.yaml"), "is there already"),
    ],
)
@pytest.mark.usefixtures("captures")
def test_wrong_arguments_end_with_2_and_a_clear_sentence(
    cli: Cli, arguments: tuple[str, ...], said: str
) -> None:
    """No stack trace: what is wrong, and what there is instead."""
    cli("migrate")
    ended = cli(*arguments)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err + ended.out


def test_check_names_a_fault_with_its_line_and_fetches_nothing(cli: Cli, captures: Path) -> None:
    """A typo in the watchlist is found before anything else happens."""
    path = captures.parent / "watchlist.yaml"
    path.write_text(WATCHLIST.replace("kind:", "knd:"))
    for command in ("check", "run", "worker"):
        ended = cli(command)
        assert ended.code == 2
        assert "watchlist.yaml:5" in ended.err
        assert "kind" in ended.err
    assert not (captures.parent / "clausewatch.sqlite3").exists()


def test_a_faulty_line_of_a_batch_is_named(cli: Cli, tmp_path: Path) -> None:
    """Which line, and what is missing in it."""
    (tmp_path / "pairs.jsonl").write_text('{"id": "x", "old": "a"}\n')
    ended = cli("compare", "--batch", "pairs.jsonl")
    assert ended.code == 2
    assert "pairs.jsonl:1: new" in ended.err


def test_verify_finds_a_body_that_was_tampered_with(cli: Cli, captures: Path) -> None:
    """A whole store ends with 0; one whose bytes do not match their hash with 3."""
    cli("replay", captures)
    assert cli("verify").code == 0
    import sqlite3  # noqa: PLC0415 - only this test breaks a store

    with sqlite3.connect(captures.parent / "clausewatch.sqlite3") as database:
        database.execute("UPDATE body SET frame = x'00'")
    ended = cli("verify")
    assert ended.code == 3
    assert "body" in ended.out


def test_a_store_that_is_no_database_stops_loudly(cli: Cli, captures: Path) -> None:
    """A store error ends with 3 and says which store."""
    (captures.parent / "clausewatch.sqlite3").write_text("this is no database " * 100)
    ended = cli("replay", captures)
    assert ended.code == 3
    assert "clausewatch.sqlite3" in ended.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("flags --tool tol", 'there is no tool "tol"; did you mean "tool"?'),
        ("flags --criterion no_trainig", 'no criterion "no_trainig"; did you mean "no_training"?'),
        ("flags --source zzz", 'no source "zzz"; there are: privacy'),
        ("history privcy", 'no source "privcy"; did you mean "privacy"?'),
        ("diff privcy", 'no source "privcy"; did you mean "privacy"?'),
        ("extract privcy", 'no file or source "privcy"; did you mean "privacy"?'),
        ("accept privcy", 'no source "privcy"; did you mean "privacy"?'),
        ("run --source privcy", 'no source "privcy"; did you mean "privacy"?'),
        ("review tool/no_trainin --decision confirmed", 'did you mean "tool/no_training"?'),
        ("review 1 --decision changed --evidence privcy:train", 'did you mean "privacy"?'),
        ("alerts test ad@example.org", "there are: ada@example.org"),
    ],
)
def test_a_name_that_nothing_has_is_an_error_and_no_empty_answer(
    cli: Cli, captures: Path, command: str, said: str
) -> None:
    """An empty answer would be a false all-clear; what was probably meant is named."""
    path = captures.parent / "watchlist.yaml"
    path.write_text(path.read_text() + "editors: [{email: ada@example.org}]\n")
    cli("replay", captures)
    ended = cli(*command.split())
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""


def test_a_name_that_is_known_and_has_nothing_is_an_empty_answer(cli: Cli, captures: Path) -> None:
    """No flag of a criterion, a source that was never checked."""
    cli("replay", captures)
    assert "no criterion has to be re-reviewed" in cli("flags", "--criterion", "dpa").out
    path = captures.parent / "watchlist.yaml"
    more = "sources:\n  - {id: help, url: https://example.com/help}"
    path.write_text(path.read_text().replace("sources:", more, 1))
    assert "nothing is stored of help yet" in cli("history", "help").err


@pytest.mark.parametrize("body", ["", " \n"])
def test_an_empty_file_is_no_page(cli: Cli, tmp_path: Path, body: str) -> None:
    """A download that failed is not compared in silence."""
    (tmp_path / "old.html").write_text(OLD)
    (tmp_path / "new.html").write_text(body)
    ended = cli("compare", "old.html", "new.html")
    assert ended.code == 2
    assert "new.html: is empty" in ended.err
