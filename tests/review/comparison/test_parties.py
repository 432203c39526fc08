"""Companies and places that come and go, in the rows of a table, in lists and in sentences."""

from __future__ import annotations

from domain.change import FindingKind
from review.comparison import compare
from tests.review.comparison.pages import found_kinds, page

K = FindingKind


def test_a_new_row_of_subprocessors_is_a_party_in_a_region() -> None:
    """A row pairs by its first cell, so a new one is new, whatever stands around it."""
    rows = "# Subprocessors\n| Northwind Cloud | hosting | Ireland\n| Fabrikam | mail | France"
    change = compare(page(rows), page(f"{rows}\n| Tailspin | hosting | United States"))
    (passage,) = change.passages
    assert (K.PARTY_ADDED, "Tailspin") in {(f.kind, f.after) for f in passage.findings}
    assert (K.REGION_ADDED, "United States") in {(f.kind, f.after) for f in passage.findings}


def test_a_row_whose_place_changed_stays_one_row() -> None:
    """The company is the same; where it processes is not."""
    change = compare(
        page("| Fabrikam | mail | France\n| Tailspin | mail | Spain"),
        page("| Tailspin | mail | Spain\n| Fabrikam | mail | India"),
    )
    (passage,) = [p for p in change.passages if p.kind == "reworded"]
    assert passage.before.startswith("Fabrikam")
    assert passage.after.startswith("Fabrikam")
    assert {f.kind for f in passage.findings} >= {K.REGION_ADDED, K.REGION_REMOVED}


def test_who_is_listed_under_third_parties_needs_no_legal_form() -> None:
    """A name, a purpose and perhaps a place; a column's name is no company."""
    page_of = "## Terze parti\n- Tailspin (statistiche): Irlanda\n"
    change = compare(page(page_of), page(f"{page_of}- Fabrikam: invio di avvisi\n- Paese: Italia"))
    found = [f.after for p in change.passages for f in p.findings if f.kind is K.PARTY_ADDED]
    assert found == ["Fabrikam"]
    elsewhere = page_of.replace("Terze parti", "Funzioni")
    change = compare(page(elsewhere), page(f"{elsewhere}- Fabrikam: invio di avvisi"))
    assert not [f for p in change.passages for f in p.findings if f.kind is K.PARTY_ADDED]


def test_a_party_is_told_once_however_it_is_punctuated() -> None:
    """The cell reads "Inc.", the run of words "Inc"; they are one company."""
    rows = "# Subprocessors\n| Northwind Cloud | hosting | Ireland\n| Fabrikam | mail | France"
    found = found_kinds(rows, f"{rows}\n| Tailspin Inc. | hosting at night | Norway")
    assert [after for kind, _, after in found if kind is K.PARTY_ADDED] == ["Tailspin Inc."]


def test_a_point_behind_a_company_is_no_other_company() -> None:
    """Only the words of a name tell it from another."""
    before = "Your contract is with Fabrikam Inc. and you may end it."
    found = found_kinds(before, "Your contract is with Fabrikam, Inc and we may end it.")
    assert not {kind for kind, _, _ in found} & {K.PARTY_ADDED, K.PARTY_REMOVED}


def test_the_number_of_a_law_names_no_region() -> None:
    """The (EU) in it says who made the law."""
    found = found_kinds("We act by law.", "We act by law, Regulation (EU) 2016/679 above all.")
    assert K.REGION_ADDED not in {kind for kind, _, _ in found}
    found = found_kinds("We are there by day.", "We are there by day, in the EU 24/7.")
    assert (K.REGION_ADDED, "", "EU") in found


def test_the_flag_of_a_country_is_its_name() -> None:
    """In a cell as in a sentence; beside the name it says nothing more."""
    chile, peru = "\U0001f1e8\U0001f1f1", "\U0001f1f5\U0001f1ea"
    assert set(found_kinds(f"Servers stand in {peru}.", f"Servers stand in {chile}.")) == {
        (K.REGION_ADDED, "", chile),
        (K.REGION_REMOVED, peru, ""),
    }
    assert found_kinds("Servers stand in Peru.", f"Servers stand in Peru {peru}.") == []


def test_a_form_of_companies_may_be_written_small() -> None:
    """With the points of an abbreviation."""
    before, after = "Our host is chosen yearly.", "Our host is Northwind Mapy s.r.o. this year."
    assert (K.PARTY_ADDED, "", "Northwind Mapy s.r.o") in found_kinds(before, after)
