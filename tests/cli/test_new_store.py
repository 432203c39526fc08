"""A store that begins: nobody starts a second history by a mistyped path without knowing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

MADE = "clausewatch: a new store was made at sqlite:///"


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """A watchlist of nothing: a run fetches no page."""
    path = tmp_path / "watchlist.yaml"
    path.write_text("sources: []\n")
    return path


@pytest.mark.usefixtures("quiet")
def test_a_run_that_makes_a_store_says_so_once(cli: Cli, tmp_path: Path) -> None:
    """With the place and with what to do if it is the wrong one."""
    first = cli("run", "--store", f"sqlite:///{tmp_path}/one.db").err
    assert f"{MADE}{tmp_path}/one.db; if you have one already, name it with --store" in first
    assert "new store" not in cli("run", "--store", f"sqlite:///{tmp_path}/one.db").err


@pytest.mark.usefixtures("quiet")
def test_a_run_makes_no_folder_for_a_store(cli: Cli, tmp_path: Path) -> None:
    """A path that was mistyped ends with 2, and nothing is left of it."""
    ended = cli("run", "--store", f"sqlite:///{tmp_path}/nonexistent/dir/x.sqlite3")
    assert ended.code == 2
    assert f"there is no folder {tmp_path}/nonexistent/dir for the store" in ended.err
    assert "mkdir -p" in ended.err
    assert not (tmp_path / "nonexistent").exists()


def test_every_command_that_may_make_a_store_says_so(cli: Cli, captures: Path) -> None:
    """Beside its results, which programs read."""
    ended = cli("replay", captures)
    assert MADE in ended.err
    assert "new store" not in ended.out


@pytest.mark.usefixtures("quiet")
def test_migrating_says_whether_it_made_the_store(cli: Cli) -> None:
    """A deployment that prepares the wrong place is seen."""
    assert cli("migrate").out.endswith("was made\n")
    assert cli("migrate").out.endswith("is up to date\n")
