"""Which blocks of two versions belong together.

Equal blocks are anchors; the others are paired by the words that they share, rarest
words first, so that a paragraph is found again wherever it went. Several blocks that
together hold the words of one are one paragraph that was split or merged.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from domain.document import Block, BlockKind
from review.wording import Word, block_text, folded, words_of_clean

_SIMILAR = 0.5  # from here two blocks are one, reworded
_SIMILAR_NEARBY = 0.34  # the same between the same neighbours
_CONTAINED = 0.8  # share of a short block's words that a longer one must hold
_COMMON = 60  # a word in more blocks than this does not tell them apart


@dataclass(frozen=True)
class Unit:
    """A block as it is compared: its words, and where it stands."""

    index: int
    block: Block
    text: str
    words: list[Word] = field(repr=False)
    identity: str = ""

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each word stands in the block, in whatever case and spelling."""
        return Counter(folded(word.key) for word in self.words)

    @property
    def key_cell(self) -> str:
        """What a table row is about: its first cell that says anything."""
        return next((cell.strip().casefold() for cell in self.block.cells if cell.strip()), "")


class Pair(NamedTuple):
    """Blocks of the older version and what they became; one side may be empty."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]
    moved: bool = False
    equal: bool = False


def units(blocks: Sequence[Block]) -> list[Unit]:
    """Return the blocks that have words."""
    found = []
    for index, block in enumerate(blocks):
        text = block_text(block)
        if parts := words_of_clean(text):
            found.append(Unit(index, block, text, parts, " ".join(word.key for word in parts)))
    return found


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Return what belongs together, in reading order of the newer version."""
    pairs, old_rest, new_rest = _anchors(old, new)
    gaps = _Gaps(pairs)
    groups, old_rest, new_rest = _groups(old_rest, new_rest)
    singles, old_rest, new_rest = _singles(old_rest, new_rest, gaps)
    pairs += groups + _extended(singles, old_rest, new_rest)
    taken_old = {unit.index for pair in pairs for unit in pair.old}
    taken_new = {unit.index for pair in pairs for unit in pair.new}
    pairs += [Pair((unit,), ()) for unit in old_rest if unit.index not in taken_old]
    pairs += [Pair((), (unit,)) for unit in new_rest if unit.index not in taken_new]
    return _in_reading_order(pairs)


def _anchors(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Pair], list[Unit], list[Unit]]:
    """Pair the equal blocks: in order first, then wherever they went."""
    pairs: list[Pair] = []
    matched_old: set[int] = set()
    matched_new: set[int] = set()
    for op in LCSseq.opcodes([u.identity for u in old], [u.identity for u in new]):
        if op.tag == "equal":
            for i, j in zip(
                range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True
            ):
                pairs.append(Pair((old[i],), (new[j],), equal=True))
                matched_old.add(i)
                matched_new.add(j)
    waiting: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(new):
        if j not in matched_new:
            waiting[unit.identity].append(j)
    for i, unit in enumerate(old):
        if i not in matched_old and waiting.get(unit.identity):
            j = waiting[unit.identity].pop(0)
            pairs.append(Pair((unit,), (new[j],), moved=True, equal=True))
            matched_old.add(i)
            matched_new.add(j)
    return (
        pairs,
        [unit for i, unit in enumerate(old) if i not in matched_old],
        [unit for j, unit in enumerate(new) if j not in matched_new],
    )


class _Gaps:
    """Tells between which anchors a block stands, so that neighbours are known."""

    def __init__(self, anchors: Iterable[Pair]) -> None:
        in_order = sorted((p.old[0].index, p.new[0].index) for p in anchors if not p.moved)
        self._old = [old for old, _ in in_order]
        self._new = [new for _, new in in_order]

    def same(self, old: Unit, new: Unit) -> bool:
        return bisect(self._old, old.index) == bisect(self._new, new.index)


def _shared(old: Sequence[Unit], new: Sequence[Unit]) -> dict[tuple[int, int], int]:
    """Return how many words two blocks share, for those that share a telling one."""
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for j, unit in enumerate(new):
        for key, count in unit.bag.items():
            places[key][j] = count
    shared: Counter[tuple[int, int]] = Counter()
    for i, unit in enumerate(old):
        for key, count in unit.bag.items():
            where = places.get(key)
            if where and (len(where) <= _COMMON):
                for j, other in where.items():
                    shared[i, j] += min(count, other)
    return shared


def _similarity(old: Unit, new: Unit, common: int) -> float:
    return 2 * common / (len(old.words) + len(new.words))


def _singles(
    old: list[Unit], new: list[Unit], gaps: _Gaps
) -> tuple[list[Pair], list[Unit], list[Unit]]:
    """Pair what was reworded, best first."""
    scored = []
    for (i, j), common in _shared(old, new).items():
        score = _score(old[i], new[j], common, nearby=gaps.same(old[i], new[j]))
        if score > 0:
            scored.append((-score, abs(i - j), i, j))
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[Pair] = []
    for _, _, i, j in sorted(scored):
        if i not in taken_old and j not in taken_new:
            pairs.append(Pair((old[i],), (new[j],)))
            taken_old.add(i)
            taken_new.add(j)
    return (
        pairs,
        [unit for i, unit in enumerate(old) if i not in taken_old],
        [unit for j, unit in enumerate(new) if j not in taken_new],
    )


