"""What a watchlist names must exist, and only once."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausewatch.watchlist import check_watchlist
from tests.watchlist.conftest import BUILTIN, Faults, Load

SOURCES = """
sources:
  - id: terms
    url: https://example.org/terms
  - id: privacy
    url: https://example.org/privacy
tools:
"""

REFERENCES = [
    pytest.param(
        "  - {id: t, name: T, sources: [privcy]}",
        "tools[0].sources[0]",
        'unknown source "privcy"; did you mean "privacy"?',
        id="page cites an unknown source",
    ),
    pytest.param(
        "  - {id: t, name: T, sources: [zzz]}",
        "tools[0].sources[0]",
        'unknown source "zzz" (allowed: privacy, terms)',
        id="unknown source like no known one",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: dpa, status: no, evidence: "
        "[{source: term, phrase: some words}]}]}",
        "tools[0].ratings[0].evidence[0].source",
        'unknown source "term"; did you mean "terms"?',
        id="evidence cites an unknown source",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: dpa, status: no, evidence: "
        "[{phrase: some words}]}]}",
        "tools[0].ratings[0].evidence[0].source",
        'missing key "source"',
        id="evidence without a source",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: dpa, status: no, evidence: "
        "[{source: terms}]}]}",
        "tools[0].ratings[0].evidence[0].phrase",
        'missing key "phrase"',
        id="evidence without a phrase",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: dpa, status: no, evidence: "
        "[{source: terms, phrase: '    '}]}]}",
        "tools[0].ratings[0].evidence[0].phrase",
        "says nothing",
        id="evidence with a blank phrase",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: no_trainng, status: no}]}",
        "tools[0].ratings[0].criterion",
        'unknown criterion "no_trainng"; did you mean "no_training"? '
        "(allowed: dpa, gdpr, no_training)",
        id="unknown criterion",
    ),
    pytest.param(
        "  - {id: t, name: T, ratings: [{criterion: dpa, status: no}, "
        "{criterion: dpa, status: yes}]}",
        "tools[0].ratings[1].criterion",
        'criterion "dpa" is already rated in tools[0].ratings[0].criterion',
        id="criterion rated twice",
    ),
    pytest.param(
        "  - {id: t, name: T, sources: [terms, terms]}",
        "tools[0].sources[1]",
        'source "terms" is already listed in tools[0].sources[0]',
        id="source listed twice",
    ),
    pytest.param(
        "  - {id: t, name: T, editors: [{email: e@example.org}, {email: E@example.org}]}",
        "tools[0].editors[1].email",
        '"e@example.org" is already listed in tools[0].editors[0].email',
        id="editor listed twice",
    ),
    pytest.param(
        "  - {id: t, name: T, page: 'directory/t'}",
        "tools[0].page",
        '"directory/t" is no web address',
        id="page of the tool is no address",
    ),
]

SAME_PAGE = [
    "https://example.org/terms",
    "http://example.org/terms",
    "https://EXAMPLE.org/terms/",
    "https://example.org:443/terms#section-2",
    "https://example.org./terms",
]

OTHER_PAGE = [
    "https://example.org/terms/eu",
    "https://example.org/Terms",
    "https://example.org/terms?lang=de",
    "https://example.org:8443/terms",
    "https://example.org/terms#/eu",
    "https://www.example.org/terms",
]


@pytest.mark.parametrize(("tool", "where", "words"), REFERENCES)
def test_a_bad_reference_is_named(faults: Faults, tool: str, where: str, words: str) -> None:
    """Tools, ratings and evidence hang on sources and criteria that exist, each once."""
    (fault,) = faults(SOURCES + tool)
    assert (fault.line, fault.where) == (8, where)
    assert words in str(fault)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        pytest.param(
            "tools:\n- {id: t, name: T}\n- {id: t, name: U}\n",
            "tools[1].id",
            'id "t" is taken by tools[0].id',
            id="tools",
        ),
        pytest.param(
            "sources:\n- {id: a, url: 'https://a.example/'}\n- {id: a, url: 'https://b.example/'}\n",
            "sources[1].id",
            'id "a" is taken by sources[0].id',
            id="sources",
        ),
        pytest.param(
            "criteria:\n- {key: dpa}\n- {key: dpa}\n",
            "criteria[1].key",
            'key "dpa" is taken by criteria[0].key',
            id="criteria",
        ),
    ],
)
def test_an_id_is_taken_once(faults: Faults, text: str, where: str, words: str) -> None:
    """The history hangs on ids, so two things must never share one."""
    (fault,) = faults(text)
    assert (fault.line, fault.where) == (3, where)
    assert words in fault.message


@pytest.mark.parametrize("url", SAME_PAGE)
def test_one_page_under_two_ids_is_named(faults: Faults, url: str) -> None:
    """A page is fetched once; two spellings of its address are one page."""
    (fault,) = faults(SOURCES.replace("tools:", f'  - {{id: again, url: "{url}"}}'))
    assert (fault.line, fault.where) == (7, "sources[2].url")
    assert 'is the same page as sources[0] (id "terms")' in fault.message


@pytest.mark.parametrize("url", OTHER_PAGE)
def test_another_page_may_have_another_id(load: Load, url: str) -> None:
    """Path, query, port, host and a fragment that routes lead to other pages."""
    watchlist = load(SOURCES.replace("tools:", f'  - {{id: other, url: "{url}"}}'))
    assert len(watchlist.sources) == 3


def test_a_private_address_is_no_fault_of_the_file(load: Load) -> None:
    """What may be fetched is decided when it is fetched, by what the name resolves to."""
    assert load("sources: [{id: a, url: 'http://127.0.0.1:8000/terms'}]").sources[0].id == "a"


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        pytest.param(
            "sources:\n- {id: a, url: 'https://a.example/'}\n",
            "sources[0]",
            'no tool cites source "a"',
            id="source that nobody cites",
        ),
        pytest.param(
            "tools: [{id: t, name: T, sources: [a]}]\n"
            "sources: [{id: a, url: 'https://a.example/', expand: [button]}]\n",
            "sources[0].expand",
            "has no effect without render: browser",
            id="buttons without a browser",
        ),
        pytest.param("tools: []\n", "", "nothing is watched", id="no sources"),
    ],
)
def test_what_is_odd_is_a_warning(tmp_path: Path, text: str, where: str, words: str) -> None:
    """What may be meant is no fault, but it is told."""
    file = tmp_path / "watchlist.yaml"
    file.write_text(text)
    (warning,) = check_watchlist(file, builtin=BUILTIN).warnings
    assert warning.where == where
    assert words in warning.message
