"""What a change is about by its structure, where no phrase of the vocabulary says it."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.document import Block, BlockKind, Document
from domain.watchlist import Tool
from review.comparison import compare
from review.flags import flag_change
from review.relevance.passage_words import read_passage
from review.relevance.scores import score_criteria
from review.relevance.subjects import times_the_contract
from tests.review.comparison.pages import page

_FIRST = Block(BlockKind.PARAGRAPH, "This page is kept for everybody who uses the tool.")


def flagged(scoring: Scoring, kind: str, before: str, after: str) -> set[str]:
    """Return the criteria that one changed paragraph flags."""
    old, new = (Document((_FIRST, Block(BlockKind.PARAGRAPH, text))) for text in (before, after))
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    return {key for key, score in scores.items() if score.score >= scoring.model.threshold}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The beta opens in Dublin and Tokyo.", "The beta opens in Tokyo."),
        ("Jobs go to ap-south-1.", "Jobs go to ap-south-1 and eu-west-1."),
    ],
)
def test_a_place_in_documentation_flags_hosting(scoring: Scoring, before: str, after: str) -> None:
    """Whatever is said to be there."""
    assert "eu_saas" in flagged(scoring, "docs", before, after)


def test_a_language_model_is_no_language(scoring: Scoring) -> None:
    """Where a vendor sits counts, whatever it does."""
    before, after = "Names | Places", "Fabrikam, Inc. | Language models | Canada"
    row = Block(BlockKind.TABLE_ROW, after, cells=tuple(after.split(" | ")))
    head = Block(BlockKind.TABLE_ROW, before, cells=tuple(before.split(" | ")))
    old, new = Document((_FIRST, head)), Document((_FIRST, head, row))
    kind = "subprocessors"
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["eu_saas"].score >= scoring.model.threshold


def test_a_switch_is_about_what_heading_and_passage_are_about(scoring: Scoring) -> None:
    """Its own sentence need not say so."""
    text = "We train our models on your chats if you allow it. The switch is {} at first."
    heading = Block(BlockKind.HEADING, "Training of models", level=2)
    old, new = (
        Document((_FIRST, heading, Block(BlockKind.PARAGRAPH, text.format(state))))
        for state in ("off", "on")
    )
    kind = "privacy_policy"
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["no_training"].score >= scoring.model.threshold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visits are counted by Umami, which is self-hosted in Leeds.", False),
        ("Besuche zählt ein selbst gehostetes Matomo in Leeds.", False),
        ("We run our own servers for maps, which are self-hosted.", False),
        ("Nothing reaches us from self-hosted installations of Northwind Maps.", True),
        ("If you self-host Northwind Maps, nothing reaches us.", True),
    ],
)
def test_what_the_provider_hosts_itself_is_no_offer(
    scoring: Scoring, text: str, *, expected: bool
) -> None:
    """In a policy "self-hosted" mostly says where the provider's own tools run."""
    assert ("on_prem" in flagged(scoring, "privacy_policy", "", text)) is expected


def test_regions_of_a_cloud_are_places_in_a_list_of_their_names(scoring: Scoring) -> None:
    """They look like any other name for machines, and say where something runs."""
    old, new = (
        page("# Where it runs\n- us-west-2"),
        page("# Where it runs\n- us-west-2\n- eu-west-1"),
    )
    scores = score_criteria(compare(old, new, kind="docs"), "docs", scoring.criteria, scoring.model)
    assert scores["eu_saas"].score >= scoring.model.threshold


def test_a_store_of_ones_own_is_a_part_inside(scoring: Scoring) -> None:
    """Logs in the customer's account are processed on both sides."""
    for after in (
        "Customers can store audit logs in their own AWS account.",
        "Protokolle können im eigenen S3-Bucket gespeichert werden.",
        "Les journaux sont conservés dans votre propre bucket S3.",
    ):
        assert "hybrid" in flagged(scoring, "docs", "", after)


def test_a_court_elsewhere_is_no_hosting(scoring: Scoring) -> None:
    """A place of law says nothing about data."""
    before, after = "Courts sit in Vienna.", "Courts sit in Berlin."
    assert "eu_saas" not in flagged(scoring, "docs", before, after)


