"""Reading the Retry-After header."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.fetching.patience import retry_after

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Sat, 21 Nov 2026 12:02:00 GMT", 120.0),
        ("Sat, 21 Nov 2026 12:02:00 -0000", 120.0),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0),
        ("9" * 400, 999999999.0),
        ("soon", None),
        ("-5", None),
        ("", None),
        ("١٢", None),
        ("Sat, 21 Nov 2026 12:02:00 +99999999999999999999", None),
        ("Sat, 21 Nov 2026 12:02:00 +2400", None),
        ("Mon, 01 Jan 0001 00:00:00 +2359", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 -2359", 251607124739.0),
        ("Sat, 21 Nov 99999999999999999999 12:02:00 GMT", None),
    ],
)
def test_seconds_and_dates_are_read_and_nonsense_is_none(value: str, seconds: float | None) -> None:
    """Both forms of RFC 9110, 10.2.3; what cannot be read counts as not said."""
    assert retry_after(value, NOW) == seconds
