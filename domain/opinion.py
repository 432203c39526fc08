"""A second opinion about a flag: a model's own words, beside what Clausewatch says."""

from __future__ import annotations

from dataclasses import dataclass

from domain.flag import EvidenceState, EvidenceStatus, Flag, Priority
from domain.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model made of a flag. `model` is the name that it is shown under.

    All of it is plain text that somebody else's program wrote after reading a page: it
    is shown escaped, never followed, and decides nothing.
    """

    model: str
    agrees: bool
    summary: Sentence
    reason: str

    @property
    def attributed(self) -> Sentence:
        """The summary, and who says so."""
        en = "agrees" if self.agrees else "does not agree"
        de = "stimmt zu" if self.agrees else "stimmt nicht zu"
        return Sentence(
            f"Second opinion of {self.model}, which {en}: {self.summary.en}",
            f"Zweite Meinung von {self.model}, {de}: {self.summary.de}",
        )


_ONE_STEP_DOWN = {Priority.DIRECTION: Priority.NORMAL, Priority.NORMAL: Priority.LOW}


def shown_priority(flag: Flag, opinion: Opinion | None) -> Priority:
    """Return the priority to show a flag with: one step lower where the opinion disagrees.

    A flag whose evidence was touched keeps its own, and none is ever hidden: whoever
    can talk a model round must not be able to talk a flag away.
    """
    if opinion is None or opinion.agrees or not all(map(_is_untouched, flag.evidence)):
        return flag.priority
    return _ONE_STEP_DOWN.get(flag.priority, flag.priority)


def _is_untouched(state: EvidenceState) -> bool:
    """Tell whether the passage around a phrase is the same, not only the phrase."""
    stands = state.status in {EvidenceStatus.INTACT, EvidenceStatus.MOVED}
    return stands and state.before == state.after
