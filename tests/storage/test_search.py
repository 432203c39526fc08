"""The wording of all versions, searched, and when it stood."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic import command
from hypothesis import given
from hypothesis import strategies as st

from storage.engine import for_writing
from storage.schema import _config
from storage.search import Narrowing, Standing
from storage.search_words import Term, terms, words
from storage.store import History, Store, Work
from tests.storage.samples import HOUR, NOON, capture, document

ANYWHERE = Narrowing()
EDITIONS = (
    "We do not train on customer data.",
    "We do not train on customer data, unless you opt in.",
    "We do not train on customer data.",
)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """Terms that had a clause for one version, and a policy in German."""
    opened = Store(store_url)
    opened.migrate()
    with opened.work() as work:
        for hours, wording in enumerate(EDITIONS):
            record(work, "terms", hours, wording)
        record(work, "policy", 0, "Löschung: Die Übermittlung endet am Straßenrand.")
    yield opened
    opened.close()


def record(work: Work, source_id: str, hours: int, wording: str) -> None:
    """Store a version of a heading and one paragraph."""
    capture_id = work.record_capture(capture(source_id, hours))
    at = NOON + hours * HOUR
    work.record_version(source_id, capture_id, document(wording), "f", "r", wording, at)


def texts(history: History, asked: str, narrowing: Narrowing = ANYWHERE) -> list[str]:
    """What a search finds."""
    return [found.text for found in history.search(terms(asked), narrowing, 10)]


def stood(
    history: History, asked: str, narrowing: Narrowing = ANYWHERE
) -> dict[str, list[Standing]]:
    """When what a search finds stood, by source."""
    return history.standings_of(history.find(terms(asked), narrowing, 99))


def test_words_in_any_order_and_phrases_in_theirs(store: Store) -> None:
    """Words are all wanted; words in quotes follow one another."""
    with store.read() as history:
        assert texts(history, "data train opt") == [EDITIONS[1]]
        assert texts(history, '"opt in"') == [EDITIONS[1]]
        assert texts(history, '"in opt"') == []
        assert texts(history, "data nowhere") == []


def test_a_passage_is_found_once_however_many_versions_have_it(store: Store) -> None:
    """Versions share their passages; the heading that never changed is one."""
    with store.read() as history:
        (heading,) = history.search(terms("retention"), Narrowing(("terms",)), 9)
        assert heading.standings[0].gone_at is None


def test_when_a_phrase_appeared_and_when_it_went(store: Store) -> None:
    """The two dates and the versions are told; what came back stood twice."""
    with store.read() as history:
        clause = stood(history, '"opt in"')
        assert clause == {"terms": [Standing(2, NOON + HOUR, 3, NOON + 2 * HOUR)]}
        (plain,) = history.search(terms('"customer data"'), Narrowing(until=NOON), 9)
        assert [one.since_number for one in plain.standings] == [1, 3]
        assert plain.standings[0].gone_number == 2
        assert plain.standings[1].gone_number is None


@pytest.mark.parametrize(
    "asked", ["loschung", "LÖSCHUNG", "übermittl*", "ubermittlung strassenrand"]
)
def test_accents_case_and_beginnings(store: Store, asked: str) -> None:
    """Accents fold, case does not count, a star stands for the rest of a word."""
    with store.read() as history:
        assert len(texts(history, asked)) == 1


def test_narrowed_by_source_and_time(store: Store) -> None:
    """Only some sources, and only what stood within a time."""
    with store.read() as history:
        assert texts(history, "data", Narrowing(("policy",))) == []
        assert texts(history, "data", Narrowing(())) == []
        assert texts(history, "opt", Narrowing(until=NOON)) == []
        assert texts(history, "opt", Narrowing(since=NOON + 3 * HOUR)) == []
        at_one = Narrowing(since=NOON + HOUR, until=NOON + HOUR)
        assert texts(history, "opt", at_one) == [EDITIONS[1]]
        assert list(stood(history, "opt", at_one)) == ["terms"]


def test_a_source_is_told_from_those_named_like_it(store: Store) -> None:
    """An id may hold the words of another one, and letters of any kind."""
    with store.work() as work:
        record(work, "terms-of-the-policy", 0, "Only here.")
        record(work, "políticas_2", 0, "Only here.")
    with store.read() as history:
        assert texts(history, "only", Narrowing(("terms", "policy", "terms-of"))) == []
        for source in ("terms-of-the-policy", "políticas_2"):
            (found,) = history.search(terms("only"), Narrowing((source,)), 9)
            assert found.source_id == source
        assert len(texts(history, "only", Narrowing(("políticas_2", "terms-of-the-policy")))) == 2


@pytest.mark.parametrize("beginning", ["o", "op", "opt", "unle"])
def test_beginnings_of_any_length(store: Store, beginning: str) -> None:
    """A beginning finds the words that go on, be it one letter."""
    with store.read() as history:
        assert EDITIONS[1] in texts(history, f"{beginning}*")


def test_going_on(store: Store) -> None:
    """A list goes on below the last one shown, and is no longer than asked."""
    with store.read() as history:
        first, second = history.search(terms("data"), ANYWHERE, 9)
        assert history.search(terms("data"), ANYWHERE, 9, below=first.id) == (second,)
        assert history.find(terms("data"), ANYWHERE, 9) == (first.id, second.id)
        assert history.find(terms("data"), Narrowing(("terms",)), 1) == (first.id,)


def test_a_version_that_was_read_again(store: Store) -> None:
    """What only the first reading of a version had is not told as having stood."""
    with store.work() as work:
        old = work.version("policy", 1)
        work.record_version(
            "policy", old.capture_id, document("Anders."), "g", "r", "h", old.at, replaces=old.id
        )
    with store.read() as history:
        assert stood(history, "strassenrand") == {}
        assert list(stood(history, "anders")) == ["policy"]


def test_a_store_from_before_is_indexed_when_it_is_migrated(store_url: str) -> None:
    """Versions that were there before the index are found, too."""
    opened = Store(store_url)
    opened.migrate()
    with opened.work() as work:
        record(work, "terms", 0, EDITIONS[1])
    config = _config()
    with for_writing(opened._engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")
    opened.migrate()
    with opened.read() as history:
        assert texts(history, "opt") == [EDITIONS[1]]
        assert texts(history, "opt", Narrowing(("terms",))) == [EDITIONS[1]]
        assert texts(history, "opt", Narrowing(("policy",))) == []
    opened.close()


HOSTILE = [
    "'",
    '"',
    '" OR 1=1',
    "a:b",
    "NEAR(a b)",
    "*",
    "-",
    "\\",
    "a' & 'b",
    "ﬁ",
    "\x00",
    "{x}",
    "^a",
]


@pytest.mark.parametrize("asked", HOSTILE)
def test_no_text_can_break_a_search(store: Store, asked: str) -> None:
    """Whatever is typed is words to look for, or nothing."""
    with store.read() as history:
        if terms(asked):
            assert texts(history, asked) == []


@given(st.text(max_size=80))
def test_terms_are_plain_words(asked: str) -> None:
    """No mark of either database's query language gets through."""
    for term in terms(asked):
        assert term.words
        assert all(word.isalnum() for word in term.words)


def test_what_was_typed() -> None:
    """Quotes make phrases, of any style; a star at the end of a word is a beginning."""
    assert terms("“opt in” train* e-mail") == (
        Term(("opt", "in")),
        Term(("train",), prefix=True),
        Term(("e", "mail")),
    )
    assert words("Kund*innen, Façade_x") == ["kund", "innen", "facade", "x"]
