"""Languages that a passage is surely not in are left out of the look-up, and no others."""

from __future__ import annotations

from clausewatch.parts import Scoring
from domain.watchlist import Criterion
from review.comparison import compare
from review.relevance.phrases import Vocabulary
from review.relevance.scores import score_criteria
from review.words.folding import folded_words
from review.words.tongues import silent
from tests.review.comparison.pages import PROSE, page

ENGLISH = (
    "We keep the notes that you write for as long as your account is open, and we are not going "
    "to read them."
)
GERMAN = "Wir behalten die Notizen, die Sie schreiben, und lesen sie nicht mit dem Konto im Blick."


def silent_in(text: str) -> frozenset[str]:
    """Return the languages that a text is surely not in."""
    return silent(set(folded_words(text)))


def test_a_plain_text_is_in_no_language_but_its_own_and_english() -> None:
    """Terms of trade are English everywhere."""
    assert {"de", "fr", "es", "it"} <= silent_in(ENGLISH)
    assert silent_in(GERMAN).isdisjoint({"de", "en"})
    assert "fr" in silent_in(GERMAN)


def test_a_passage_in_two_languages_is_in_both() -> None:
    """One word of a language is enough."""
    assert "de" not in silent_in(f"{ENGLISH} {GERMAN}")
    assert "de" not in silent_in(f"{ENGLISH} Daten werden verkauft.")


def test_letters_of_their_own_tell_a_language() -> None:
    """It is never left out: without its letters nothing of it is found."""
    assert silent_in(ENGLISH).isdisjoint({"zh", "ja", "ko", "ru"})


def test_a_short_passage_may_be_in_any_language() -> None:
    """Two words tell nothing."""
    assert not silent_in("Cloud: no")
    assert not silent_in("Serverstandort: Rechenzentrum Deutschland.")


def test_one_passage_mutes_no_other(scoring: Scoring) -> None:
    """A page may say one thing in English and the next in German."""
    old = page(f"{PROSE}\nServerstandort: Rechenzentrum Deutschland.")
    new = page(f"{PROSE}\nServerstandort: Rechenzentrum Indien.\n{ENGLISH * 3}")
    scores = score_criteria(
        compare(old, new, kind="terms"), "terms", scoring.criteria, scoring.model
    )
    assert scores["eu_saas"].score >= scoring.model.threshold


def test_what_is_left_out_is_not_found() -> None:
    """All else is, and what two languages share counts once."""
    criterion = Criterion(
        key="any",
        label={},
        meaning="",
        vocabulary={
            "en": {"blue van": 0.9, "training": 0.3, "van + rent": 0.5},
            "de": {"blauer wagen": 0.9, "training": 0.5, "van + blauer": 0.5},
        },
    )
    words = folded_words("rent a blue van, ein blauer Wagen; training")
    vocabulary = Vocabulary.of([criterion])

    def found(*without: str) -> set[tuple[str, float]]:
        hits = vocabulary.find(words, without=frozenset(without))
        return {(hit.phrase.text, hit.phrase.weight) for hit in hits}

    english = {("blue van", 0.9), ("van + rent", 0.5)}
    assert found() == english | {("blauer wagen", 0.9), ("training", 0.5), ("van + blauer", 0.5)}
    assert found("de") == english | {("training", 0.3)}