def test_the_number_of_a_law_is_no_place(scoring: Scoring) -> None:
    """The "(EU)" in it says who made the law, not where data lie."""
    after = "Your data are processed under Regulation (EU) 2016/679 on our terms."
    assert "eu_saas" not in flagged(scoring, "terms", "", after)
    assert "eu_saas" in flagged(
        scoring, "terms", "", after.replace("Regulation (EU) 2016/679", "EU law in the EU")
    )


def test_a_sentence_about_nothing_personal_flags_no_policy(scoring: Scoring) -> None:
    """Being in a policy is not enough."""
    before, after = "We rewrite this page yearly.", "We rewrite this page every summer."
    assert "gdpr" not in flagged(scoring, "privacy_policy", before, after)


@pytest.mark.parametrize(
    ("criterion", "after"),
    [
        ("private_cloud", "On Scale, your team gets a cluster that is fully separate."),
        ("open_source", "Every board can be exported; the file is a JSON tree."),
        ("hybrid", "Ein Agent liest die Ordner lokal und meldet der Cloud nur die Namen."),
        ("on_prem", "Le moteur fonctionne aussi hors ligne, sur vos machines."),
    ],
)
def test_plain_words_together_flag_what_they_mean(
    scoring: Scoring, criterion: str, after: str
) -> None:
    """Without a set phrase."""
    assert criterion in flagged(scoring, "docs", "", after)


@pytest.mark.parametrize(
    ("kind", "title", "flagged_too"),
    [
        ("other", "Our subprocessors", True),
        ("other", "Liste des sous-traitants", True),
        ("other", "Release notes", False),
        ("terms", "Our subprocessors", False),
    ],
)
def test_a_list_of_vendors_is_known_by_its_title(
    scoring: Scoring, kind: str, title: str, *, flagged_too: bool
) -> None:
    """Unless the watchlist says what the source is."""
    rows = [Block(BlockKind.TABLE_ROW, "Northwind | Mail", cells=("Northwind", "Mail"))]
    added = [*rows, Block(BlockKind.TABLE_ROW, "Fabrikam | Plans", cells=("Fabrikam", "Plans"))]
    old, new = (Document((_FIRST, *blocks), title=title) for blocks in (rows, added))
    flags = flag_change(
        compare(old, new, kind=kind),
        old,
        new,
        source_id="list",
        kind=kind,
        tools=[Tool(id="tool", name="Tool", sources=("list",))],
        criteria=scoring.criteria,
        model=scoring.model,
    )
    assert ("dpa" in {flag.criterion for flag in flags}) is flagged_too


def test_other_words_count_for_less_than_more_words(scoring: Scoring) -> None:
    """Who says the same in other words changes a policy less than who says something more."""
    before = "We look at the data of your visits to learn which articles people like."
    reworded = "We examine the data of your visits to find out which pages readers prefer."
    longer = f"{before[:-1]}, and pass that personal data on to agencies for advertising."
    scores = [score_of(scoring, "gdpr", before, after) for after in (reworded, longer)]
    assert scores[0] < scoring.model.threshold <= scores[1]


def test_other_words_count_in_full_where_the_vocabulary_is_among_them(scoring: Scoring) -> None:
    """The word that became another is what the criterion is about."""
    before = "Customer content is encrypted while we hold it."
    after = "Customer content trains models while we hold it."
    assert score_of(scoring, "no_training", before, after) >= scoring.model.threshold


def score_of(scoring: Scoring, criterion: str, before: str, after: str) -> float:
    """Return how surely one changed paragraph of a privacy policy bears on a criterion."""
    kind = "privacy_policy"
    old, new = (Document((_FIRST, Block(BlockKind.PARAGRAPH, text))) for text in (before, after))
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    return scores[criterion].score


