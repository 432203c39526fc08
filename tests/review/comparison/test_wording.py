"""What of a text is compared, and what is only how it is set."""

from __future__ import annotations

import pytest

from domain.document import Block, BlockKind, Document
from review.words.wording import keys, wording_hash
from tests.review.comparison.pages import page

SET_ALIKE = [
    ("link mark", "See our terms.", "See our terms (opens in a new window)."),
    ("German link mark", "Siehe AGB.", "Siehe AGB (wird in einem neuen Fenster geöffnet)."),
    ("quotes", 'the "Service"', "the “Service”"),
    ("French quotes", "le « Service »", 'le "Service"'),
    ("apostrophe", "don't", "don\N{RIGHT SINGLE QUOTATION MARK}t"),
    ("dashes", "data - all of it", "data — all of it"),
    ("hyphens", "opt-out", "opt\N{NON-BREAKING HYPHEN}out"),
    ("spaces", "30 days", "30\N{NO-BREAK SPACE}days"),
    ("zero width", "privacy policy", "privacy\N{ZERO WIDTH SPACE} policy"),
    ("soft hyphen", "Datenschutz", "Daten\N{SOFT HYPHEN}schutz"),
    ("direction marks", "لا نبيع", "\N{RIGHT-TO-LEFT MARK}لا نبيع"),
    ("composed letters", "Ärzte", "A\N{COMBINING DIAERESIS}rzte"),
    ("bullet", "• names", "names"),
    ("list letter", "(a) names", "names"),
    ("list number", "2. names", "names"),
    ("clause number", "4.2 Names of users", "Names of users"),
    ("full stop", "We keep logs.", "We keep logs"),
    ("date", "5 March 2025", "March 5, 2025"),
]

TOLD_APART = [
    ("number", "30 days", "90 days"),
    ("unit", "30 days", "30 months"),
    ("negation", "we share", "we do not share"),
    ("modal", "we may share", "we will share"),
    ("name", "hosted by Northwind", "hosted by Fabrikam"),
    ("default", "opt-in", "opt-out"),
    ("character", "我们会使用", "我们不会使用"),
    ("sign", "costs $5", "costs 5"),
    ("capital", "the customer", "the Customer"),
]


def _paragraph(text: str) -> Document:
    return Document((Block(BlockKind.PARAGRAPH, text),))


@pytest.mark.parametrize(
    ("one", "other"), [c[1:] for c in SET_ALIKE], ids=[c[0] for c in SET_ALIKE]
)
def test_how_a_text_is_set_does_not_count(one: str, other: str) -> None:
    """Such a difference makes no new version."""
    assert wording_hash(_paragraph(one)) == wording_hash(_paragraph(other))


@pytest.mark.parametrize(
    ("one", "other"), [c[1:] for c in TOLD_APART], ids=[c[0] for c in TOLD_APART]
)
def test_what_a_text_says_counts(one: str, other: str) -> None:
    """Such a difference makes a new version."""
    assert wording_hash(_paragraph(one)) != wording_hash(_paragraph(other))


def test_where_blocks_begin_does_not_count() -> None:
    """A list drawn as a paragraph reads the same."""
    assert wording_hash(page("# Data\n- names\n- logs")) == wording_hash(page("Data\nnames logs"))


def test_the_number_of_a_heading_does_not_count() -> None:
    """Renderers number headings; "30 days" at the start of one is no such number."""
    assert wording_hash(page("# 4 Security")) == wording_hash(page("# Security"))
    assert wording_hash(page("# 30 days notice")) != wording_hash(page("# 90 days notice"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kept for thirty (30) days.", ["Kept", "for", "thirty", "30 days"]),
        ("Users can opt out, e.g. by mail.", ["Users", "can", "opt out", "e.g", "by", "mail"]),
        ("Write to a.b@c.example now.", ["Write", "to", "a.b@c.example", "now"]),
        ("l'article 4", ["l'", "article", "4"]),
        ("We don't; 1,000.50 items, 5% off", ["We", "don't", "1,000.50", "items", "5%", "off"]),
        ("数据30天。", ["数", "据", "30天"]),
        ("gpt-4.1-mini and v0.3", ["gpt-4.1-mini", "and", "v0.3"]),
    ],
)
def test_what_belongs_together_is_one_word(text: str, expected: list[str]) -> None:
    """Numbers keep their units, addresses and names of models their parts."""
    assert keys(text) == expected


def test_a_number_of_thousands_of_digits_is_a_word() -> None:
    """Whatever a page holds, comparing it neither fails nor takes long."""
    digits = "7" * 20_000
    assert keys(f"Number {digits}") == ["Number", digits]
