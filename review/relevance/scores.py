"""Which criteria a change bears on, how surely, and by which passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from domain.change import Change, Passage, Significance
from domain.watchlist import Criterion
from review.relevance.features import PassageScore, Surroundings, passage_features
from review.relevance.model import Model
from review.relevance.phrases import Vocabulary
from review.relevance.strengths import heading_strengths

# More passages than this tell an editor nothing more.
_MOST_PASSAGES = 12


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """How surely an editor would re-read a criterion because of a change.

    `score` is that of the most telling passage, 0 to 1; `passages` are indexes into
    the passages of the change, most telling first; `details` are their own scores.
    """

    score: float = 0.0
    passages: tuple[int, ...] = ()
    details: tuple[PassageScore, ...] = ()


def score_criteria(
    change: Change, kind: str, criteria: Sequence[Criterion], model: Model
) -> dict[str, CriterionScore]:
    """Score every criterion against a change of a document of that kind.

    A change that means nothing to a reader, or only reads differently, bears on
    nothing: every score is 0.
    """
    if change.significance is not Significance.SUBSTANTIVE:
        return {criterion.key: CriterionScore() for criterion in criteria}
    scores = passage_scores(change, kind, criteria, model)
    return {criterion.key: _summed_up(scores[criterion.key], model) for criterion in criteria}


def passage_scores(
    change: Change, kind: str, criteria: Sequence[Criterion], model: Model
) -> dict[str, list[PassageScore]]:
    """Score each passage that bears meaning for each criterion, in reading order."""
    vocabulary = Vocabulary.of(criteria)
    scores: dict[str, list[PassageScore]] = {criterion.key: [] for criterion in criteria}
    telling = [(i, passage) for i, passage in enumerate(change.passages) if bears_meaning(passage)]
    surroundings = Surroundings(kind, len(telling))
    speaks = cache(partial(heading_strengths, vocabulary=vocabulary))  # many share a heading
    for index, passage in telling:
        headings = speaks(passage.heading)
        found = passage_features(passage, surroundings, tuple(scores), vocabulary, headings)
        for key, features in found.items():
            scores[key].append(PassageScore(index, model.score(key, features.values), features))
    return scores


def bears_meaning(passage: Passage) -> bool:
    """Tell whether a passage can touch a rating: neither only moved nor merely reworded."""
    return passage.significance is Significance.SUBSTANTIVE


def _summed_up(scores: Sequence[PassageScore], model: Model) -> CriterionScore:
    if not scores:
        return CriterionScore()
    telling = tuple(
        sorted(
            (one for one in scores if one.score >= model.threshold_when_cited),
            key=lambda one: (-one.score, one.passage),
        )[:_MOST_PASSAGES]
    )
    return CriterionScore(
        score=max(one.score for one in scores),
        passages=tuple(one.passage for one in telling),
        details=telling,
    )
