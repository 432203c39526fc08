"""Pages that nest deeper than parsers read: no word is lost, and no time either."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from crawler.extraction import extract, visible_text_hash
from crawler.extraction.nesting import flattened
from domain.capture import Capture
from domain.watchlist import Source

URL = "https://nimbus.example/centres"
SOURCE = Source(id="centres", url=URL)
FIRST = "We run data centres of our own in four countries."
LAST = "We do not use your prompts to train any of our models."


def page(between: str) -> Capture:
    """Return a page with something between its first sentence and its last."""
    body = f"<title>Centres</title><main><p>{FIRST}</p>{between}<p>{LAST}</p></main>"
    headers = (("content-type", "text/html"),)
    return Capture("centres", URL, datetime(2026, 5, 1, tzinfo=UTC), body.encode(), headers=headers)


@pytest.mark.parametrize(
    "mark",
    [
        '<circle cx="3" cy="2" r="1"/>\n',
        '<path d="M0">',
        "<rect fill=\"url('a>b')\"/>",
        "<br>",
        "<img src=dot.png>",
        "<wbr/>",
        "<option>",
    ],
)
def test_what_holds_nothing_is_no_nesting(mark: str) -> None:
    """A map drawn of thousands of dots, or a run of line breaks, cuts nothing off."""
    for drawing in (f"<svg>{mark * 2500}</svg>", mark * 2500):
        assert extract(page(drawing), SOURCE).document.text == f"{FIRST}\n{LAST}"


@pytest.mark.parametrize(
    ("opening", "closing", "words"),
    [
        ("<div>thing ", "</div>", 400),
        ("<div>thing ", "", 400),
        ("<span> thing", "", 400),
        ("<ul><li>thing ", "</ul>", 200),
        ("<div>thing ", "</div>", 20_000),
        ("<table><tr><td>thing ", "</table>", 200),
    ],
)
def test_the_words_of_deep_parts_are_kept(opening: str, closing: str, words: int) -> None:
    """Text that stands too deep for a tree is read all the same, and so is what follows."""
    text = extract(page(opening * words + closing * words), SOURCE).document.text
    assert text.split().count("thing") == words
    assert text.startswith(FIRST)
    assert text.endswith(LAST)


def test_parts_that_are_flattened_stay_apart() -> None:
    """Blocks that stood one in another become blocks of their own, not one long line."""
    items = [f"Clause {number} stands alone." for number in range(300)]
    document = extract(page("".join(f"<div>{item}" for item in items)), SOURCE).document
    assert [block.text for block in document.blocks] == [FIRST, *items, LAST]


@pytest.mark.parametrize(
    "markup",
    [
        *("<div>" * 100_000, "<ul><li>" * 40_000, "<div><i>" * 60_000, "<svg><g>" * 60_000),
        *("<script>" * 100_000, "<!--" * 200_000, "<a " * 200_000, '<a x="' * 150_000),
        "<p " + "=" * 500_000,
    ],
)
def test_endless_nesting_takes_no_time(markup: str) -> None:
    """Half a megabyte of opening tags is parsed in seconds, not in a minute."""
    began = time.process_time()
    visible_text_hash(page(markup))
    assert time.process_time() - began < 10


def test_scripts_that_write_tags_are_no_nesting() -> None:
    """What stands in a script or a comment opens nothing."""
    script = "<script>" + "write('<div><div>');" * 50 + "</script><!-- <div><div> -->"
    assert flattened(f"{script}<div><b>note</b></div>", 2).endswith("<div><b>note</b></div>")
