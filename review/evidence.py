"""A phrase that a rating rests on, found again in a version of its source.

What is compared is words: case, quotes, dashes, accents and the borders of blocks do
not count, so a phrase that a page splits over two paragraphs is still intact. A phrase
that is not there word by word is looked for in what is new in the newer version only:
a similar sentence that stood elsewhere all along is not what became of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from domain.document import Block, BlockKind, Document
from domain.flag import EvidenceState, EvidenceStatus
from review.words.folding import folded_text

# Below this likeness (0 to 100, letters of the best window) it is another statement.
_SIMILAR_LETTERS = 65.0
# And at least so much of the words must be the same, in order.
_SIMILAR_WORDS = 0.5
# Found in the older version, a phrase must be almost what the watchlist quotes.
_SAME_QUOTE = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: blocks `first` to `last`, their text, and how like it is."""

    first: int
    last: int
    text: str
    similarity: float = 1.0


def locate(phrase: str, document: Document) -> Match | None:
    """Return where the phrase stands in a document, exactly or else nearly, or None."""
    return _exact(phrase, document) or _nearly(phrase, document.blocks, range(len(document.blocks)))


def evidence_state(phrase: str, old: Document, new: Document) -> EvidenceState:
    """Tell what became of a phrase between two versions of its source."""
    before = locate(phrase, old)
    if before is None or before.similarity < _SAME_QUOTE:
        return EvidenceState(phrase, EvidenceStatus.NEVER_FOUND, similarity=0.0)
    wanted = phrase if before.similarity == 1.0 else before.text
    after = _exact(wanted, new)
    if after is not None:
        moved = _has_moved(before, old, after, new)
        status = EvidenceStatus.MOVED if moved else EvidenceStatus.INTACT
        return EvidenceState(phrase, status, before.text, after.text)
    after = _nearly(phrase, new.blocks, _new_blocks(old, new))
    if after is None:
        return EvidenceState(phrase, EvidenceStatus.GONE, before.text, similarity=0.0)
    return EvidenceState(
        phrase, EvidenceStatus.REWORDED, before.text, after.text, round(after.similarity, 3)
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """Blocks as one line of folded words, and the block that each offset belongs to."""

    text: str
    starts: tuple[int, ...]
    blocks: tuple[int, ...]

    def block_at(self, offset: int) -> int:
        return self.blocks[bisect_right(self.starts, offset) - 1]


def _line(blocks: Sequence[Block], indexes: Sequence[int]) -> _Line:
    starts: list[int] = []
    numbers: list[int] = []
    parts: list[str] = []
    length = 0
    for index in indexes:
        folded = folded_text(blocks[index].text)
        if not folded:
            continue
        starts.append(length)
        numbers.append(index)
        parts.append(folded)
        length += len(folded) + 1
    return _Line(" ".join(parts), tuple(starts), tuple(numbers))


def _exact(phrase: str, document: Document) -> Match | None:
    wanted = folded_text(phrase)
    if not wanted:
        return None
    line = _line(document.blocks, range(len(document.blocks)))
    # The spaces around keep a phrase from starting or ending inside a word.
    offset = f" {line.text} ".find(f" {wanted} ")
    if offset < 0:
        return None
    return _match(line, document.blocks, offset, offset + len(wanted), 1.0)


def _nearly(phrase: str, blocks: Sequence[Block], indexes: Sequence[int]) -> Match | None:
    wanted = folded_text(phrase)
    line = _line(blocks, indexes)
    if not wanted or not line.text:
        return None
    found = fuzz.partial_ratio_alignment(wanted, line.text, score_cutoff=_SIMILAR_LETTERS)
    if found is None:
        return None
    # partial_ratio swaps its sides when the "longer" text is the shorter one.
    start, end = (found.dest_start, found.dest_end)
    start = line.text.rfind(" ", 0, start + 1) + 1
    end = len(line.text) if (space := line.text.find(" ", end)) < 0 else space
    window = line.text[start:end].split()
    likeness = Indel.normalized_similarity(wanted.split(), window)
    if likeness < _SIMILAR_WORDS:
        return None
    return _match(line, blocks, start, end, min(0.999, found.score / 100))


def _match(line: _Line, blocks: Sequence[Block], start: int, end: int, similarity: float) -> Match:
    first, last = line.block_at(start), line.block_at(max(start, end - 1))
    text = " ".join(block.text for block in blocks[first : last + 1])
    return Match(first, last, text, similarity)


def _new_blocks(old: Document, new: Document) -> tuple[int, ...]:
    known = {folded_text(block.text) for block in old.blocks}
    return tuple(
        index for index, block in enumerate(new.blocks) if folded_text(block.text) not in known
    )


def _has_moved(before: Match, old: Document, after: Match, new: Document) -> bool:
    """Tell whether a passage stands among other neighbours under another heading."""
    if _heading(old, before.first) == _heading(new, after.first):
        return False
    neighbours_before = _neighbours(old, before)
    neighbours_after = _neighbours(new, after)
    return not (neighbours_before & neighbours_after)


def _heading(document: Document, index: int) -> str:
    above = (block for block in reversed(document.blocks[:index]))
    return next((folded_text(b.text) for b in above if b.kind is BlockKind.HEADING), "")


def _neighbours(document: Document, match: Match) -> set[str]:
    around = (match.first - 1, match.last + 1)
    return {
        folded_text(document.blocks[index].text)
        for index in around
        if 0 <= index < len(document.blocks)
        and document.blocks[index].kind is not BlockKind.HEADING
    }
