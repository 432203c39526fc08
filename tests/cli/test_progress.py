"""What a run says while it works must never be a reason for it to fail."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clausewatch.checking.events import CheckResult, Event, EventKind
from clausewatch.cli.errors import print_anything
from clausewatch.cli.output import Format
from clausewatch.cli.progress import print_result
from review.verdict import Outcome

RESULT = CheckResult(
    "privacy",
    datetime(2026, 11, 21, tzinfo=UTC),
    Outcome.FIRST,
    (Event(EventKind.FIRST, "“30 days” → “90 days”"),),
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk for the asking is Linux's")
@pytest.mark.parametrize("output", list(Format))
def test_a_full_disk_below_the_output_stops_nothing(
    output: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log that cannot grow costs the log; the checks go on."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        for _ in range(3):
            print_result(RESULT, output)


def test_a_terminal_without_arrows_gets_them_escaped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An encoding of few characters stops nothing either."""
    with (tmp_path / "out").open("w", encoding="ascii") as ascii_only:
        monkeypatch.setattr(sys, "stdout", ascii_only)
        print_anything()
        print_result(RESULT, Format.TEXT)
    assert "\\u201c30 days\\u201d" in (tmp_path / "out").read_text()
