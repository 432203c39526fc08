"""Runs the command line in this process, in a folder of its own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clausewatch.cli import main
from tests.cli import promise
from tests.story.conftest import PROMISE

OLD = """<html><title>Privacy</title><main><h1>Privacy</h1>
<p>This policy explains what Example Ltd does with the data of its customers.</p>
<p>We do not use your content to train our models.</p>
<p>You may ask us for a copy of the personal data that we hold about you.</p></main></html>"""

NEW = OLD.replace("do not use", "use")

WATCHLIST = """
sources:
  - id: privacy
    url: https://example.com/privacy
    kind: privacy_policy
tools:
  - id: tool
    name: Tool
    sources: [privacy]
    ratings:
      - criterion: no_training
        status: yes
        evidence:
          - source: privacy
            phrase: do not use your content to train
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ended]
Run = Callable[..., str]


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


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    """A folder of three saved captures of the page that the watchlist knows."""
    folder = tmp_path / "saved"
    (folder / "page").mkdir(parents=True)
    bodies = [OLD, OLD.replace("<title>", "<title >"), NEW]
    for number, body in enumerate(bodies):
        (folder / "page" / f"{number}.html").write_text(body)
    index = [
        {
            "id": "page",
            "url": "https://example.com/privacy/",
            "kind": "privacy_policy",
            "captures": [
                {"file": f"{number}.html", "fetched_at": f"2026-02-0{number + 1}T08:00:00+00:00"}
                for number in range(3)
            ],
        }
    ]
    (folder / "index.json").write_text(json.dumps(index))
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST)
    return folder


def lines_of(text: str) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a promise was broken twice: flags 1 and 2, and what they concern."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLAUSEWATCH_STORE", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    (tmp_path / "watchlist.yaml").write_text(promise.WATCHLIST)
    for hour, wording in ((8, PROMISE), (12, promise.WEAKER), (16, "We use your content.")):
        promise.see(tmp_path, wording, hour)
    return tmp_path


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
