"""A store whose editors have decided flags of real changes, compared and flagged for real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from clausewatch.learning.weights import shipped_model
from clausewatch.watchlist import builtin_criteria
from domain.document import Block, BlockKind, Document
from domain.watchlist import DocumentKind, Evidence, Rating, Source, Status, Tool, Watchlist
from review.comparison import compare
from review.flags import flag_change
from storage.records import Decision
from storage.store import Store
from tests.storage.samples import NOON, capture

PHRASE = "delete your content after"
WATCHLIST = Watchlist(
    sources=(Source(id="privacy", url="https://x.example", kind=DocumentKind.PRIVACY_POLICY),),
    tools=(
        Tool(
            id="tool",
            name="Tool",
            sources=("privacy",),
            ratings=(
                Rating(criterion="no_training", status=Status.YES),
                Rating(
                    criterion="gdpr",
                    status=Status.PARTLY,
                    evidence=(Evidence(source="privacy", phrase=PHRASE),),
                ),
            ),
        ),
    ),
    criteria=builtin_criteria(),
)
TRAINING = "We use your content to train our models."
NO_TRAINING = "We do not use your content to train our models."
COURSES = "Our staff attend training courses about models of leadership every {} months."
DELETED = "We delete your content after {} days."

Change = Callable[[str, str], dict[str, int]]


def document(text: str) -> Document:
    """Return a document of one paragraph."""
    return Document((Block(BlockKind.PARAGRAPH, text),), language="en")


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store."""
    opened = Store(store_url)
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def change(store: Store) -> Change:
    """Return a function that stores a change with its flags; it returns their ids by criterion.

    The flags are raised with a low threshold, so that there is something to decide.
    """
    hours = iter(range(10_000))
    eager = replace(shipped_model(), threshold=0.02, threshold_when_cited=0.02)

    def make(before: str, after: str) -> dict[str, int]:
        documents = (document(before), document(after))
        found = compare(*documents, kind="privacy_policy")
        with store.work() as work:
            versions = [
                work.record_version(
                    "privacy",
                    work.record_capture(capture("privacy", hour)),
                    wording,
                    "f1",
                    "plain",
                    f"{hour:064}",
                    NOON + timedelta(hours=hour),
                )
                for hour, wording in zip(hours, documents, strict=False)
            ]
            number = work.record_change("privacy", versions[0], versions[1], found, NOON)
            flags = flag_change(
                found,
                *documents,
                source_id="privacy",
                kind="privacy_policy",
                tools=WATCHLIST.tools,
                criteria=WATCHLIST.criteria,
                model=eager,
            )
            ids = work.record_flags(number, "privacy", flags, NOON)
        return {flag.criterion: one for flag, one in zip(flags, ids, strict=True)}

    return make


def decide(store: Store, flag_id: int, decision: Decision) -> None:
    """Record what an editor decided."""
    with store.work() as work:
        work.record_review(flag_id, decision, "ada", NOON)
