"""What an editor reads about a flag: one short sentence, and grounds that add to it."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.document import Document
from domain.flag import Flag
from domain.watchlist import Evidence, Rating, Status, Tool
from review.comparison import compare
from review.explaining.counterparts import counterpart
from review.explaining.quotes import quoted, sentences, shortened
from review.flags import flag_change
from tests.review.comparison.pages import page
from tests.review.flags.passages import told

LIST = "# Subprocessors\n| Northwind Cloud | hosting | Ireland\n| Fabrikam | mail | France"


def flag_on_evidence(before: str, after: str, phrase: str, scoring: Scoring) -> Flag:
    """Return the flag of a rating "partly" that rests on the phrase."""
    rating = Rating(
        criterion="no_training",
        status=Status.PARTLY,
        evidence=(Evidence(source="policy", phrase=phrase),),
    )
    tool = Tool(id="tool", name="Tool", sources=("policy",), ratings=(rating,))
    old, new = page(before), page(after)
    (flag,) = flags_of(old, new, tool, scoring)
    return flag


def flags_of(old: Document, new: Document, tool: Tool, scoring: Scoring) -> tuple[Flag, ...]:
    """Compare and flag."""
    return flag_change(
        compare(old, new, kind="privacy_policy"),
        old,
        new,
        source_id="policy",
        kind="privacy_policy",
        tools=[tool],
        criteria=scoring.criteria,
        model=scoring.model,
    )


def test_a_new_subprocessor_is_named_with_its_country() -> None:
    """The name once, without the borders of the cells."""
    assert told(LIST, f"{LIST}\n| Tailspin Inc. | hosting at busy times | Norway") == (
        "A subprocessor was added: Tailspin Inc. (Norway)",
        "Ein Unterauftragnehmer kam hinzu: Tailspin Inc. (Norway)",
    )


def test_a_subprocessor_that_left_is_named() -> None:
    """Whoever is gone from the list is told as gone."""
    shorter = LIST.rsplit("\n", 1)[0]
    assert told(LIST, shorter)[0] == "A subprocessor was removed: Fabrikam (France)"


def test_a_row_of_another_table_is_an_entry() -> None:
    """A table of data or prices names no subprocessors."""
    table = "# What we collect\n| Name | to greet you"
    en, de = told(table, f"{table}\n| Location | to find shops nearby")
    assert en == "An entry was added: “Location, to find shops nearby”"
    assert de == "Ein Eintrag kam hinzu: „Location, to find shops nearby“"


@pytest.mark.parametrize(
    ("before", "after", "en", "de"),
    [
        ("30 days", "90 days", "30 days became 90 days", "30 Tagen beträgt jetzt 90 Tage"),
        ("1 year", "18 months", "1 year became 18 months", "1 Jahr beträgt jetzt 18 Monate"),
    ],
)
def test_a_period_is_said_in_the_language_of_the_reader(
    before: str, after: str, en: str, de: str
) -> None:
    """The page is English; the German sentence is German."""
    said = told(
        f"# Data\nLogs are kept for {before} only.", f"# Data\nLogs are kept for {after} only."
    )
    assert said[0].startswith(f"The period of {en}: “")
    assert said[1].startswith(f"Die Frist von {de}: „")


def test_a_new_sentence_is_quoted_alone() -> None:
    """Of its paragraph nothing else is repeated."""
    before = "We keep logs of each call for you."
    en, _ = told(before, f"{before} Our staff listens to some of them.")
    assert en == "A sentence was added: “Our staff listens to some of them”"


def test_few_words_are_shown_with_those_around_them() -> None:
    """A modal alone tells nothing."""
    en, de = told("We will tell you of a breach.", "We may tell you of a breach.")
    assert en == (
        "The wording became less binding: “We will tell you of a breach” "
        "became “We may tell you of a breach”"
    )
    assert de.startswith("Die Aussage wurde unverbindlicher: aus „We will")


def test_of_several_sentences_the_one_about_the_criterion_is_told() -> None:
    """A flag on training does not quote the sentence on invoices."""
    before = "Invoices are sent by mail. Notes are used to train our models."
    after = "Invoices are sent by post. Notes and files are used to train our models."
    assert "Notes and files" in told(before, after, "train our models")[0]
    assert "by post" in told(before, after, "invoices")[0]


def test_the_counterpart_of_a_phrase_is_not_its_paragraph() -> None:
    """Only the words that took the place of the phrase are quoted."""
    before = "The vendor tells the customer at least thirty (30) days in advance of any change."
    found = counterpart(
        "at least thirty (30) days in advance", before, before.replace("thirty (30)", "ten (10)")
    )
    assert found is not None
    assert (quoted(found.before, "en"), quoted(found.after, "en")) == (
        "“at least thirty (30) days in advance”",
        "“at least ten (10) days in advance”",
    )


def test_a_promise_that_lost_its_negation_says_so(scoring: Scoring) -> None:
    """With the exception that was put behind it."""
    flag = flag_on_evidence(
        "We do not use files and notes of the paid plan to train our models.",
        "Files and notes of the paid plan are used to improve our models unless you opt out.",
        "do not use files and notes of the paid plan to train",
        scoring,
    )
    assert flag.summary.en.startswith("The promise lost its negation: “do not use files")
    assert "unless you opt out”" in flag.summary.en
    assert flag.summary.en.endswith("; the rating “partly” rests on it.")
    assert flag.summary.de.startswith("Die Zusage hat ihre Verneinung verloren: aus „do not")


def test_the_reasons_do_not_repeat_the_summary(scoring: Scoring) -> None:
    """Each line adds something, and none names the criterion by its label."""
    flag = flag_on_evidence(
        "# Training\nWe do not use your files to train our models.\n# Other\nWe sell shoes.",
        "# Training\nWe use your files to train our models.\n# Other\nWe sell shoes.",
        "do not use your files to train our models",
        scoring,
    )
    label = next(c.label["en"] for c in scoring.criteria if c.key == flag.criterion)
    said = flag.summary.en.removesuffix(".")
    assert flag.reasons
    for reason in flag.reasons:
        assert said not in reason.en
        assert label not in reason.en + flag.summary.en


def test_a_long_quote_keeps_its_opening_and_what_matters() -> None:
    """What lies between is left out, and says so."""
    text = f"We do not use prompts {'of any kind ' * 9}to train our models at all"
    assert shortened(text, ["train our models"]) == (
        "We do not use prompts … any kind to train our models at all"
    )


def test_a_quote_has_no_borders_of_cells_and_no_quotes_inside() -> None:
    """It stands in quotation marks of its own."""
    assert quoted('Acme | the "Service" | EU.', "en") == "“Acme, the 'Service', EU”"
    assert quoted("Acme.", "de") == "„Acme“"


def test_a_company_form_ends_no_sentence() -> None:
    """Nor does an initial or a number."""
    assert sentences("We use Acme Inc. for mail. It is ours.") == [
        "We use Acme Inc. for mail.",
        "It is ours.",
    ]
