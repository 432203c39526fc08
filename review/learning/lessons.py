"""What decisions teach: new weights, and what to expect of them before they are used.

::

    decisions ─┬─ all of them ───────────► the weights that would be written
               └─ in parts by their group ► each part judged by weights that never saw it

Learning always starts from `start`, the weights that ship: learning twice from the
same decisions is the same as once. The thresholds stay. Below them nothing was raised,
so nothing was decided: a threshold learnt from decisions could only ever rise, and
would grow silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from review.learning.figures import Figures, figures_of
from review.learning.fitting import Example, fit, score_of
from review.relevance.model import Model

# So many parts are left out in turn; more cost time and tell nothing else.
_PARTS = 10


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision, and what is known of its flag besides the features.

    `group` names what must not stand on both sides when weights are judged: decisions
    of one group are alike. `cited` is true when the rating quotes the very source, and
    `by_evidence` when the flag is raised whatever the weights say.
    """

    example: Example
    group: str
    cited: bool = False
    by_evidence: bool = False

    def raised_by(self, model: Model) -> bool:
        """Tell whether the change raises its flag with these weights."""
        score = score_of(self.example, model)
        return self.by_evidence or score >= model.threshold_for(cited=self.cited)


@dataclass(frozen=True, slots=True)
class Moved:
    """A weight that moved; `criterion` is "" for one that all criteria share."""

    criterion: str
    feature: str
    before: float
    after: float

    @property
    def by(self) -> float:
        """How far it moved, upwards or downwards."""
        return abs(self.after - self.before)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt. `now` and `expected` count the same decisions.

    `now` is what the weights in use make of them; `expected` what weights make of them
    that were learnt without them, so it is what to expect of decisions to come.
    """

    model: Model
    decisions: int
    relevant: int
    now: Figures
    expected: Figures
    moved: tuple[Moved, ...]

    @property
    def is_better(self) -> bool:
        """Tell whether it would miss no more than now and be wrong less often."""
        return self.expected.misses <= self.now.misses and self.expected.wrong < self.now.wrong


def lesson_of(
    decided: Sequence[Decided], *, start: Model, present: Model, caution: float = 1.0
) -> Lesson:
    """Learn from decisions, and hold the result against the weights in use."""
    model = fit([one.example for one in decided], start, caution=caution)
    return Lesson(
        model=model,
        decisions=len(decided),
        relevant=sum(one.example.relevant for one in decided),
        now=judged(decided, present),
        expected=cross_validated(decided, start, caution=caution),
        moved=moved_between(present, model),
    )


def judged(decided: Sequence[Decided], model: Model) -> Figures:
    """Count what weights make of decisions."""
    counts = (figures_of(one.example.relevant, one.raised_by(model)) for one in decided)
    return sum(counts, Figures())


def cross_validated(decided: Sequence[Decided], start: Model, *, caution: float = 1.0) -> Figures:
    """Count what weights make of decisions of groups that they never saw."""
    total = Figures()
    for part in _parts(decided):
        held_out = {id(one) for one in part}
        others = [one.example for one in decided if id(one) not in held_out]
        total += judged(part, fit(others, start, caution=caution))
    return total


def moved_between(before: Model, after: Model) -> tuple[Moved, ...]:
    """Return the weights that differ, the furthest first."""
    moved = [
        Moved(criterion, feature, old, new)
        for (criterion, feature), (old, new) in sorted(_cells(before, after).items())
        if old != new
    ]
    return tuple(sorted(moved, key=lambda one: -one.by))


def _parts(decided: Sequence[Decided]) -> Iterator[list[Decided]]:
    """Deal the groups out in turn, in the order of their names: the same every time."""
    groups = sorted({one.group for one in decided})
    count = min(_PARTS, len(groups))
    part_of = {group: number % count for number, group in enumerate(groups)}
    for number in range(count):
        yield [one for one in decided if part_of[one.group] == number]


def _cells(before: Model, after: Model) -> dict[tuple[str, str], tuple[float, float]]:
    cells: dict[tuple[str, str], tuple[float, float]] = {}
    for feature in (*before.shared, *after.shared):
        cells["", feature] = (before.shared.get(feature, 0.0), after.shared.get(feature, 0.0))
    for criterion in (*before.criteria, *after.criteria):
        old, new = before.criteria.get(criterion, {}), after.criteria.get(criterion, {})
        for feature in (*old, *new):
            cells[criterion, feature] = (old.get(feature, 0.0), new.get(feature, 0.0))
    return cells
