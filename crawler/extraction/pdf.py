"""PDF -> document: lines are joined to paragraphs, what repeats on every page is left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from pypdfium2.raw import FPDFText_GetFontSize  # type: ignore[import-untyped]  # as above

from crawler.extraction.language import language_of
from crawler.extraction.wording import plain
from domain.document import Block, BlockKind, Document
from domain.errors import UnreadableDocumentError

_MARGIN = 0.12  # of the page's height: where running heads and feet stand
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:page|seite|página|pagina|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s*(?:of|von|de|di|van|/|\|)\s*\d{1,4})?[\W_]*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[●•▪◦○■□‣\u2043\u2013·\uf0b7\uf0a7*-]\s+")
_ENUMERATOR = re.compile(
    r"^(?:\(?[a-z]{1,2}[.)]|\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[ivxlc]{1,5}[.)]|§\s*\d+|article \d+"
    r"|section \d+|annex \w+)\s+\S",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:;…。！？]['\"”’)\]]*$")  # noqa: RUF001 - full-width ends are meant
_HEADING_WORDS = 12
_WIDE_GAP = 1.35  # times the usual distance of lines
_SHORT_LINE = 0.8  # of the width of the text: a paragraph may end here
_TALL = 1.15  # times the usual size of letters: a heading
_SHORTEST = 4  # characters of a heading in capitals
_VERY_TALL = 1.5
_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh"
    "|eighth|ninth|deux|trois|quatre|cinq|sept|huit|neuf|dix"
)
_PARTED_NUMERAL = re.compile(
    rf"(?:(?<=ty)|(?<=vingt)|(?<=trente)|(?<=rante)|(?<=xante))[\x02\ufffe](?=(?:{_ONES})\b)",
    re.IGNORECASE,
)
_BROKEN_HYPHEN = ("\x02", "\ufffe", "\u00ad")  # what pdfium writes for one, and a soft one


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    right: float
    bottom: float
    size: float  # of the font
    in_margin: bool


def read_pdf(body: bytes) -> Document:
    """Return the wording of a PDF.

    Raises:
        UnreadableDocumentError: the file is broken or locked with a password.
    """
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(
            f"The PDF cannot be opened ({error}); it is damaged or locked with a password. "
            "Another copy of it is needed."
        ) from error
    try:
        lines = [line for number in range(len(pdf)) for line in _lines(pdf, number)]
        title = plain(pdf.get_metadata_dict().get("Title", ""))
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(
            f"A page of the PDF cannot be read ({error}); another copy of it is needed."
        ) from error
    finally:
        pdf.close()
    blocks = _blocks(_without_repeated_heads(_without_running_lines(lines)))
    first = blocks[0].text if blocks and blocks[0].kind is BlockKind.HEADING else ""
    return Document(blocks, title=title or first, language=language_of(blocks))


def _lines(pdf: pypdfium2.PdfDocument, number: int) -> list[_Line]:
    page = pdf[number]
    _, page_height = page.get_size()
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    lines: list[_Line] = []
    for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text):
        first, last = match.start(), match.start() + len(match[0].rstrip()) - 1
        boxes = [text_page.get_charbox(index) for index in (first, (first + last) // 2, last)]
        bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
        in_margin = bottom > page_height * (1 - _MARGIN) or top < page_height * _MARGIN
        size = FPDFText_GetFontSize(text_page.raw, first)
        lines.append(_Line(match[0], number, boxes[-1][2], bottom, size, in_margin))
    text_page.close()
    page.close()
    return lines


def _without_running_lines(lines: list[_Line]) -> list[_Line]:
    """Drop heads, feet and page numbers: what stands in the margin of several pages."""
    pages: Counter[str] = Counter()
    for line in {(_shape(line), line.page): line for line in lines if line.in_margin}.values():
        pages[_shape(line)] += 1
    return [
        line
        for line in lines
        if not line.in_margin
        or (pages[_shape(line)] < 2 and not _PAGE_NUMBER.match(line.text.strip()))  # noqa: PLR2004 - a pair repeats
    ]


def _without_repeated_heads(lines: list[_Line]) -> list[_Line]:
    """Drop the head of a table that goes on over a page, where the next page begins with it.

    Where pages end is for the printer: one more row, and the head stands elsewhere.
    """
    kept: list[_Line] = []
    on_page: dict[int, set[str]] = {}
    for before, line in zip([None, *lines], lines, strict=False):
        on_page.setdefault(line.page, set()).add(line.text.strip())
        begins = before is not None and before.page != line.page
        if begins and _may_be_head(line) and line.text.strip() in on_page.get(line.page - 1, ()):
            continue
        kept.append(line)
    return kept


def _may_be_head(line: _Line) -> bool:
    text = line.text.strip()
    return 1 < len(text.split()) <= _HEADING_WORDS and not _SENTENCE_END.search(text)


def _shape(line: _Line) -> str:
    return _DIGITS.sub("#", plain(line.text)).lower()


def _blocks(lines: list[_Line]) -> tuple[Block, ...]:
    if not lines:
        return ()
    usual = _Usual.of(lines)
    paragraphs: list[list[_Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _parts(before, line, usual):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return tuple(block for part in paragraphs if (block := _block(part, usual)) is not None)


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in this file: size of letters, distance of lines, right edge."""

    size: float
    distance: float
    right: float

    @classmethod
    def of(cls, lines: list[_Line]) -> _Usual:
        distances = [
            before.bottom - line.bottom
            for before, line in pairwise(lines)
            if before.page == line.page and before.bottom > line.bottom
        ]
        return cls(
            median(line.size for line in lines),
            median(distances) if distances else 0.0,
            max(line.right for line in lines),
        )


