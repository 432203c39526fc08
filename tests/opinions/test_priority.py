"""An opinion may lower the priority that is shown by one step; it can do nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.flag import EvidenceState, EvidenceStatus, Priority
from domain.opinion import Opinion, shown_priority
from domain.sentence import Sentence
from tests.storage.samples import flag

AGAINST = Opinion("m", agrees=False, summary=Sentence("No.", "Nein."), reason="Because.")
FOR = replace(AGAINST, agrees=True)
STANDS = EvidenceState(
    "keep nothing", EvidenceStatus.INTACT, "We keep nothing.", "We keep nothing."
)


@pytest.mark.parametrize(
    ("priority", "shown"),
    [
        (Priority.DIRECTION, Priority.NORMAL),
        (Priority.NORMAL, Priority.LOW),
        (Priority.LOW, Priority.LOW),
        (Priority.EVIDENCE, Priority.EVIDENCE),
    ],
)
def test_one_step_down_and_never_away(priority: Priority, shown: Priority) -> None:
    """Where no evidence is at stake."""
    assert shown_priority(replace(flag(priority=priority), evidence=()), AGAINST) is shown
    assert shown_priority(replace(flag(priority=priority), evidence=(STANDS,)), AGAINST) is shown


@pytest.mark.parametrize("opinion", [None, FOR])
def test_without_disagreement_it_stays(opinion: Opinion | None) -> None:
    """Agreement makes nothing more pressing, either."""
    assert shown_priority(replace(flag(), evidence=()), opinion) is Priority.NORMAL


@pytest.mark.parametrize(
    "state",
    [
        EvidenceState("keep nothing", EvidenceStatus.GONE, "We keep nothing."),
        EvidenceState("keep nothing", EvidenceStatus.REWORDED, "We keep nothing.", "We keep it."),
        EvidenceState("keep nothing", EvidenceStatus.NEVER_FOUND),
        replace(STANDS, after="We keep nothing, except logs."),
    ],
)
def test_touched_evidence_keeps_its_priority(state: EvidenceState) -> None:
    """Gone, reworded, never found, or standing in a passage that changed around it."""
    touched = replace(flag(priority=Priority.DIRECTION), evidence=(STANDS, state))
    assert shown_priority(touched, AGAINST) is Priority.DIRECTION


def test_it_is_shown_under_the_name_of_the_model() -> None:
    """In both languages."""
    assert AGAINST.attributed.en == "Second opinion of m, which does not agree: No."
    assert FOR.attributed.de == "Zweite Meinung von m, stimmt zu: Nein."
