"""The grounds of a flag: what happened, and words that show why it bears on the criterion."""

from __future__ import annotations

import pytest

from domain.change import Change, Passage
from domain.flag import EvidenceState
from review.comparison import compare
from review.evidence import Versions
from review.explaining.evidence import what_became
from review.explaining.reasons import reasons_of
from review.explaining.summary import evidence_reason
from review.relevance.features import PassageFeatures, PassageScore
from review.relevance.phrase_tree import Phrase
from tests.review.comparison.pages import page

KEPT = "# 3. Retention\nYour letters are deleted after 30 days. {more}"


def score(*phrases: tuple[str, float]) -> PassageScore:
    """Return the score of the first passage, for these words and their weights."""
    found = {Phrase("gdpr", text, weight): text for text, weight in phrases}
    return PassageScore(0, 0.9, PassageFeatures({}, changed=found))


def change_of(before: str, after: str, phrase: str) -> tuple[Change, Passage, EvidenceState]:
    """Return the change, its only passage, and what became of a phrase of evidence."""
    old, new = page(before), page(after)
    change = compare(old, new)
    (passage,) = change.passages
    return change, passage, Versions(old, new).state(phrase)


def why(*phrases: tuple[str, float]) -> tuple[str, str]:
    """Return why a passage that is told already bears on a criterion, in both languages."""
    before = KEPT.format(more="")
    change = compare(page(before), page(before.replace("30", "180")))
    (reason,) = reasons_of([score(*phrases)], change, told=0)
    return reason.en, reason.de


@pytest.mark.parametrize(
    ("phrases", "said"),
    [
        ([("days", 0.1), ("deleted", 0.9)], "“deleted” speaks"),
        ([("data", 0.1), ("personal data", 0.5)], "“personal data” speaks"),
        ([("it", 0.9), ("data", 0.1), ("keep", 0.5)], "“keep” speaks"),
        ([("retention", 0.9), ("zero retention", 0.5)], "“zero retention” speaks"),
        ([("in Oslo", 0.9), ("Ireland", 0.1)], "“in Oslo”, “Ireland” speak"),
        ([("letters", 0.1), ("stored", 0.1)], "“letters”, “stored” speak"),
    ],
)
def test_words_that_speak_of_many_things_give_way(
    phrases: list[tuple[str, float]], said: str
) -> None:
    """Units and parts of other phrases are not named; a light word only where all are."""
    assert why(*phrases)[0] == f"Under “3. Retention”, {said} of this criterion."


def test_units_alone_are_no_ground() -> None:
    """The heading is."""
    assert why(("days", 0.1), ("of the", 0.9)) == (
        "The change is under “3. Retention”.",
        "Die Änderung steht unter „3. Retention“.",
    )


def test_what_became_of_evidence_says_which_term_changed() -> None:
    """As it would be said without evidence."""
    before = KEPT.format(more="")
    _, passage, state = change_of(before, before.replace("30", "180"), "deleted after 30 days")
    what = what_became(state, passage)
    assert what.en == "The period of 30 days became 180 days: “deleted after 180 days”"
    assert what.de == "Die Frist von 30 Tagen beträgt jetzt 180 Tage: „deleted after 180 days“"


def test_another_term_that_changed_beside_evidence_is_a_ground() -> None:
    """The summary tells of the period; that a promise became weaker is told as well."""
    before = KEPT.format(more="We will tell you of a breach.")
    after = before.replace("30", "180").replace("will tell", "may tell")
    change, passage, state = change_of(before, after, "deleted after 30 days")
    reasons = reasons_of([score(("breach", 0.9))], change, told=0, evidence=state)
    assert reasons[0].en == (
        "The wording became less binding: “We will tell you of a breach” became "
        "“We may tell you of a breach” (under “3. Retention”)."
    )
    assert reasons[0].de.startswith("Die Aussage wurde unverbindlicher: aus „We will tell")
    assert "breach" not in what_became(state, passage).en


def test_the_term_that_the_summary_tells_is_not_told_again() -> None:
    """Only why it bears on the criterion is left to say."""
    before = KEPT.format(more="")
    change, _, state = change_of(before, before.replace("30", "180"), "deleted after 30 days")
    (reason,) = reasons_of([score(("deleted", 0.9))], change, told=0, evidence=state)
    assert reason.en == "Under “3. Retention”, “deleted” speaks of this criterion."


def test_words_that_stood_for_the_evidence_are_named_with_it() -> None:
    """A rating may quote what the source had changed before."""
    old = page("We write to you at least 14 days before a change.")
    state = Versions(old, page("We sell shoes.")).state("at least 30 days before a change")
    reason = evidence_reason(state)
    assert reason.en == (
        "The rating rests on “at least 30 days before a change”; "
        "“at least 14 days before a change”, which stood there last, no longer does."
    )
    assert "auch „at least 14 days before a change“" in reason.de


def test_a_number_that_came_with_its_words_is_no_changed_number() -> None:
    """That of a standard, or of a licence: what it belongs to changed."""
    before, after = "Our maps are audited.", "Our maps are audited by ISO 27001 and SOC 2."
    change = compare(page(before), page(after))
    (reason,) = reasons_of([score(("iso 27001", 0.9))], change)
    assert "number" not in reason.en
    assert "ISO 27001" in reason.en