def _score(old: Unit, new: Unit, common: int, *, nearby: bool) -> float:
    """Return how well two blocks fit, 0 when they are not the same thing."""
    similarity = _similarity(old, new, common)
    rows = [unit.block.kind is BlockKind.TABLE_ROW for unit in (old, new)]
    if all(rows):
        if old.key_cell == new.key_cell:
            return 1 + similarity
        return similarity if similarity >= _CONTAINED else 0
    headings = [unit.block.kind is BlockKind.HEADING for unit in (old, new)]
    if any(rows) or any(headings) != all(headings):
        return similarity if similarity >= _CONTAINED else 0
    if nearby:
        return similarity + 0.1 if similarity >= _SIMILAR_NEARBY else 0
    return similarity if similarity >= _SIMILAR else 0


def _groups(old: list[Unit], new: list[Unit]) -> tuple[list[Pair], list[Unit], list[Unit]]:
    """Find the blocks that were split into several, or merged from several."""
    shared = _shared(old, new)
    split = _parts(old, new, shared)
    merged = _parts(new, old, {(j, i): common for (i, j), common in shared.items()})
    pairs: list[Pair] = []
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for whole, parts in split.items():
        pairs.append(Pair((old[whole],), tuple(new[j] for j in parts)))
        taken_old.add(whole)
        taken_new.update(parts)
    for whole, parts in merged.items():
        if whole in taken_new or taken_old.intersection(parts):
            continue
        pairs.append(Pair(tuple(old[i] for i in parts), (new[whole],)))
        taken_new.add(whole)
        taken_old.update(parts)
    return (
        pairs,
        [unit for i, unit in enumerate(old) if i not in taken_old],
        [unit for j, unit in enumerate(new) if j not in taken_new],
    )


def _parts(
    wholes: list[Unit], pieces: list[Unit], shared: dict[tuple[int, int], int]
) -> dict[int, list[int]]:
    """Return for each whole the run of pieces that together hold most of its words."""
    inside: dict[int, list[int]] = defaultdict(list)
    for (whole, piece), common in shared.items():
        size = len(pieces[piece].words)
        if common >= _CONTAINED * size and size < len(wholes[whole].words):
            inside[whole].append(piece)
    found: dict[int, list[int]] = {}
    taken: set[int] = set()
    for whole in sorted(inside):
        run = _longest_run([piece for piece in sorted(inside[whole]) if piece not in taken])
        if len(run) < 2:
            continue
        held = (_bag(pieces[piece] for piece in run) & wholes[whole].bag).total()
        extra = sum(len(pieces[piece].words) for piece in run) - held
        if extra <= (1 - _CONTAINED) * held and held >= _SIMILAR * len(wholes[whole].words):
            found[whole] = run
            taken.update(run)
    return found


def _longest_run(places: list[int]) -> list[int]:
    """Return the longest run of neighbouring places."""
    best: list[int] = []
    run: list[int] = []
    for place in places:
        run = [*run, place] if run and place == run[-1] + 1 else [place]
        if len(run) > len(best):
            best = run
    return best


def _extended(pairs: list[Pair], old_rest: list[Unit], new_rest: list[Unit]) -> list[Pair]:
    """Add to each pair the neighbours that hold the rest of its words."""
    old_free = {unit.index: unit for unit in old_rest}
    new_free = {unit.index: unit for unit in new_rest}
    return [
        Pair(
            _with_neighbours(pair.old, pair.new, old_free),
            _with_neighbours(pair.new, pair.old, new_free),
        )
        for pair in pairs
    ]


def _with_neighbours(
    side: tuple[Unit, ...], other: tuple[Unit, ...], free: dict[int, Unit]
) -> tuple[Unit, ...]:
    missing = _bag(other) - _bag(side)
    grown = list(side)
    for index, place in ((side[0].index - 1, 0), (side[-1].index + 1, len(grown))):
        unit = free.get(index)
        if unit and len(unit.words) > 1:
            held = sum((missing & unit.bag).values())
            if held >= _CONTAINED * len(unit.words):
                grown.insert(place, free.pop(index))
    return tuple(grown)


def _bag(units: Iterable[Unit]) -> Counter[str]:
    return sum((unit.bag for unit in units), Counter())


def _in_reading_order(pairs: list[Pair]) -> list[Pair]:
    """Order by the newer version; what was removed stands where it stood."""
    placed = sorted(
        (pair.old[0].index, pair.new[0].index) for pair in pairs if pair.old and pair.new
    )
    order: list[tuple[float, int, int]] = []
    position = -1
    follows: dict[int, int] = {}
    step = 0
    for pair in sorted((p for p in pairs if not p.new), key=lambda p: p.old[0].index):
        while step < len(placed) and placed[step][0] < pair.old[0].index:
            position = placed[step][1]
            step += 1
        follows[pair.old[0].index] = position
    for place, pair in enumerate(pairs):
        if pair.new:
            order.append((pair.new[0].index, 0, place))
        else:
            order.append((follows[pair.old[0].index] + 0.5, pair.old[0].index, place))
    return [pairs[place] for _, _, place in sorted(order)]
