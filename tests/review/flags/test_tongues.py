"""Languages that a text is surely not in are left out of the look-up, and no others."""

from __future__ import annotations

import pytest

from domain.watchlist import Criterion
from review.relevance.phrases import Vocabulary
from review.words.folding import folded_words
from review.words.tongues import silent

ENGLISH = (
    "We keep the notes that you write for as long as your account is open, and we are not going "
    "to read them. You may ask us for a copy of your notes at any time by writing to our team."
)
GERMAN = (
    "Wir behalten die Notizen, die Sie schreiben, und lesen sie nicht. Sie können uns bei Fragen "
    "zu den Notizen schreiben, und wir antworten auf jede Frage, die mit dem Konto zu tun hat."
)


def test_a_plain_text_is_in_no_language_but_its_own_and_english() -> None:
    """Terms of trade are English everywhere."""
    assert {"de", "fr", "es", "it", "zh", "ru"} <= silent([ENGLISH])
    assert silent([GERMAN]).isdisjoint({"de", "en"})
    assert "fr" in silent([GERMAN])


def test_a_page_in_two_languages_is_in_both() -> None:
    """However they are mixed."""
    assert "de" not in silent([ENGLISH, GERMAN])
    assert "de" not in silent([ENGLISH * 3, GERMAN])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我们不出售您的数据。", "zh"),
        ("노트를 팔지 않습니다.", "ko"),
        ("Мы не продаём заметки.", "ru"),
    ],
)
def test_letters_tell_a_language_in_any_text(text: str, language: str) -> None:
    """A single sentence of it is enough."""
    assert language not in silent([ENGLISH, text])


def test_a_short_text_may_be_in_any_language() -> None:
    """Two words tell nothing."""
    assert silent(["Cloud: no"]).isdisjoint({"de", "fr", "es", "it", "nl", "pt", "pl"})


def test_what_is_left_out_is_not_found() -> None:
    """All else is."""
    criterion = Criterion(
        key="any",
        label={},
        meaning="",
        vocabulary={"en": {"blue van": 0.9}, "de": {"blauer wagen": 0.9}},
    )
    words = folded_words("a blue van, ein blauer Wagen")

    def found(*without: str) -> set[str]:
        vocabulary = Vocabulary.of([criterion], without=frozenset(without))
        return {hit.phrase.text for hit in vocabulary.find(words)}

    assert found() == {"blue van", "blauer wagen"}
    assert found("de") == {"blue van"}
