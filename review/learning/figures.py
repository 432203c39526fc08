"""Counts of right and wrong decisions, and the two figures made of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Hits, misses and false flags. Without anything to find, everything was found."""

    hits: int = 0
    misses: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """The share of what was flagged that mattered."""
        flagged = self.hits + self.false
        return self.hits / flagged if flagged else 1.0

    @property
    def recall(self) -> float:
        """The share of what mattered that was flagged."""
        wanted = self.hits + self.misses
        return self.hits / wanted if wanted else 1.0

    @property
    def wrong(self) -> int:
        """How many decisions were wrong either way."""
        return self.misses + self.false

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.hits + other.hits, self.misses + other.misses, self.false + other.false)


def figures_of(relevant: bool, raised: bool) -> Figures:  # noqa: FBT001 - named at every call
    """Return what one decision counts for."""
    if relevant:
        return Figures(hits=1) if raised else Figures(misses=1)
    return Figures(false=1) if raised else Figures()
