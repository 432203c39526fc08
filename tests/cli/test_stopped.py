"""What stops a command from outside: Ctrl-C, a full disk, a file that may not grow."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

PATIENCE = 60.0
PAIR = '{"id": "one", "old": "We keep data for 30 days.", "new": "We keep data for 90 days."}\n'


def started(*arguments: str | Path, folder: Path, **options: object) -> subprocess.Popen[str]:
    """Start `clausewatch` in a folder."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603 - options of any kind, our own command
        [sys.executable, "-m", "clausewatch", *map(str, arguments)],
        cwd=folder,
        text=True,
        **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options),
    )


def test_an_interrupted_batch_ends_in_one_sentence(tmp_path: Path) -> None:
    """What was compared by then has been printed."""
    os.mkfifo(tmp_path / "pairs")
    comparing = started("compare", "--batch", "pairs", folder=tmp_path)
    with (tmp_path / "pairs").open("w") as pairs:
        pairs.write(PAIR * 200)  # more than is read at once
        pairs.flush()
        assert comparing.stdout is not None
        assert '"one"' in comparing.stdout.readline()
        comparing.send_signal(signal.SIGINT)
        _, said = comparing.communicate(timeout=PATIENCE)
    assert comparing.returncode == 130
    assert said == "clausewatch: interrupted; what was done is kept\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
@pytest.mark.parametrize("command", [("schema",), ("settings",), ("settings", "--format", "json")])
def test_output_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """A program that reads it must not take half of it for the whole: it ends with 2."""
    with Path("/dev/full").open("w") as full:
        ended = started(*command, folder=tmp_path, stdout=full)
        _, said = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 2
    assert said == (
        "clausewatch: the output: No space left on device; make room on the disk, then try again\n"
    )


def test_a_store_that_may_not_grow_is_told_with_what_to_do(cli: Cli, tmp_path: Path) -> None:
    """`ulimit -f` is no broken disk."""
    cli("init")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    ended = started("migrate", folder=tmp_path, preexec_fn=small_files)
    _, said = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 3
    assert "ulimit -f" in said
    assert "Traceback" not in said


def test_a_folder_that_cannot_be_made_is_told_with_what_to_do(cli: Cli, tmp_path: Path) -> None:
    """Nothing is wrong with the program, so there is no stack trace."""
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    blocked.chmod(0o500)
    if os.access(blocked, os.W_OK):
        pytest.skip("whoever runs this test may write anywhere")
    ended = cli("demo", "--folder", blocked / "demo")
    assert ended.code == 2
    assert f"{blocked / 'demo'}: Permission denied; check who may" in ended.err
