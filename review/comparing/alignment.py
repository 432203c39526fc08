"""Which blocks of two versions belong together.

Equal blocks are anchors, wherever they went; the others are paired by what they share.
Several blocks that together hold the words of one are one paragraph that was split or
merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from domain.document import BlockKind
from review.comparing.pairing import Gaps, extended, groups, shared_words, singles
from review.comparing.units import Pair, Unit


def align(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Return what belongs together, in reading order of the newer version."""
    pairs = _anchors(old, new)
    gaps = Gaps(pairs)
    old_rest, new_rest = _unpaired(pairs, old, new)
    pairs += _equal_elsewhere(old_rest, new_rest, gaps)
    old_rest, new_rest = _unpaired(pairs, old, new)
    shared = shared_words(old_rest, new_rest, gaps)
    grouped = groups(old_rest, new_rest, shared)
    paired = singles(old_rest, new_rest, shared, grouped, gaps)
    old_rest, new_rest = _unpaired([*grouped, *paired], old_rest, new_rest)
    pairs += extended([*grouped, *paired], old_rest, new_rest)
    old_rest, new_rest = _unpaired(pairs, old, new)
    pairs += [Pair((unit,), ()) for unit in old_rest] + [Pair((), (unit,)) for unit in new_rest]
    return _in_reading_order(pairs)


def _unpaired(
    pairs: Iterable[Pair], old: Sequence[Unit], new: Sequence[Unit]
) -> tuple[list[Unit], list[Unit]]:
    """Return the blocks of both sides that are in no pair."""
    pairs = list(pairs)
    taken_old = {unit.index for pair in pairs for unit in pair.old}
    taken_new = {unit.index for pair in pairs for unit in pair.new}
    return (
        [unit for unit in old if unit.index not in taken_old],
        [unit for unit in new if unit.index not in taken_new],
    )


def _anchors(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Pair the equal blocks that kept their order; most are equal to the letter."""
    letters = {unit.block.text for unit in old} & {unit.block.text for unit in new}

    def keys(units: Sequence[Unit]) -> list[str]:
        texts = [
            u.block.text if u.block.text in letters and not u.question else u.identity
            for u in units
        ]
        return [
            f"# {text}" if unit.block.kind is BlockKind.HEADING else text
            for unit, text in zip(units, texts, strict=True)
        ]

    return [
        Pair((old[op.src_start + step],), (new[op.dest_start + step],), equal=True)
        for op in LCSseq.opcodes(keys(old), keys(new))
        if op.tag == "equal"
        for step in range(op.src_end - op.src_start)
    ]


def _equal_elsewhere(old: list[Unit], new: list[Unit], gaps: Gaps) -> list[Pair]:
    """Pair the equal blocks that did not keep their order: they moved."""
    waiting: dict[str, list[Unit]] = defaultdict(list)
    for unit in reversed(new):
        waiting[unit.identity].append(unit)
    found = [(unit, waiting[unit.identity].pop()) for unit in old if waiting.get(unit.identity)]
    return [Pair((a,), (b,), moved=not gaps.same(a, b), equal=True) for a, b in found]


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
