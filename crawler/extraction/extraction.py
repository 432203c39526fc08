"""A saved capture -> its wording, how it was come by, and what was left out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.metadata import version
from pathlib import Path

from lxml.html import HtmlElement

from crawler.extraction import recipes
from crawler.extraction.blocks import blocks_of
from crawler.extraction.charset import decoded
from crawler.extraction.choice import Candidate, chosen, kept_share
from crawler.extraction.chrome import Dropped
from crawler.extraction.language import language_of
from crawler.extraction.markdown import read_markdown
from crawler.extraction.media_type import MediaType, media_type_of
from crawler.extraction.noise import without_noise
from crawler.extraction.page import Page, document_title, parse
from crawler.extraction.pdf import read_pdf
from crawler.extraction.plain_text import read_text
from crawler.extraction.pruning import pruned, selected, without, without_struck
from domain.capture import Capture
from domain.document import Block, BlockKind, Document
from domain.watchlist import Source

_LEAST_OF_A_RECIPE = 0.5  # share of the page's text that a way of reading must find
_LIBRARIES = (
    *("trafilatura", "lxml", "selectolax", "pypdfium2", "markdown-it-py", "babel"),
    *("w3lib", "charset-normalizer", "py3langid"),
)


def _hash_of_rules() -> str:
    """Hash this package: nobody has to remember to raise a number when a rule changes."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, Path(__file__).parent / "vocabulary"):
        for file in sorted([*folder.glob("*.py"), *folder.glob("*.txt")]):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


RULES_VERSION = _hash_of_rules()


@dataclass(frozen=True, slots=True)
class Extraction:
    """The wording of a capture and how it was come by.

    `recipe` names the way of reading that was chosen; given back to `extract`, it reads
    another capture in the same way. Documents of equal `fingerprint` can be compared.
    `kept_share` is the share of the page's own text that the blocks hold, 0 to 1.
    """

    document: Document
    recipe: str
    fingerprint: str
    kept_share: float = 1.0
    dropped: tuple[Dropped, ...] = ()


def extract(
    capture: Capture, source: Source, *, recipe: str = "", base: Document | None = None
) -> Extraction:
    """Return the wording of a capture. The same arguments always give the same result.

    `recipe` is the way of reading to use, "" to choose one by evidence. Where it finds
    little (the page had no main part before it was rebuilt) one is chosen all the same.
    `base` is a version of the document, with which the chosen one should agree: the last
    good one, or the newer one when an older capture is read again.

    Raises:
        UnreadableDocumentError: the body is a broken PDF or binary data.
    """
    media_type = media_type_of(capture)
    if media_type is MediaType.HTML:
        return _extract_page(capture, source, recipe, base)
    if media_type is MediaType.PDF:
        document = read_pdf(capture.body)
    else:
        text = decoded(capture.body, capture.header("content-type"))
        document = read_markdown(text) if media_type is MediaType.MARKDOWN else read_text(text)
    name = media_type.name.lower()
    return Extraction(document, name, fingerprint(source, name))


def fingerprint(source: Source, recipe: str) -> str:
    """Return a hash over everything that decides how a capture of `source` is read."""
    parts = (RULES_VERSION, _library_versions(), *source.select, "-", *source.remove, recipe)
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _library_versions() -> str:
    return " ".join(f"{name} {version(name)}" for name in _LIBRARIES)


def _extract_page(
    capture: Capture, source: Source, recipe: str, base: Document | None
) -> Extraction:
    page = parse(capture)
    dropped = [*without(page.body, source.remove), *without_struck(page.body)]
    if source.select:
        candidate = _selected(page.body, source)
        page_blocks = candidate.blocks or _page_blocks(page.body)  # nothing matched: share 0
    else:
        dropped += pruned(page.body)
        page_blocks = _page_blocks(page.body)
        candidate = _candidate(page.body, recipe, page_blocks, base)
    kept, noise = without_noise(candidate.blocks)
    return Extraction(
        _document(page, kept),
        candidate.recipe,
        fingerprint(source, candidate.recipe),
        kept_share(kept, without_noise(page_blocks)[0]),
        (*dropped, *candidate.dropped, *noise),
    )


def _selected(body: HtmlElement, source: Source) -> Candidate:
    parts = selected(body, source.select)
    return Candidate(recipes.SELECT, tuple(b for part in parts for b in blocks_of(part)))


def _page_blocks(body: HtmlElement) -> tuple[Block, ...]:
    read = recipes.by_body(body)
    return read[0] if read else ()


def _candidate(
    body: HtmlElement, recipe: str, page_blocks: tuple[Block, ...], base: Document | None
) -> Candidate:
    if not page_blocks:
        return Candidate(recipes.BODY, ())
    given = _made(body, recipe) if recipe in recipes.RECIPES else None
    if given is not None and kept_share(given.blocks, page_blocks) >= _LEAST_OF_A_RECIPE:
        return given
    makers = [partial(_made, body, name) for name in recipes.RECIPES]
    return chosen(makers, page_blocks, base) or Candidate(recipes.BODY, ())


def _made(body: HtmlElement, name: str) -> Candidate | None:
    read = recipes.RECIPES[name](body)
    return None if read is None else Candidate(name, *read)


def _document(page: Page, blocks: tuple[Block, ...]) -> Document:
    first = next((b.text for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), "")
    return Document(
        blocks,
        title=document_title(page.title, first),
        language=language_of(blocks, page.language),
    )
