"""Plain text -> document: paragraphs between empty lines."""

from __future__ import annotations

import re

from crawler.extraction.language import language_of
from crawler.extraction.wording import plain
from domain.document import Block, BlockKind, Document

_EMPTY_LINES = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"^[ \t]*(?:[-*•‣◦·]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+", re.IGNORECASE)
_LONG_LINE = 100  # characters: text whose lines are longer was not wrapped by hand


def read_text(text: str) -> Document:
    """Return the wording of a plain text. Never raises; an empty text has no blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    paragraphs = [piece for part in _EMPTY_LINES.split(text) for piece in _pieces(part.split("\n"))]
    blocks = tuple(block for piece in paragraphs for block in _block(piece))
    title = blocks[0].text if blocks and len(blocks[0].text) <= _LONG_LINE else ""
    return Document(blocks, title=title, language=language_of(blocks))


def _pieces(lines: list[str]) -> list[str]:
    """Join lines that were wrapped; a line that starts an item starts a piece."""
    if any(len(line) > _LONG_LINE for line in lines):
        return lines
    pieces: list[str] = []
    for line in lines:
        if pieces and not _ITEM.match(line):
            pieces[-1] = f"{pieces[-1]} {line}"
        else:
            pieces.append(line)
    return pieces


def _block(piece: str) -> list[Block]:
    text = plain(piece)
    if not any(character.isalnum() for character in text):
        return []
    bullet = re.match(r"^[-*•‣◦·]\s+", text)
    if bullet:
        return [Block(BlockKind.LIST_ITEM, text[bullet.end() :], level=1)]
    return [Block(BlockKind.PARAGRAPH, text)]
