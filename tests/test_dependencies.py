"""What pyproject.toml declares is what the code imports: no more, no less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

NEVER_IMPORTED = {
    "itsdangerous",  # Starlette signs its sessions with it
    "lxml-html-clean",  # trafilatura imports lxml.html.clean, which lxml no longer carries
    "psycopg",  # SQLAlchemy loads it when the store is in PostgreSQL
    "python-multipart",  # FastAPI reads forms with it
}
PART_OF_ANOTHER = {
    "pydantic-core",  # Pydantic pins it to the very version
    "pyopenssl",  # this one and the next two are what Scrapy and Twisted speak TLS with
    "service-identity",
    "zope-interface",
}
# Of the standard library from 3.14 on, then of no distribution.
NOT_HERE = {"backports-zstd"} if sys.version_info >= (3, 14) else set()
TOOLS = {
    "hatchling",  # builds the wheel
    "mypy",
    "pytest-xdist",
    "ruff",
    "types-lxml",
    "types-pyyaml",
}


def named(requirements: list[str]) -> set[str]:
    """Return the names of requirements as packages are compared by (PEP 503)."""
    return {canonical(re.split(r"[\s<>=!~;\[]", one, maxsplit=1)[0]) for one in requirements}


def canonical(name: str) -> str:
    """Return the name of a distribution as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def imported_by(folders: list[str]) -> set[str]:
    """Return the distributions that the files below some folders import."""
    tops: set[str] = set()
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    tops |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    tops.add(node.module.partition(".")[0])
    tops -= {*sys.stdlib_module_names, *OURS, "tests", "bench"}
    providers = packages_distributions()
    return {canonical(providers[top][0]) for top in tops if top in providers}


DECLARED = named(PROJECT["project"]["dependencies"])


def test_every_dependency_is_imported() -> None:
    """What is not used any more is not installed any more."""
    assert DECLARED - imported_by(OURS) - NOT_HERE == NEVER_IMPORTED


def test_every_import_is_declared() -> None:
    """What only another library brings along may be gone with its next release."""
    assert imported_by(OURS) - DECLARED == PART_OF_ANOTHER


def test_every_dependency_of_developing_is_used() -> None:
    """Each is imported by tests or the bench, or is a tool of `./dev`."""
    development = named(PROJECT["dependency-groups"]["dev"])
    assert development - imported_by(["tests", "bench"]) == TOOLS


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_every_dependency_is_locked(name: str) -> None:
    """The lock file is as new as the list of dependencies."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(name)}==", lock, re.MULTILINE)
