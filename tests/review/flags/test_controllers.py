"""Who answers for the data: who speaks in a contract, and no company that it names."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from review.relevance.scores import score_criteria
from tests.review.flags.passages import FIRST, flagged


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'Fabrikam Ltd ("we", "us") prints maps for towns.',
            'Fabrikam Holdings Inc ("we", "us") prints maps for towns.',
        ),
        (
            "Fabrikam B.V. (hereinafter: Fabrikam) prints maps.",
            "Fabrikam Real Estate B.V. (hereinafter: Fabrikam) prints maps.",
        ),
        (
            "Cette carte est éditée par Fabrikam, Sàrl, à Berne.",
            "Cette carte est éditée par Fabrikam, entreprise de Jeanne Martin, à Lille.",
        ),
        (
            "Provider means Jan Novak, Brno.",
            "Provider refers to the company Fabrikam Mapy s.r.o., registered office in Brno.",
        ),
    ],
)
def test_who_speaks_in_a_contract_answers_for_the_data(
    scoring: Scoring, before: str, after: str
) -> None:
    """Whatever else the sentence says of the company."""
    assert "gdpr" in flagged(scoring, "terms", before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Guests were from Fabrikam Ltd.", "Guests were from Tailspin Inc."),
        ("The map prize went to Fabrikam Ltd (US).", "The map prize went to Tailspin Inc (US)."),
        ("We met Fabrikam Ltd (together with its crew).", "We met nobody."),
    ],
)
def test_a_company_among_others_is_not_who_speaks(
    scoring: Scoring, before: str, after: str
) -> None:
    """A guest, a reference or a partner runs nothing."""
    assert not flagged(scoring, "terms", before, after)


def test_the_controller_in_a_table_is_the_controller(scoring: Scoring) -> None:
    """Other rows name those who work for it."""
    before, after = "Controller | Fabrikam GmbH, Berlin", "Controller | Tailspin Inc, Austin"
    rows = [
        Document((FIRST, Block(BlockKind.TABLE_ROW, text, cells=tuple(text.split(" | ")))))
        for text in (before, after)
    ]
    kind = "privacy_policy"
    scores = score_criteria(compare(*rows, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["gdpr"].score >= scoring.model.threshold
