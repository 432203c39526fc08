"""What stands beside the text or below it: terms are read, teasers of articles are not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.extraction import extract
from domain.capture import Capture
from domain.watchlist import Source

SOURCE = Source(id="terms", url="https://nimbus.example/terms")
REST = "".join(
    f"<p>Part {number} of the agreement says what both sides owe to one another.</p>"
    for number in range(8)
)


def is_read(sentence: str, place: str) -> bool:
    """Tell whether a sentence in such a place of a page is read."""
    beside = f"<{place}><div><p>{sentence}</p></div></{place}>"
    page = f"<html><body><main><h1>Terms</h1>{REST}</main>{beside}</body></html>".encode()
    capture = Capture("terms", SOURCE.url, datetime(2026, 5, 1, tzinfo=UTC), page)
    return sentence in extract(capture, SOURCE).document.text


@pytest.mark.parametrize("place", ["aside", "footer"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Blog: ten tips to store personal data safely.",
        "Ten ways to keep your recordings and personal data safe.",
        "New: how we delete customer data and personal uploads.",
        "Seven things that we know of personal data and models.",
        "Why personal data of teams are not safe in chats.",
        "Webinar: your data, our models, and the consent of users.",
        "Warum personenbezogene Daten nicht in Chats gehören.",
    ],
)
def test_teasers_of_articles_are_no_terms(sentence: str, place: str) -> None:
    """Their titles name data, too, and others take their turn with each visit."""
    assert not is_read(sentence, place)


@pytest.mark.parametrize("place", ["aside", "footer"])
@pytest.mark.parametrize(
    "sentence",
    [
        "* Prompts of the free plan are used for training.",
        "Nimbus stores personal data in Germany and nowhere else.",
        "No training on chats and uploads of paying teams.",
        "Chats and other personal data: deletion after 30 days.",
        "New: prompts may be shared with third parties.",
        "Opt out of training on your data in the settings.",
        "How long data are kept depends on the region.",
        "Personenbezogene Daten werden in Frankfurt verarbeitet.",
        "Les données personnelles sont conservées en Irlande.",
        "Conservamos los datos personales sin fines de terceros.",
    ],
)
def test_a_sentence_that_says_what_is_done_with_data_is_read(sentence: str, place: str) -> None:
    """It has a verb of its own, denies something, or names a period."""
    assert is_read(sentence, place)
