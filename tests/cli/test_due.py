"""What is said of sources that are not due, and of problems that are not told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from clausewatch.checking.memories import as_stored
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from review.lapses import Lapses, Untold
from review.verdict import Memory
from storage.records import SourceState
from storage.store import Store
from tests.cli.conftest import WATCHLIST, Cli

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)
URL = "https://example.com/privacy"
WORDS = Sentence("It cannot be had.", "Es ist nicht zu haben.")


def test_a_run_says_that_sources_were_never_read_and_how_to_try_at_once(
    cli: Cli, tmp_path: Path
) -> None:
    """Whoever has just corrected a setting would wait for nothing else."""
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST)
    store = Store(f"sqlite:///{tmp_path / 'clausewatch.sqlite3'}")
    store.migrate()
    state = SourceState("privacy", url=URL, last_checked_at=NOW, next_due_at=NOW + HOUR)
    with store.work() as work:
        work.save_state(state)
    ended = cli("run")
    said = ended.out
    assert ended.code == 0  # it tells of this run alone
    assert f"next privacy at {NOW + HOUR:%Y-%m-%d %H:%M} UTC; --force checks now" in said
    assert "1 source could never be read so far" in said
    with store.work() as work:
        state = SourceState("privacy", url=URL, last_checked_at=NOW, last_good_at=NOW)
        work.save_state(state)
    assert "never be read" not in cli("run").out
    (row,) = map(json.loads, cli("sources", "--format", "json").out.splitlines())
    assert row["read_at"] == f"{NOW:%Y-%m-%dT%H:%M}+00:00"


def test_sources_say_when_a_problem_is_told(cli: Cli, tmp_path: Path) -> None:
    """One that came back soon after it was over waits; the column is there for it alone."""
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST)
    store = Store(f"sqlite:///{tmp_path / 'clausewatch.sqlite3'}")
    store.migrate()
    with store.work() as work:
        work.open_problem("privacy", Problem(ProblemKind.BLOCKED, WORDS, WORDS), NOW, None)
    assert "told" not in cli("sources").out
    known = Lapses(NOW, NOW - HOUR, "blocked", Untold.BACK)
    memory = as_stored(Memory(lapses=known))
    with store.work() as work:
        work.save_state(SourceState("privacy", url=URL, last_checked_at=NOW, memory=memory))
    then = f"{NOW + 48 * HOUR:%Y-%m-%d %H:%M} UTC"
    assert f"came back soon: told at {then} if it lasts" in " ".join(cli("sources").out.split())
