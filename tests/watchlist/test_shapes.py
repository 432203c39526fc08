"""Each key, type and choice that is wrong is named with its line, its place and words."""

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


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_a_wrong_shape_is_named(faults: Faults, text: str, expected: tuple[int, str, str]) -> None:
    """Keys, types and choices are checked by the shape of the domain."""
    (fault,) = faults(text)
    line, where, words = expected
    assert (fault.line, fault.where) == (line, where)
    assert words in str(fault)
