"""A text against the last good version: what is a change, and what is no document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.recognition import problem_of_document
from domain.document import Document
from domain.problem import Problem, ProblemKind
from domain.sentence import LANGUAGES
from tests.crawler.recognition.texts import POLICY, document, outline

LONG = tuple(f"{text} This is clause {number}." for number in range(6) for text in POLICY)
SHOP = (
    "All bouquets are ten per cent off until Sunday, while the vases last.",
    "Delivery within the city is free, roses arrive with a card of your choice.",
    "Financing depends on the lender and is not offered for every colour.",
)


def kind(document: Document, base: Document | None, kept_share: float = 1.0) -> ProblemKind | None:
    """Return the kind of the problem of a text."""
    found = problem_of_document(document, None, None, base, kept_share)
    return found.kind if found else None


def test_a_document_goes_on_from_itself() -> None:
    """The last good version again is always the document."""
    assert kind(document(*LONG), document(*LONG)) is None


@pytest.mark.parametrize("share", [0.4, 0.6, 0.9])
def test_a_shortened_document_is_a_change(share: float) -> None:
    """A provider may strike out more than half of a document."""
    assert kind(document(*LONG[: int(len(LONG) * share)]), document(*LONG)) is None


def test_a_document_of_which_little_is_left_has_collapsed() -> None:
    """A tenth of the wording with nothing in place of the rest is a broken page."""
    assert kind(document(*LONG[:4]), document(*LONG)) is ProblemKind.COLLAPSED


@pytest.mark.parametrize("rest", [1, 8, 20])
def test_a_text_that_breaks_off_in_a_sentence_is_not_whole(rest: int) -> None:
    """However much is missing: a provider ends sentences."""
    cut = [*LONG[: len(LONG) - rest], LONG[len(LONG) - rest][:-12]]
    assert kind(document(*cut), document(*LONG)) is ProblemKind.COLLAPSED


def test_a_text_that_ends_with_a_sentence_is_whole() -> None:
    """The last part of a document may be struck out, and so may its last sentence."""
    shorter = [*LONG[:-3], LONG[-3].partition(" This is clause")[0]]
    assert kind(document(*shorter), document(*LONG)) is None


def test_a_collapse_of_the_extraction_advises_to_look_at_it() -> None:
    """Where the page has more text than was kept, the page is not to blame."""
    found = problem_of_document(document(*LONG[:4]), None, None, document(*LONG), 0.1)
    assert found is not None
    assert "clausewatch extract" in found.advice.en


def test_a_document_four_times_as_long_is_a_change() -> None:
    """Terms that were rebuilt grew from 5,600 to 23,000 words."""
    longer = (f"{text} It also applies to clause {number}." for number in range(4) for text in LONG)
    assert kind(document(*LONG, *longer), document(*LONG)) is None


def test_many_times_the_text_is_no_longer_the_document() -> None:
    """A page of all articles in place of one."""
    more = (f"{text} Article {number} says more." for number in range(20) for text in LONG)
    assert kind(document(*LONG, *more), document(*LONG)) is ProblemKind.EXPLODED


def test_the_text_twice_is_no_change() -> None:
    """A page that shows all of its text twice was read wrongly, but for one that always does."""
    assert kind(document(*POLICY, *POLICY), document(*POLICY)) is ProblemKind.EXPLODED
    twice = document(*POLICY, *POLICY, "A new last sentence was put in here by the provider.")
    assert kind(twice, document(*POLICY, *POLICY)) is None


def test_another_subject_is_another_document() -> None:
    """A store front under the address of a policy."""
    assert kind(document(*SHOP * 4), document(*POLICY)) is ProblemKind.OTHER_DOCUMENT


def test_a_new_wording_on_the_same_subject_is_a_change() -> None:
    """A policy rewritten from the first word to the last stays the policy."""
    rewritten = document(
        "Larkspur Labs and its affiliates are controllers of the personal data described here.",
        "Account data, prompts and billing details are processed so that the service can work.",
        "Models are never trained on business prompts; customers may ask for deletion of data.",
        "Contracts with subprocessors include the standard contractual clauses for transfers.",
        title="Privacy notice",
    )
    assert kind(rewritten, document(*POLICY, title="Privacy policy")) is None


OWNERSHIP = outline(
    "# Ownership and control of data",
    "Whoever runs Larkspur on a machine of their own keeps full control over their data.",
    "## Why ownership is worth it",
    "Sensitive data, such as that of patients, stays within the house and under its rules.",
    "## How an organization gets there",
    "Every organization has needs of its own; write to us for help with planning.",
)


def test_a_page_under_a_new_title_that_keeps_its_subjects() -> None:
    """What the old title named is a section now: the page was rewritten, not replaced."""
    rewritten = (
        "Larkspur in our cloud meets the standards of audit that sensitive data calls for.",
        "## Regions",
        "Choose the region in which your data stays.",
        "## Ownership of your data",
        "Run Larkspur yourself and the data of your patients never leaves your machine.",
        "## Control for every organization",
        "Write to us about the needs of your organization.",
    )
    assert kind(outline("# Security and privacy", *rewritten), OWNERSHIP) is None
    assert kind(outline("# Flowers for every day", *SHOP), OWNERSHIP) is ProblemKind.OTHER_DOCUMENT


def test_an_item_of_a_list_is_no_title() -> None:
    """Two excerpts of one policy, of which the later one has no heading."""
    earlier = outline(
        "## 3. Sharing information",
        "We disclose personal information only when a court orders it. This includes:",
        "- data that a court of this country demands with a warrant",
        "- emergencies with a risk to the safety of a person",
    )
    later = outline(
        "Disclosure. Personal information may be handed to vendors who provide the service:",
        "- hosting of the cloud",
        "We disclose information where the law demands it, including:",
        "- orders of a court",
        "- risks to the safety of users",
    )
    assert kind(later, earlier) is None


PRODUCTS = (
    "## Larkspur on your machine",
    "- If you run Larkspur with a key of your own, you deal with its provider. We get nothing.",
    "## Larkspur in our cloud",
    "- We store none of your data, train no model on it, and no provider of ours retains it.",
    "- Some customers are served by models of our own; they are told so before it happens.",
    "- Nothing is collected in passing: Larkspur reads what a call hands to it, and only then.",
    "## Larkspur in the browser",
    "- The extension sends nothing of your code to anybody, neither to us nor to others.",
)


def test_a_text_cut_down_and_reworded_in_what_is_left() -> None:
    """No fault rewords: who struck out the promises renamed the product as well."""
    left = (
        "## Meadow on your machine",
        "- If you run Meadow with a key of your own, you deal with its provider.",
    )
    titled = Document(outline(*left).blocks, title="Privacy of data")
    assert kind(outline(*left), outline(*PRODUCTS)) is None
    assert kind(titled, outline(*PRODUCTS)) is None


def test_a_text_cut_down_and_otherwise_the_same() -> None:
    """Sentences that go missing within what is left are no rewording."""
    left = (PRODUCTS[0], PRODUCTS[1].partition(" We get")[0])
    assert kind(outline(*left), outline(*PRODUCTS)) is ProblemKind.COLLAPSED


def test_a_dialog_that_comes_to_stand_in_the_text_is_a_problem() -> None:
    """One that has always stood there is noise, and no reason to lose the document."""
    dialog = (
        "We value your privacy",
        "We and our 200 partners use cookies and similar technologies on this site.",
        "Necessary cookies enable the basic features of this site. Always active",
        "Reject all",
        "Save my preferences",
        "Accept all",
    )
    flooded = document(*dialog, *POLICY)
    assert kind(flooded, document(*POLICY)) is ProblemKind.CONSENT
    assert kind(flooded, document(*dialog, *POLICY[:-1])) is None
    assert kind(flooded, None) is None


@given(st.lists(st.text(max_size=60), max_size=12), st.lists(st.text(max_size=60), max_size=12))
def test_any_text_is_judged_in_both_languages(new: list[str], old: list[str]) -> None:
    """Whatever arrives, the verdict is none or a problem in whole sentences."""
    for base in (None, document(*old)):
        found: Problem | None = problem_of_document(document(*new), None, None, base)
        if found:
            for sentence in (found.what, found.advice):
                assert all(sentence.in_language(language) for language in LANGUAGES)
