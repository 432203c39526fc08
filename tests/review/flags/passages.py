"""Two texts that differ in one passage: what is said of it, and what it flags."""

from __future__ import annotations

from clausewatch.parts import Scoring
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from review.explaining.passages import what_happened
from review.relevance.scores import score_criteria
from tests.review.comparison.pages import page

FIRST = Block(BlockKind.PARAGRAPH, "This page is kept for everybody who uses the tool.")


def told(before: str, after: str, *telling: str) -> tuple[str, str]:
    """Return what is said of the only passage that changed, in both languages."""
    (passage,) = compare(page(before), page(after)).passages
    what = what_happened(passage, telling)
    return what.en, what.de


def flagged(scoring: Scoring, kind: str, before: str, after: str) -> set[str]:
    """Return the criteria that one changed paragraph flags."""
    old, new = (Document((FIRST, Block(BlockKind.PARAGRAPH, text))) for text in (before, after))
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    return {key for key, score in scores.items() if score.score >= scoring.model.threshold}
