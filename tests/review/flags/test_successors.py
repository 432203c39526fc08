"""Evidence whose sentence was rewritten reads as reworded; gone is what nothing stands for."""

from __future__ import annotations

import pytest

from domain.flag import EvidenceState, EvidenceStatus
from review.comparison import compare
from review.evidence import Versions
from tests.review.flags.documents import document

PHRASE = "only on documented instructions of the customer"
AROUND = ("# Processing", "This agreement applies to all paid plans of the service.")
SENTENCE = f"The processor processes personal data {PHRASE}."
REWRITTEN = (
    "The processor processes personal data solely in accordance with the written instructions "
    "it receives from the customer."
)


def state(before: str, after: str, phrase: str = PHRASE) -> EvidenceState:
    """Return what became of a phrase when one paragraph became another."""
    old, new = document(*AROUND, before), document(*AROUND, after)
    return Versions(old, new, compare(old, new).passages).state(phrase)


@pytest.mark.parametrize("beside", ["", " It keeps a record of them for three years."])
def test_a_sentence_rewritten_in_its_place_is_reworded(beside: str) -> None:
    """However few of its words stayed, an editor sees what stands there now."""
    found = state(SENTENCE + beside, REWRITTEN + beside)
    assert found.status is EvidenceStatus.REWORDED
    assert (found.before, found.after) == (SENTENCE, REWRITTEN)
    assert 0 < found.similarity < 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Its sentence went, those beside it stayed.
        (f"{SENTENCE} It keeps a record of data.", "It keeps a record of data."),
        # Its part of the sentence went.
        (
            "Personal data is kept on servers in Berlin and Hamburg, and we sell it to nobody.",
            "Personal data is kept on servers in Berlin and Hamburg.",
        ),
        # The new sentence stands for the one beside it.
        (
            f"{SENTENCE} Personal data of minors is deleted after three days.",
            "Personal data of minors is deleted after ninety days.",
        ),
    ],
)
def test_what_went_with_nothing_in_its_place_is_gone(before: str, after: str) -> None:
    """A sentence beside it is no successor."""
    phrase = PHRASE if PHRASE in before else "we sell it to nobody"
    assert state(before, after, phrase).status is EvidenceStatus.GONE


def test_a_phrase_with_another_in_its_place_is_reworded_though_they_share_no_word() -> None:
    """Its sentence is the same but for these words."""
    found = state(
        "Backups of all customers are kept in Germany.",
        "Backups of all customers are kept in the United States.",
        "in Germany",
    )
    assert found.status is EvidenceStatus.REWORDED
    assert found.after == "Backups of all customers are kept in the United States."
