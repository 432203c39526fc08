"""A worker goes by the watchlist as it is now, and no faulty edit stops it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clausewatch.running.latest import Latest
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from desk.deciding import decide_rating
from desk.judging import Judgement
from domain.watchlist import Status
from storage.records import Decision

WATCHLIST = """
sources:
  - {id: policy, url: https://example.org/policy}
tools:
  - id: tool
    name: Tool
    sources: [policy]
    ratings: [{criterion: dpa, status: yes}]
"""
ANOTHER = "  - {id: help, url: https://example.org/help}\n"


@pytest.fixture
def latest(store_url: str, tmp_path: Path) -> Iterator[Latest]:
    """A worker that has just started on a watchlist of one source."""
    (tmp_path / "watchlist.yaml").write_text(WATCHLIST)
    settings = Settings.load({"CLAUSEWATCH_STORE": store_url}, tmp_path)
    parts = build_parts(settings)
    yield Latest(parts, settings)
    parts.store.close()


def edit(folder: Path, text: str) -> None:
    """Write the watchlist anew, at another time than before."""
    path = folder / "watchlist.yaml"
    path.write_text(text)
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1_000_000_000))


def watched(latest: Latest) -> list[str]:
    """Return the ids of the sources that are watched now."""
    return [source.id for source in latest.parts().watchlist.sources]


def test_nothing_is_read_again_while_nothing_changes(latest: Latest) -> None:
    """The parts stay the very same, so that a tick costs next to nothing."""
    assert latest.parts() is latest.parts()


def test_a_normal_edit_is_no_warning(
    latest: Latest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever edits a watchlist has done nothing wrong."""
    caplog.set_level(logging.INFO)
    latest.parts()
    (tmp_path / "watchlist.yaml").write_text("sources: [{id: one, url: https://example.org/1}]\n")
    latest.parts()
    (record,) = (one for one in caplog.records if "was edited" in one.getMessage())
    assert record.levelno == logging.INFO
    assert record.getMessage().endswith("1 source is watched now")


def test_an_edited_watchlist_is_taken_up(latest: Latest, tmp_path: Path) -> None:
    """A source that was added is watched without a restart."""
    assert watched(latest) == ["policy"]
    edit(tmp_path, WATCHLIST.replace("tools:", f"{ANOTHER}tools:"))
    assert watched(latest) == ["policy", "help"]


@pytest.mark.parametrize("faulty", ["", "sources: [", WATCHLIST.replace("url:", "urll:"), None])
def test_a_faulty_edit_is_told_once_and_the_one_before_goes_on(
    latest: Latest, tmp_path: Path, caplog: pytest.LogCaptureFixture, faulty: str | None
) -> None:
    """Every fault with its line, in the log; when it is mended the new one is taken up."""
    assert watched(latest) == ["policy"]
    if faulty is None:
        (tmp_path / "watchlist.yaml").unlink()
    else:
        edit(tmp_path, faulty)
    assert [watched(latest), watched(latest)] == [["policy"], ["policy"]]
    (told,) = caplog.records
    assert "watchlist.yaml" in told.getMessage()
    assert "goes on" in told.getMessage()
    edit(tmp_path, WATCHLIST.replace("tools:", f"{ANOTHER}tools:"))
    assert watched(latest) == ["policy", "help"]


def test_a_channel_that_no_setting_defines_is_a_fault_too(
    latest: Latest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Else its alerts would wait in the outbox for ever."""
    latest.parts()
    edit(tmp_path, WATCHLIST + "editors: [{email: a@example.org, channels: [chat]}]\n")
    assert latest.parts().watchlist.people() == ()
    assert "chat" in caplog.text


def test_a_decision_counts_at_the_next_tick(latest: Latest) -> None:
    """What somebody decides in a browser changes what the worker compares with."""
    parts = latest.parts()
    with parts.store.work() as work:
        made = Judgement(Decision.CHANGED, "Ada", status=Status.NO)
        decide_rating(work, parts.watchlist, "tool/dpa", made, datetime.now(UTC))
    (tool,) = latest.parts().watchlist.tools
    assert tool.ratings[0].status is Status.NO
