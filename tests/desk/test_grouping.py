"""Flags that extend one another, put together."""

from __future__ import annotations

from desk.grouping import KeyGroup, grouped_keys
from storage.summaries import FlagKey


def key(number: int, criterion: str = "dpa", *, undecided: bool = True) -> FlagKey:
    """A flag on one source of one tool."""
    return FlagKey(number, "tool", criterion, "terms", undecided)


def test_the_latest_flag_stands_for_those_it_extends() -> None:
    """It keeps its own place in the list; those before it come oldest first."""
    listed = [key(1), key(4, "gdpr"), key(9), key(3)]
    assert grouped_keys(listed) == (KeyGroup(4), KeyGroup(9, (1, 3)))


def test_a_decided_flag_stands_alone() -> None:
    """What came after its decision is another matter."""
    listed = [key(1, undecided=False), key(2), key(3)]
    assert grouped_keys(listed) == (KeyGroup(1), KeyGroup(3, (2,)))