def _parts(before: _Line, line: _Line, usual: _Usual) -> bool:
    """Tell whether a new block begins between two lines."""
    text = line.text.strip()
    if _BULLET.match(text) or _is_heading(line, usual) != _is_heading(before, usual):
        return True
    ended = bool(_SENTENCE_END.search(before.text.strip()))
    if before.page != line.page:
        return ended or not text[:1].islower()
    if usual.distance and before.bottom - line.bottom > _WIDE_GAP * usual.distance:
        return True
    if _ENUMERATOR.match(text) and (ended or before.right < _SHORT_LINE * usual.right):
        return True
    return ended and before.right < _SHORT_LINE * usual.right


def _is_heading(line: _Line, usual: _Usual) -> bool:
    text = line.text.strip()
    if len(text.split()) > _HEADING_WORDS or _BULLET.match(text):
        return False
    if _SENTENCE_END.search(text) and not text.endswith("?"):
        return False
    return line.size > _TALL * usual.size or (text.isupper() and len(text) >= _SHORTEST)


def _block(lines: list[_Line], usual: _Usual) -> Block | None:
    text = plain(_joined([line.text for line in lines]))
    if not any(character.isalnum() for character in text):
        return None
    if _is_heading(lines[0], usual):
        return Block(
            BlockKind.HEADING, text, level=1 if lines[0].size > _VERY_TALL * usual.size else 2
        )
    bullet = _BULLET.match(text)
    if bullet:
        return Block(BlockKind.LIST_ITEM, text[bullet.end() :], level=1)
    return Block(BlockKind.PARAGRAPH, text)


def _joined(lines: list[str]) -> str:
    """Join lines; a word that was parted at the end of a line is made whole.

    "Forty-eight" keeps its hyphen, wherever the line ends: nobody writes it without.
    """
    text = ""
    for line in (part.strip() for part in lines):
        # pdfium marks a hyphen that only parts a word with U+0002 (or U+FFFE).
        if text.endswith(_BROKEN_HYPHEN) or (re.search(r"[a-zà-ÿ]-$", text) and line[:1].islower()):
            text = f"{text[:-1]}\x02{line}"
        else:
            text = f"{text} {line}" if text else line
    return _PARTED_NUMERAL.sub("-", text).replace("\x02", "").replace("\ufffe", "")
