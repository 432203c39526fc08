"""`./dev help` lists everything that `./dev` can do, and it does so in the right folder."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DEV = (ROOT / "dev").read_text(encoding="utf-8")


def help_text() -> str:
    """Return what `./dev help` prints."""
    return subprocess.run(  # noqa: S603 - our own script
        [ROOT / "dev", "help"], capture_output=True, text=True, check=True
    ).stdout


def test_every_command_is_listed() -> None:
    """Each branch of its `case` has a line, and each line a branch."""
    branches = set(re.findall(r"^    ([a-z]+)\)", DEV, re.MULTILINE))
    assert set(re.findall(r"^  ([a-z]+) ", help_text(), re.MULTILINE)) == branches


def test_every_bench_is_listed() -> None:
    """A bench is a module that can be run."""
    benches = {
        path.stem
        for path in (ROOT / "bench").glob("*.py")
        if "__main__" in path.read_text(encoding="utf-8")
    }
    text = re.search(r"  bench(.*?)\n  [a-z]", help_text(), re.DOTALL)
    assert text is not None
    listed = {word for part in re.findall(r": ([a-z, \n]+)", text[1]) for word in part.split(",")}
    assert {word.strip() for word in listed} == benches


def test_what_is_no_bench_is_refused_and_the_benches_are_named() -> None:
    """What benches share lies beside them; running it would measure nothing and look well."""
    ended = subprocess.run(  # noqa: S603 - our own script
        [ROOT / "dev", "bench", "table"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "diff, extraction, flags" in ended.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository whose environment is there already, and whose command says where it runs."""
    folder = tmp_path / "the checkout"
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    shutil.copy(ROOT / "dev", folder)
    for name in ("requirements.lock", "pyproject.toml"):
        (folder / name).write_text(name)
    for name in ("python", "clausewatch"):
        (programs / name).write_text('#!/bin/sh\necho "$PWD: $*"\n')
        (programs / name).chmod(0o755)
    given = (folder / "requirements.lock").read_bytes() + (folder / "pyproject.toml").read_bytes()
    checked = subprocess.run(["cksum"], input=given, capture_output=True, check=True)  # noqa: S607 - as dev does
    (folder / ".venv" / "installed-from").write_bytes(checked.stdout)
    return folder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "check", "-w", "mine.yaml"], "check -w mine.yaml"),
        (["demo", "--folder", "out"], "demo --folder out"),
    ],
)
def test_a_command_runs_in_the_folder_of_whoever_calls_it(
    checkout: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    """Not in the repository, which has a watchlist of its own."""
    mine = tmp_path / "mine"
    mine.mkdir()
    ended = subprocess.run(  # noqa: S603 - our own script
        [checkout / "dev", *arguments], cwd=mine, capture_output=True, text=True, check=True
    )
    assert ended.stdout == f"{mine}: {said}\n"


def test_a_shell_opens_in_the_folder_of_whoever_calls_it(checkout: Path, tmp_path: Path) -> None:
    """With the command on its PATH."""
    ended = subprocess.run(  # noqa: S603 - our own script
        [checkout / "dev", "shell"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "SHELL": "/bin/sh"},
        input="clausewatch flags\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == f"{tmp_path}: flags\n"
