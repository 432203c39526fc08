"""The weights by which features become a score: a small readable table, no magic.

A score is the logistic function of a sum. Each feature adds its value times the
weight that all criteria share, plus the weight that this criterion has of its own; a
criterion that the table does not know (one that a watchlist defines itself) has the
shared weights and the bias under "*".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field
from yaml import SafeLoader, YAMLError, load

from domain.errors import ConfigurationError

BIAS = "bias"
ANY_CRITERION = "*"


class _WeightsFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    threshold: float = Field(gt=0, lt=1)
    threshold_when_cited: float = Field(gt=0, lt=1)
    shared: dict[str, float]
    criteria: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature added to the sum behind a score."""

    feature: str
    value: float
    amount: float


@dataclass(frozen=True)
class Model:
    """The weights: shared by all criteria, and by criterion.

    `threshold` is the score from which on an editor is told; the rating of a tool that
    quotes the very source as its evidence has the lower `threshold_when_cited`.
    """

    threshold: float
    threshold_when_cited: float
    shared: Mapping[str, float]
    criteria: Mapping[str, Mapping[str, float]]

    def threshold_for(self, *, cited: bool) -> float:
        """Return the score to reach for a rating that quotes the source, or does not."""
        return self.threshold_when_cited if cited else self.threshold

    def weight(self, criterion: str, feature: str) -> float:
        """Return the weight of a feature for a criterion, 0 when it has none."""
        return self._weights_of(criterion).get(feature, 0.0)

    def score(self, criterion: str, features: Mapping[str, float]) -> float:
        """Return how sure the weights are, 0 to 1, given the features."""
        weights = self._weights_of(criterion)
        added = 0.0
        for feature, value in features.items():
            added += value * weights.get(feature, 0.0)
        total = weights.get(BIAS, 0.0) + added
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, total))))

    def contributions(
        self, criterion: str, features: Mapping[str, float]
    ) -> tuple[Contribution, ...]:
        """Return what each feature added, the largest first: why the score is what it is."""
        parts = (
            Contribution(feature, value, value * self.weight(criterion, feature))
            for feature, value in features.items()
        )
        return tuple(
            sorted(
                (part for part in parts if part.amount),
                key=lambda part: (-abs(part.amount), part.feature),
            )
        )

    def _weights_of(self, criterion: str) -> Mapping[str, float]:
        own = self._added.get(criterion)
        return self._added.get(ANY_CRITERION, self.shared) if own is None else own

    @cached_property
    def _added(self) -> dict[str, dict[str, float]]:
        """The weights of each criterion, its own added to the shared ones."""
        return {
            criterion: {
                feature: self.shared.get(feature, 0.0) + own.get(feature, 0.0)
                for feature in {**self.shared, **own}
            }
            for criterion, own in self.criteria.items()
        }


def load_model(text: str) -> Model:
    """Read the weights from the text of their YAML (or JSON) file.

    Raises:
        ConfigurationError: The text is not a table of weights.
    """
    try:
        parsed = _WeightsFile.model_validate(load(text, SafeLoader))
    except (YAMLError, ValueError) as error:
        raise ConfigurationError(
            f"The weights cannot be read; restore the file: {error}"
        ) from error
    return Model(
        threshold=parsed.threshold,
        threshold_when_cited=parsed.threshold_when_cited,
        shared=parsed.shared,
        criteria=parsed.criteria,
    )
