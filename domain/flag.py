"""A criterion of a tool that has to be re-reviewed because of a change, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from domain.sentence import Sentence


class EvidenceStatus(StrEnum):
    """What became of a phrase that a rating rests on. The value is stable: it is stored."""

    INTACT = "intact"
    MOVED = "moved"
    REWORDED = "reworded"
    GONE = "gone"
    NEVER_FOUND = "never_found"


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """One phrase of evidence looked up in two versions of its source.

    `before` and `after` are the passages of the versions that the phrase was found
    in, "" where it was not; `similarity` of the best match in the new one, 0 to 1.
    """

    phrase: str
    status: EvidenceStatus
    before: str = ""
    after: str = ""
    similarity: float = 1.0


class Priority(IntEnum):
    """How soon an editor should look: lists are sorted by it, highest first."""

    LOW = 10
    NORMAL = 20
    DIRECTION = 30  # the direction of a promise flipped
    EVIDENCE = 40  # evidence was reworded or is gone


@dataclass(frozen=True, slots=True)
class Flag:
    """A criterion of a tool that has to be re-reviewed because of one change.

    `score` is 0 to 1: how sure we are that an editor would want to see it.
    `summary` is what an editor would say; `reasons` are the single grounds.
    `passages` are indexes into the passages of the change, most telling first.
    """

    tool_id: str
    criterion: str
    score: float
    priority: Priority
    summary: Sentence
    reasons: tuple[Sentence, ...]
    passages: tuple[int, ...]
    evidence: tuple[EvidenceState, ...] = ()
