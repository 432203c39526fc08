"""One flag for each tool and criterion, with its priority, passages and words."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.change import Change, Significance
from domain.document import Document
from domain.flag import EvidenceStatus, Flag, Priority
from domain.watchlist import Evidence, Rating, Status, Tool
from review.comparison import compare
from review.flags import flag_change
from tests.review.flags.documents import document

OLD = document(
    "# Privacy policy",
    "We collect your name and your address.",
    "# Training",
    "We do not use the content of paying customers to train our models.",
    "# Place",
    "Content is stored in Sweden.",
    "Invoices are sent by e-mail.",
)
EVERYTHING = Tool(id="everything", name="Cited for every criterion")


def rated(criterion: str, *phrases: str, status: Status = Status.PARTLY) -> Tool:
    """Return a tool with one rating that rests on phrases of the source."""
    evidence = tuple(Evidence(source="policy", phrase=phrase) for phrase in phrases)
    rating = Rating(criterion=criterion, status=status, evidence=evidence)
    return Tool(id="tool", name="Tool", sources=("policy",), ratings=(rating,))


def replaced(before: str, after: str) -> Document:
    """Return the document with one paragraph replaced ("" takes it out)."""
    lines = [
        f"# {block.text}" if block.level else (after if block.text == before else block.text)
        for block in OLD.blocks
    ]
    return document(*(line for line in lines if line))


def flags(
    new: Document, *tools: Tool, scoring: Scoring, change: Change | None = None
) -> tuple[Flag, ...]:
    """Compare with the old version and flag."""
    return flag_change(
        change or compare(OLD, new, kind="privacy_policy"),
        OLD,
        new,
        source_id="policy",
        kind="privacy_policy",
        tools=tools,
        criteria=scoring.criteria,
        model=scoring.model,
    )


PROMISE = OLD.blocks[3].text


def test_evidence_that_is_gone_is_flagged_first_of_all(scoring: Scoring) -> None:
    """Priority, certainty, passage, evidence and what is said of it."""
    tool = rated("no_training", "not use the content of paying customers to train")
    (flag,) = flags(replaced(PROMISE, ""), tool, scoring=scoring)
    assert (flag.tool_id, flag.criterion) == ("tool", "no_training")
    assert flag.priority is Priority.EVIDENCE
    assert flag.score == 1.0
    assert [state.status for state in flag.evidence] == [EvidenceStatus.GONE]
    assert flag.passages
    assert "was deleted; the rating “partly” rests on it" in flag.summary.en
    assert "wurde gestrichen; die Bewertung „teilweise“ beruht darauf" in flag.summary.de


@pytest.mark.parametrize("significance", list(Significance))
def test_endangered_evidence_is_flagged_whatever_the_change_seems_to_mean(
    scoring: Scoring, significance: Significance
) -> None:
    """Even a comparison that sees nothing of weight, or nothing at all, cannot silence it."""
    tool = rated("hybrid", "Content is stored in Sweden")
    new = replaced("Content is stored in Sweden.", "Content is kept where we see fit.")
    (flag,) = flags(new, tool, scoring=scoring, change=Change((), significance))
    assert flag.priority is Priority.EVIDENCE


def test_a_promise_turned_round_comes_before_other_changes(scoring: Scoring) -> None:
    """A negation in a passage that is plainly about the criterion."""
    new = replaced(PROMISE, "We use the content of paying customers to train our models.")
    by_criterion = {flag.criterion: flag for flag in flags(new, EVERYTHING, scoring=scoring)}
    assert by_criterion["no_training"].priority is Priority.DIRECTION


def test_words_that_still_stand_in_a_sentence_that_changed_are_flagged(
    scoring: Scoring,
) -> None:
    """An exception put beside the quoted words leaves them intact, and the promise not."""
    tool = rated("gdpr", "use the content of paying customers to train")
    new = replaced(PROMISE, f"Except on trial plans, we {PROMISE[3:]}")
    (flag,) = flags(new, tool, scoring=scoring)
    assert [state.status for state in flag.evidence] == [EvidenceStatus.INTACT]
    assert flag.priority is Priority.DIRECTION
    assert any("which the rating rests on" in reason.en for reason in flag.reasons)


def test_a_tool_without_ratings_stands_for_every_criterion(scoring: Scoring) -> None:
    """It is flagged by score alone."""
    new = replaced("Content is stored in Sweden.", "Content is stored in Sweden and in Texas, USA.")
    found = flags(new, EVERYTHING, scoring=scoring)
    assert "eu_saas" in {flag.criterion for flag in found}
    assert all(not flag.evidence for flag in found)


def test_a_rated_tool_is_flagged_on_its_own_criteria_only(scoring: Scoring) -> None:
    """What the directory does not rate needs no review."""
    new = replaced("Content is stored in Sweden.", "Content is stored in Texas, USA.")
    assert flags(new, rated("open_source"), scoring=scoring) == ()


def test_several_passages_make_one_flag(scoring: Scoring) -> None:
    """Each tool and criterion once, however many places changed."""
    new = document(
        "# Privacy policy",
        "We collect your name, your address and your precise location.",
        "We keep this data for two years.",
        "You may object to the processing by letter.",
        *(f"# {b.text}" if b.level else b.text for b in OLD.blocks[2:]),
    )
    found = [f for f in flags(new, EVERYTHING, scoring=scoring) if f.criterion == "gdpr"]
    assert len(found) == 1
    assert len(found[0].passages) >= 2
    assert "more passage" in found[0].summary.en


def test_flags_are_sorted_by_priority_then_score(scoring: Scoring) -> None:
    """The first in the list is the one to look at first."""
    new = document(
        "# Privacy policy",
        "We sell your address and keep it for ever.",
        "# Training",
        "We train our models on all content.",
        "# Place",
        "Content is stored in Texas, USA.",
    )
    found = flags(new, rated("no_training", PROMISE), EVERYTHING, scoring=scoring)
    keys = [(-flag.priority, -flag.score) for flag in found]
    assert len(found) > 2
    assert keys == sorted(keys)
    assert found[0].tool_id == "tool"


def test_nothing_changed_flags_nothing(scoring: Scoring) -> None:
    """And evidence that was never found is no change either."""
    tool = rated("gdpr", "a phrase that never stood there")
    assert flags(OLD, tool, EVERYTHING, scoring=scoring) == ()


@pytest.mark.parametrize("significance", [Significance.NONE, Significance.EDITORIAL])
def test_what_only_reads_differently_raises_no_flag_by_score(
    scoring: Scoring, significance: Significance
) -> None:
    """The score asks for meaning; evidence does not (see above)."""
    new = replaced(PROMISE, "We train our models on the content of all customers.")
    change = compare(OLD, new, kind="privacy_policy")
    harmless = Change(change.passages, significance)
    assert flags(new, EVERYTHING, scoring=scoring, change=harmless) == ()


def test_every_flag_explains_itself_in_two_languages(scoring: Scoring) -> None:
    """A summary that ends as a sentence does, and at least one ground."""
    new = replaced(PROMISE, "We use the content of all customers to train our models.")
    for flag in flags(new, EVERYTHING, rated("no_training", PROMISE), scoring=scoring):
        for text in (flag.summary.en, flag.summary.de):
            assert text[0].isupper()
            assert text.endswith(".")
            assert "{" not in text
        assert flag.reasons
        assert flag.summary.en != flag.summary.de
