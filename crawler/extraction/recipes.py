"""The ways to read a pruned page. Each has a stable name, which is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml.html import HtmlElement

from crawler.extraction.blocks import blocks_of, linked_blocks_of
from crawler.extraction.chrome import Dropped
from crawler.extraction.chrome_names import Reason
from crawler.extraction.footnotes import footnotes_outside
from crawler.extraction.landmarks import addenda, landmark, located, trafilatura_body
from domain.document import Block, BlockKind

Read = tuple[tuple[Block, ...], tuple[Dropped, ...]]

LANDMARK = "landmark"
LOCATED = "located"
BODY = "body"
TRAFILATURA = "trafilatura"
TRAFILATURA_RECALL = "trafilatura-recall"
SELECT = "select"

_LEAST_RUN = 3
_SHORT_WORDS = 8
_SENTENCE_WORDS = 4
_TAG_OF = {
    "list": "ul",
    "item": "li",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "quote": "blockquote",
    "hi": "span",
    "del": "span",
    "ref": "a",
    "graphic": "img",
}


def by_landmark(body: HtmlElement) -> Read | None:
    """Read all of what the page marks as its main part, and the annexes behind it."""
    part = landmark(body)
    if part is None:
        return None
    further = (*addenda(part), *footnotes_outside(body, part))
    return _read_all((part, *further), lists=False)


def by_location(body: HtmlElement) -> Read | None:
    """Read all of the element in which trafilatura finds the text."""
    part = located(body)
    if part is None or part is body:
        return None
    return _read_all((part, *footnotes_outside(body, part)), lists=True)


def by_body(body: HtmlElement) -> Read | None:
    """Read the whole page, but for runs of short lines that are only links."""
    return _without_link_runs(body, lists=True)


def by_trafilatura(body: HtmlElement) -> Read | None:
    """Read what trafilatura takes for the text."""
    return _of_trafilatura(trafilatura_body(body))


def by_trafilatura_recall(body: HtmlElement) -> Read | None:
    """Read what trafilatura takes for the text when told to take rather more."""
    return _of_trafilatura(trafilatura_body(body, recall=True))


# In order of trust: of two that do equally well the first is taken.
RECIPES: dict[str, Callable[[HtmlElement], Read | None]] = {
    LANDMARK: by_landmark,
    LOCATED: by_location,
    BODY: by_body,
    TRAFILATURA: by_trafilatura,
    TRAFILATURA_RECALL: by_trafilatura_recall,
}


def _read_all(parts: Iterable[HtmlElement], *, lists: bool) -> Read:
    reads = [_without_link_runs(part, lists=lists) for part in parts]
    return (
        tuple(block for blocks, _ in reads for block in blocks),
        tuple(left_out for _, dropped in reads for left_out in dropped),
    )


def _without_link_runs(part: HtmlElement, *, lists: bool) -> Read:
    """Leave out runs of short lines that are only links: bars of tabs, menus, footers.

    Lists among them are menus where nothing marks the main part, unless a sentence
    introduces them; within a main part they are text.
    """
    kept: list[Block] = []
    dropped: list[Dropped] = []
    run: list[Block] = []
    for block, is_link in (*linked_blocks_of(part), (None, False)):
        if block is not None and is_link and _may_be_menu(block, lists=lists):
            run.append(block)
            continue
        if len(run) >= _LEAST_RUN and not _is_introduced(run, kept):
            dropped.extend(Dropped(link.text, Reason.LINKS) for link in run)
        else:
            kept.extend(run)
        run = []
        if block is not None:
            kept.append(block)
    return tuple(kept), tuple(dropped)


def _may_be_menu(block: Block, *, lists: bool) -> bool:
    kinds = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} if lists else {BlockKind.PARAGRAPH}
    return block.kind in kinds and len(block.text.split()) <= _SHORT_WORDS


def _is_introduced(run: list[Block], kept: list[Block]) -> bool:
    if run[0].kind is not BlockKind.LIST_ITEM or not kept:
        return False
    before = kept[-1]
    return before.kind is BlockKind.PARAGRAPH and len(before.text.split()) >= _SENTENCE_WORDS


def _of_trafilatura(body: HtmlElement | None) -> Read | None:
    if body is None:
        return None
    for element in body.iter("*"):
        if element.tag == "head":
            element.tag = element.get("rend") or "h2"
        elif element.tag == "cell" and element.get("role") == "head":
            element.tag = "th"
        elif element.tag == "code" and "\n" in "".join(element.itertext()):
            element.tag = "pre"
        else:
            element.tag = _TAG_OF.get(str(element.tag), element.tag)
    return blocks_of(body), ()
