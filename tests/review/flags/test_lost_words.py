"""What became of the words that a rating rests on is told as the page said it."""

from __future__ import annotations

import pytest

from domain.change import PassageKind
from domain.flag import EvidenceState, EvidenceStatus
from review.comparison import compare
from review.evidence import Versions
from review.explaining.counterparts import counterpart
from review.explaining.evidence import what_became
from review.explaining.quotes import quoted
from tests.review.comparison.pages import page
from tests.review.flags.documents import document

NOTICE = "We write to you at least 14 days before a change."
SHOP = ("# Bicycles", "We sell bicycles and spare parts in all towns of the country.")


def said_of(phrase: str, before: str, after: str) -> tuple[str, str]:
    """Return what is said of a phrase of evidence, in both languages."""
    old, new = page(before), page(after)
    state = Versions(old, new).state(phrase)
    where = next(
        (one for one in compare(old, new).passages if one.before and one.before in state.before),
        None,
    )
    what = what_became(state, where)
    return what.en, what.de


def test_what_is_gone_is_what_stood_there_last() -> None:
    """Not the words of a rating that the version before had already changed."""
    en, de = said_of("at least 30 days before a change", NOTICE, "\n".join(SHOP))
    assert en == (
        "The sentence “We write to you at least 14 days before a change” was deleted "
        "(the rating quotes “at least 30 days before a change”; "
        "the source already read differently before)"
    )
    assert de == (
        "Der Satz „We write to you at least 14 days before a change“ wurde gestrichen "
        "(die Bewertung zitiert „at least 30 days before a change“; "
        "die Quelle lautete schon vorher anders)"
    )


def test_words_without_their_sentence_are_no_sentence() -> None:
    """A phrase that is gone while its place cannot be told, and one in a short line."""
    gone = EvidenceState("at least 30 days", EvidenceStatus.GONE, "At least 30 days of notice")
    assert what_became(gone).en == "“at least 30 days” no longer stands in the source"
    (passage,) = compare(page("Hello.\nAt least 30 days of notice"), page("Hello.")).passages
    assert passage.kind is PassageKind.REMOVED
    what = what_became(gone, passage)
    assert what.en == "“At least 30 days of notice” was deleted"
    assert what.de == "„At least 30 days of notice“ wurde gestrichen"


def test_a_sentence_that_another_passage_lost_is_not_said_to_be_deleted() -> None:
    """The passage that is told has to be the one that the words stood in."""
    gone = EvidenceState("at least 14 days", EvidenceStatus.GONE, NOTICE)
    (other,) = compare(page("Hello.\nWe sell shoes."), page("Hello.")).passages
    assert what_became(gone, other).en == "“at least 14 days” no longer stands in the source"


@pytest.mark.parametrize("exception", ["", " unless the law wants it sooner"])
def test_misquoted_evidence_is_watched_with_its_sentence(exception: str) -> None:
    """What is put to it counts, what changes in another sentence does not."""
    old = document(f"{NOTICE} You may object.")
    changed = NOTICE.replace("change.", f"change{exception}.")
    new = document(f"{changed} You may object to it.")
    state = Versions(old, new).state("at least 30 days before a change")
    expected = EvidenceStatus.REWORDED if exception else EvidenceStatus.INTACT
    assert state.status is expected


def test_what_came_close_behind_a_phrase_is_quoted_with_it() -> None:
    """A town that left the phrase, and the land that came a word further on."""
    en, de = said_of(
        "servers in Frankfurt",
        "Your files are on servers in Frankfurt, Germany.",
        "Your files are on servers in Germany and Ireland.",
    )
    assert en == (
        "The places named changed: "
        "“servers in Frankfurt, Germany” became “servers in Germany and Ireland”"
    )
    assert de == (
        "Die genannten Orte änderten sich: "
        "aus „servers in Frankfurt, Germany“ wurde „servers in Germany and Ireland“"
    )


def test_what_tells_most_is_quoted_wherever_it_came_in_the_sentence() -> None:
    """The words between are left out."""
    before = "Files are kept on servers in Frankfurt for all who pay for our service by the year."
    after = (
        "Files are kept on servers in vaults for all who pay for our service by the year, "
        "and in Ireland."
    )
    found = counterpart("servers in Frankfurt", before, after, ["Ireland"])
    assert found is not None
    assert quoted(found.after, "en").endswith("and in Ireland”")
    without = counterpart("servers in Frankfurt", before, after)
    assert without is not None
    assert without.after == "servers in vaults"


def test_a_phrase_is_quoted_with_its_brackets_and_without_new_spaces() -> None:
    """As the page prints it."""
    before = "Our shop (the old one) at Harbour Road 704/36, Oslo, keeps parcels (for a year)."
    found = counterpart("the old one", before, before.replace("the old", "the new"))
    assert found is not None
    assert (found.before, found.after) == ("(the old one)", "(the new one)")
    found = counterpart("at Harbour Road 704/36", before, before.replace("Harbour", "Valley"))
    assert found is not None
    assert found.after.startswith("at Valley Road 704/36")


def test_a_short_phrase_that_is_gone_tells_what_its_passage_says_now() -> None:
    """Too little of it stayed to be found anywhere, but its sentence is known."""
    before, after = "Fabrikam does not sell letters.", "We do not sell letters."
    (passage,) = compare(page(before), page(after)).passages
    gone = EvidenceState("Fabrikam does not sell", EvidenceStatus.GONE, before)
    assert what_became(gone).en == "“Fabrikam does not sell” no longer stands in the source"
    assert what_became(gone, passage).en.endswith(
        "“Fabrikam does not sell” became “We do not sell”"
    )
    assert what_became(gone, passage).de.endswith("wurde „We do not sell“")
