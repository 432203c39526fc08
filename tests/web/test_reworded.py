"""A flag whose evidence was rewritten shows what became of it, and marks no other evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from domain.document import Block, BlockKind, Document
from domain.flag import Flag, Priority
from domain.sentence import Sentence
from domain.watchlist import Evidence, Rating, Status
from review.comparison import compare
from review.evidence import Versions
from storage.records import StoredVersion
from storage.store import Store, Work
from tests.web import site
from web.app import create_app

PHRASE = "only on documented instructions of the customer"
OTHERS = "keeps records for three years"
NOW = (
    "The processor processes personal data solely in accordance with the written instructions "
    "it receives from the customer"
)
EDITIONS = (
    f"The processor processes personal data {PHRASE}. It {OTHERS}.",
    f"{NOW}. It {OTHERS}.",
)


def ratings() -> tuple[Rating, ...]:
    """Two ratings that rest on the same paragraph."""
    return tuple(
        Rating(
            criterion=criterion,
            status=Status.YES,
            evidence=(Evidence(source="terms", phrase=phrase),),
        )
        for criterion, phrase in (("no_training", PHRASE), ("retention", OTHERS))
    )


@pytest.fixture
def editions() -> tuple[Sequence[str], Sequence[str]]:
    """The paragraphs of both versions."""
    return EDITIONS[:1], EDITIONS[1:]


@pytest.fixture
def client(store_url: str, editions: tuple[Sequence[str], Sequence[str]]) -> Iterator[TestClient]:
    """A browser before one change and a flag on the first rating."""
    store = Store(store_url)
    store.migrate()
    old, new = (
        Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)) for texts in editions
    )
    change = compare(old, new)
    state = Versions(old, new, change.passages).state(PHRASE)
    summary = Sentence("It was reworded.", "Es wurde umformuliert.")
    flag = Flag("lumen", "no_training", 1.0, Priority.EVIDENCE, summary, (), (0,), (state,))
    with store.work() as work:
        before, after = (_version(work, number, one) for number, one in enumerate((old, new)))
        change_id = work.record_change("terms", before, after, change, after.at)
        work.record_flags(change_id, "terms", [flag], after.at)
    (tool,) = site.WATCHLIST.tools
    tool = tool.model_copy(update={"ratings": ratings()})
    own = site.WATCHLIST.model_copy(update={"tools": (tool,)})
    app = create_app(replace(site.deps(store), file=lambda: own))
    yield TestClient(app, base_url="http://localhost", client=("127.0.0.1", 50000))
    store.close()


def _version(work: Work, number: int, document: Document) -> StoredVersion:
    at = site.START + timedelta(days=number)
    capture = work.record_capture(site.capture(at))
    return work.record_version("terms", capture, document, "f", "r", str(number), at)


@pytest.mark.parametrize("path", ["/flags/1", "/tools/lumen/ratings/no_training"])
def test_the_sentence_in_its_place_is_offered(client: TestClient, path: str) -> None:
    """Nobody is told that nothing reads like it."""
    page = client.get(path).text
    assert f'name="quotes" value="{NOW}"' in page
    assert "Nothing in the newest version" not in page
    assert 'evidence-reworded">reworded' in page
    assert ">gone<" not in page


def test_it_is_shown_word_by_word_beside_the_phrase(client: TestClient) -> None:
    """Beside the evidence as well as in its passage."""
    page = client.get("/flags/1").text
    _, _, evidence = page.partition('<ul class="evidence">')
    assert "<del><mark>only on documented" in evidence
    assert "<ins>solely in accordance" in evidence


def test_only_what_this_rating_rests_on_is_marked_and_said_to_be(client: TestClient) -> None:
    """The evidence of another rating in the same passage is no matter here."""
    page = client.get("/flags/1").text
    assert "Marked: what this rating rests on" in page
    assert f"<mark>{OTHERS}" not in page
    whole = client.get("/changes/1").text
    assert f"<mark>{OTHERS}" in whole
    assert "Marked: what a rating rests on" in whole


@pytest.mark.parametrize("editions", [((EDITIONS[0], "It prints maps."), ("It prints maps.",))])
@pytest.mark.parametrize("path", ["/flags/1", "/tools/lumen/ratings/no_training", "/changes/1"])
def test_what_was_deleted_whole_is_shown_as_gone(client: TestClient, path: str) -> None:
    """The most urgent of all flags has a page, though nothing stands where its evidence stood."""
    shown = client.get(path)
    assert shown.status_code == 200
    assert PHRASE in shown.text
