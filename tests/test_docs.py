"""The documents say what is there, and nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausewatch.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def commands() -> set[str]:
    """Return the names of all commands and groups of the command line."""
    return {entry.name for entry in COMMANDS}


def test_every_command_is_in_the_readme() -> None:
    """Whoever reads the README knows what there is."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = {name for name in commands() if f"clausewatch {name}" not in readme}
    assert not missing


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_name_no_command_that_is_not_there(path: Path) -> None:
    """A command that was renamed is renamed in the documents, too."""
    named = re.findall(r"`clausewatch ([a-z]+)", path.read_text(encoding="utf-8"))
    assert set(named) <= commands()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """Every relative link is a file of this repository."""
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_documents_name_are_there(path: Path) -> None:
    """`clausewatch/story.py` in a document is a file."""
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yaml|md))`", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_decisions_are_numbered_without_gaps_and_dated() -> None:
    """0001, 0002, … each with a title of its number and the day it was taken."""
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert re.match(rf"# {int(record.name[:4])}\. ", text), record.name
        assert re.search(r"^\d{4}-\d{2}-\d{2}", text, re.MULTILINE), record.name
