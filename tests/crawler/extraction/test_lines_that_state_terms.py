"""Banners, calls, cards and lines that look like what stands around a text, and state terms."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from crawler.extraction import extract
from crawler.extraction.noise import without_noise
from domain.capture import Capture
from domain.document import Block, BlockKind
from domain.watchlist import Source

SOURCE = Source(id="rules", url="https://nimbus.example/rules")
KEYS = (
    "<h2>Rooms</h2><p>Each room has two locks, one of which is looked at every evening by "
    "whoever sits at the desk of the house, and written down in the book that lies there.</p>"
)


def wording(main: str) -> str:
    """Return the text of a page with this main part."""
    body = f"<html lang=en><body><main>{main}</main></body></html>".encode()
    at = datetime(2026, 5, 1, tzinfo=UTC)
    headers = (("content-type", "text/html"),)
    return extract(Capture("rules", SOURCE.url, at, body, headers=headers), SOURCE).document.text


def with_banner(banner: str) -> str:
    """Return the wording of a page with a banner above its title."""
    return wording(f'<div class="banner"><p>{banner}</p></div><h1>House rules</h1>{KEYS}')


def with_call(said: str) -> str:
    """Return the wording of a page that ends in a call to try."""
    call = (
        f'<section><h2>Ready to get started?</h2><p>{said}</p><a href="/go">Sign up</a></section>'
    )
    return wording(f"<h1>House rules</h1>{KEYS}{call}")


def with_cards(first: str, second: str) -> str:
    """Return the wording of a page that ends in two cards, titled by a name."""
    card = '<div class="tile"><p class="card__title"><a href="/{0}">{1}</a></p></div>'
    cards = card.format("one", first) + card.format("two", second)
    return wording(f"<h1>House rules</h1>{KEYS}<div>{cards}</div>")


@pytest.mark.parametrize(
    "banner",
    [
        "Introducing installation without any network",
        "Air-gapped setup is now available. Learn more",
        "Introducing human review of all inputs. Learn more",
        "Humans no longer look at what you write. Learn more",
        "We are moving to AWS. Learn more",
        "Bring your own key is here. Read more",
        "Announcing: Nimbus is now part of Larkspur. Learn more",
        "Our rules are different from Monday on. Learn more",
        "Introducing Nimbus Four to all hotels",
    ],
)
def test_a_banner_that_may_state_a_term_is_kept(banner: str) -> None:
    """Only what is plainly an advertisement goes: news, and a call or a link."""
    assert banner in with_banner(banner)


@pytest.mark.parametrize(
    "banner",
    [
        "Introducing Nimbus Four. Learn more",
        'Join our <a href="/fair">webinar on hotels</a>',
        'New on the <a href="/blog">blog</a>: snow on the terrace',
    ],
)
def test_an_advertisement_is_left_out(banner: str) -> None:
    """A launch, a webinar, a blog."""
    assert with_banner(banner).startswith("House rules")


@pytest.mark.parametrize(
    "said",
    [
        "Free plan inputs are taken for improving, enterprise ones never.",
        "Nothing leaves your network.",
        "Runs in your own Kubernetes cluster.",
        "Only enterprise customers get support in 30 days.",
        "Try it for free. The house looks at what guests write.",
        "Start today and leave within 14 days.",
    ],
)
def test_a_call_that_may_state_a_term_is_kept(said: str) -> None:
    """One sentence that asks for nothing is enough."""
    assert said in with_call(said)


@pytest.mark.parametrize(
    "said",
    [
        "Start your 14-day free trial. No credit card required.",
        "Try Nimbus with your team. Book a demo or contact us.",
    ],
)
def test_a_call_to_try_or_buy_is_left_out(said: str) -> None:
    """Whom an offer is for, and that it costs nothing, is part of every call."""
    assert "get started" not in with_call(said)


@pytest.mark.parametrize(
    "title",
    ["Runs offline", "Air-gapped setup", "Human review", "Kubernetes", "Local runtime", "No logs"],
)
def test_a_card_that_may_state_a_term_is_kept(title: str) -> None:
    """What a service can do is listed in cards as well as what there is to read."""
    assert title in with_cards(title, "A new cook")
    assert "Snow" not in with_cards("Snow on the terrace", "A new cook")


@pytest.mark.parametrize(
    "html",
    [
        "<p class=title><a href=/a></a></p>" * 3000,
        "<h2>Ready to start</h2><a href=/x>" * 2500,
        "<h2>" + "<button aria-expanded=true>a" * 2500,
        "<div class=comment-list>" * 2000 + "Said once.",
    ],
    ids=["cards", "calls", "buttons", "comments"],
)
def test_thousands_of_parts_are_read_in_little_time(html: str) -> None:
    """Each part is counted once, not once for each of the others."""
    wording(f"<h1>House rules</h1>{KEYS}")  # what is read once
    before = time.process_time()
    wording(f"<h1>House rules</h1>{html}")
    assert time.process_time() - before < 1.5


@pytest.mark.parametrize(
    "line",
    [
        "It looks like you are in the EU, so your data stays there.",
        "It appears that you are in breach of the agreement",
        "Change to the AI model provider of our site",
        "Continue to the retention period of the site",
        "Stay on our EU hosted version",
        "Parece que está en vigor",
    ],
)
def test_a_clause_that_begins_like_a_greeting_is_kept(line: str) -> None:
    """A place is named with a capital, and nothing is said after it."""
    assert line in wording(f"<h1>House rules</h1><p>{line}</p>{KEYS}")


def test_a_greeting_is_left_out_only_around_the_title() -> None:
    """What a clause further down says of a place is wording."""
    line = "<p>It looks like you are in New Zealand.</p>"
    assert "Zealand" not in wording(f"{line}<h1>House rules</h1>{KEYS}")
    assert "Zealand" not in wording(f"<h1>House rules</h1>{line}{KEYS}")
    assert "Zealand" in wording(f"<h1>House rules</h1>{KEYS}{line}")


@pytest.mark.parametrize("who", ["OpenAI", "Mistral AI", "Larkspur Labs", "Marta", "Nimbus"])
def test_who_wrote_a_text_is_kept_where_it_may_be_a_company(who: str) -> None:
    """Only the two or three names of a person go, right below the title."""
    assert f"Written by {who}" in wording(f"<h1>House rules</h1><p>Written by {who}</p>{KEYS}")
    person = "<p>Written by Lena van Hold</p>"
    assert "Lena" not in wording(f"<h1>House rules</h1>{person}{KEYS}")
    assert "Lena" in wording(f"<h1>House rules</h1>{KEYS}{person}")


def test_a_commentary_is_kept() -> None:
    """What explains an article is no discussion of readers, whatever the part is called."""
    said = "We delete what you write after 30 days."
    part = f'<div class="article-comments"><h2>Comments on Article 5</h2><p>{said}</p></div>'
    assert said in wording(f"<h1>House rules</h1>{KEYS}{part}")


@pytest.mark.parametrize(
    "mark",
    [
        "<form><textarea></textarea></form>",
        '<img class="avatar photo" alt="">',
        "<time>4 May 2026</time>",
        '<a href="/r">Reply</a>',
        "<p>Please sign in to leave a comment.</p>",
        "<h2>3 comments</h2>",
    ],
)
def test_what_readers_wrote_is_left_out(mark: str) -> None:
    """Comments have a form, pictures, dates or links to reply."""
    part = f'<div class="article-comments"><p>Who looks at the locks?</p>{mark}</div>'
    assert "Who looks" not in wording(f"<h1>House rules</h1>{KEYS}{part}")


def test_a_word_of_many_thousand_digits_takes_no_time() -> None:
    """Patterns for short lines are not tried on it."""
    block = Block(BlockKind.PARAGRAPH, "1" * 100_000)
    began = time.process_time()
    assert without_noise((block,))[0] == (block,)
    assert time.process_time() - began < 1


def test_a_term_above_the_title_is_no_label() -> None:
    """A line that says what becomes of data stays; the names of site and section go."""
    page = "<p>{0}</p><h1>House rules</h1>" + KEYS
    assert wording(page.format("Chats are never stored")).startswith("Chats are never stored")
    assert wording(page.format("Personal data")).startswith("House rules")
