"""How a capture is read, beyond the single cases: types, choice, fingerprints, the gate."""

from __future__ import annotations

import ast
import contextlib
from datetime import UTC, datetime
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extraction import extract, extraction, fingerprint
from domain.capture import Capture
from domain.errors import UnreadableDocumentError
from domain.watchlist import Source
from tests.crawler.extraction.pdf_files import pdf

SOURCE = Source(id="terms", url="https://nimbus.example/terms")
GERMAN = "Wir löschen Ihre Daten, außer für gesetzliche Zwecke, über dreißig Tage später."
TEXT = "<h1>Terms</h1><p>We keep your data for thirty days after you leave the service.</p>"


def capture(body: bytes | str, content_type: str = "", url: str = SOURCE.url) -> Capture:
    """Return a capture of the body, of the type that the server claims."""
    headers = (("content-type", content_type),) if content_type else ()
    data = body.encode() if isinstance(body, str) else body
    return Capture("terms", url, datetime(2026, 5, 1, tzinfo=UTC), data, headers=headers)


@pytest.mark.parametrize(
    ("body", "content_type", "url", "recipe", "text"),
    [
        ("<p>We keep it.</p>", "text/html", SOURCE.url, "body", "We keep it."),
        ("<p>We keep it.</p>", "", SOURCE.url, "body", "We keep it."),
        ("# Terms\n\nWe *keep* it.", "text/markdown", SOURCE.url, "markdown", "Terms\nWe keep it."),
        ("# Terms", "text/plain", "https://nimbus.example/terms.md", "markdown", "Terms"),
        ("We keep it\nfor you.", "text/plain", SOURCE.url, "text", "We keep it for you."),
        (pdf([[(72, 700, 11, "We keep it.")]]), "text/html", SOURCE.url, "pdf", "We keep it."),
        ("<p>Zo\u00eb</p>".encode("utf-16"), "", SOURCE.url, "body", "Zo\u00eb"),
        (GERMAN.encode("cp1252"), "text/plain", SOURCE.url, "text", GERMAN),
        ("", "text/html", SOURCE.url, "body", ""),
    ],
)
def test_each_type_of_body_is_read(
    body: bytes | str, content_type: str, url: str, recipe: str, text: str
) -> None:
    """The header tells the type, except where the first bytes know better."""
    result = extract(capture(body, content_type, url), SOURCE)
    assert (result.recipe, result.document.text) == (recipe, text)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\x03", "image/png"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", ""),
        (b"%PDF-1.7 cut off", "application/pdf"),
        (b"<html>not a PDF at all</html>", "application/pdf"),
    ],
)
def test_what_cannot_be_read_is_said_so(body: bytes, content_type: str) -> None:
    """Pictures, archives and damaged files are unreadable, not empty documents."""
    with pytest.raises(UnreadableDocumentError):
        extract(capture(body, content_type), SOURCE)


def test_extraction_is_deterministic() -> None:
    """The same capture gives the same result, to the last detail."""
    page = capture(f"<html><body><nav>a</nav><main>{TEXT}</main></body></html>")
    assert extract(page, SOURCE) == extract(page, SOURCE)


def test_a_given_recipe_is_used() -> None:
    """An older capture can be read again in the way of the newer one."""
    note = "<div>A note that stands beside the text.</div>"
    page = capture(f"<html><body>{note}<main>{TEXT * 4}</main></body></html>")
    assert extract(page, SOURCE).recipe == "landmark"
    assert extract(page, SOURCE, recipe="body").document.text.startswith("A note")


def test_a_recipe_that_finds_nothing_gives_way() -> None:
    """A page that had no main part before it was rebuilt is still read."""
    page = capture(f"<html><body><div>{TEXT}</div></body></html>")
    result = extract(page, SOURCE, recipe="landmark")
    assert result.recipe != "landmark"
    assert "thirty days" in result.document.text


def test_the_choice_follows_the_last_good_version() -> None:
    """Where several ways are open, the one is taken that agrees with what was read before."""
    inside = "<p>The processor acts on instructions. It informs the controller at once.</p>" * 9
    beside = "".join(
        f"<p>Annex {i}: a measure of security, in force since {i}.</p>" for i in range(9)
    )
    page = capture(f"<html><body><main>{inside}</main><div>{beside}</div></body></html>")
    narrow, wide = (extract(page, SOURCE, recipe=name).document for name in ("landmark", "body"))
    assert narrow.text != wide.text
    assert extract(page, SOURCE, base=narrow).document == narrow
    assert extract(page, SOURCE, base=wide).document == wide


def test_agreement_never_hides_what_is_new() -> None:
    """A way that agrees with the last version because it leaves out the new text is not taken."""
    old = "".join(
        f"<p>Clause {i} says what the processor has to do in case {i}.</p>" for i in range(30)
    )
    new = "".join(f"<div>Addendum {i}: we may train on it</div>" for i in range(20))
    base = extract(capture(f"<html><body><main>{old}</main></body></html>"), SOURCE).document
    page = capture(f"<html><body><main><article>{old}</article>{new}</main></body></html>")
    assert "Addendum 19" in extract(page, SOURCE, base=base).document.text


def test_selectors_that_match_nothing_are_seen() -> None:
    """The share of the page that is kept falls to nothing when a selector went stale."""
    selecting = SOURCE.model_copy(update={"select": ("#gone",)})
    result = extract(capture(f"<html><body>{TEXT}</body></html>"), selecting)
    assert (result.document.blocks, result.kept_share) == ((), 0.0)


