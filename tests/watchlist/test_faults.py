"""Each thing that can be wrong with a watchlist is named with its line, its place and words."""

from __future__ import annotations

import pytest

from tests.watchlist.conftest import Faults

# A name for the test, the file, and for its only fault: line, where, words of the message.
SHAPES = [
    pytest.param(
        """
        sources:
          - id: a
            urll: https://example.org/
            url: https://example.org/
        """,
        (4, "sources[0].urll", 'unknown key "urll"; did you mean "url"?'),
        id="unknown key that is nearly a known one",
    ),
    pytest.param(
        """
        sources: []
        zzz: 1
        """,
        (
            3,
            "zzz",
            'unknown key "zzz" (allowed: tools, sources, criteria, keepers, editors, review_every)',
        ),
        id="unknown key like no known one",
    ),
    pytest.param(
        """
        sources:
          - id: a
            kind: dpa
        """,
        (3, "sources[0].url", 'missing key "url"'),
        id="missing key",
    ),
    pytest.param(
        """
        sources:
          - id: a
            url: https://example.org/
            url: https://example.com/
        """,
        (5, "sources[0].url", 'key "url" stands here twice; first in line 4'),
        id="key written twice",
    ),
    pytest.param(
        "sources: a",
        (1, "sources", '"a" must be a list: write ["a"]'),
        id="text for a list",
    ),
    pytest.param(
        """
        keepers: {email: keeper@example.org}
        """,
        (2, "keepers", "must be a list, not a mapping"),
        id="mapping for a list",
    ),
    pytest.param(
        """
        sources:
          - https://example.org/
        """,
        (3, "sources[0]", '"https://example.org/" must be a mapping of keys to values'),
        id="text for a mapping",
    ),
    pytest.param(
        "- a",
        (1, "", "must be a mapping of keys to values, not a list"),
        id="list for the whole file",
    ),
    pytest.param(
        """
        tools:
          - id: t
            name: 12
        """,
        (4, "tools[0].name", "12 must be text; put it in quotes"),
        id="number for a text",
    ),
    pytest.param(
        """
        tools:
          - id: t
            name:
        """,
        (4, "tools[0].name", "has no value"),
        id="key without a value",
    ),
    pytest.param(
        """
        sources:
          - {id: a, url: https://example.org/}
        tools:
          - id: t
            name: T
            sources: [a]
            ratings:
              - criterion: dpa
                status: yes
                evidence:
                  - source: a
                    phrase:
        """,
        (
            13,
            "tools[0].ratings[0].evidence[0].phrase",
            "has no value, and needs one: the shortest phrase that finds its passage",
        ),
        id="key without a value that cannot be left out",
    ),
    pytest.param(
        """
        sources:
          - {id: a, url: https://example.org/}
        tools:
          - id: t
            name: T
            sources: [a]
            ratings:
              - {criterion: dpa, status: yes, evidence: }
        """,
        (9, "tools[0].ratings[0].evidence", "has no value: give it one, or leave the key out"),
        id="key without a value that can be left out",
    ),
    pytest.param(
        """
        sources:
          - id: a
            urll: https://example.org/
        """,
        (4, "sources[0].urll", 'unknown key "urll"; did you mean "url"?'),
        id="unknown key in the place of one that is needed",
    ),
    pytest.param(
        """
        tools:
          - {id: Big Tool, name: T}
        """,
        (3, "tools[0].id", '"Big Tool" is no id: use lower-case letters'),
        id="id with a space",
    ),
    pytest.param(
        f"""
        tools:
          - id: {"t" * 81}
            name: T
        """,
        (3, "tools[0].id", "is too long: at most 80 characters"),
        id="id that is too long",
    ),
    pytest.param(
        """
        tools:
          - id: t
            name: "  "
        """,
        (4, "tools[0].name", "says nothing"),
        id="blank name",
    ),
    pytest.param(
        """
        tools:
          - id: t
            name: T
            ratings:
              - criterion: dpa
                status: perhaps
        """,
        (7, "tools[0].ratings[0].status", '"perhaps" is not allowed (allowed: yes, partly, no)'),
        id="unknown status",
    ),
    pytest.param(
        """
        tools:
          - id: t
            name: T
            ratings:
              - criterion: dpa
                status: true
        """,
        (7, "tools[0].ratings[0].status", "true is not allowed (allowed: yes, partly, no)"),
        id="truth value for a status",
    ),
    pytest.param(
        """
        sources:
          - {id: a, url: "https://example.org/", kind: privacypolicy}
        """,
        (3, "sources[0].kind", 'did you mean "privacy_policy"? (allowed: privacy_policy, dpa,'),
        id="unknown kind",
    ),
    pytest.param(
        """
        keepers:
          - email: keeper at example.org
        """,
        (3, "keepers[0].email", '"keeper at example.org" is no e-mail address'),
        id="bad e-mail address",
    ),
    pytest.param(
        """
        keepers:
          - email: keeper@example.org
            language: fr
        """,
        (4, "keepers[0].language", '"fr" is not allowed (allowed: en, de)'),
        id="language that alerts are not written in",
    ),
]

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


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_a_wrong_shape_is_named(faults: Faults, text: str, expected: tuple[int, str, str]) -> None:
    """Keys, types and choices are checked by the shape of the domain."""
    (fault,) = faults(text)
    line, where, words = expected
    assert (fault.line, fault.where) == (line, where)
    assert words in str(fault)


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


def test_all_faults_are_named_in_the_order_of_the_file(faults: Faults) -> None:
    """One wrong value hides no other: syntax apart, the whole file is checked."""
    found = faults(
        """
        tools:
          - id: t
            name: T
            sources: [b]
            ratings:
              - {criterion: dpo, status: ja}
        sources:
          - id: a
            url: gopher://example.org
            every: soon
            knd: dpa
        """
    )
    assert [(fault.line, fault.where) for fault in found] == [
        (5, "tools[0].sources[0]"),
        (7, "tools[0].ratings[0].criterion"),
        (7, "tools[0].ratings[0].status"),
        (10, "sources[0].url"),
        (11, "sources[0].every"),
        (12, "sources[0].knd"),
    ]


def test_the_message_has_one_line_a_fault_with_file_line_place_and_help(faults: Faults) -> None:
    """What the command line prints is what an editor can click on and act upon."""
    (fault,) = faults("sources:\n  - {id: a, urll: x, url: 'https://example.org/'}\n")
    assert str(fault).endswith(
        'watchlist.yaml:2: sources[0].urll: unknown key "urll"; did you mean "url"?'
    )
    assert fault.suggestion == "url"


def test_a_value_cannot_write_to_the_terminal(faults: Faults) -> None:
    """Control characters of a value are written out, and a long value is cut."""
    (fault,) = faults('tools:\n  - {id: "\\e[31m\\x9b\\n%s", name: T}\n' % ("x" * 500))
    assert str(fault).isprintable()
    assert len(str(fault)) < 400
