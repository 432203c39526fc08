"""Two texts of which neither is known to be good."""

from __future__ import annotations

from crawler.recognition import defect_between
from domain.problem import ProblemKind
from tests.crawler.recognition.texts import POLICY, document, table

ROWS = [
    (
        f"cookie-{number}",
        "Service",
        f"one{number}.example two{number}.example three{number}.example",
    )
    for number in range(8)
]


def test_two_good_texts_have_no_defect() -> None:
    """A reworded sentence, an added one and a removed one are what comparing is for."""
    new = document("Something else stands at the beginning of it now.", *POLICY[1:])
    assert defect_between(document(*POLICY), new) is None
    assert defect_between(document(*POLICY), document(*POLICY[:-2])) is None


def test_an_error_page_on_either_side() -> None:
    """Neither an error page that came nor one that went is a change."""
    error = document("This page isn't available right now", "Please try reloading this page.")
    for old, new in ((error, document(*POLICY)), (document(*POLICY), error)):
        defect = defect_between(old, new)
        assert defect is not None
        assert defect.kind is ProblemKind.ERROR_PAGE


def test_a_text_that_stood_twice() -> None:
    """Twice and once again differ by no word of the provider."""
    twice, once = document(*POLICY, *POLICY), document(*POLICY)
    assert defect_between(twice, once) is not None
    assert defect_between(once, twice) is not None
    assert defect_between(twice, twice) is None


def test_every_second_item_of_many_rows_vanished() -> None:
    """A pattern that no provider follows: the tables were read wrongly."""
    thinned = [(*row[:2], " ".join(row[2].split()[::2])) for row in ROWS]
    for old, new in ((ROWS, thinned), (thinned, ROWS)):
        defect = defect_between(table(old), table(new))
        assert defect is not None
        assert defect.kind is ProblemKind.COLLAPSED


def test_items_that_vanished_without_a_pattern_are_a_change() -> None:
    """A provider that drops a domain here and there means it."""
    changed = [(*row[:2], row[2].split()[0]) if n % 3 == 0 else row for n, row in enumerate(ROWS)]
    assert defect_between(table(ROWS), table(changed)) is None
