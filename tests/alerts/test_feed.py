"""Atom feeds: well-formed whatever a page says, and the same for the same flags."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree.ElementTree import fromstring

from alerts.feed import FeedEntry, atom, flag_entry
from alerts.links import Links
from domain.watchlist import Watchlist
from tests.alerts import letters

ATOM = "{http://www.w3.org/2005/Atom}"
WATCHLIST = Watchlist(
    tools=(letters.TOOL,), sources=(letters.SOURCE,), criteria=tuple(letters.CRITERIA.values())
)


def entry(language: str = "en") -> FeedEntry:
    """The entry of the training flag."""
    return flag_entry(
        flag_id=12,
        flag=letters.TRAINING_FLAG,
        at=letters.AFTER_AT,
        source_id="acme-privacy",
        watchlist=WATCHLIST,
        links=Links("https://watch.example"),
        language=language,
    )


def test_a_flag_is_an_entry_with_its_review_as_link() -> None:
    """Tool, criterion and rating stand in the title."""
    feed = fromstring(atom([entry()], feed_id="tag:x,2026:all", title="All"))  # noqa: S314 - ours
    (found,) = feed.findall(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}title") == "Acme API: No training on customer data (Partly)"
    link = found.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == "https://watch.example/flags/12"
    assert feed.findtext(f"{ATOM}updated") == "2026-07-27T06:05:00Z"


def test_what_a_page_says_cannot_break_a_feed() -> None:
    """Markup is text, and what XML cannot hold is left out."""
    odd = FeedEntry("urn:x", "a\x00<b>\ud800\uffff", "]]> & <script>", datetime.now(UTC))
    feed = fromstring(atom([odd], feed_id="tag:x,2026:all", title="All"))  # noqa: S314 - ours
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "a<b>"
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "]]> & <script>"


def test_the_same_flags_make_the_same_bytes() -> None:
    """So that a reader is not told of news that are none."""
    made = [atom([entry()], feed_id="tag:x,2026:all", title="All") for _ in range(2)]
    assert made[0] == made[1]
    assert entry().id == entry("de").id


def test_an_empty_feed_is_a_feed() -> None:
    """Before the first flag a reader may subscribe already."""
    feed = fromstring(atom([], feed_id="tag:x,2026:all", title="All"))  # noqa: S314 - ours
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
