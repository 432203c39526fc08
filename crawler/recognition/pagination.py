"""Is a table shown page by page that came whole before?"""

from __future__ import annotations

import re

from crawler.recognition.case import Case
from crawler.recognition.sentences import of_documents
from crawler.recognition.trouble import problem
from domain.document import BlockKind, Document
from domain.problem import Problem

# "1-10 of 34", "Showing 1 to 10 of 34 entries", "1 bis 10 von 34", "1 à 10 sur 34".
_PAGER = re.compile(
    r"(?<![\d.,])(\d{1,4})\s*(?:[-\u2013\u2014]|to|bis|à|a)\s*(\d{1,4})\s+(?:of|von|sur|de|di|van)\s+(\d{1,5})\b",
    re.IGNORECASE,
)
_PAGER_LINE = 80  # characters: a longer line only mentions such figures


def part_of_table(case: Case) -> Problem | None:
    """Fewer rows than last time, and the page itself says that it shows some of them.

    A table that has always come page by page is what can be had of it, and no problem.
    """
    if case.base is None or case.page is None:
        return None
    rows, expected = _row_count(case.document), _row_count(case.base)
    most = _longest_table(case.document)
    if rows >= expected or not _shows_a_part(case.page.lines, rows, most):
        return None
    return problem(of_documents.PART_OF_TABLE, rows=rows, expected=expected)


def _shows_a_part(lines: tuple[str, ...], rows: int, most: int) -> bool:
    """Tell by the words of a pager; a script may divide a table that came whole."""
    return any(
        last - first + 1 < total and last - first + 1 <= rows and most < total
        for line in lines
        if len(line) <= _PAGER_LINE
        for first, last, total in (map(int, found.groups()) for found in _PAGER.finditer(line))
    )


def _row_count(document: Document) -> int:
    return sum(block.kind is BlockKind.TABLE_ROW and not block.header for block in document.blocks)


def _longest_table(document: Document) -> int:
    """Return how many rows of data stand in a row at most: those of one table."""
    most = run = 0
    for block in document.blocks:
        run = run + (not block.header) if block.kind is BlockKind.TABLE_ROW else 0
        most = max(most, run)
    return most
