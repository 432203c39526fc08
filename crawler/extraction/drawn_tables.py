"""Tables that a page draws with other elements, named as what they are.

A site that is rebuilt may write the rows of a table as roles (WAI-ARIA 1.2, "table") or,
for narrow screens, as cards: one `dl` a row, which names the columns again.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.extraction.hidden import is_hidden
from crawler.extraction.looks import inside
from crawler.extraction.wording import plain

_TABLES = frozenset({"table", "grid", "treegrid"})
_TAG_OF_CELL = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_LEAST_COLUMNS = 2
_LEAST_CARDS = 2

Pairs = list[tuple[HtmlElement, HtmlElement]]


def name_tables(root: HtmlElement) -> None:
    """Turn roles of tables and runs of cards with the same labels into tables."""
    for element in list(root.iterfind(".//*[@role]")):
        if element.get("role") in _TABLES and element.tag != "table":
            _name_by_roles(element)
    _join_cards(root)


def _name_by_roles(table: HtmlElement) -> None:
    rows = [row for row in table.iterfind(".//*[@role='row']") if row.tag != "tr"]
    cells = [cell for row in rows for cell in row if cell.get("role") in _TAG_OF_CELL]
    if not cells or not _is_all(cells, table):
        return
    table.tag = "table"
    for row in rows:
        row.tag = "tr"
    for cell in cells:
        cell.tag = _TAG_OF_CELL[cell.get("role", "")]


def _join_cards(root: HtmlElement) -> None:
    run: list[tuple[HtmlElement, Pairs]] = []
    for card in list(root.iter("dl")):
        pairs = _pairs(card)
        if run and not (_follows(run[-1][0], card) and _labels(run[0][1]) == _labels(pairs)):
            _join(run)
            run = []
        if len(pairs) >= _LEAST_COLUMNS and not inside(card, ("table",)):
            run.append((card, pairs))
    _join(run)


def _pairs(card: HtmlElement) -> Pairs:
    """Return the labels of a card, each with its one value; [] where it has other parts."""
    parts = [part for child in card for part in (child if child.tag == "div" else [child])]
    labels, values = parts[::2], parts[1::2]
    in_turns = all(p.tag == "dt" for p in labels) and all(p.tag == "dd" for p in values)
    if not in_turns or len(labels) != len(values) or not _is_all(parts, card):
        return []
    return list(zip(labels, values, strict=True))


def _is_all(parts: list[HtmlElement], whole: HtmlElement) -> bool:
    """Tell whether no word of an element stands outside of its parts."""
    return sum(map(_length, parts)) == _length(whole)


def _length(element: HtmlElement) -> int:
    return sum(len(run.strip()) for run in element.itertext())


def _labels(pairs: Pairs) -> list[str]:
    return [plain(" ".join(label.itertext())) for label, _ in pairs]


def _follows(before: HtmlElement, card: HtmlElement) -> bool:
    """Tell whether a card comes right after another, each alone in an element or not.

    What is hidden before what is shown is a template, and its place would hide the rows.
    """
    first, second = _alone(before), _alone(card)
    is_next = first.getnext() is second and not (first.tail or "").strip()
    return is_next and is_hidden(before) == is_hidden(card)


def _alone(card: HtmlElement) -> HtmlElement:
    parent = card.getparent()
    if parent is None or len(parent) > 1 or parent.tag not in {"div", "li", "article"}:
        return card
    return card if (parent.text or card.tail or "").strip() else parent


def _join(run: list[tuple[HtmlElement, Pairs]]) -> None:
    if len(run) < _LEAST_CARDS:
        return
    table = run[0][0]
    rows = [_row(table, [label for label, _ in run[0][1]], "th")]
    rows += [_row(table, [value for _, value in pairs], "td") for _, pairs in run]
    for card, _ in run:
        card.clear(keep_tail=True)
    table.tag = "table"
    table.extend(rows)


def _row(table: HtmlElement, cells: list[HtmlElement], tag: str) -> HtmlElement:
    row = table.makeelement("tr")
    for cell in cells:
        cell.tag, cell.tail = tag, None
        row.append(cell)
    return row
