"""What could take the place of evidence that is lost."""

from __future__ import annotations

import pytest

from desk.renewal import as_evidence, candidates, candidates_in, stands_in
from domain.document import Block, BlockKind, Document
from domain.errors import NotFoundError
from storage.store import Store
from tests.web import site

PAGE = Document(
    (
        Block(BlockKind.PARAGRAPH, "We keep logs for 30 days. Support answers within three days."),
        Block(BlockKind.PARAGRAPH, "We may use what you send to train our models."),
    )
)


def test_nearly_the_same_is_no_evidence() -> None:
    """A phrase stands in a document word for word, or it does not."""
    assert stands_in("logs for 30 days", PAGE)
    assert not stands_in("logs for 90 days", PAGE)


def test_the_likest_sentence_is_offered_first_and_what_is_unlike_never() -> None:
    """Sentences, not paragraphs: the fewest words that find the passage."""
    offered = candidates("we keep logs for 90 days", PAGE.blocks[0].text)
    assert offered[0] == "We keep logs for 30 days"
    assert candidates("mandatory arbitration in Ruritania", PAGE.blocks[0].text) == ()


def test_headings_and_numbers_are_not_offered() -> None:
    """What is much shorter than the phrase is like any part of it."""
    assert candidates("at least 15 days before it takes effect", "15. Effect. Days.") == ()


def test_all_that_is_offered_stands_in_the_document() -> None:
    """Also where the whole passage was rewritten and only a sentence is like it."""
    offered = candidates_in("we will not use what you send to train our models", PAGE)
    assert offered
    assert all(stands_in(one, PAGE) for one in offered)


def test_a_phrase_becomes_evidence_of_the_source_that_holds_it_now(store_url: str) -> None:
    """The newest version counts, and a phrase that none holds is refused."""
    store = Store(store_url)
    store.migrate()
    site.fill(store)
    with store.read() as history:
        (found,) = as_evidence(history, ["deleted after 90 days"], ["policy", "terms"])
        assert found.source == "terms"
        with pytest.raises(NotFoundError):
            as_evidence(history, ["deleted after 30 days"], ["policy", "terms"])
    store.close()
