"""PDF: paragraphs are put together again, what repeats on each page is left out."""

from __future__ import annotations

import pytest

from crawler.extraction.pdf import read_pdf
from domain.document import BlockKind
from domain.errors import UnreadableDocumentError
from tests.crawler.extraction.pdf_files import Line, pdf

HEAD: Line = (72, 810, 9, "Nimbus Cards - confidential")


def page(number: int, *lines: str, first: int = 740) -> list[Line]:
    """Return a page with a running head, the lines at usual distance, and its number."""
    text: list[Line] = [(72, first - 14 * i, 11, line) for i, line in enumerate(lines)]
    return [HEAD, *text, (280, 30, 9, f"Page {number} of 2")]


def test_lines_are_joined_to_paragraphs_across_pages() -> None:
    """A paragraph goes on over line ends, hyphens and the end of a page."""
    document = read_pdf(
        pdf(
            [
                page(
                    1,
                    "The processor acts on documented instructions of the controller, and inform-",
                    "ation about each instruction is kept as long as the agreement between both",
                    "parties lasts and for another three years after its end, unless law asks for",
                ),
                page(2, "a longer time.", "The controller may audit once a year."),
            ]
        )
    )
    assert [block.text for block in document.blocks] == [
        (
            "The processor acts on documented instructions of the controller, and information "
            "about each instruction is kept as long as the agreement between both parties "
            "lasts and for another three years after its end, unless law asks for a longer time."
        ),
        "The controller may audit once a year.",
    ]


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    """What stands in the margin of several pages is no wording, nor is a page number."""
    document = read_pdf(pdf([page(1, "First text."), page(2, "Second text.")]))
    assert document.text == "First text.\nSecond text."


def test_the_head_of_a_table_that_goes_on_is_read_once() -> None:
    """Where a page ends is for the printer: the rows of a table are the same."""
    rows = ["Name Purpose Country", "Vela Ltd Servers Austria", "Orme GmbH Mail Ireland"]
    document = read_pdf(pdf([page(1, *rows[:2]), page(2, rows[0], rows[2])]))
    assert document.text.split() == " ".join(rows).split()


def test_a_numeral_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    """Else the same period would be another word once the lines are set anew."""
    document = read_pdf(
        pdf(
            [
                page(
                    1,
                    "The processor tells the controller of each breach within seventy-",
                    "two hours.",
                )
            ]
        )
    )
    assert document.text.endswith("within seventy-two hours.")


def test_larger_letters_and_bullets_make_headings_and_items() -> None:
    """Structure is told by the size of letters and the marks of items."""
    lines: list[Line] = [
        (72, 740, 20, "Data processing agreement"),
        (72, 700, 11, "The processor has to:"),
        (72, 686, 11, "\x95 keep the data secret;"),
        (72, 672, 11, "\x95 delete it at the end."),
        (72, 658, 11, "These duties outlast the agreement by three years, and they bind each"),
        (72, 644, 11, "subprocessor in the same way."),
    ]
    document = read_pdf(pdf([lines]))
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.HEADING, "Data processing agreement"),
        (BlockKind.PARAGRAPH, "The processor has to:"),
        (BlockKind.LIST_ITEM, "keep the data secret;"),
        (BlockKind.LIST_ITEM, "delete it at the end."),
        (
            BlockKind.PARAGRAPH,
            (
                "These duties outlast the agreement by three years, and they bind each "
                "subprocessor in the same way."
            ),
        ),
    ]
    assert document.title == "Data processing agreement"


@pytest.mark.parametrize("body", [b"%PDF-1.7\n", b"%PDF-1.4 cut off in the mid", b""])
def test_a_broken_file_says_what_to_do(body: bytes) -> None:
    """A damaged PDF is a problem of its source, with advice, never an empty document."""
    with pytest.raises(UnreadableDocumentError, match=r"[Aa]nother copy of it is needed"):
        read_pdf(body)
