"""The decisions in a store are examples to learn from, recomputed from what is stored."""

from __future__ import annotations

import pytest

from clausewatch.learning.decisions import decisions_in
from clausewatch.learning.weights import shipped_model
from domain.watchlist import DocumentKind
from review.learning.lessons import Decided
from storage.records import Decision
from storage.store import Store
from tests.learning.conftest import DELETED, NO_TRAINING, TRAINING, WATCHLIST, Change, decide


def decisions(store: Store) -> list[Decided]:
    """Return what the store has to teach."""
    with store.read() as history:
        return list(decisions_in(history, WATCHLIST, shipped_model()))


@pytest.mark.parametrize(
    ("decision", "relevant"),
    [(Decision.CONFIRMED, True), (Decision.CHANGED, True), (Decision.NOT_RELEVANT, False)],
)
def test_a_decision_is_an_example(
    store: Store, change: Change, decision: Decision, *, relevant: bool
) -> None:
    """With the features of the passages that the change was made of."""
    flags = change(NO_TRAINING, TRAINING)
    decide(store, flags["no_training"], decision)
    (one,) = decisions(store)
    assert (one.example.criterion, one.example.relevant) == ("no_training", relevant)
    assert one.example.passages[0]["direction"] > 0
    assert (one.cited, one.by_evidence) == (False, False)


def test_what_nobody_decided_is_unknown(store: Store, change: Change) -> None:
    """Neither what is open, nor what was put off or taken up again, nor what was never raised."""
    assert "no_training" in change(NO_TRAINING, TRAINING)
    again = change(TRAINING, NO_TRAINING)["no_training"]
    decide(store, again, Decision.NOT_RELEVANT)
    decide(store, again, Decision.REOPENED)
    assert decisions(store) == []


def test_the_latest_decision_counts(store: Store, change: Change) -> None:
    """Editors change their minds."""
    number = change(NO_TRAINING, TRAINING)["no_training"]
    for decision in (Decision.NOT_RELEVANT, Decision.REOPENED, Decision.CHANGED):
        decide(store, number, decision)
    (one,) = decisions(store)
    assert one.example.relevant


def test_a_flag_that_evidence_raised_is_known_as_such(store: Store, change: Change) -> None:
    """No weights could have kept it back."""
    number = change(DELETED.format(30), "We never delete anything.")["gdpr"]
    decide(store, number, Decision.CONFIRMED)
    (one,) = decisions(store)
    assert (one.cited, one.by_evidence) == (True, True)


def test_decisions_about_one_change_belong_together(store: Store, change: Change) -> None:
    """They are never on both sides when weights are judged."""
    both = change(f"{NO_TRAINING} {DELETED.format(30)}", f"{TRAINING} {DELETED.format(90)}")
    decide(store, change(TRAINING, NO_TRAINING)["no_training"], Decision.CHANGED)
    for criterion in ("no_training", "gdpr"):
        decide(store, both[criterion], Decision.CHANGED)
    groups = [one.group for one in decisions(store)]
    assert len(groups) == 3
    assert len(set(groups)) == 2


def test_a_decision_is_about_the_kind_that_its_flag_was_about(store: Store, change: Change) -> None:
    """Where the watchlist names no kind, the title did when the flag was raised, and does now."""
    flags = change("Privacy policy. We keep data.", "Privacy policy. We keep data, and sell it.")
    decide(store, flags["gdpr"], Decision.CONFIRMED)
    unnamed = (WATCHLIST.sources[0].model_copy(update={"kind": DocumentKind.OTHER}),)
    watchlist = WATCHLIST.model_copy(update={"sources": unnamed})
    with store.read() as history:
        (one,) = decisions_in(history, watchlist, shipped_model())
    assert one.example.passages[0]["kind:privacy_policy"] > 0


def test_a_criterion_that_is_gone_teaches_nothing(store: Store, change: Change) -> None:
    """Nobody knows any longer what it asked."""
    decide(store, change(NO_TRAINING, TRAINING)["no_training"], Decision.CHANGED)
    others = [one for one in WATCHLIST.criteria if one.key != "no_training"]
    fewer = WATCHLIST.model_copy(update={"criteria": tuple(others)})
    with store.read() as history:
        assert list(decisions_in(history, fewer, shipped_model())) == []