def test_kept_share_tells_how_much_of_the_page_is_read() -> None:
    """A way that leaves out half of the text says so."""
    inside, beside = "<p>One two three four.</p>" * 10, "<p>Five six seven eight.</p>" * 10
    page = capture(f"<html><body><main>{inside}</main><div>{beside}</div></body></html>")
    assert extract(page, SOURCE, recipe="landmark").kept_share == pytest.approx(0.5)
    assert extract(page, SOURCE, recipe="body").kept_share == 1.0


def test_what_is_left_out_is_named() -> None:
    """An editor can see which parts were dropped, and why."""
    page = capture(
        f"<html><body><nav>Home</nav><div class='cookie-banner'>We use cookies. "
        f"<button>Accept</button></div><main>{TEXT}<p>Updated 3 days ago</p></main></body></html>"
    )
    dropped = {(part.reason, part.text) for part in extract(page, SOURCE).dropped}
    assert dropped >= {("navigation", "Home"), ("freshness", "Updated 3 days ago")}
    assert ("consent", "We use cookies. Accept") in dropped


def test_the_fingerprint_covers_all_that_decides_the_wording(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rules, selectors, recipe and library versions each change it; the address does not."""
    selecting = SOURCE.model_copy(update={"select": ("main",)})
    removing = SOURCE.model_copy(update={"remove": ("main",)})
    moved = SOURCE.model_copy(update={"url": "https://nimbus.example/legal/terms"})
    before = fingerprint(SOURCE, "landmark")
    others = {fingerprint(selecting, "landmark"), fingerprint(removing, "landmark")}
    others.add(fingerprint(SOURCE, "body"))
    assert fingerprint(moved, "landmark") == before
    monkeypatch.setattr(extraction, "RULES_VERSION", "another")
    others.add(fingerprint(SOURCE, "landmark"))
    assert len(others | {before}) == 5


def test_the_fingerprint_covers_every_library_that_reads_a_page() -> None:
    """An upgrade of one must not look like a change of wording."""
    folder = Path(extraction.__file__).parent
    nodes = [
        node
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]
    names = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    names += [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    sold_as = packages_distributions()
    tops = {name.partition(".")[0] for name in names}
    libraries = {sold_as[top][0].lower() for top in tops if top in sold_as}
    assert libraries - {"clausewatch"} <= set(extraction._LIBRARIES)


@pytest.mark.parametrize(
    "label",
    [
        *("idna", "base64", "undefined", "rot13", "hex", "zlib", "bz2", "uu", "punycode", "utf-7"),
        *("unicode_escape", "raw_unicode_escape", "cp037", "utf-32", "nonsense", "utf-8-sig", ""),
    ],
)
@pytest.mark.parametrize("text", [GERMAN, GERMAN.encode("cp1252").decode("latin-1")])
def test_only_encodings_of_the_web_are_believed(label: str, text: str) -> None:
    """A header or a page that names anything else has said nothing; the bytes tell."""
    body = text.encode("latin-1") if text != GERMAN else text.encode()
    by_header = capture(body, f"text/plain; charset={label}")
    page = f"<meta charset='{label}'><p>".encode() + body
    assert extract(by_header, SOURCE).document.text == GERMAN
    assert extract(capture(page, "text/html"), SOURCE).document.text == GERMAN


def test_a_page_that_claims_to_be_utf_16_in_plain_letters_is_utf_8() -> None:
    """The declaration could not have been read if it were true."""
    page = f"<meta charset=utf-16><p>{GERMAN}</p>"
    assert extract(capture(page, "text/html"), SOURCE).document.text == GERMAN


FRAGMENTS = st.sampled_from(
    [
        *("<p>", "</p>", "<main>", "</main>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<h1>"),
        *("<a href='#x'>", "</a>", "<span>", "</span>", "<!--", "-->", "<button>", "<textarea>"),
        *("<div class='cookie-banner'>", "</div>", "Accept all", "word ", "<?pi", "<![CDATA["),
        *("&#0;", "&shy;", "(opens in a new window)", "Related articles", "Updated yesterday"),
    ]
)
LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=5)


@given(st.lists(FRAGMENTS | LETTERS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_no_page_is_too_broken(parts: list[str]) -> None:
    """Whatever the markup, a page is read without an error and shares lie between 0 and 1."""
    result = extract(capture("<html>" + "".join(parts), "text/html"), SOURCE)
    assert 0.0 <= result.kept_share <= 1.0
    for block in result.document.blocks:
        for text in block.cells or (block.text,):
            assert text == " ".join(text.split())


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_body_is_too_odd(body: bytes) -> None:
    """Bytes are read, or refused as unreadable; nothing else is raised."""
    with contextlib.suppress(UnreadableDocumentError):
        assert extract(capture(body), SOURCE).document.blocks is not None


def test_a_way_of_reading_that_finds_little_is_not_kept_to() -> None:
    """The page was built otherwise before: another way reads all of it."""
    clauses = "".join(
        f"<strong>§ {number} Clause number {number}</strong><br>The processor keeps the data for "
        "thirty days after the end of the agreement, and longer where the law says so.<br><br>"
        for number in range(6)
    )
    items = (
        "<li>Names and numbers of callers and when</li><li>What was said, as sound and text</li>"
        "<li>Time, length and place of the call</li><li>What the staff of a customer enters</li>"
    )
    older = f"<div><div class='text'><h1>Terms</h1>{clauses}<ul>{items}</ul>{clauses}</div></div>"
    assert "thirty days" in extract(capture(older), SOURCE, recipe="located").document.text
