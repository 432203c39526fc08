"""What would change if the weights were learnt anew: computed before anything is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clausewatch.learning.decisions import decisions_in
from clausewatch.learning.labelled import read_labelled
from clausewatch.learning.past import TurnedFlag, turned_flags
from clausewatch.learning.weights import shipped_model
from clausewatch.messages.counting import counted
from domain.errors import LearningError
from domain.watchlist import Watchlist
from review.learning.lessons import Decided, Lesson, lesson_of
from review.relevance.model import Model
from storage.store import Store

FEWEST = 30
FEWEST_OF_EACH = 5
"""From fewer decisions nothing is learnt: chance would move the weights, not editors."""

# How strongly the weights are held near those that ship.
CAUTION = 2.0


@dataclass(frozen=True, slots=True)
class Learning:
    """A lesson, where its decisions come from, and the past flags that would turn."""

    lesson: Lesson
    present: Model
    from_reviews: int
    from_files: int
    turned: tuple[TurnedFlag, ...]


def learn_from(
    store: Store | None, watchlist: Watchlist, present: Model, labelled: Sequence[Path] = ()
) -> Learning:
    """Learn from what is decided in a store and from labelled files; changes nothing.

    Raises:
        LearningError: there are too few decisions to learn from.
        ConfigurationError: a file cannot be read.
    """
    start = shipped_model()
    reviews: list[Decided] = []
    if store is not None:
        with store.read() as history:
            reviews = list(decisions_in(history, watchlist, start))
    files = [one for path in labelled for one in read_labelled(path, watchlist.criteria, start)]
    decided = [*reviews, *files]
    refuse_too_few(decided)
    lesson = lesson_of(decided, start=start, present=present, caution=CAUTION)
    turned: tuple[TurnedFlag, ...] = ()
    if store is not None:
        with store.read() as history:
            turned = turned_flags(history, watchlist, present, lesson.model)
    return Learning(lesson, present, len(reviews), len(files), turned)


def refuse_too_few(decided: Sequence[Decided]) -> None:
    """Raise LearningError unless there are enough decisions, and enough of either kind."""
    mattered = sum(one.example.relevant for one in decided)
    other = len(decided) - mattered
    if len(decided) >= FEWEST and min(mattered, other) >= FEWEST_OF_EACH:
        return
    raise LearningError(
        f"There is too little to learn from: {counted(len(decided), 'decision')}, of which "
        f"{mattered} mattered and {other} did not. At least {FEWEST} are needed, "
        f"{FEWEST_OF_EACH} of each; the weights stay as they are. Decide flags with "
        "`clausewatch review`, or add --examples FILE."
    )
