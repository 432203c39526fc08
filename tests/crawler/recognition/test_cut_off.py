"""Where a text ends early, and where its provider ended it."""

from __future__ import annotations

import pytest

from crawler.recognition import problem_of_document
from domain.problem import ProblemKind
from tests.crawler.recognition.texts import outline

GUIDE = (
    "# Installing Fernwood",
    "Fernwood runs in our cloud or on a machine of your own, and both read the same settings.",
    "## In our cloud",
    "Open an account, choose a region, and put the key that you are shown into your settings.",
    "## On your own machine (with containers)",
    "Choose one of these ways:",
    "- With the package: install it, then start the service. It keeps its data in one folder.",
    "- With containers: fetch the image, then start it with a volume for its data.",
    "## Updates",
    "An update is announced a week ahead. Your data stays where it is, whatever way you chose.",
    "## Trouble",
    "Read the journal of the service first; it names the setting that it stumbled over.",
)


def is_cut(*lines: str, base: tuple[str, ...] = GUIDE) -> bool:
    """Tell whether these lines are a text that ends early."""
    found = problem_of_document(outline(*lines), None, None, outline(*base))
    return found is not None and found.kind is ProblemKind.COLLAPSED


@pytest.mark.parametrize(
    "last",
    [
        "## On your own machine (with contain",
        "## On your own machine (w",
        "## On your own machine (with containers)",
    ],
)
def test_whole_sections_short_of_the_end(last: str) -> None:
    """Wherever the cut lies: between blocks, between words or within one."""
    assert is_cut(*GUIDE[:4], last)


def test_cut_within_a_list_at_the_end_of_a_sentence() -> None:
    """What is left of an item may be whole sentences."""
    assert is_cut(*GUIDE[:6], "- With the package: install it, then start the service.")


def test_a_sentence_struck_out_at_the_end() -> None:
    """The last section may lose its last sentence, and so may the document its last section."""
    assert not is_cut(*GUIDE[:9], "An update is announced a week ahead.")


def test_sections_struck_out_with_a_word_changed_before() -> None:
    """No fault changes a word: the provider was at work."""
    assert not is_cut(*GUIDE[:3], f"First {GUIDE[3]}", GUIDE[4])


IMPRINT = (
    "# Terms of Fernwood",
    "Terms of Fernwood",
    "These terms hold between you and Fernwood Cooperative, which runs the service.",
    "Fernwood Cooperative, 4 Mill Lane, Elmstead",
    "Write to us by mail at this address:",
    "The service is paid for by its members, as the statutes of the cooperative say.",
    "Members may use the service for any lawful purpose, and may let others use it with them.",
    "What members store stays theirs. We read none of it, and hand none of it on to others.",
)


def test_a_text_that_ends_with_an_announcement() -> None:
    """Nobody ends a document with the announcement of what does not follow."""
    assert is_cut(*IMPRINT[:5], base=IMPRINT)
    assert is_cut(*IMPRINT[1:5], base=IMPRINT)  # the title on top went as well


def test_a_text_may_end_with_a_colon_as_ever() -> None:
    """Where an address is left out by the extraction, the last line has always announced it."""
    letter = (*IMPRINT, "Write to our officer for data protection at this address:")
    assert not is_cut(*letter[:5], base=letter)


def test_half_a_text_without_sections_struck_out() -> None:
    """A text that ends with a sentence may have been cut down on purpose."""
    assert not is_cut(*IMPRINT[:4], IMPRINT[5], base=(*IMPRINT[:4], *IMPRINT[5:]))


def test_texts_without_words() -> None:
    """Lines of marks are the beginning of nothing."""
    assert not is_cut("***", "---", "...", "!!!")
