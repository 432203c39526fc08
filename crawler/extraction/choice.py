"""Which way of reading a page to take, by evidence.

A way is good when it holds the page's own text, headings and tables, and little that
is no text; and when it agrees with what was read last time, so that the choice does not
itself look like a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crawler.extraction.chrome import Dropped
from domain.document import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one recipe made of a page."""

    recipe: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...] = ()


_CONVINCING = 0.8  # share of the page's text at which a landmark is believed
_AGREES = 0.9  # with the last good version: nothing else needs to be tried
_MARGIN = 0.05  # by which another recipe must be better to be preferred
_SHORT_WORDS = 4


def chosen(
    candidates: Iterable[Callable[[], Candidate | None]],
    page_blocks: tuple[Block, ...],
    base: Document | None,
) -> Candidate | None:
    """Return the best candidate; they are made one after another, only as far as needed.

    `page_blocks` is the text of the whole page, against which the candidates are held.
    One that agrees with `base` is taken before others that do as well by the evidence;
    never one that agrees because it leaves out what is new.
    """
    best: Candidate | None = None
    best_evidence = 0.0
    page = _words(page_blocks)
    known = _words(base.blocks) if base is not None and base.blocks else None
    for make in candidates:
        candidate = make()
        if candidate is None or not candidate.blocks:
            continue
        words = _words(candidate.blocks)
        evidence = _evidence(candidate.blocks, words, page_blocks, page)
        agrees = known is not None and _overlap(words, known) >= _AGREES
        if agrees and evidence >= best_evidence - _MARGIN:
            return candidate
        if best is None or evidence > best_evidence + _MARGIN:
            best, best_evidence = candidate, evidence
        if known is None and best_evidence >= _CONVINCING:
            break
    return best


def kept_share(blocks: tuple[Block, ...], page_blocks: tuple[Block, ...]) -> float:
    """Return which share of the page's words the blocks hold, 0 to 1."""
    page = _words(page_blocks)
    total = page.total()
    return (page & _words(blocks)).total() / total if total else 1.0


def _evidence(
    blocks: tuple[Block, ...],
    words: Counter[str],
    page_blocks: tuple[Block, ...],
    page: Counter[str],
) -> float:
    """Return how well the blocks stand for the page: text, then structure, 0 to 1."""
    total = page.total()
    coverage = (page & words).total() / total if total else 1.0
    running = sum(1 for block in blocks if len(block.text.split()) > _SHORT_WORDS) / len(blocks)
    return 0.7 * coverage + 0.2 * _structure(blocks, page_blocks) + 0.1 * running


def _structure(blocks: tuple[Block, ...], page_blocks: tuple[Block, ...]) -> float:
    kinds = (BlockKind.HEADING, BlockKind.TABLE_ROW)
    there = sum(block.kind in kinds for block in page_blocks)
    kept = sum(block.kind in kinds for block in blocks)
    return min(kept / there, 1.0) if there else 1.0


def _words(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(word for block in blocks for word in block.text.split())


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
