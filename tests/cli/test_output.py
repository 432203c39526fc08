"""Changes on the terminal read like the page, and say in plain words what happened."""

from __future__ import annotations

import pytest

from clausewatch.cli.output import passage_text, print_change
from domain.change import (
    Change,
    Edit,
    Finding,
    FindingKind,
    Passage,
    PassageKind,
    Segment,
    Significance,
)

REWORDED = Passage(
    PassageKind.REWORDED,
    "Use orbis/server:4.2.1 for it.",
    "Use orbis/server:4.3.0 for it within 72 hours.",
    (
        Segment(Edit.EQUAL, "Use orbis/server:"),
        Segment(Edit.DELETE, "4.2.1"),
        Segment(Edit.INSERT, "4.3.0"),
        Segment(Edit.EQUAL, "for it"),
        Segment(Edit.DELETE, "."),
        Segment(Edit.INSERT, "within 72 hours."),
    ),
    findings=(
        Finding(FindingKind.PERIOD_CHANGED, "", "72 hours"),
        Finding(FindingKind.PERIOD_CHANGED, "1 day", ""),
        Finding(FindingKind.NUMBER_CHANGED, "4.2.1", "4.3.0"),
    ),
)


def test_a_passage_has_the_spaces_of_the_page() -> None:
    """None is put between words that stand together there."""
    assert passage_text(REWORDED).plain == (
        "Use orbis/server:[-4.2.1-]{+4.3.0+} for it[-.-] {+within 72 hours.+}"
    )


def test_what_stands_on_one_side_alone_was_added_or_removed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Only what has two sides was changed."""
    print_change(Change((REWORDED,), Significance.SUBSTANTIVE, "as told"))
    said = capsys.readouterr().out
    assert "period added: 72 hours" in said
    assert "period removed: 1 day" in said
    assert "number changed: 4.2.1 → 4.3.0" in said


def test_what_moved_says_where_it_stands_now(capsys: pytest.CaptureFixture[str]) -> None:
    """A heading is under no other heading: it comes after it."""
    moved = Passage(PassageKind.MOVED, "4. Audits", "4. Audits", (), heading="1. Roles")
    print_change(Change((moved,), Significance.EDITORIAL, "as told"))
    assert "1. moved; it now comes after the heading “1. Roles”" in capsys.readouterr().out
