"""Which blocks of two versions belong together."""

from __future__ import annotations

from domain.change import Edit, PassageKind
from review.comparison import compare
from tests.review.comparison.pages import page

FIRST = "We keep the recordings of your calls until you delete them in your settings."
SECOND = "Our staff listens to single recordings when you report a fault to us."
THIRD = "Partners who print your notes see only the notes that you send to print."


def test_a_moved_block_is_a_move() -> None:
    """It is neither removed nor added."""
    change = compare(page(f"{FIRST}\n{SECOND}\n{THIRD}"), page(f"{SECOND}\n{THIRD}\n{FIRST}"))
    assert [p.kind for p in change.passages] == [PassageKind.MOVED]


def test_a_block_that_moved_and_was_reworded_is_found_again() -> None:
    """The edit is shown, not a removal and an addition."""
    change = compare(
        page(f"{FIRST}\n{SECOND}\n{THIRD}"),
        page(f"{SECOND}\n{THIRD}\n{FIRST.replace('calls', 'meetings')}"),
    )
    (passage,) = change.passages
    assert passage.kind is PassageKind.REWORDED
    assert [s.text for s in passage.segments if s.edit is not Edit.EQUAL] == ["calls", "meetings"]


def test_a_split_paragraph_stays_together() -> None:
    """One edit inside a paragraph that was split is one reworded passage."""
    change = compare(
        page(f"{FIRST} {SECOND} {THIRD}"),
        page(f"{FIRST}\n{SECOND.replace('single', 'all')}\n{THIRD}"),
    )
    (passage,) = change.passages
    assert passage.kind is PassageKind.REWORDED
    assert (passage.old_block, passage.new_block) == (0, 0)


def test_merged_paragraphs_stay_together() -> None:
    """The same the other way round."""
    change = compare(
        page(f"{FIRST}\n{SECOND.replace('single', 'all')}\n{THIRD}"),
        page(f"{FIRST} {SECOND} {THIRD}"),
    )
    assert [p.kind for p in change.passages] == [PassageKind.REWORDED]


def test_rows_pair_by_their_first_cell() -> None:
    """Two rows that say almost the same of different companies are two rows."""
    change = compare(
        page("| Northwind | hosting of files | Ireland"),
        page("| Fabrikam | hosting of files | Ireland\n| Northwind | hosting of mail | Ireland"),
    )
    assert [(p.kind, p.after.split()[0]) for p in change.passages] == [
        (PassageKind.ADDED, "Fabrikam"),
        (PassageKind.REWORDED, "Northwind"),
    ]


def test_passages_stand_in_reading_order_under_their_headings() -> None:
    """What was removed stands where it stood."""
    change = compare(
        page(f"# Calls\n{FIRST}\n# Staff\n{SECOND}\n# Print\n{THIRD}"),
        page(f"# Calls\n{FIRST} Never.\n# Staff\n# Print\n{THIRD} Always."),
    )
    assert [(p.heading, p.kind) for p in change.passages] == [
        ("Calls", PassageKind.REWORDED),
        ("Staff", PassageKind.REMOVED),
        ("Print", PassageKind.REWORDED),
    ]


def test_edits_are_drawn_together_over_small_words() -> None:
    """A reader sees one replacement, not a word here and a word there."""
    change = compare(
        page("You may ask for a copy of the recordings by letter."),
        page("You may ask for deletion of the transcripts by letter."),
    )
    assert [s.text for s in change.passages[0].segments] == [
        "You may ask for",
        "a copy of the recordings",
        "deletion of the transcripts",
        "by letter.",
    ]


def test_chinese_is_compared_by_the_character() -> None:
    """One character that came is one character in the segments."""
    change = compare(page("我们会使用您的数据。"), page("我们不会使用您的数据。"))
    assert [s.text for s in change.passages[0].segments] == ["我们", "不", "会使用您的数据。"]
