"""The gate: pages of equal hash have the same wording, and tokens make no page unequal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import lxml.html
import pytest
from lxml.html import HtmlElement

from crawler.extraction import extract, visible_text_hash
from domain.capture import Capture
from domain.watchlist import Source
from tests.crawler.extraction.test_cases import CASES, NAMES

URL = "https://nimbus.example/terms"
SOURCE = Source(id="terms", url=URL)
TEXT = "<h1>Terms</h1><p>We keep your data for thirty days after you leave the service.</p>"
TERM = "We do not use your prompts to train any of our models."


def capture(body: str, content_type: str = "text/html; charset=utf-8") -> Capture:
    """Return a capture of a body."""
    headers = (("content-type", content_type),)
    return Capture("terms", URL, datetime(2026, 5, 1, tzinfo=UTC), body.encode(), headers=headers)


def test_the_gate_sees_words_only() -> None:
    """Tokens, scripts and attributes that nobody reads change nothing; a word does."""
    first = capture(f"<html><body data-build='1'><script>a=1</script>{TEXT}</body></html>")
    second = capture(f"<html><body data-build='2'><script>a=2</script>{TEXT}</body></html>")
    reworded = capture(f"<html><body>{TEXT.replace('thirty', 'ninety')}</body></html>")
    hidden = capture(f"<html><body>{TEXT.replace('<p>', '<p hidden>')}</body></html>")
    assert visible_text_hash(first) == visible_text_hash(second)
    assert len({visible_text_hash(page) for page in (first, reworded, hidden)}) == 3


def test_the_gate_sees_a_word_that_changes_in_a_shadow_tree() -> None:
    """A declarative shadow tree is shown; an ordinary template is not."""
    page = "<main><x-note><template %s><p>Logs live for %s days.</p></template></x-note></main>"
    shown = [
        visible_text_hash(capture(page % ("shadowrootmode=open", days)))
        for days in ("ten", "forty")
    ]
    kept_back = [visible_text_hash(capture(page % ("", days))) for days in ("ten", "forty")]
    assert shown[0] != shown[1]
    assert kept_back[0] == kept_back[1]


def test_the_gate_sees_a_word_that_changes_in_a_folded_answer() -> None:
    """An answer that is hidden until its question is pressed is text of the document."""
    page = "<h3><button>Is it erased?</button></h3><div class='answer' hidden><p>{}</p></div>"
    yes = capture(f"<html><body>{TEXT}{page.format('Yes, it is erased.')}</body></html>")
    no = capture(f"<html><body>{TEXT}{page.format('No, it is kept.')}</body></html>")
    assert visible_text_hash(yes) != visible_text_hash(no)


@pytest.mark.parametrize("media_type", ["text/markdown", "text/plain", "application/json"])
@pytest.mark.parametrize(
    "mark",
    ["<script>", "<style>", "<!--", "<template>", "<svg>", "<noscript>", "<iframe>", "<p", "<a@b>"],
)
def test_only_pages_are_parsed_as_pages(media_type: str, mark: str) -> None:
    """A tag that a text speaks of swallows nothing of what comes after it."""
    text = f"# Terms\n\nAdd the `{mark}` tag to your page.\n\n## Training\n\n{TERM}\n"
    before, after = (capture(body, media_type) for body in (text, text.replace("not ", "")))
    assert extract(before, SOURCE).document != extract(after, SOURCE).document
    assert visible_text_hash(before) != visible_text_hash(after)


def test_an_address_that_is_encoded_anew_each_time_is_the_same() -> None:
    """Mail addresses are hidden with another key at each visit; another address is a change."""

    def page(address: str, key: int) -> Capture:
        code = bytes([key, *(key ^ letter for letter in address.encode())]).hex()
        return capture(f"{TEXT}<p>Write to <span data-cfemail='{code}'>[hidden]</span> now.</p>")

    same = visible_text_hash(page("dpo@nimbus.example", 17))
    assert visible_text_hash(page("dpo@nimbus.example", 99)) == same
    assert visible_text_hash(page("all@nimbus.example", 17)) != same


def set_to(name: str, value: str) -> Callable[[HtmlElement], None]:
    """Return an edit that gives an element an attribute."""
    return lambda element: element.set(name, value)


def wrapped_in(tag: str, **attributes: str) -> Callable[[HtmlElement], None]:
    """Return an edit that puts an element into another."""

    def wrap(element: HtmlElement) -> None:
        parent = element.getparent()
        assert parent is not None
        holder = element.makeelement(tag, attributes)
        parent.replace(element, holder)
        holder.tail, element.tail = element.tail, None
        holder.append(element)

    return wrap


def joined_to_what_follows(element: HtmlElement) -> None:
    """Take away the space behind an element or before its last word."""
    if element.tail and element.tail[0].isspace():
        element.tail = element.tail.lstrip()
    elif element.text:
        first, _, last = element.text.rstrip().rpartition(" ")
        element.text = first + last


def half_set_in_bold(element: HtmlElement) -> None:
    """Set the second half of a text in bold, in the middle of a word or not."""
    text = element.text or ""
    bold = element.makeelement("b")
    element.text, bold.text = text[: len(text) // 2], text[len(text) // 2 :]
    element.insert(0, bold)


EDITS: dict[str, Callable[[HtmlElement], None]] = {
    "display": set_to("style", "display:none"),
    "visibility": set_to("style", "color: red; VISIBILITY: hidden"),
    "hidden": set_to("hidden", ""),
    "aria-hidden": set_to("aria-hidden", "true"),
    "sr-only": set_to("class", "sr-only"),
    "visually-hidden": set_to("class", "note visually-hidden"),
    "name of a banner": set_to("id", "cookie-banner"),
    "name for tests": set_to("data-testid", "share-buttons"),
    "label": set_to("aria-label", "breadcrumbs"),
    "picture's words": set_to("alt", "Not included"),
    "tip": set_to("title", "Not included"),
    "struck by style": set_to("style", "text-decoration: line-through"),
    "answer": set_to("class", "faq-answer"),
    "icon font": set_to("class", "material-icons"),
    "role navigation": set_to("role", "navigation"),
    "role dialog": set_to("role", "dialog"),
    "role img": set_to("role", "img"),
    "role main": set_to("role", "main"),
    "article": set_to("itemprop", "articleBody"),
    "encoded": set_to("data-cfemail", "4b242e25"),
    "shown as": set_to("data-as", "h2"),
    "dialog": wrapped_in("dialog"),
    "nav": wrapped_in("nav"),
    "aside": wrapped_in("aside"),
    "footer": wrapped_in("footer"),
    "link": wrapped_in("a", href="/plans"),
    "link away": wrapped_in("a", href="https://cirrus.example/plans"),
    "link to a place": wrapped_in("a", href="#plans"),
    "struck": wrapped_in("s"),
    "deleted": wrapped_in("del"),
    "picture": wrapped_in("svg"),
    "joined": joined_to_what_follows,
    "bold": half_set_in_bold,
}


EDITED = ("p", "li", "td", "span", "div", "dd", "button", "img", "svg", "i")


def edited(page: str, edit: Callable[[HtmlElement], None], place: int) -> str:
    """Return a page with one of its parts edited, and in the same spelling as without."""
    root = lxml.html.document_fromstring(page)
    parts = list(root.iterdescendants(*EDITED))
    if parts:
        edit(parts[place % len(parts)])
    return str(lxml.html.tostring(root, encoding="unicode"))


@pytest.mark.parametrize("name", NAMES)
def test_pages_that_the_gate_calls_equal_have_the_same_wording(name: str) -> None:
    """Whatever is hidden, named, wrapped or joined on a page: the gate sees it or it is nothing."""
    page = (CASES / name / "input.html").read_text("utf-8", "replace")
    untouched = capture(edited(page, lambda _: None, 0))
    spared, wording = visible_text_hash(untouched), extract(untouched, SOURCE).document
    for what, edit in EDITS.items():
        for place in (1, 4, 11):
            other = capture(edited(page, edit, place))
            if visible_text_hash(other) == spared:
                assert extract(other, SOURCE).document == wording, (what, place)


@pytest.mark.parametrize(
    "edit",
    [
        set_to("nonce", "c9d8"),
        set_to("data-build", "77"),
        set_to("datetime", "2026-05-01T10:00:00Z"),
        set_to("style", "transform: translateX(48px)"),
        set_to("src", "/pixel?time=8812"),
    ],
)
def test_what_nobody_reads_makes_no_page_unequal(edit: Callable[[HtmlElement], None]) -> None:
    """Pages that only carry other tokens than last time need not be read again."""
    page = (CASES / "documentation" / "input.html").read_text()
    others = [visible_text_hash(capture(edited(page, edit, place))) for place in range(6)]
    plain = set_to("data-build", "1")
    assert {*others} == {visible_text_hash(capture(edited(page, plain, 0)))}


def test_numbers_of_places_and_of_visitors_do_not_count() -> None:
    """Programs number the places of a page anew, and add a visitor's number to its links."""
    page = "<div id='menu-{0}'><button aria-controls=':r{0}:'>Open</button></div>" + TEXT
    link = "<p>See <a href='https://cirrus.example/?visitor={0}#{0}'>the plans</a>.</p>"
    first, second = (capture((page + link).format(number)) for number in ("7f3a", "91c"))
    assert visible_text_hash(first) == visible_text_hash(second)
