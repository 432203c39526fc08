"""A command loads what it needs and no more: the help is there at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from clausewatch.cli.commands import COMMANDS, Deferred, Entry

# Each takes from a tenth of a second to more than one.
HEAVY = {
    "alembic",
    "apprise",
    "apscheduler",
    "authlib",
    "fastapi",
    "httpx2",
    "jinja2",
    "lxml",
    "numpy",
    "playwright",
    "pydantic",
    "scrapy",
    "sqlalchemy",
    "tldextract",
    "trafilatura",
    "twisted",
    "uvicorn",
}
STORE = {"sqlalchemy", "pydantic"}
COMPOSING = {"jinja2"}
"""What a command that loads the watchlist and opens the store needs, though it sends nothing."""

LOADED = """
import json, sys
from clausewatch.cli import main
try:
    main()
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """Run a command in a process of its own and return which heavy libraries it loaded."""
    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", LOADED, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return HEAVY & set(json.loads(ended.stderr.splitlines()[-1]))


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_help_loads_no_heavy_library(tmp_path: Path, option: str) -> None:
    """Whoever asks what there is gets an answer at once."""
    assert loaded_by(tmp_path, option) == set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A watchlist of one source and an empty store."""
    (tmp_path / "watchlist.yaml").write_text("sources: [{id: a, url: https://example.com/a}]\n")
    loaded_by(tmp_path, "migrate")
    return tmp_path


@pytest.mark.parametrize("command", ["flags", "verify", "report", "migrate"])
def test_looking_into_the_store_loads_the_store_alone(folder: Path, command: str) -> None:
    """No network, no mail, no reading of pages, no migrating of tables that are up to date."""
    assert loaded_by(folder, *command.split()) <= STORE


@pytest.mark.parametrize("command", ["check", "sources", "stale", "alerts list"])
def test_the_watchlist_is_read_without_network_and_extraction(folder: Path, command: str) -> None:
    """What needs watchlist and store loads no fetching, and no channel but mail."""
    assert loaded_by(folder, *command.split()) <= STORE | COMPOSING


def test_a_run_with_nothing_due_reads_no_pages(folder: Path) -> None:
    """Cron calls it every few minutes: what extracts and compares is for the children."""
    (folder / "watchlist.yaml").write_text("sources: []\n")
    assert loaded_by(folder, "run") & {"lxml", "numpy", "scrapy", "trafilatura"} == set()


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_the_help_says_what_the_command_says_of_itself(entry: Entry) -> None:
    """The list of commands and the first line of each command's own help are the same."""
    command = Deferred(entry)
    assert (command.load().help or "").partition("\n")[0] == command.help
