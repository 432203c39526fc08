"""What a change means: nothing at all, wording only, or a term."""

from __future__ import annotations

import pytest

from domain.change import Significance
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from tests.review.comparison.pages import PROSE, page
from tests.review.comparison.pairs_editorial import EDITORIAL
from tests.review.comparison.pairs_none import NOISE
from tests.review.comparison.pairs_substantive_amounts import AMOUNTS
from tests.review.comparison.pairs_substantive_layout import LAYOUT
from tests.review.comparison.pairs_substantive_parties import PARTIES
from tests.review.comparison.pairs_substantive_words import WORDS

SUBSTANTIVE = [*AMOUNTS, *LAYOUT, *PARTIES, *WORDS]


@pytest.mark.parametrize(("old", "new"), [case[1:] for case in NOISE], ids=[c[0] for c in NOISE])
def test_what_is_not_the_document_means_nothing(old: str, new: str) -> None:
    """Widgets, menus, marks and order are no change of wording, in either direction."""
    assert compare(page(old), page(new)).significance is Significance.NONE
    assert compare(page(new), page(old)).significance is Significance.NONE


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in EDITORIAL], ids=[c[0] for c in EDITORIAL]
)
def test_other_wording_for_the_same_is_editorial(old: str, new: str) -> None:
    """A reader sees it and loses or wins nothing by it."""
    assert compare(page(old), page(new), kind="terms").significance is Significance.EDITORIAL
    assert compare(page(new), page(old), kind="terms").significance is Significance.EDITORIAL


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in SUBSTANTIVE], ids=[c[0] for c in SUBSTANTIVE]
)
def test_a_changed_term_is_substantive(old: str, new: str) -> None:
    """However small the edit, in either direction."""
    assert compare(page(old), page(new)).significance is Significance.SUBSTANTIVE
    assert compare(page(new), page(old)).significance is Significance.SUBSTANTIVE


@pytest.mark.parametrize(
    ("old", "new"), [("Kept for 30 days", "Kept for 90 days"), ("Read by us", "Stored in Spain")]
)
def test_the_head_of_a_table_states_terms(old: str, new: str) -> None:
    """What a column is about decides what its cells mean."""

    def table(head: str) -> Document:
        cells = (("Plan", head), ("Free", "yes"), ("Pro", "no"))
        rows = (
            Block(BlockKind.TABLE_ROW, " | ".join(row), cells=row, header=row is cells[0])
            for row in cells
        )
        return Document((Block(BlockKind.PARAGRAPH, "We keep what you write."), *rows))

    assert compare(table(old), table(new)).significance is Significance.SUBSTANTIVE


@pytest.mark.parametrize(
    ("head", "significance"),
    [
        (("Firm", "Location"), Significance.NONE),
        (("Firm", "Never told"), Significance.SUBSTANTIVE),
        (("Firm", "Sold to"), Significance.SUBSTANTIVE),
    ],
)
def test_the_head_goes_when_a_table_becomes_a_list(
    head: tuple[str, str], significance: Significance
) -> None:
    """The rows say the same as points of a list; only a head that turns them round is missed."""
    cells = (("Northwind", "Leeds"), ("Fabrikam", "Lyon"))
    rows = [
        Block(BlockKind.TABLE_ROW, " | ".join(row), cells=row, header=row is head)
        for row in (head, *cells)
    ]
    points = [Block(BlockKind.LIST_ITEM, " ".join(row), level=1) for row in cells]
    first = Block(BlockKind.PARAGRAPH, "These firms work for us.")
    assert compare(Document((first, *rows)), Document((first, *points))).significance is (
        significance
    )


def test_the_reason_is_a_sentence() -> None:
    """It starts with a capital and ends with a full stop, whatever was found."""
    for _, old, new in (*NOISE, *EDITORIAL, *SUBSTANTIVE):
        reason = compare(page(old), page(new)).reason
        assert reason[0].isupper()
        assert reason.endswith(".")


def test_one_changed_term_outweighs_any_number_of_others() -> None:
    """A lost promise must not drown in a cleaned-up page."""
    old = f"{PROSE}\nUpdated 1 May 2025\nWe do not sell notes.\nWe recieve mail."
    new = f"Home\n{PROSE}\nUpdated 2 May 2025\nWe sell notes.\nWe receive mail."
    assert compare(page(old), page(new)).significance is Significance.SUBSTANTIVE
