"""A store that may only be read: on a read-only disk, or in the folder of somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.records import SourceState
from storage.store import Store

NOBODY = 65534
READ = f"""
import os, sys
from storage.store import Store
if os.geteuid() == 0:  # root may write everywhere
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
store = Store(sys.argv[1])
store.migrate()
with store.read() as history:
    print([state.source_id for state in history.states()])
if "write" in sys.argv:
    with store.work() as work:
        work.release_all("me")
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a store, in which whoever reads it may write nothing."""
    made = Path(tempfile.mkdtemp())  # that of pytest is closed to others
    store = Store(f"sqlite:///{made / 'store.db'}")
    store.migrate()
    with store.work() as work:
        work.save_state(SourceState("privacy"))
    store.close()
    made.chmod(0o555)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def read(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Read the store as somebody who owns nothing there."""
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", READ, f"sqlite:///{folder / 'store.db'}", *more],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")


def test_a_store_that_cannot_be_written_can_be_read(folder: Path) -> None:
    """Up to date as it is, nothing has to be written to it; and nothing is left beside it."""
    ended = read(folder)
    assert (ended.stdout, ended.stderr) == ("['privacy']\n", "")
    assert [file.name for file in folder.iterdir()] == ["store.db"]


def test_writing_to_it_says_what_is_wrong(folder: Path) -> None:
    """As before: it is the reading that needs no rights."""
    ended = read(folder, "write")
    assert ended.stdout == "['privacy']\n"
    assert "it is read-only: check the rights on the file and its folder" in ended.stderr


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write where the reader cannot")
def test_what_somebody_else_is_writing_is_read_with_it(folder: Path) -> None:
    """Then there is a log beside the file, and it counts."""
    writer = Store(f"sqlite:///{folder / 'store.db'}")
    with writer.work() as work:
        work.save_state(SourceState("terms"))
    assert read(folder).stdout == "['privacy', 'terms']\n"
    writer.close()
