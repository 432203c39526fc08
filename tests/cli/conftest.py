"""Runs the command line in this process, in an empty folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausewatch.cli import main


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ended]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Return a function that runs `clausewatch` with arguments in the folder `tmp_path`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    # The command line puts its options into the environment: here they end with the test.
    monkeypatch.setenv("CLAUSEWATCH_STORE", "sqlite:///clausewatch.sqlite3")
    monkeypatch.setenv("CLAUSEWATCH_WATCHLIST", "watchlist.yaml")

    def run(*arguments: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["clausewatch", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capsys.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run
