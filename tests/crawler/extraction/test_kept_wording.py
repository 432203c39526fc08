"""Wording that stays although what stands beside it, or one copy of it, is left out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crawler.extraction import extract
from domain.capture import Capture
from domain.watchlist import Source

SOURCE = Source(id="terms", url="https://nimbus.example/terms")
LONG = (
    "Recordings of calls are stored in Vienna and deleted after ninety days, unless an "
    "administrator of the workspace has chosen a shorter period for them. Only members of the "
    "team that a recording belongs to may listen to it, and every access is written to a log "
    "that administrators can export at any time, together with the names of all members."
)
OTHER = (
    "Members who leave a team lose access to its recordings on the same day, whatever their "
    "role in the workspace was before. An export of the log holds the name of the member, the "
    "time, and the place from which the recording was played."
)


def wording(markup: str) -> str:
    """Return what is read of a page with these elements in its body."""
    page = f"<html><body><main><h1>Terms</h1>{markup}</main></body></html>".encode()
    capture = Capture("terms", SOURCE.url, datetime(2026, 5, 1, tzinfo=UTC), page)
    return extract(capture, SOURCE).document.text


@pytest.mark.parametrize(
    "page",
    [
        "<div>{first}<div hidden>{second}</div>{first}<div>{second}</div></div>",
        "<div>{first}<div>{second}</div>{first}<div hidden>{second}</div></div>",
        "<i hidden>{first}</i><div>{second}</div><i>{first}</i><div hidden>{second}</div>",
    ],
)
def test_of_a_run_that_stands_twice_one_is_always_read(page: str) -> None:
    """Whichever parts of either run are hidden, each text is read once."""
    text = wording(page.format(first=f"<section><p>{LONG}</p></section>", second=f"<p>{OTHER}</p>"))
    assert (text.count(LONG), text.count(OTHER)) == (1, 1)


def card(name: str, land: str) -> str:
    """Return a card of a list of companies."""
    return f"<dl><dt>Company</dt><dd>{name}</dd><dt>Country</dt><dd>{land}</dd></dl>"


@pytest.mark.parametrize(
    "hiding",
    ["<div style='display:none'>{}</div>", "<div hidden>{}</div>", "<div class='sr-only'>{}</div>"],
)
def test_cards_are_not_joined_to_one_that_is_hidden(hiding: str) -> None:
    """A template that a script fills in stands before the cards and is never shown."""
    text = wording(
        f"<div>{hiding.format(card('Name', 'Land'))}<div>{card('Acme', 'US')}</div>"
        f"<div>{card('Bolt', 'DE')}</div></div>"
    )
    assert "Acme | US\nBolt | DE" in text
    assert "Land" not in text


def test_cards_are_not_joined_to_a_hidden_list() -> None:
    """The list itself may be what is hidden."""
    hidden = card("Name", "Land").replace("<dl>", "<dl hidden>")
    text = wording(f"<div>{hidden}{card('Acme', 'US')}{card('Bolt', 'DE')}</div>")
    assert "Acme | US\nBolt | DE" in text
    assert "Land" not in text


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ('Kept for <a href="#d"><sup>30</sup></a> days.', "Kept for 30 days."),
        ('Kept for <b>up to</b> <sup><a href="#d">30</a></sup> days.', "Kept for up to 30 days."),
        ('<a href="#d"><sup>30</sup></a> days is how long it is kept.', "30 days is how long"),
        ('Kept<a href="#d"><sup>365</sup></a> days.', "Kept365 days."),
        ('We keep it<b>.</b><sup><a href="#n">12</a></sup> No more.', "We keep it. No more."),
        ('<b>ISO<span><sup><a href="#n">1</a></sup></span></b> holds.', "ISO holds."),
        ('<sup><a href="#r">1</a></sup> By the Northern Register.', "\nBy the Northern"),
    ],
)
def test_only_a_number_that_touches_a_word_is_a_mark(marked: str, read: str) -> None:
    """A raised number with a space before it may be the one that the sentence is about."""
    assert read in wording(f"<p>{marked}</p>")


def test_a_mark_in_a_cell_is_read() -> None:
    """Which note limits an answer is what the table says."""
    table = (
        "<table><tr><td>Trained on</td><td>Yes<sup><a href='#fn{0}'>{0}</a></sup></td></tr></table>"
    )
    assert wording(table.format(1)).endswith("Trained on | Yes 1")
    assert wording(table.format(2)).endswith("Trained on | Yes 2")


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (("It ends as said in section 5.", "2 months later it is erased."), "section 5. 2 months"),
        (("99.", "5"), "99.5"),
        (("$1,250.", "50 a month"), "$1,250.50 a month"),
        (("It answers in 98.", "7% of all hours."), "98.7% of"),
    ],
)
def test_a_number_in_two_runs_is_told_from_the_end_of_a_sentence(
    runs: tuple[str, str], read: str
) -> None:
    """The first run is a number alone, or the second goes on with a share."""
    assert read in wording("<p>{}</p>".format("".join(f"<span>{run}</span>" for run in runs)))
