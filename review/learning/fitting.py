"""New weights from what was decided about changes.

A decision is about a change and a criterion as a whole, and does not say which passage
it was about. So the passage that the present weights find most telling stands for the
whole, the weights are fitted to those (logistic regression), and both steps repeat
until they agree: the simplest form of learning from bags of instances.

Decisions are few, so the weights are held near the present ones: what has not been
decided often enough stays as it is. Only rows that the table already has are learnt;
nothing appears in it that nobody has put there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from review.relevance.model import ANY_CRITERION, BIAS, Model

Matrix = NDArray[np.float64]

_ROUNDS = 12
_NEWTON_STEPS = 20
_MOST_HALVINGS = 20


@dataclass(frozen=True, slots=True)
class Example:
    """One decision: the features of each passage of a change, and whether it mattered.

    `name` says which change it was, for the report; `weight` counts it more than once.
    """

    name: str
    criterion: str
    passages: tuple[Mapping[str, float], ...]
    relevant: bool
    weight: float = 1.0


def score_of(example: Example, model: Model) -> float:
    """Return the score of the most telling passage, 0 when no passage bears meaning."""
    scores = (model.score(example.criterion, passage) for passage in example.passages)
    return max(scores, default=0.0)


def fit(examples: Sequence[Example], model: Model, *, caution: float = 1.0) -> Model:
    """Return the weights fitted to the examples, held near those of `model`.

    `caution` is how strongly they are held there: 1 trusts a handful of decisions
    little, 0.1 a lot. The thresholds stay.
    """
    table = _Table.of(model)
    bags = [
        (table.rows(example), float(example.relevant), example.weight)
        for example in examples
        if example.passages
    ]
    if not bags:
        return model
    relevant = np.array([label for _, label, _ in bags])
    counts = np.array([weight for _, _, weight in bags])
    weights = table.weights
    chosen: tuple[int, ...] = ()
    for _ in range(_ROUNDS):
        telling = tuple(int(np.argmax(rows @ weights)) for rows, _, _ in bags)
        if telling == chosen:
            break
        chosen = telling
        features = np.stack([rows[index] for (rows, _, _), index in zip(bags, chosen, strict=True)])
        weights = _fitted(features, relevant, counts, table.weights, weights, caution)
    return table.model(weights)


def _fitted(  # noqa: PLR0913, PLR0917 - the terms of one regression
    features: Matrix,
    relevant: Matrix,
    counts: Matrix,
    prior: Matrix,
    start: Matrix,
    caution: float,
) -> Matrix:
    """Newton's method for logistic regression with a Gaussian prior around `prior`."""

    def loss(weights: Matrix) -> float:
        sums = features @ weights
        misjudged = np.logaddexp(0.0, sums) - relevant * sums
        return float(counts @ misjudged + caution / 2.0 * np.sum((weights - prior) ** 2))

    weights = start.copy()
    for _ in range(_NEWTON_STEPS):
        expected = 1.0 / (1.0 + np.exp(-np.clip(features @ weights, -60.0, 60.0)))
        gradient = features.T @ (counts * (expected - relevant)) + caution * (weights - prior)
        spread = counts * expected * (1.0 - expected)
        curvature = (features * spread[:, None]).T @ features + caution * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        # Far from the optimum a whole step can overshoot, and the next one further still.
        worst = loss(weights)
        shares = (0.5**halvings for halvings in range(_MOST_HALVINGS))
        share = next((one for one in shares if loss(weights - one * step) <= worst), 0.0)
        weights = weights - share * step
        if share * float(np.abs(step).max()) < 1e-6:  # noqa: PLR2004 - nothing moves any more
            break
    return weights


@dataclass(frozen=True)
class _Table:
    """The weights of a model as one vector, and what each of its places stands for."""

    source: Model
    places: tuple[tuple[str | None, str], ...]
    weights: Matrix

    @classmethod
    def of(cls, model: Model) -> _Table:
        cells: dict[tuple[str | None, str], float] = {
            (None, feature): weight for feature, weight in model.shared.items()
        }
        for criterion, own in model.criteria.items():
            cells |= {(criterion, feature): weight for feature, weight in own.items()}
        return cls(model, tuple(cells), np.array(list(cells.values()), dtype=np.float64))

    def rows(self, example: Example) -> Matrix:
        """Return the passages of an example, one a row."""
        known = example.criterion in self.source.criteria
        own = example.criterion if known else ANY_CRITERION
        return np.array(
            [
                [
                    (1.0 if feature == BIAS else passage.get(feature, 0.0))
                    if criterion in {None, own}
                    else 0.0
                    for criterion, feature in self.places
                ]
                for passage in example.passages
            ],
            dtype=np.float64,
        )

    def model(self, weights: Matrix) -> Model:
        """Return the vector as a table of weights again, rounded to be read."""
        cells = {
            place: round(float(weight), 3)
            for place, weight in zip(self.places, weights, strict=True)
        }
        return Model(
            threshold=self.source.threshold,
            threshold_when_cited=self.source.threshold_when_cited,
            shared={feature: cells[None, feature] for feature in self.source.shared},
            criteria={
                criterion: {feature: cells[criterion, feature] for feature in own}
                for criterion, own in self.source.criteria.items()
            },
        )
