"""Words that are struck out are left out; what nobody meant to strike out stays."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from crawler.extraction import extract, visible_text_hash
from domain.capture import Capture
from domain.watchlist import Source

SOURCE = Source(id="terms", url="https://nimbus.example/terms")
REST = "".join(
    f"<p>Part {number} of the agreement says what both sides owe to one another.</p>"
    for number in range(8)
)


def capture(markup: str) -> Capture:
    """Return a page of terms that ends with these elements."""
    page = f"<html><body><main><h1>Terms</h1>{REST}<div>{markup}</div></main></body></html>"
    return Capture("terms", SOURCE.url, datetime(2026, 5, 1, tzinfo=UTC), page.encode())


def read(markup: str) -> list[str]:
    """Return the blocks that are read of these elements."""
    return [block.text for block in extract(capture(markup), SOURCE).document.blocks[9:]]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<p>We do <del style="text-decoration:none">not</del> train.</p>', "We do not train."),
        ('<p>We do <s style="text-decoration: underline">not</s> train.</p>', "We do not train."),
        ('<p style="/* no line-through */">Chats are kept.</p>', "Chats are kept."),
        ('<p style="transition: text-decoration line-through">We keep it.</p>', "We keep it."),
        ('<p style="--line: line-through">Chats are kept.</p>', "Chats are kept."),
        ('<p>We do <s style="color: red">not</s> train.</p>', "We do train."),
        ('<p>We do <s style="text-decoration: var(--x)">not</s> train.</p>', "We do train."),
        (
            '<p>We do <b style="TEXT-DECORATION: Line-Through red">not</b> train.</p>',
            "We do train.",
        ),
        ('<p>We do <i style="text-decoration-line:line-through">not</i> go.</p>', "We do go."),
        ('<p style="text-decoration:line-through">Gone.</p><p>Kept.</p>', "Kept."),
    ],
)
def test_only_a_line_that_is_drawn_strikes_out(markup: str, said: str) -> None:
    """A style may take the line away from a tag, or speak of lines without drawing one."""
    assert read(markup) == [said]


FORGOTTEN = [
    "<p>It is <s>$20 now $10.</p><p>Chats are kept for {} days.</p><p>We say so.</p>",
    "<p>It is <s>$20 now $10.</p>\n<p>Chats are kept for {} days.</p>\n<p>We say so.</p>",
    "<p>It is <s>$20<s> now $10.</p><p>Chats are kept for {} days.</p><p>We say so.</p>",
    "<ul><li>It is <strike>$20</li><li>Chats are kept for {} days.</li></ul><p>We say so.</p>",
    "<div>It is <del>$20 now $10.<p>Chats are kept for {} days.</p><p>We say so.</p></div>",
    "<p>It is <b style='text-decoration:line-through'>$20.</p><p>Kept for {} days.</p>",
]


@pytest.mark.parametrize("markup", FORGOTTEN)
def test_a_forgotten_end_tag_strikes_out_no_further_paragraph(markup: str) -> None:
    """A parser opens the tag anew in each block that follows; their words are text."""
    assert any("kept for 30 days." in said.lower() for said in read(markup.format(30)))
    hashes = {visible_text_hash(capture(markup.format(days))) for days in (30, 90)}
    assert len(hashes) == 2


def test_what_has_ended_is_struck_out_beside_a_forgotten_end_tag() -> None:
    """Words behind the end of a line in the same paragraph show where it ended."""
    page = "<p>We do <s>not</s> train.</p><p>It is <s>$20.</p><p>Logs go in <s>10</s> 20 days.</p>"
    assert read(page) == ["We do train.", "It is $20.", "Logs go in 20 days."]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Kept.</p><p><s>We do not train.</s></p><p><s>We delete logs.</s></p>",
        "<p>Kept.</p><del><p>We do not train.</p></del>",
        "<p>Kept.</p><ul style='text-decoration:line-through'><li>One.</li><li>Two.</li></ul>",
    ],
)
def test_whole_paragraphs_that_are_struck_out_on_purpose_go(markup: str) -> None:
    """Each tag that begins has an end."""
    assert read(markup) == ["Kept."]


def test_a_line_through_several_paragraphs_is_no_correction() -> None:
    """A tag of a line that holds paragraphs was not meant for all of them."""
    assert read("<del>Old. <p>We do not train.</p><p>We delete logs.</p></del>") == [
        "Old.",
        "We do not train.",
        "We delete logs.",
    ]


@pytest.mark.parametrize("markup", ["<p><s>a</p>", "<s>a ", "<b><s>a</b>", "<p>a <del>b</del></p>"])
def test_thousands_of_lines_are_read_in_time(markup: str) -> None:
    """However many tags are left open, a page is read within seconds."""
    start = time.process_time()
    read(markup * 4000 + "<s>")
    assert time.process_time() - start < 20
