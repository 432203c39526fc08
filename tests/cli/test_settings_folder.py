"""Where the command line looks for things when it is started from somewhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausewatch.cli.commands import COMMANDS, Deferred
from tests.cli.conftest import Cli

WATCHLIST = """
sources:
  - {id: privacy, url: https://example.com/privacy}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a watchlist and settings, which is not the current one."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "watchlist.yaml").write_text(WATCHLIST)
    (folder / "clausewatch.toml").write_text('store = "sqlite:///kept/history.db"\n')
    return folder


def test_settings_and_store_lie_beside_the_watchlist_that_is_named(
    cli: Cli, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From cron, in whatever folder: the same history goes on, no new one begins."""
    monkeypatch.delenv("CLAUSEWATCH_STORE")
    (home / "kept").mkdir()
    assert cli("migrate", "--watchlist", home / "watchlist.yaml").code == 0
    assert (home / "kept" / "history.db").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]


@pytest.mark.parametrize(
    "command",
    [
        "flags --all",
        "history privacy",
        "report",
        "verify",
        "prune --dry-run",
        "alerts list",
        "migrate",
    ],
)
def test_what_only_reads_finds_the_store_beside_the_watchlist_that_is_named(
    cli: Cli, captures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """As `run` does, from whatever folder; a watchlist that is not there is no all-clear."""
    monkeypatch.delenv("CLAUSEWATCH_STORE")
    monkeypatch.delenv("CLAUSEWATCH_WATCHLIST")
    cli("replay", captures, "-w", tmp_path / "watchlist.yaml")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv("CLAUSEWATCH_WATCHLIST")
    ended = cli(*command.split(), "--watchlist", "../watchlist.yaml")
    assert (ended.code, ended.err) == (0, "")
    assert list(elsewhere.iterdir()) == []


def test_settings_are_those_beside_the_watchlist_that_is_named(
    cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is listed is what the other commands would go by."""
    monkeypatch.delenv("CLAUSEWATCH_STORE")
    ended = cli("settings", "-w", home / "watchlist.yaml")
    assert f"store = sqlite:///{home}/kept/history.db" in ended.out


def test_watchlist_and_store_are_options_of_every_command_that_either_means_something_to() -> None:
    """What one command takes, another does not refuse."""
    apart = []
    for entry in COMMANDS:
        command = Deferred(entry).load()
        for one in getattr(command, "commands", {"": command}).values():
            names = {option for parameter in one.params for option in parameter.opts}
            if len(names & {"--watchlist", "--store"}) == 1:
                apart.append(f"{entry.name} {one.name}")
    assert apart == []


def test_a_store_of_the_command_line_starts_in_the_current_folder(
    cli: Cli, home: Path, tmp_path: Path
) -> None:
    """As paths of a command line do everywhere."""
    ended = cli("migrate", "-w", "home/watchlist.yaml", "--store", "sqlite:///here.db")
    assert ended.code == 0
    assert (tmp_path / "here.db").exists()
    assert not (home / "here.db").exists()


def test_a_store_that_is_no_address_is_named(cli: Cli, home: Path) -> None:
    """Not a stack trace."""
    ended = cli("sources", "-w", home / "watchlist.yaml", "--store", "history.db")
    assert ended.code == 2
    assert "CLAUSEWATCH_STORE" in ended.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_to_is_named(cli: Cli, home: Path) -> None:
    """What cannot be made, and what to look at."""
    (home / "kept").mkdir(0o500)
    ended = cli("migrate", "-w", home / "watchlist.yaml")
    assert ended.code == 3
    assert "may be written" in ended.err


def test_a_store_below_a_file_is_named(cli: Cli, home: Path) -> None:
    """A path that cannot be: the file is where the folder would have to be."""
    (home / "kept").write_text("a file")
    ended = cli("migrate", "-w", home / "watchlist.yaml", "-s", f"sqlite:///{home}/kept/x.db")
    assert ended.code == 2
    assert f"no folder {home}/kept" in ended.err
