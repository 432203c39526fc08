"""Answers in cells: a sign that is seen counts, whatever is said to those who listen."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from crawler.extraction import extract, visible_text_hash
from domain.capture import Capture
from domain.watchlist import Source

SOURCE = Source(id="plans", url="https://nimbus.example/plans")


def capture(markup: str) -> Capture:
    """Return a page with these elements in its main part."""
    page = f"<html><body><main><h1>Plans</h1><p>What we offer.</p>{markup}</main></body></html>"
    return Capture("plans", SOURCE.url, datetime(2026, 5, 1, tzinfo=UTC), page.encode())


def answer(cell: str) -> str:
    """Return what is read of a cell of a table."""
    table = (
        "<table><tr><th>Feature</th><th>Team</th></tr>"
        f"<tr><td>Training on prompts</td><td>{cell}</td></tr></table>"
    )
    blocks = extract(capture(table), SOURCE).document.blocks
    return blocks[-1].cells[-1]


SIGNS_BESIDE_LABELS = [
    '{} <i class="tip" aria-label="more information"></i>',
    '{} <span class="tip" title="Ask our sales team"></span>',
    '<b title="Training on prompts">{}</b>',
    '<span class="sr-only">Team plan:</span> {}',
    '<span aria-hidden="true">{}</span><span class="sr-only">Included</span>',
    '<span role="img" aria-label="Not included">{}</span>',
]


@pytest.mark.parametrize("cell", SIGNS_BESIDE_LABELS)
def test_a_sign_that_changes_beside_a_label_is_another_answer(cell: str) -> None:
    """Neither the wording nor the gate loses a cross that becomes a tick."""
    assert answer(cell.format("✗")) != answer(cell.format("✓"))
    assert visible_text_hash(capture(table_of_roles(cell.format("✗")))) != visible_text_hash(
        capture(table_of_roles(cell.format("✓")))
    )


def table_of_roles(cell: str) -> str:
    """Return a table that is drawn by roles."""
    return (
        '<div role="table"><div role="row"><div role="cell">Training on prompts</div>'
        f'<div role="cell">{cell}</div></div></div>'
    )


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('✗ <i aria-label="more information"></i>', "✗ more information"),
        ('<b title="Ask us">&ndash;</b>', "\u2013 Ask us"),
        ('€ <span title="per seat">&ndash;</span>', "€ \u2013 per seat"),
        ("<i class='material-icons' title='Use of prompts'>close</i>", "close Use of prompts"),
    ],
)
def test_a_label_stands_beside_the_sign(cell: str, read: str) -> None:
    """What everybody sees comes first, then what it is called."""
    assert answer(cell) == read


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('<svg aria-label="Included"></svg>', "Included"),
        ('<span role="img" aria-label="Included">✓</span>', "Included"),
        ('<span aria-hidden="true">&ndash;</span><span class="sr-only">No</span>', "No"),
        ('<img alt="Stratus">, <img alt="Cumulus">', "Stratus Cumulus"),
        ("<i aria-hidden='true'>1 year</i><i class='sr-only'>for 1 year</i>", "for 1 year"),
    ],
)
def test_a_sign_that_its_label_names_is_not_read_twice(cell: str, read: str) -> None:
    """A tick called "Included" and a drawing with this label are the same answer."""
    assert answer(cell) == read


def test_a_dot_is_no_answer_without_its_label() -> None:
    """Colours tell dots from one another, so the words for listeners must be read."""
    dot = '<i aria-hidden="true">●</i><span class="sr-only">{}</span>'
    assert answer(dot.format("Yes")) != answer(dot.format("No"))


def test_cells_in_cells_are_read_once() -> None:
    """However deep cells are nested, the time grows with the size of the page alone."""
    inner = "<i></i>" * 6000
    times = []
    for depth in (1, 80):
        page = capture('<div role="cell">' * depth + inner + "</div>" * depth)
        start = time.process_time()
        extract(page, SOURCE)
        times.append(time.process_time() - start)
    assert times[1] < 6 * times[0] + 0.5
