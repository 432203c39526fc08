"""Markdown -> document: rendered to HTML by markdown-it, then read like any page.

Texts arrive from converters (escaped characters, `<br>` in cells, emphasis that does not
close) and from documentation sources (front matter, MDX imports and components, `:::`
directives). Of all of them only the wording counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import lxml.html
from markdown_it import MarkdownIt

from crawler.extraction.blocks import blocks_of
from crawler.extraction.language import language_of
from crawler.extraction.markdown_source import split_front_matter, wording_of_source
from crawler.extraction.noise import without_noise
from crawler.extraction.pruning import without_struck
from domain.document import Block, BlockKind, Document

# Marks that did not pair up: the wording is the same as without them.
_LEFT_OVER = re.compile(
    r"(?<![\w/])_{2,}|_{2,}(?![\w/])|(?<=[a-z])_{2}(?=[a-z])|\*{2,}"
    r"|\]\((?:https?:|mailto:)[^()\s]*\)"
)


def read_markdown(text: str) -> Document:
    """Return the wording of a Markdown text. Never raises; an empty text has no blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    title, text = split_front_matter(text)
    rendered = _renderer().render(wording_of_source(text))
    blocks = _blocks_of_rendered(rendered)
    title = title or next((b.text for b in blocks if b.kind is BlockKind.HEADING), "")
    return Document(blocks, title=title, language=language_of(blocks))


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    # Indented code is off: converters indent legal clauses, and programs stand in fences.
    return (
        MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")
    )


def _blocks_of_rendered(rendered: str) -> tuple[Block, ...]:
    if not rendered.strip():
        return ()
    tree = lxml.html.document_fromstring(f"<html><body>{rendered}</body></html>")
    without_struck(tree)
    blocks = tuple(_without_left_overs(block) for block in blocks_of(tree))
    return without_noise(blocks)[0]


def _without_left_overs(block: Block) -> Block:
    if block.kind is BlockKind.CODE or not _LEFT_OVER.search(block.text):
        return block
    cells = tuple(_LEFT_OVER.sub("", cell).strip() for cell in block.cells)
    return replace(block, text=_LEFT_OVER.sub("", block.text).strip(), cells=cells)
