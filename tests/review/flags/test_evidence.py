"""A phrase that a rating rests on is found again in every version of its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.flag import EvidenceStatus
from review.evidence import Versions, locate
from review.words.folding import folded_text
from tests.review.flags.documents import document

PROMISE = "Content of paying customers is not used for training."
POLICY = (
    "# Scope",
    "This policy covers the website and the application.",
    "# Use of content",
    f"{PROMISE} You may read more in our help centre.",
    "# Contact",
    "Write to privacy@example.com.",
)


def test_a_phrase_is_found_word_by_word_where_it_stands() -> None:
    """Blocks, text and likeness of an exact match."""
    found = locate("paying customers is not used", document(*POLICY))
    assert found is not None
    assert (found.first, found.last, found.similarity) == (3, 3, 1.0)
    assert found.text == POLICY[3]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("customer's data", "We keep the customer\u2019s data safe."),
        ("“zero retention” applies", 'Our "zero retention" applies to all plans.'),
        ("opt-out \u2013 at any time", "An opt\u2011out - at any time - is possible."),
        ("NOT USED FOR TRAINING", "It is not used for training."),
        ("données à caractère personnel", "Les donne\u0301es à caractère personnel restent ici."),
        ("不会用于训练", "您的数据不会用于训练模型。"),
    ],
)
def test_quotes_dashes_case_and_accents_do_not_count(phrase: str, text: str) -> None:
    """How a phrase is set is not its wording."""
    found = locate(phrase, document("Before.", text, "After."))
    assert found is not None
    assert found.similarity == 1.0
    assert found.first == 1


def test_a_phrase_split_over_two_blocks_is_intact() -> None:
    """A page that breaks a paragraph has not changed its wording."""
    new = document(*POLICY[:3], "Content of paying customers", "is not used for training.")
    state = Versions(document(*POLICY), new).state("paying customers is not used")
    assert state.status is EvidenceStatus.INTACT
    assert state.after == "Content of paying customers is not used for training."


def test_part_of_a_word_is_not_the_phrase() -> None:
    """A phrase starts and ends where words do."""
    club = document("Rooms are reused for trainings by the club.")
    assert locate("used for training", club) is None


def test_under_another_heading_among_others_it_has_moved() -> None:
    """Same words, other place."""
    new = document("# Scope", POLICY[1], "# Plans", "Teams pay by the seat.", POLICY[3])
    assert Versions(document(*POLICY), new).state(PROMISE).status is EvidenceStatus.MOVED


def test_a_renamed_heading_does_not_move_what_stands_below() -> None:
    """The neighbours are the same."""
    old = document("# Use of content", "First.", PROMISE, "Last.")
    new = document("# How we use content", "First.", PROMISE, "Last.")
    assert Versions(old, new).state(PROMISE).status is EvidenceStatus.INTACT


def test_reworded_evidence_is_shown_before_and_after() -> None:
    """Both passages are kept, with how like they are."""
    text = "Content of paying customers is used for training, unless you object."
    state = Versions(document(*POLICY), document(*POLICY[:3], text, *POLICY[4:])).state(PROMISE)
    assert state.status is EvidenceStatus.REWORDED
    assert state.before == POLICY[3]
    assert state.after == text
    assert 0.6 < state.similarity < 1.0


def test_a_similar_sentence_that_stood_there_all_along_is_not_the_evidence() -> None:
    """The promise for paying customers went; the one for schools always was another."""
    other = "Content of schools is not used for training."
    state = Versions(document(PROMISE, other), document(other)).state(PROMISE)
    assert state.status is EvidenceStatus.GONE


def test_a_phrase_that_was_never_there_says_so() -> None:
    """It is a fault of the watchlist, not a change of the source."""
    state = Versions(document(*POLICY), document(*POLICY)).state("Data never leaves the moon")
    assert state.status is EvidenceStatus.NEVER_FOUND


def test_a_slightly_misquoted_phrase_still_counts_as_found() -> None:
    """A missing article is no reason to lose the evidence."""
    quote = "content of the paying customers is not used for training"
    state = Versions(document(*POLICY), document(*POLICY)).state(quote)
    assert state.status is EvidenceStatus.INTACT


@pytest.mark.parametrize("phrase", ["", "…", "— —"])
def test_a_phrase_without_words_is_nowhere(phrase: str) -> None:
    """Nothing to look for is nothing found."""
    assert locate(phrase, document(*POLICY)) is None


def test_an_empty_document_has_lost_everything() -> None:
    """No blocks, no evidence."""
    assert Versions(document(*POLICY), document()).state(PROMISE).status is EvidenceStatus.GONE


_WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9)
_PARAGRAPHS = st.lists(
    st.lists(_WORD, min_size=4, max_size=12).map(lambda words: " ".join(words) + "."),
    max_size=8,
)


@given(_PARAGRAPHS, _PARAGRAPHS, st.data())
def test_a_phrase_in_both_versions_is_intact_wherever_it_moved(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    """Whatever else changed, and wherever it stands now."""
    at_old = data.draw(st.integers(0, len(old)))
    at_new = data.draw(st.integers(0, len(new)))
    before = document(*old[:at_old], PROMISE, *old[at_old:])
    after = document(*new[:at_new], PROMISE, *new[at_new:])
    state = Versions(before, after).state(PROMISE)
    assert state.status in {EvidenceStatus.INTACT, EvidenceStatus.MOVED}
    assert state.similarity == 1.0


@given(_PARAGRAPHS, st.data())
def test_evidence_whose_sentence_is_deleted_is_gone(others: list[str], data: st.DataObject) -> None:
    """None of the other sentences is taken for it."""
    at = data.draw(st.integers(0, len(others)))
    before = document(*others[:at], PROMISE, *others[at:])
    assert Versions(before, document(*others)).state(PROMISE).status is EvidenceStatus.GONE


@given(_PARAGRAPHS)
def test_every_paragraph_of_a_document_is_found_in_it(paragraphs: list[str]) -> None:
    """Exactly, and in a block that reads like it."""
    whole = document(*paragraphs)
    for paragraph in paragraphs:
        found = locate(paragraph, whole)
        assert found is not None
        assert found.similarity == 1.0
        assert folded_text(paragraph) in folded_text(found.text)
