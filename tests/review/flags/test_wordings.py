"""Changes in our own words, in five languages, raise what they have to."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.wordings import (
    CHINESE_AND_JAPANESE,
    ENGLISH,
    FRENCH,
    GERMAN,
    SILENT,
    Wording,
    read_wordings,
)
from clausewatch.parts import Scoring
from domain.watchlist import DocumentKind
from review.comparison import compare
from review.relevance.scores import CriterionScore, score_criteria

SPOKEN = (*ENGLISH, *GERMAN, *FRENCH, *CHINESE_AND_JAPANESE)
UNFITTED = read_wordings(Path(__file__).with_name("unfitted.yaml"))["unfitted"]


def flagged(wording: Wording, scoring: Scoring) -> dict[str, CriterionScore]:
    """Return the criteria that the change from before to after flags."""
    old, new = wording.document(wording.before), wording.document(wording.after)
    change = compare(old, new, kind=wording.kind)
    scores = score_criteria(change, wording.kind, scoring.criteria, scoring.model)
    return {key: score for key, score in scores.items() if score.score >= scoring.model.threshold}


@pytest.mark.parametrize("wording", SPOKEN, ids=lambda wording: wording.name)
def test_a_changed_fact_flags_the_criterion_that_rests_on_it(
    wording: Wording, scoring: Scoring
) -> None:
    """And not the criteria that it has nothing to do with."""
    found = flagged(wording, scoring)
    assert wording.must <= found.keys()
    assert not found.keys() & wording.silent


@pytest.mark.parametrize("wording", UNFITTED, ids=lambda wording: wording.name)
def test_wordings_outside_the_fitting_of_weights_are_flagged(
    wording: Wording, scoring: Scoring
) -> None:
    """What must be flagged is, and what must stay silent does."""
    found = flagged(wording, scoring)
    assert wording.must <= found.keys()
    assert not found.keys() & wording.silent


@pytest.mark.parametrize("wording", SILENT, ids=lambda wording: wording.name)
def test_terms_that_no_rating_rests_on_stay_silent(wording: Wording, scoring: Scoring) -> None:
    """Prices, liability, courts, limits of use."""
    assert not flagged(wording, scoring).keys() & wording.silent


@pytest.mark.parametrize("wording", SPOKEN, ids=lambda wording: wording.name)
def test_a_change_that_is_undone_flags_the_same(wording: Wording, scoring: Scoring) -> None:
    """Withdrawing a promise and making it are equally worth a look."""
    undone = Wording(
        wording.name, wording.kind, wording.after, wording.before, wording.must, wording.silent
    )
    assert wording.must <= flagged(undone, scoring).keys()


def test_every_kind_is_one_that_a_watchlist_knows() -> None:
    """A misspelt kind would test nothing."""
    known = {kind.value for kind in DocumentKind}
    assert {wording.kind for wording in (*ENGLISH, *GERMAN, *FRENCH, *SILENT)} <= known


def test_the_same_change_always_scores_the_same(scoring: Scoring) -> None:
    """To the last digit."""
    first, again = (flagged(ENGLISH[0], scoring) for _ in range(2))
    assert first == again
