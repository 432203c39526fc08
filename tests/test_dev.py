"""`./dev help` lists everything that `./dev` can do."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

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
