"""The documents say what is there, and nothing that is not."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from clausewatch.cli.commands import COMMANDS, Deferred

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
PACKAGES = ("alerts", "clausewatch", "crawler", "desk", "domain", "review", "storage", "web")
CODE = [
    path
    for package in PACKAGES
    for pattern in ("*.py", "*.j2", "*.yaml")
    for path in sorted((ROOT / package).rglob(pattern))
]
TOLD = [
    *DOCUMENTS,
    *(
        path
        for path in CODE
        if re.search(r"clausewatch [a-z]+.* --?[a-z]", path.read_text("utf-8"))
    ),
]


def commands() -> set[str]:
    """Return the names of all commands and groups of the command line."""
    return {entry.name for entry in COMMANDS}


def test_every_command_is_in_the_list_of_commands() -> None:
    """Whoever reads docs/commands.md knows what there is."""
    listed = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    missing = {name for name in commands() if f"clausewatch {name}" not in listed}
    assert not missing


def test_every_document_is_linked_from_the_readme() -> None:
    """A page that nothing leads to is read by nobody."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = [f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")]
    assert [page for page in pages if f"]({page})" not in readme] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documents_name_no_command_that_is_not_there(path: Path) -> None:
    """A command that was renamed is renamed in the documents, too."""
    named = re.findall(r"`clausewatch ([a-z]+)", path.read_text(encoding="utf-8"))
    assert set(named) <= commands()


@functools.cache
def options_of(command: str) -> set[str]:
    """Return the options of a command, and of all below it where it is a group."""
    (entry,) = (entry for entry in COMMANDS if entry.name == command)
    loaded = Deferred(entry).load()
    below = getattr(loaded, "commands", {}).values()
    parameters = [parameter for one in (loaded, *below) for parameter in one.params]
    return {option for parameter in parameters for option in parameter.opts} | {"--help"}


@pytest.mark.parametrize("path", TOLD, ids=lambda path: str(path.relative_to(ROOT)))
def test_options_that_are_told_are_there(path: Path) -> None:
    """`clausewatch flags --tool x` is something that can be typed, wherever it is advised."""
    text = path.read_text(encoding="utf-8")
    told = re.findall(r"clausewatch ([a-z]+)\b([^`\n]*? -[^`\n]*)", text)
    strange = [
        f"{command} {option}"
        for command, rest in told
        if command in commands()
        for option in re.findall(r"(?<= )--?[a-z][a-z-]*", rest)
        if option not in options_of(command)
    ]
    assert strange == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    """Every relative link is a file of this repository."""
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_documents_name_are_there(path: Path) -> None:
    """`clausewatch/checking/story.py` in a document is a file."""
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|yaml|md))`", path.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_way_of_a_capture_is_told_as_it_is() -> None:
    """Each function that docs/architecture.md leads through stands in the module beside it."""
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    steps = re.findall(r"^[ │├└─]*([a-z_]+) +([a-z_/]+\.py)", told, re.MULTILINE)
    assert len(steps) > 10
    for function, module in steps:
        assert f"\ndef {function}(" in (ROOT / module).read_text(encoding="utf-8"), function


def test_modules_that_packages_list_are_there() -> None:
    """The table in the docstring of a package is a table of what lies in it."""
    packages = [path for top in PACKAGES for path in sorted((ROOT / top).rglob("__init__.py"))]
    for path in packages:
        listed = re.findall(r"^`([a-z_./]+)`  ", path.read_text(encoding="utf-8"), re.MULTILINE)
        for name in listed:
            there = (path.parent / name).exists() or (path.parent / f"{name}.py").exists()
            assert there, f"{path}: {name}"


def test_decisions_are_numbered_without_gaps_and_dated() -> None:
    """0001, 0002, … each with a title of its number and the day it was taken."""
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(record.name[:4]) for record in records] == list(range(1, len(records) + 1))
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert re.match(rf"# {int(record.name[:4])}\. ", text), record.name
        assert re.search(r"^\d{4}-\d{2}-\d{2}", text, re.MULTILINE), record.name
