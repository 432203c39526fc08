"""The shape of the house: who may import whom, and what the wheel carries."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "domain": set(),
    "crawler": {"domain"},
    "storage": {"domain"},
    "review": {"domain"},
    "alerts": {"domain"},
    "web": {"domain", "crawler", "storage", "review"},
    "clausewatch": {"domain", "crawler", "storage", "review", "alerts", "web"},
}


def packages_imported_by(package: str) -> dict[str, set[str]]:
    """Map each package of ours that `package` imports to the files that do so."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            for name in names:
                top = name.partition(".")[0]
                if top in MAY_IMPORT and top != package:
                    found.setdefault(top, set()).add(str(path.relative_to(ROOT)))
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
        "clausewatch/criteria.yaml",
        "web/templates/",
        "web/static/htmx.LICENSE.txt",
    ):
        assert any(name.startswith(needed) for name in names), needed
    assert not [name for name in names if "test" in Path(name).name]
