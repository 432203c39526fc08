"""Durations are written for people and read back as they were written."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.duration import LONGEST, SHORTEST, parse_duration, write_duration


@given(minutes=st.integers(SHORTEST // timedelta(minutes=1), LONGEST // timedelta(minutes=1)))
def test_a_duration_is_read_as_it_is_written(minutes: int) -> None:
    """Every whole number of minutes within the limits."""
    duration = timedelta(minutes=minutes)
    assert parse_duration(write_duration(duration)) == duration


def test_a_duration_is_written_in_the_largest_units() -> None:
    """As a person would write it."""
    written = [write_duration(timedelta(minutes=minutes)) for minutes in (0, 90, 720, 1440, 1500)]
    assert written == ["0m", "1h 30m", "12h", "1d", "1d 1h"]
