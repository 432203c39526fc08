"""Phrases of a criterion are found whatever their endings, accents and hyphens."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.watchlist import Criterion
from review.comparison import compare
from review.relevance.phrase_tree import PLACE
from review.relevance.phrases import Vocabulary
from review.relevance.scores import score_criteria
from review.words.folding import folded_words, is_character
from tests.review.comparison.pages import page


def found(text: str, **phrases: float) -> set[str]:
    """Return which phrases (underscores for spaces, X for *) stand in a text."""
    vocabulary = {
        key.replace("_", " ").replace("X", "*"): weight for key, weight in phrases.items()
    }
    criterion = Criterion(key="any", label={}, meaning="", vocabulary={"en": vocabulary})
    words = folded_words(text)
    return {hit.phrase.text for hit in Vocabulary.of([criterion]).find(words)}


@pytest.mark.parametrize(
    "text",
    ["our sub-processors", "SUB\u2011PROCESSOR\u2019S", "a sub processor", "sub-processor-list"],
)
def test_hyphens_case_and_endings_do_not_count(text: str) -> None:
    """One phrase stands for all ways to write it."""
    assert found(text, sub_processorX=0.9) == {"sub processor*"}


def test_without_the_mark_the_ending_counts() -> None:
    """A plural is another word."""
    assert found("our models", our_model=0.9) == set()


def test_accents_do_not_count() -> None:
    """In the text or in the phrase."""
    assert found("la durée de conservation des données", duree_de_conservation=0.9)
    assert found("nach der Loeschung, nach der Löschung", LöschungX=0.9)


def test_overlapping_phrases_are_all_found() -> None:
    """The longer does not hide the shorter."""
    assert found("data processing agreement", data=0.1, data_processing_agreement=0.9) == {
        "data",
        "data processing agreement",
    }


def test_a_phrase_at_the_end_is_found_and_one_beyond_it_not() -> None:
    """Words that are not there do not match."""
    assert found("in the region", region=0.5, region_of=0.9) == {"region"}


def test_a_phrase_of_two_languages_counts_once() -> None:
    """With the greater weight."""
    criterion = Criterion(
        key="any", label={}, meaning="", vocabulary={"en": {"audit*": 0.5}, "fr": {"audit*": 0.9}}
    )
    hits = list(Vocabulary.of([criterion]).find(["audits"]))
    assert [hit.phrase.weight for hit in hits] == [0.9]


def test_the_built_in_criteria_speak_three_languages_well(scoring: Scoring) -> None:
    """Each has a label in both languages of the product; nine more are spoken a little."""
    assert {criterion.key for criterion in scoring.criteria} == {
        "on_prem",
        "private_cloud",
        "eu_saas",
        "hybrid",
        "dpa",
        "no_training",
        "open_source",
        "gdpr",
    }
    for criterion in scoring.criteria:
        assert set(criterion.label) == {"en", "de"}
        assert set(criterion.vocabulary) == {
            *("en", "de", "fr"),
            *("es", "it", "nl", "pt", "zh", "ja", "ko", "ru", "pl"),
        }
        assert all(len(criterion.vocabulary[language]) > 20 for language in ("en", "de", "fr"))


def test_every_built_in_phrase_finds_itself(scoring: Scoring) -> None:
    """None is written so that it can never match."""
    vocabulary = Vocabulary.of(scoring.criteria)
    for criterion in scoring.criteria:
        for phrases in criterion.vocabulary.values():
            for text in phrases:
                words = folded_words(text.replace("*", ""))
                hits = [
                    hit for hit in vocabulary.find(words) if hit.phrase.criterion == criterion.key
                ]
                if " + " not in text:
                    assert any(hit.end - hit.start == len(words) for hit in hits), text


def test_words_that_count_together_find_themselves_in_any_order(scoring: Scoring) -> None:
    """The first alternative of each part, written in reverse, with a word between."""
    vocabulary = Vocabulary.of(scoring.criteria)
    for criterion in scoring.criteria:
        for phrases in criterion.vocabulary.values():
            for text in (text for text in phrases if " + " in text):
                parts = [part.split("|")[0] for part in text.replace(PLACE, "Ireland").split(" + ")]
                words = folded_words(" so ".join(reversed(parts)).replace("*", ""))
                found = {hit.phrase.text for hit in vocabulary.find(words)}
                assert text in found, text


def test_words_that_count_together_have_to_share_a_sentence() -> None:
    """One of them alone, in another sentence, or far away says nothing."""
    criterion = Criterion(
        key="moves",
        label={"en": "Moves"},
        meaning="Is the van for rent?",
        vocabulary={"en": {"rent*|hire + blue van|lorry": 0.9}},
    )
    vocabulary = Vocabulary.of([criterion])
    near = ["a", "blue", "van", "to", "hire"]
    assert len(list(vocabulary.find(near))) == 2
    apart = (0, 0, 0, 1, 1)
    assert not list(vocabulary.find(near, apart, apart))
    assert len(list(vocabulary.find(near, apart, (0, 0, 0, 0, 0)))) == 2  # cells of one row
    assert not list(vocabulary.find(["a", "blue", "van"]))
    assert not list(vocabulary.find(["lorry", *["so"] * 20, "rented"]))


def test_every_criterion_has_weights(scoring: Scoring) -> None:
    """A built-in criterion never falls back to what a watchlist's own has."""
    assert {criterion.key for criterion in scoring.criteria} <= scoring.model.criteria.keys()


def test_one_place_for_another_is_a_change_of_the_words_that_count_together(
    scoring: Scoring,
) -> None:
    """Each name of a place is a part of its own."""
    old, new = (page(f"Backups are stored in {place}.") for place in ("Norway", "Chile"))
    change = compare(old, new, kind="dpa")
    score = score_criteria(change, "dpa", scoring.criteria, scoring.model)["eu_saas"]
    assert score.details[0].features.changed


def test_a_sentence_goes_on_behind_the_short_name_of_an_article(scoring: Scoring) -> None:
    """Else "Art. 28" would never be read as one."""
    new = page("Wir schließen mit Ihnen gern einen Vertrag nach Art. 28 DSGVO.")
    change = compare(page(""), new, kind="terms")
    score = score_criteria(change, "terms", scoring.criteria, scoring.model)["dpa"]
    assert score.score >= scoring.model.threshold


def test_korean_is_read_by_the_syllable() -> None:
    """Folding takes each apart, and it is one character all the same."""
    assert all(map(is_character, folded_words("\ub178\ud2b8\ub97c")))


def test_characters_are_nearer_to_one_another_than_words() -> None:
    """A dozen of them are five words."""
    criterion = Criterion(
        key="any", label={}, meaning="", vocabulary={"ja": {"\u4fdd\u5b58 + \u524a\u9664": 0.9}}
    )
    apart = "\u4fdd\u5b58" + "\u3042" * 18 + "\u524a\u9664"
    vocabulary = Vocabulary.of([criterion])
    assert list(vocabulary.find(folded_words(apart)))
    assert not list(vocabulary.find(folded_words(apart.replace("\u3042", "\u3042" * 2))))
