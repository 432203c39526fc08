"""An interval, an address, a selector or a language that can be of no use is named."""

from __future__ import annotations

import pytest

from tests.watchlist.conftest import Faults

DURATIONS = [
    pytest.param("fortnightly", "must be a duration such as 12h, 1d, 90m or 1d 6h", id="word"),
    pytest.param("90", "must be a duration such as 12h", id="number without unit"),
    pytest.param("12H", "must be a duration such as 12h", id="unit in upper case"),
    pytest.param("PT12H", "must be a duration such as 12h", id="ISO 8601"),
    pytest.param("4m", "must be at least 5m", id="impolitely short"),
    pytest.param("999999d", "must be at least 5m and at most 366d", id="absurdly long"),
    pytest.param("1h 1h", "names the same unit twice", id="unit twice"),
]

ADDRESSES = [
    pytest.param("ftp://example.org/x", "begin with https:// or http://", id="ftp"),
    pytest.param("file:///etc/passwd", "begin with https:// or http://", id="file"),
    pytest.param("example.org/terms", "begin with https:// or http://", id="no scheme"),
    pytest.param("https:///terms", "names no host", id="no host"),
    pytest.param("https://exa mple.org/", "holds a space", id="space"),
    pytest.param("https://example.org:http/", "host or port is malformed", id="port"),
    pytest.param("https://[::1/", "host or port is malformed", id="bracket"),
    pytest.param("https://example..org/", "its host is malformed", id="empty label"),
    pytest.param("https://user:word@example.org/", "carries a user name or password", id="login"),
    pytest.param("", "is empty", id="empty"),
]

SELECTORS = [
    pytest.param("select", "div >", "Expected selector", id="broken"),
    pytest.param("remove", ":foo", "pseudo-class :foo is unknown", id="unknown pseudo-class"),
    pytest.param("select", "a::text", "Pseudo-elements", id="pseudo-element"),
    pytest.param("expand", "a[b=", "Expected string or ident", id="broken for the browser"),
]


@pytest.mark.parametrize(("written", "words"), DURATIONS)
def test_a_bad_interval_is_named(faults: Faults, written: str, words: str) -> None:
    """Intervals are written with units, and are neither impolite nor absurd."""
    (fault,) = faults(f"sources:\n  - id: a\n    url: https://example.org/\n    every: {written}\n")
    assert (fault.line, fault.column, fault.where) == (4, 12, "sources[0].every")
    assert words in fault.message


@pytest.mark.parametrize(("url", "words"), ADDRESSES)
def test_a_bad_address_is_named(faults: Faults, url: str, words: str) -> None:
    """What could never be fetched is refused before anything is."""
    (fault,) = faults(f'sources:\n  - id: a\n    url: "{url}"\n')
    assert (fault.line, fault.where, fault.value) == (3, "sources[0].url", url)
    assert words in fault.message


@pytest.mark.parametrize(("key", "selector", "words"), SELECTORS)
def test_a_bad_selector_is_named(faults: Faults, key: str, selector: str, words: str) -> None:
    """A selector that can match nothing would silently select or leave out nothing."""
    (fault,) = faults(
        f"sources:\n  - id: a\n    url: https://example.org/\n    {key}: [main, '{selector}']\n"
    )
    assert (fault.line, fault.where) == (4, f"sources[0].{key}[1]")
    assert f'"{selector}" is no CSS selector' in fault.message
    assert words in fault.message


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("en-US", "two lower-case letters", id="region"),
        pytest.param("english", "two lower-case letters", id="name"),
        pytest.param("EN", "two lower-case letters", id="upper case"),
        pytest.param("jp", "is no code of ISO 639-1", id="country"),
    ],
)
def test_a_bad_language_is_named(faults: Faults, code: str, words: str) -> None:
    """A code that no page is ever recognised as would make every capture a problem."""
    (fault,) = faults(f"sources:\n  - id: a\n    url: https://example.org/\n    language: {code}\n")
    assert (fault.line, fault.where, fault.value) == (4, "sources[0].language", code)
    assert words in fault.message