@pytest.mark.parametrize(
    ("sentence", "of_contract"),
    [
        ("Either side may cancel with a notice of {} days.", True),
        ("Invoices are due {} days after they are written.", True),
        ("Notes are deleted {} days after the notice.", False),
        ("We notify you of a breach within {} days.", False),
        ("Die Kündigung wirkt nach {} Tagen.", True),
        ("Notizen werden nach {} Tagen gelöscht.", False),
    ],
)
def test_a_period_of_the_contract_is_told_from_one_of_data(
    sentence: str, *, of_contract: bool
) -> None:
    """Only what is kept, deleted or reported makes a period one of data."""
    change = compare(page(sentence.format(30)), page(sentence.format(60)))
    reading = read_passage(change.passages[0])
    assert times_the_contract(reading) is of_contract


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'Fabrikam Ltd ("we", "us") prints maps for towns.',
            'Fabrikam Holdings Inc ("we", "us") prints maps for towns.',
        ),
        (
            "Fabrikam B.V. (hereinafter: Fabrikam) prints maps.",
            "Fabrikam Real Estate B.V. (hereinafter: Fabrikam) prints maps.",
        ),
        (
            "Cette carte est éditée par Fabrikam, Sàrl, à Berne.",
            "Cette carte est éditée par Fabrikam, entreprise de Jeanne Martin, à Lille.",
        ),
    ],
)
def test_who_speaks_in_a_contract_answers_for_the_data(
    scoring: Scoring, before: str, after: str
) -> None:
    """Whatever else the sentence says of the company."""
    assert "gdpr" in flagged(scoring, "terms", before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Guests were from Fabrikam Ltd.", "Guests were from Tailspin Inc."),
        ("The map prize went to Fabrikam Ltd (US).", "The map prize went to Tailspin Inc (US)."),
        ("We met Fabrikam Ltd (together with its crew).", "We met nobody."),
    ],
)
def test_a_company_among_others_is_not_who_speaks(
    scoring: Scoring, before: str, after: str
) -> None:
    """A guest, a reference or a partner runs nothing."""
    assert not flagged(scoring, "terms", before, after)


def test_the_controller_in_a_table_is_the_controller(scoring: Scoring) -> None:
    """Other rows name those who work for it."""
    before, after = "Controller | Fabrikam GmbH, Berlin", "Controller | Tailspin Inc, Austin"
    rows = [
        Document((_FIRST, Block(BlockKind.TABLE_ROW, text, cells=tuple(text.split(" | ")))))
        for text in (before, after)
    ]
    kind = "privacy_policy"
    scores = score_criteria(compare(*rows, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["gdpr"].score >= scoring.model.threshold


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "We share personal data with our printers. We never sell it.",
            "We share personal data with our printers.",
        ),
        (
            "We share personal data with our printers. We never sell it.",
            "We share personal data with our printers. We may sell it.",
        ),
        (
            "Nous partageons des données personnelles. Nous ne vendons jamais celles-ci.",
            "Nous partageons des données personnelles. Nous pouvons vendre celles-ci.",
        ),
    ],
)
def test_a_pronoun_stands_for_what_the_sentence_before_named(
    scoring: Scoring, before: str, after: str
) -> None:
    """What is sold is the personal data."""
    assert "gdpr" in flagged(scoring, "privacy_policy", before, after)


@pytest.mark.parametrize(
    "added",
    [
        "This does not apply to the free plan.",
        "On the free plan we may use them.",
        "The free plan is excluded.",
    ],
)
def test_what_is_left_out_is_left_out_of_the_promise_before(scoring: Scoring, added: str) -> None:
    """It need not say again what is promised."""
    promise = "We do not use your prompts to train our models."
    assert "no_training" in flagged(scoring, "terms", promise, f"{promise} {added}")


@pytest.mark.parametrize(
    "added",
    [
        "Maps are printed in Leeds every other week.",
        "Our team answers letters within a week.",
        "Letters are answered on the same day.",
        "This takes five minutes.",
        "This page is not long.",
        "Sie können uns auch Briefe schreiben.",
        "Ask our enterprise team.",
    ],
)
def test_a_sentence_that_turns_nothing_leans_on_none(scoring: Scoring, added: str) -> None:
    """Only what denies, allows or leaves out reaches back by a pronoun or a plan."""
    promise = "We do not use your prompts to train our models."
    assert "no_training" not in flagged(scoring, "terms", promise, f"{promise} {added}")
