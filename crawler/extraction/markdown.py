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
from crawler.extraction.noise import without_noise
from domain.document import Block, BlockKind, Document

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_MODULE_LINE = re.compile(r"^(?:import\s.+?\sfrom\s+['\"].*|import\s+['\"].*|export\s.*[;{(,]\s*)$")
_COMPONENT_TAG = re.compile(r"(?<!\\)</?[A-Z][\w.]*(?:\s[^<>]*)?/?>")
_BLOCK_HTML_TAG = re.compile(r"(?<!\\)</?(?:div|section|details|summary|center|span)\b[^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)
_DIRECTIVE = re.compile(r"^\s*:{3,}\s*[\w-]*\s*(?:\{[^}]*\})?\s*(?:\[(.*)\])?\s*(.*)$")
# "{#id}" of a heading, "{:target=_blank .external}" of a link.
_ATTRIBUTES = re.compile(r"[ \t]*\{(?:#[\w-]+|:[^{}\n]*|\.[\w-][^{}\n]*)\}")
_SPREAD_LINK = re.compile(r"\[([^\[\]]{1,300})\](?=\([^()\s]+\))")
# "[text][id]" of a link whose address stands elsewhere, or, in an excerpt, nowhere.
_REFERENCE_LINK = re.compile(r"(?<!!)\[([^\[\]\n]{1,300})\]\[[\w .-]{0,80}\]")
_LINK_WITHOUT_TEXT = re.compile(r"(?<![!\\])\[\s*\]\([^()\s]*\)")
# "[!NOTE]" and "[!INCLUDE …]": what frames a text in the sources of documentation.
_FRAME = re.compile(
    r"\[!(?:[A-Za-z]+|(?:INCLUDE|VIDEO|div|NOTE)\b[^\[\]\n]*(?:\[[^\[\]\n]*\])?"
    r"[^\[\]\n]*)\](?:\([^()\s]*\))?"
)
# What a converter puts into a cell for the lists and headings that Markdown has no cells for.
_MARK_IN_CELL = re.compile(r"(<br ?/?>|\|)[ \t]*(?:[*+-]|#{1,6})[ \t]+")
# Marks that did not pair up: the wording is the same as without them.
_LEFT_OVER = re.compile(
    r"(?<![\w/])_{2,}|_{2,}(?![\w/])|(?<=[a-z])_{2}(?=[a-z])|\*{2,}"
    r"|\]\((?:https?:|mailto:)[^()\s]*\)"
)


def read_markdown(text: str) -> Document:
    """Return the wording of a Markdown text. Never raises; an empty text has no blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    title, text = _split_front_matter(text)
    rendered = _renderer().render(_without_components(text))
    blocks = _blocks_of_rendered(rendered)
    title = title or next((b.text for b in blocks if b.kind is BlockKind.HEADING), "")
    return Document(blocks, title=title, language=language_of(blocks))


@lru_cache(maxsize=1)
def _renderer() -> MarkdownIt:
    # Indented code is off: converters indent legal clauses, and programs stand in fences.
    return MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")


def _blocks_of_rendered(rendered: str) -> tuple[Block, ...]:
    if not rendered.strip():
        return ()
    tree = lxml.html.document_fromstring(f"<html><body>{rendered}</body></html>")
    blocks = tuple(_without_left_overs(block) for block in blocks_of(tree))
    return without_noise(blocks)[0]


def _without_left_overs(block: Block) -> Block:
    if block.kind is BlockKind.CODE or not _LEFT_OVER.search(block.text):
        return block
    cells = tuple(_LEFT_OVER.sub("", cell).strip() for cell in block.cells)
    return replace(block, text=_LEFT_OVER.sub("", block.text).strip(), cells=cells)


def _split_front_matter(text: str) -> tuple[str, str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return "", text
    title = _FRONT_TITLE.search(match[1] or match[2])
    return (title[1] if title else ""), text[match.end() :]


def _without_components(text: str) -> str:
    """Drop what builds the page around the wording, outside fenced code."""
    return "\n".join(
        part if is_code else _without_components_in_prose(part)
        for is_code, part in _split_at_fences(text)
    )


def _without_components_in_prose(text: str) -> str:
    text = _COMMENT.sub("\n", text)
    text = _COMPONENT_TAG.sub(_blank_like, text)
    text = _BLOCK_HTML_TAG.sub(_blank_like, text)
    text = _ATTRIBUTES.sub("", text)
    text = _SPREAD_LINK.sub(_on_one_line, text)
    text = _REFERENCE_LINK.sub(r"\1", text)
    text = _LINK_WITHOUT_TEXT.sub("", text)
    text = _FRAME.sub("", text)
    lines = [_line(line) for line in text.split("\n") if not _MODULE_LINE.match(line)]
    return "\n".join(lines)


def _on_one_line(match: re.Match[str]) -> str:
    """The text of a link that a converter spread over blank lines."""
    return f"[{' '.join(match[1].split())}]" if "\n" in match[1] else match[0]


def _line(line: str) -> str:
    if ":::" in line:
        return _directive_title(line)
    return _MARK_IN_CELL.sub(r"\1 ", line) if line.lstrip().startswith("|") else line


def _blank_like(match: re.Match[str]) -> str:
    """A tag alone on its lines parts paragraphs; one within a line leaves nothing."""
    before = match.string[: match.start()].rpartition("\n")[2]
    after = match.string[match.end() :].partition("\n")[0]
    return "" if before.strip() or after.strip() else "\n"


def _directive_title(line: str) -> str:
    match = _DIRECTIVE.match(line)
    if not match:
        return line
    title = " ".join(part.strip() for part in (match[1], match[2]) if part and part.strip())
    return f"\n{title}\n"


def _split_at_fences(text: str) -> list[tuple[bool, str]]:
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
            parts.append((True, [line]))
        elif match and fence and match[1].startswith(fence) and line.strip() == match[1]:
            parts[-1][1].append(line)
            parts.append((False, []))
            fence = ""
        else:
            parts[-1][1].append(line)
    return [(is_code, "\n".join(lines)) for is_code, lines in parts]
