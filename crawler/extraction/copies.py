"""Parts of a page that stand on it twice: once for telephones and once for large screens.

A style sheet shows one of them. Read as one text, the page would say everything twice,
and a change made in both would look like two. What stands under another title is no copy:
the terms of two plans may read alike today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate

from lxml import etree
from lxml.html import HtmlElement

from crawler.extraction.hidden import is_hidden
from crawler.extraction.landmarks import common_ancestor
from crawler.extraction.looks import inside, is_action, word_count
from crawler.extraction.outline import Outline
from crawler.extraction.tags import HEADINGS

_PART_TAGS = frozenset({"div", "section", "main", "article", "ul", "ol", "table"})
_LEAST = 240  # characters without spaces: shorter parts may well be said twice on purpose
_LINES = (*HEADINGS, "p", "li", "td", "dd", "dt", "summary")
_HOLDERS = ("div", "section", "main", "article")
_LEAST_TABLE = 40
_LEAST_RUN = 400  # characters without spaces of a run without an element of its own
_CELLS = ("td", "th")
_COMPARED = 8
_LINE_WORDS = 6
_TWICE_WORDS = 80
_MODULUS = (1 << 61) - 1

Print = tuple[int, int]
_NO_PRINT: Print = (0, 0)


def second_copies(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the parts whose text stands earlier word for word, under the same titles.

    The cells of a table are no copies of one another: each belongs to its row and column.
    """
    prints, starts = _prints(body)
    outline = Outline(body)
    kept: defaultdict[Print, list[HtmlElement]] = defaultdict(list)
    parts: dict[HtmlElement, Print] = {}
    for element in body.iter(*_PART_TAGS):
        own = prints[element]
        if own[1] < (_LEAST_TABLE if element.tag == "table" else _LEAST) or inside(element, _CELLS):
            continue
        if any(parts.get(holder) == own for holder in element.iterancestors()):
            continue
        # The last ones are enough, or a page of nothing but copies would take hours.
        recent = kept[own][-_COMPARED:]
        if own[1] < _LEAST:  # so short that it has to be drawn twice in one place
            recent = [first for first in recent if starts[first] + own[1] == starts[element]]
        first = next((first for first in recent if _is_copy(first, element, outline)), None)
        if first is not None and (is_hidden(element) or not is_hidden(first)):
            yield element
            continue
        if first is not None:
            yield first
        kept[own].append(element)
        parts[element] = own


def second_runs(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands twice in a row, titles and all, though no part holds either run.

    Find single copies only after these are gone: either rule may leave out the first of
    two parts, and both together must not leave out both.
    """
    prints, _ = _prints(body)
    for part in (body, *body.iterdescendants(*_HOLDERS)):
        if prints[part][1] < 2 * _LEAST_RUN:
            continue
        children = [child for child in part if child in prints and prints[child][1]]
        yield from _second_run(children, [prints[child] for child in children])


def _second_run(children: list[HtmlElement], prints: list[Print]) -> list[HtmlElement]:
    sums = list(accumulate(prints, _joined, initial=_NO_PRINT))
    places = {length: place for place, (_, length) in enumerate(sums)}
    firsts: dict[Print, int] = {}
    for place, own in enumerate(prints):
        first = firsts.setdefault(own, place)
        length = sums[place][1] - sums[first][1]
        end = places.get(sums[place][1] + length) if length >= _LEAST_RUN else None
        if end and _between(sums[first], sums[place]) == _between(sums[place], sums[end]):
            once, again = children[first:place], children[place:end]
            if "".join(map(_text, once)) == "".join(map(_text, again)):
                return _needless(once, again)
    return []


def _needless(once: list[HtmlElement], again: list[HtmlElement]) -> list[HtmlElement]:
    """Return the run without which nothing is lost when what is hidden is left out, too."""
    for run, other in ((again, once), (once, again)):
        if all(map(is_hidden, run)) or not any(map(is_hidden, other)):
            return run
    return []


def _between(start: Print, end: Print) -> Print:
    """Return the print of what comes after `start` up to `end`."""
    length = end[1] - start[1]
    return (end[0] - start[0] * pow(256, length, _MODULUS)) % _MODULUS, length


def _is_copy(first: HtmlElement, element: HtmlElement, outline: Outline) -> bool:
    return outline.is_same_place(first, element) and _text(first) == _text(element)


def copy_for_other_screens(body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the smaller of two parts that say the same but for what their buttons do.

    Their lines stand on the page twice, all first ones in one part, all second ones in
    another. Terms for two regions may agree in most clauses: where a part says anything
    of its own, or stands under another title, both are read.
    """
    lines: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for element in body.iter(*_LINES):
        text = " ".join("".join(element.itertext()).split())
        if text.count(" ") + 1 >= _LINE_WORDS:
            lines[text].append(element)
    pairs = [found for found in lines.values() if len(found) == 2]  # noqa: PLR2004 - a pair
    words = sum(word_count(first) for first, _ in pairs)
    if words < _TWICE_WORDS:
        return
    first, second = (common_ancestor([pair[place] for pair in pairs]) for place in (0, 1))
    if first is second or first in second.iterancestors() or second in first.iterancestors():
        return
    if _said(first) == _said(second) and Outline(body).is_same_place(first, second):
        yield min(second, first, key=lambda part: (not is_hidden(part), word_count(part)))


def _said(part: HtmlElement) -> list[str]:
    """Return the runs of text of a part in their order, titles included.

    A button that does something is left out: one kind of screen has a menu to open.
    """
    said: list[str] = []
    in_button = 0
    for event, element in etree.iterwalk(part, events=("start", "end")):
        if element.tag == "button" and is_action(element):
            in_button += 1 if event == "start" else -1
        is_tail = event == "end" and element is not part
        run = (element.tail if is_tail else element.text) if event == "start" or is_tail else None
        if run and not in_button and run.strip():
            said.append(" ".join(run.split()))
    return said


def _prints(body: HtmlElement) -> tuple[dict[HtmlElement, Print], dict[HtmlElement, int]]:
    """Return a hash and the length of each element's text, and where in all text it starts.

    The hash of two texts in a row follows from theirs, so that no text is read again for
    each of the elements that hold it.
    """
    prints: dict[HtmlElement, Print] = {}
    starts: dict[HtmlElement, int] = {}
    open_parts: list[Print] = []
    length = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            starts[element] = length
            open_parts.append(_print_of(element.text))
            length += open_parts[-1][1]
            continue
        own = open_parts.pop()
        prints[element] = own
        if open_parts:
            tail = _print_of(element.tail)
            open_parts[-1] = _joined(_joined(open_parts[-1], own), tail)
            length += tail[1]
    return prints, starts


def _print_of(text: str | None) -> Print:
    squeezed = "".join((text or "").split()).encode()
    return int.from_bytes(squeezed) % _MODULUS, len(squeezed)


def _joined(first: Print, second: Print) -> Print:
    if not second[1]:
        return first
    shifted = first[0] * pow(256, second[1], _MODULUS)
    return (shifted + second[0]) % _MODULUS, first[1] + second[1]


def _text(element: HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())
