"""What a change is about by its structure, where no phrase of the vocabulary says it."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.document import Block, BlockKind, Document
from domain.watchlist import Tool
from review.comparison import compare
from review.flags import flag_change
from review.relevance.passage_words import read_passage
from review.relevance.scores import score_criteria
from review.relevance.subjects import times_the_contract
from tests.review.comparison.pages import page
from tests.review.flags.passages import FIRST, flagged


def test_a_switch_is_about_what_heading_and_passage_are_about(scoring: Scoring) -> None:
    """Its own sentence need not say so."""
    text = "We train our models on your chats if you allow it. The switch is {} at first."
    heading = Block(BlockKind.HEADING, "Training of models", level=2)
    old, new = (
        Document((FIRST, heading, Block(BlockKind.PARAGRAPH, text.format(state))))
        for state in ("off", "on")
    )
    kind = "privacy_policy"
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["no_training"].score >= scoring.model.threshold


def test_a_sentence_about_nothing_personal_flags_no_policy(scoring: Scoring) -> None:
    """Being in a policy is not enough."""
    before, after = "We rewrite this page yearly.", "We rewrite this page every summer."
    assert "gdpr" not in flagged(scoring, "privacy_policy", before, after)


@pytest.mark.parametrize(
    ("criterion", "after"),
    [
        ("private_cloud", "On Scale, your team gets a cluster that is fully separate."),
        ("open_source", "Every board can be exported; the file is a JSON tree."),
        ("hybrid", "Ein Agent liest die Ordner lokal und meldet der Cloud nur die Namen."),
        ("on_prem", "Le moteur fonctionne aussi hors ligne, sur vos machines."),
    ],
)
def test_plain_words_together_flag_what_they_mean(
    scoring: Scoring, criterion: str, after: str
) -> None:
    """Without a set phrase."""
    assert criterion in flagged(scoring, "docs", "", after)


@pytest.mark.parametrize(
    ("kind", "title", "flagged_too"),
    [
        ("other", "Our subprocessors", True),
        ("other", "Liste des sous-traitants", True),
        ("other", "Release notes", False),
        ("terms", "Our subprocessors", False),
    ],
)
def test_a_list_of_vendors_is_known_by_its_title(
    scoring: Scoring, kind: str, title: str, *, flagged_too: bool
) -> None:
    """Unless the watchlist says what the source is."""
    rows = [Block(BlockKind.TABLE_ROW, "Northwind | Mail", cells=("Northwind", "Mail"))]
    added = [*rows, Block(BlockKind.TABLE_ROW, "Fabrikam | Plans", cells=("Fabrikam", "Plans"))]
    old, new = (Document((FIRST, *blocks), title=title) for blocks in (rows, added))
    flags = flag_change(
        compare(old, new, kind=kind),
        old,
        new,
        source_id="list",
        kind=kind,
        tools=[Tool(id="tool", name="Tool", sources=("list",))],
        criteria=scoring.criteria,
        model=scoring.model,
    )
    assert ("dpa" in {flag.criterion for flag in flags}) is flagged_too


def test_other_words_count_for_less_than_more_words(scoring: Scoring) -> None:
    """Who says the same in other words changes a policy less than who says something more."""
    before = "We look at the data of your visits to learn which articles people like."
    reworded = "We examine the data of your visits to find out which pages readers prefer."
    longer = f"{before[:-1]}, and pass that personal data on to agencies for advertising."
    scores = [score_of(scoring, "gdpr", before, after) for after in (reworded, longer)]
    assert scores[0] < scoring.model.threshold <= scores[1]


def test_other_words_count_in_full_where_the_vocabulary_is_among_them(scoring: Scoring) -> None:
    """The word that became another is what the criterion is about."""
    before = "Customer content is encrypted while we hold it."
    after = "Customer content trains models while we hold it."
    assert score_of(scoring, "no_training", before, after) >= scoring.model.threshold


def score_of(scoring: Scoring, criterion: str, before: str, after: str) -> float:
    """Return how surely one changed paragraph of a privacy policy bears on a criterion."""
    kind = "privacy_policy"
    old, new = (Document((FIRST, Block(BlockKind.PARAGRAPH, text))) for text in (before, after))
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    return scores[criterion].score


@pytest.mark.parametrize(
    ("sentence", "of_contract"),
    [
        ("Either side may cancel with a notice of {} days.", True),
        ("Invoices are due {} days after they are written.", True),
        ("Notes are deleted {} days after the notice.", False),
        ("We notify you of a breach within {} days.", False),
        ("Die Kündigung wirkt nach {} Tagen.", True),
        ("Notizen werden nach {} Tagen gelöscht.", False),
    ],
)
def test_a_period_of_the_contract_is_told_from_one_of_data(
    sentence: str, *, of_contract: bool
) -> None:
    """Only what is kept, deleted or reported makes a period one of data."""
    change = compare(page(sentence.format(30)), page(sentence.format(60)))
    reading = read_passage(change.passages[0])
    assert times_the_contract(reading) is of_contract
