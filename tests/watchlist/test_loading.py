"""A watchlist without faults is read into the values of the domain."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from clausewatch.watchlist import builtin_criteria, check_watchlist
from domain.watchlist import DocumentKind, Status, Watchlist
from tests.watchlist.conftest import BUILTIN, Faults, Load

SHIPPED = Path(__file__).parents[2] / "watchlist.yaml"
KEYS = {
    "on_prem",
    "private_cloud",
    "eu_saas",
    "hybrid",
    "dpa",
    "no_training",
    "open_source",
    "gdpr",
}


def test_the_shipped_watchlist_has_no_fault_and_no_warning() -> None:
    """It is the example that users copy, and what the first run reads."""
    checked = check_watchlist(SHIPPED)
    assert checked.warnings == ()
    (tool,) = checked.watchlist.tools
    assert {rating.criterion for rating in tool.ratings} == KEYS
    assert len(checked.watchlist.sources) == 9
    assert all(tool.cites(source.id) for source in checked.watchlist.sources)
    assert checked.watchlist.keepers
    assert tool.editors


def test_the_package_brings_eight_criteria_in_two_languages() -> None:
    """Every built-in criterion can be shown in both languages, and has words to find it by."""
    criteria = builtin_criteria()
    assert {criterion.key for criterion in criteria} == KEYS
    for criterion in criteria:
        assert set(criterion.label) == {"en", "de"}
        assert criterion.meaning
        assert set(criterion.vocabulary) >= {"en", "de"}


def test_values_are_read_as_the_domain_has_them(load: Load) -> None:
    """Words such as `no` are words; lists keep their order."""
    watchlist = load(
        """
        sources:
          - id: terms
            url: https://example.org/terms
            kind: terms
            every: 1d 6h
            language: de
            select: [main, "article > p"]
        tools:
          - id: t
            name: T
            ratings:
              - criterion: dpa
                status: no
                evidence: [{source: terms, phrase: some words}]
        """
    )
    source = watchlist.sources[0]
    assert source.every == timedelta(days=1, hours=6)
    assert source.kind is DocumentKind.TERMS
    assert source.select == ("main", "article > p")
    rating = watchlist.tools[0].rating("dpa")
    assert rating is not None
    assert rating.status is Status.NO
    assert watchlist.tools_citing("terms") == watchlist.tools


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("12h", 720), ("1d", 1440), ("90m", 90), ("1d 6h", 1800), ("5m", 5), ("366d", 527040)],
)
def test_an_interval_is_read(load: Load, written: str, minutes: int) -> None:
    """Days, hours and minutes, alone or added up; the limits themselves are allowed."""
    watchlist = load(f"sources: [{{id: a, url: 'https://example.org/', every: {written}}}]")
    assert watchlist.sources[0].every == timedelta(minutes=minutes)


def test_an_alias_and_a_merge_save_writing(load: Load) -> None:
    """Many tools with the same editors, many sources with the same settings."""
    watchlist = load(
        """
        sources:
          - &docs {id: a, url: "https://example.org/a", kind: docs, every: 1d}
          - <<: *docs
            id: b
            url: https://example.org/b
        tools:
          - {id: t, name: T, sources: [a], editors: &us [{email: e@example.org}]}
          - {id: u, name: U, sources: [b], editors: *us}
        """
    )
    assert [source.id for source in watchlist.sources] == ["a", "b"]
    assert watchlist.sources[1].kind is DocumentKind.DOCS
    assert watchlist.tools[0].editors == watchlist.tools[1].editors


def test_criteria_that_the_file_does_not_name_are_there_all_the_same(load: Load) -> None:
    """A watchlist of a tool and its sources is enough."""
    assert load("tools: []").criteria == BUILTIN


def test_an_entry_of_a_built_in_key_is_laid_over_it(load: Load) -> None:
    """Label by language, meaning as a whole, vocabulary phrase by phrase."""
    watchlist = load(
        """
        criteria:
          - key: gdpr
            label: {de: Urteil}
            vocabulary:
              en: {some words: 0.2, new words: 1}
              de: {neue Wörter: 0.7}
        """
    )
    criterion = watchlist.criterion("gdpr")
    assert criterion is not None
    assert criterion.label == {"en": "Gdpr", "de": "Urteil"}
    assert criterion.meaning == "What gdpr asks."
    assert criterion.vocabulary == {
        "en": {"some words": 0.2, "other words": 0.5, "new words": 1.0},
        "de": {"neue Wörter": 0.7},
    }
    assert [criterion.key for criterion in watchlist.criteria] == ["gdpr", "dpa", "no_training"]


@pytest.mark.parametrize("written", ["some words", "Some-Words", '"some words"', "some  words"])
def test_a_built_in_phrase_is_weighed_anew_however_it_is_spelled(load: Load, written: str) -> None:
    """Phrases are compared as they are looked for; a weight of 0 silences one."""
    entry = "criteria: [{key: dpa, vocabulary: {en: {%s: %s}}}]"
    weighed = load(entry % (written, 0.2)).criterion("dpa")
    assert weighed is not None
    assert sorted(weighed.vocabulary["en"].values()) == [0.2, 0.5]
    silenced = load(entry % (written, 0)).criterion("dpa")
    assert silenced is not None
    assert silenced.vocabulary["en"] == {"other words": 0.5}


def test_an_open_ending_makes_another_phrase(load: Load) -> None:
    """`some words*` is added to `some words`: it finds more."""
    criterion = load("criteria: [{key: dpa, vocabulary: {en: {some words*: 1}}}]").criterion("dpa")
    assert criterion is not None
    assert len(criterion.vocabulary["en"]) == 3


def test_a_new_criterion_can_be_rated(load: Load) -> None:
    """A directory may have rows of its own."""
    watchlist = load(
        """
        criteria:
          - {key: price, label: {en: Price, de: Preis}, meaning: What does it cost?}
        tools:
          - {id: t, name: T, ratings: [{criterion: price, status: partly}]}
        """
    )
    assert watchlist.criterion("price") is not None


@pytest.mark.parametrize(
    ("entry", "where", "words"),
    [
        ("{key: price, label: {en: P}}", "criteria[0].meaning", "missing key"),
        ("{key: price, meaning: m}", "criteria[0].label", "missing key"),
        ("{key: dpa, label: {fr: P}}", "criteria[0].label.fr", 'unknown language "fr"'),
        ("{key: new, meaning: m, label: {de: P}}", "criteria[0].label", 'missing key "en"'),
        ("{key: dpa, label: P}", "criteria[0].label", "must be a mapping"),
        (
            "{key: dpa, vocabulary: {en: {some words: 2}}}",
            'criteria[0].vocabulary.en["some words"]',
            "2 must be a number from 0 to 1",
        ),
        (
            "{key: dpa, vocabulary: {en: {fine: .nan}}}",
            "criteria[0].vocabulary.en.fine",
            "must be a number from 0 to 1",
        ),
        (
            "{key: dpa, vocabulary: {en: [some words]}}",
            "criteria[0].vocabulary.en",
            "must be a mapping of keys to values, not a list",
        ),
        ('{key: dpa, vocabulary: {en: {"**": 1}}}', 'criteria[0].vocabulary.en["**"]', "no word"),
        ("{key: dpa, vocabulary: {xx: {}}}", "criteria[0].vocabulary.xx", "unknown language"),
    ],
)
def test_a_bad_criterion_is_named(faults: Faults, entry: str, where: str, words: str) -> None:
    """A new criterion must be whole; an entry over a built-in one must fit it."""
    (fault,) = faults(f"criteria:\n  - {entry}\n")
    assert (fault.line, fault.where) == (2, where)
    assert words in fault.message


def test_a_source_comes_back_from_json_as_it_went() -> None:
    """Child processes are told their sources as JSON."""
    watchlist = check_watchlist(SHIPPED).watchlist
    assert Watchlist.model_validate_json(watchlist.model_dump_json()) == watchlist
