"""Where something runs, and who runs it: which places and machines flag hosting."""

from __future__ import annotations

import pytest

from clausewatch.parts import Scoring
from domain.document import Block, BlockKind, Document
from review.comparison import compare
from review.relevance.scores import score_criteria
from tests.review.comparison.pages import page
from tests.review.flags.passages import FIRST, flagged


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
    old, new = Document((FIRST, head)), Document((FIRST, head, row))
    kind = "subprocessors"
    scores = score_criteria(compare(old, new, kind=kind), kind, scoring.criteria, scoring.model)
    assert scores["eu_saas"].score >= scoring.model.threshold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visits are counted by Umami, which is self-hosted in Leeds.", False),
        ("Besuche zählt ein selbst gehostetes Matomo in Leeds.", False),
        ("Fabrikam Server (self-hosted) runs in your data center.", True),
        ("It is a service, or self-hosted in a private cloud.", True),
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


@pytest.mark.parametrize(
    ("text", "only", "mostly"),
    [
        (
            "# Regions\nCustomer data is stored {} in the region that you chose.",
            "only",
            "primarily",
        ),
        ("# Regionen\nDaten werden {} in der gewählten Region gespeichert.", "nur", "vorrangig"),
        ("# Régions\nLes données sont stockées {} dans la région choisie.", "seulement", "surtout"),
    ],
)
def test_a_region_of_ones_choice_is_a_promise(
    scoring: Scoring, text: str, only: str, mostly: str
) -> None:
    """It says where data stay, though it names no place."""
    change = compare(page(text.format(only)), page(text.format(mostly)), kind="docs")
    scores = score_criteria(change, "docs", scoring.criteria, scoring.model)
    assert scores["eu_saas"].score >= scoring.model.threshold


@pytest.mark.parametrize("heading", ["Recipients", "Wohin gehen Ihre Daten?", "Terceros"])
def test_a_place_in_a_list_of_receivers_flags_hosting(scoring: Scoring, heading: str) -> None:
    """In a policy as in a list of nothing else."""
    lines = f"# {heading}\n- Northwind Maps (Peru)"
    old, new = page(lines), page(f"{lines}\n- Fabrikam Post (Chile)")
    change = compare(old, new, kind="privacy_policy")
    scores = score_criteria(change, "privacy_policy", scoring.criteria, scoring.model)
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
