"""A product under another name is one finding; another company in its place is no rename."""

from __future__ import annotations

import pytest

from domain.change import FindingKind, Significance
from review.comparison import compare
from tests.review.comparison.pages import page

K = FindingKind


def test_a_name_replaced_throughout_is_one_finding() -> None:
    """Forty passages of a rename are editorial, and the document says so once."""
    text = "\n".join(
        f"Acme Notes keeps item {word} of yours." for word in ("one", "two", "three", "four")
    )
    change = compare(page(text), page(text.replace("Acme Notes", "Acme Pages")))
    assert [(f.kind, f.before, f.after) for f in change.findings] == [
        (K.RENAMED, "Acme Notes", "Acme Pages")
    ]
    assert change.significance is Significance.EDITORIAL


def test_a_rename_does_not_hide_what_else_changed() -> None:
    """The same passage may lose a promise under the cover of a new name."""
    text = "\n".join(
        f"Acme Notes does not sell item {word}." for word in ("one", "two", "three", "four")
    )
    renamed = text.replace("Acme Notes", "Acme Pages").replace(
        "does not sell item four", "sells item four"
    )
    change = compare(page(text), page(renamed))
    assert change.significance is Significance.SUBSTANTIVE
    assert [p.after for p in change.passages if p.significance is Significance.SUBSTANTIVE] == [
        "Acme Pages sells item four."
    ]


def test_another_company_in_a_row_is_no_rename() -> None:
    """A provider that swaps its host has changed its host."""
    change = compare(page("| Northwind | hosting | EU"), page("| Fabrikam | hosting | EU"))
    assert change.significance is Significance.SUBSTANTIVE
    assert not change.findings


HOST = (
    "Hosting is provided by Northwind.\nNorthwind keeps all notes.\nBackups lie with Northwind too."
)


def test_another_host_is_no_rename_however_often_it_is_named() -> None:
    """Who serves the provider is another under another name."""
    change = compare(page(HOST), page(HOST.replace("Northwind", "Fabrikam")))
    assert change.significance is Significance.SUBSTANTIVE
    assert not change.findings


@pytest.mark.parametrize(
    "text",
    [
        "# Tidepool Privacy Policy\nTidepool keeps the notes that you write.",
        "The app Tidepool keeps the notes that you write.",
        "Datenschutz f\u00fcr alle.\nDie App Tidepool beh\u00e4lt Ihre Notizen.",
        'Tidepool ("we") keeps your notes.\nWith Tidepool you write more.',
    ],
)
def test_the_product_itself_is_renamed_however_seldom_it_is_named(text: str) -> None:
    """The document says whose it is."""
    change = compare(page(text), page(text.replace("Tidepool", "Harbour")))
    assert change.significance is Significance.EDITORIAL
    (finding,) = change.findings
    assert finding.kind is K.RENAMED
    assert (finding.before, finding.after) in [
        ("Tidepool", "Harbour"),
        ("App Tidepool", "App Harbour"),
    ]
