"""Several subprocessors that come or go at once are told together, by their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.sentence import Sentence
from review.comparison import compare
from review.explaining.summary import summary_of
from tests.review.comparison.pages import page

ROWS = (
    "| Prairie Compute Inc. | servers | Norway",
    "| Quartz Logs Inc. | logs | France",
    "| Birch Support GmbH | help | Norway",
    "| Coho Mail Ltd | mail | France",
)
KEPT = "# Subprocessors\n| Northwind Cloud | hosting | Ireland"
LISTED = "# Subprocessors\n- Northwind Cloud, hosting, Ireland"
THREE = "Prairie Compute Inc. (Norway), Quartz Logs Inc. (France), Birch Support GmbH (Norway)"


def summary(before: str, after: str) -> Sentence:
    """Return what is said of all passages of a change, the last one first."""
    return summary_of(None, (), compare(page(before), page(after)).passages[::-1])


def lines(*rows: str) -> str:
    """Return rows below one that stayed."""
    return "\n".join([KEPT, *rows])


def listed(*rows: str) -> str:
    """Return the same as items of a list."""
    items = (f"- {row.removeprefix('| ').replace(' | ', ', ')}" for row in rows)
    return "\n".join([LISTED, *items])


@pytest.mark.parametrize(("start", "written"), [(KEPT, lines), (LISTED, listed)])
def test_up_to_three_are_named_in_the_order_of_the_page(
    start: str, written: Callable[..., str]
) -> None:
    """In a table as in a list."""
    after = written(*ROWS[:3])
    assert summary(start, after) == Sentence(
        f"3 subprocessors were added: {THREE}.", f"3 Unterauftragnehmer kamen hinzu: {THREE}."
    )
    assert summary(after, start) == Sentence(
        f"3 subprocessors were removed: {THREE}.", f"3 Unterauftragnehmer entfielen: {THREE}."
    )


def test_of_more_than_three_the_others_are_counted() -> None:
    """A line stays a line."""
    assert summary(KEPT, lines(*ROWS)) == Sentence(
        f"4 subprocessors were added: {THREE} and 1 more.",
        f"4 Unterauftragnehmer kamen hinzu: {THREE} und 1 weitere.",
    )


def test_what_else_changed_is_still_counted() -> None:
    """Other passages of the flag are not among them."""
    change = compare(page(f"{KEPT}\nWe tell you of new ones by mail."), page(lines(*ROWS[:2])))
    said = summary_of(None, (), sorted(change.passages, key=lambda one: one.before))
    assert said.en.endswith("Quartz Logs Inc. (France) (and 1 more passage).")
