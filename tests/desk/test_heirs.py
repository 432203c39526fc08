"""Evidence whose sentence was rewritten is offered the sentence that stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from desk.renewal import heir_of, offered
from domain.document import Block, BlockKind, Document
from domain.watchlist import Evidence
from review.comparison import compare
from storage.store import Store
from tests.web import site

PHRASE = "only on documented instructions of the customer"
EVIDENCE = Evidence(source="terms", phrase=PHRASE)
AROUND = "This agreement applies to all paid plans of the service."
START = "The processor processes personal data"
EDITIONS = (
    f"{START} {PHRASE}.",
    f"{START} solely in accordance with the written instructions it receives from the customer.",
    f"{START} solely in accordance with the written orders it receives from the customer's agents.",
)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store."""
    made = Store(store_url)
    made.migrate()
    yield made
    made.close()


def record(store: Store, *editions: str) -> Document:
    """Record editions of one paragraph with the changes between them; return the newest."""
    documents = [
        Document(tuple(Block(BlockKind.PARAGRAPH, line) for line in (AROUND, edition)))
        for edition in editions
    ]
    with store.work() as work:
        before = None
        for number, document in enumerate(documents):
            at = site.START + timedelta(days=number)
            capture = work.record_capture(site.capture(at))
            new = work.record_version("terms", capture, document, "f", "r", str(number), at)
            if before is not None:
                change = compare(before.document, document)
                work.record_change("terms", before, new, change, at)
            before = new
    return documents[-1]


def test_what_took_the_place_of_evidence_is_offered_first(store: Store) -> None:
    """Though hardly a word of the phrase is left in it."""
    newest = record(store, *EDITIONS[:2])
    with store.read() as history:
        assert offered(history, EVIDENCE, newest)[0] == EDITIONS[1].rstrip(".")


def test_a_sentence_that_was_rewritten_again_is_followed(store: Store) -> None:
    """What is offered stands in the newest version."""
    newest = record(store, *EDITIONS)
    with store.read() as history:
        assert heir_of(history, EVIDENCE, newest) == EDITIONS[2].rstrip(".")


def test_what_went_later_leaves_nothing_to_offer(store: Store) -> None:
    """The sentence in its place is gone as well."""
    newest = record(store, *EDITIONS[:2], "Prices are listed in euros.")
    with store.read() as history:
        assert heir_of(history, EVIDENCE, newest) == ""
