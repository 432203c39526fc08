"""The shape of the house: who may import whom, and what the wheel carries."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "domain": set(),
    "crawler": {"domain"},
    "storage": {"domain"},
    "review": {"domain"},
    "alerts": {"domain"},
    "desk": {"domain", "storage", "review"},
    "web": {"domain", "crawler", "storage", "review", "alerts", "desk"},
    "clausewatch": {"domain", "crawler", "storage", "review", "alerts", "desk", "web"},
}
# The floors inside a package, from the ground up: each stands on those named, and on no
# other; the modules of review/ itself stand on all of them.
FLOORS = {
    "review": {
        "words": set(),
        "comparing": {"words"},
        "meaning": {"words", "comparing"},
        "relevance": {"words"},
        "explaining": {"words", "comparing", "relevance"},
        "learning": {"relevance"},
    },
    "clausewatch": {
        "messages": set(),
        "watchlist": {"messages"},
        "opinions": {"watchlist"},
        "settings": {"messages", "watchlist", "opinions"},
        "opening": {"settings"},
        "parts": set(),
        "checking": {"messages", "parts"},
        "files": {"parts"},
        "history": {"messages", "parts"},
        "telling": {"settings", "parts"},
        "learning": {"messages", "files"},
        "wiring": {"watchlist", "settings", "opening", "parts", "learning"},
        "running": {
            *("messages", "watchlist", "opinions", "settings", "opening", "parts"),
            *("checking", "files", "telling", "wiring"),
        },
        "serving": {"settings", "wiring", "running"},
        "demonstration": {"settings", "telling", "wiring", "running"},
    },
}
# What starts the rest: it may import all of its package.
STARTERS = {"cli", "__main__"}


def modules_imported_by(place: Path) -> Iterator[tuple[str, str]]:
    """Yield each module that a module, or one below a folder, imports, and the file."""
    for path in sorted(place.rglob("*.py")) or [place.with_suffix(".py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                yield name, str(path.relative_to(ROOT))


def packages_imported_by(package: str) -> dict[str, set[str]]:
    """Map each package of ours that `package` imports to the files that do so."""
    found: dict[str, set[str]] = {}
    for name, file in modules_imported_by(ROOT / package):
        top = name.partition(".")[0]
        if top in MAY_IMPORT and top != package:
            found.setdefault(top, set()).add(file)
    return found


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_dependencies_point_one_way(package: str) -> None:
    """A package imports only those that docs/architecture.md allows it."""
    forbidden = {
        name: files
        for name, files in packages_imported_by(package).items()
        if name not in MAY_IMPORT[package]
    }
    assert not forbidden


def test_only_the_command_line_prints() -> None:
    """The work is done without Rich and Typer: nothing imports the command line but its starter."""
    users = {
        file
        for package in MAY_IMPORT
        for name, file in modules_imported_by(ROOT / package)
        if f"{name}.".startswith(("clausewatch.cli.", "rich.", "typer."))
        and not file.startswith("clausewatch/cli/")
    }
    assert users == {"clausewatch/__main__.py"}


@pytest.mark.parametrize(
    ("package", "floor"), [(package, floor) for package in FLOORS for floor in FLOORS[package]]
)
def test_the_floors_of_a_package_stand_on_one_another(package: str, floor: str) -> None:
    """Words are below comparing, checking below running, and so on; none looks up."""
    allowed = {*MAY_IMPORT[package], *(f"{package}.{one}" for one in FLOORS[package][floor])}
    above = {
        (name, file)
        for name, file in modules_imported_by(ROOT / package / floor)
        if name.partition(".")[0] in MAY_IMPORT
        and not any(f"{name}.".startswith(f"{one}.") for one in {*allowed, f"{package}.{floor}"})
    }
    assert not above


def test_the_floors_are_named_from_the_ground_up() -> None:
    """Each stands on those named before it, so that they go round in no circle."""
    for floors in FLOORS.values():
        below: set[str] = set()
        for floor, stands_on in floors.items():
            assert stands_on <= below, floor
            below.add(floor)


def test_every_part_of_the_wiring_has_its_floor() -> None:
    """No module of clausewatch/ lies beside the others without a place among them."""
    there = {path.stem for path in (ROOT / "clausewatch").glob("*.py")} | {
        path.parent.name for path in (ROOT / "clausewatch").glob("*/__init__.py")
    }
    assert there == {*FLOORS["clausewatch"], *STARTERS, "__init__"}


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_generic_names_import_from_here(package: str) -> None:
    """`import storage` gives ours, not another distribution's."""
    origin = importlib.import_module(package).__file__
    assert origin is not None
    assert Path(origin).resolve().is_relative_to(ROOT)


def test_nothing_uses_difflib() -> None:
    """Comparing is rapidfuzz's work; difflib stands in the bench only."""
    users = [
        path
        for package in MAY_IMPORT
        for path in (ROOT / package).rglob("*.py")
        if "difflib" in path.read_text(encoding="utf-8")
    ]
    assert users == []


def test_wheel_carries_data_and_no_tests(tmp_path: Path) -> None:
    """What is installed has the templates, migrations and criteria, and no tests."""
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert tops == {*MAY_IMPORT, next(top for top in tops if top.endswith(".dist-info"))}
    for needed in (
        "alerts/templates/",
        "storage/migrations/versions/",
        "clausewatch/criteria/gdpr.yaml",
        "web/templates/",
        "web/static/htmx.LICENSE.txt",
    ):
        assert any(name.startswith(needed) for name in names), needed
    there = {
        path.relative_to(ROOT).as_posix()
        for package in MAY_IMPORT
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert there - set(names) == set(), "what is installed lacks what a checkout has"
    assert not [name for name in names if Path(name).name.startswith(("test_", "conftest"))]
