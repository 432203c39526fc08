"""Pairs of blocks that do not read the same: reworded, split and merged ones.

They are found by the words that they share, rarest words first, so that a paragraph is
found again wherever it went.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import LCSseq

from domain.document import BlockKind
from review.comparing.units import Pair, Unit

_SIMILAR = 0.5  # from here two blocks are one, reworded
_SIMILAR_NEARBY = 0.34  # the same between the same neighbours
_CONTAINED = 0.8  # share of a short block's words that a longer one must hold
_COMMON = 60  # a word in more blocks than this does not tell them apart
_ASKED = 8  # so many of its rarest words a block asks with
_LIKELY = 4  # and so many of the blocks that answer are looked at
_ROWS = (BlockKind.TABLE_ROW, BlockKind.TABLE_ROW)
_HEADINGS = (BlockKind.HEADING, BlockKind.HEADING)
_SENTENCE = 3  # a neighbour of fewer words is no part of a paragraph


class Gaps:
    """Tells between which anchors a block stands, so that neighbours are known."""

    def __init__(self, anchors: Iterable[Pair]) -> None:
        in_order = sorted((p.old[0].index, p.new[0].index) for p in anchors if not p.moved)
        self._old = [old for old, _ in in_order]
        self._new = [new for _, new in in_order]

    def of_old(self, unit: Unit) -> int:
        """Return behind how many anchors a block of the older version stands."""
        return bisect(self._old, unit.index)

    def of_new(self, unit: Unit) -> int:
        """Return behind how many anchors a block of the newer version stands."""
        return bisect(self._new, unit.index)

    def same(self, old: Unit, new: Unit) -> bool:
        """Tell whether two blocks stand between the same anchors."""
        return self.of_old(old) == self.of_new(new)

    def opposite(self, old: Sequence[Unit], new: Sequence[Unit]) -> Iterable[tuple[int, int]]:
        """Yield the places of blocks that stand in the same place of the same gap."""
        inside: dict[int, list[int]] = defaultdict(list)
        for j, unit in enumerate(new):
            inside[self.of_new(unit)].append(j)
        counts: dict[int, int] = defaultdict(int)
        for i, unit in enumerate(old):
            gap = self.of_old(unit)
            if counts[gap] < len(inside[gap]):
                yield i, inside[gap][counts[gap]]
            counts[gap] += 1


Shared = dict[tuple[int, int], int]


def shared_words(old: Sequence[Unit], new: Sequence[Unit], gaps: Gaps) -> Shared:
    """Return how many words, in order, the likely pairs of blocks share.

    Each block asks with its rarest words which blocks of the other side are likely;
    so is the one that stands in its place.
    """
    on_both_sides = _distinct(old) & _distinct(new)
    asking = [unit.distinct & on_both_sides for unit in old]
    asked = [unit.distinct & on_both_sides for unit in new]
    likely = {(i, j) for i, found in enumerate(_likely(asking, asked)) for j in found}
    likely |= {(i, j) for j, found in enumerate(_likely(asked, asking)) for i in found}
    likely.update(gaps.opposite(old, new))
    return {(i, j): LCSseq.similarity(old[i].terms, new[j].terms) for i, j in sorted(likely)}


def _distinct(units: Iterable[Unit]) -> frozenset[str]:
    return frozenset().union(*(unit.distinct for unit in units))


def _likely(
    asking: Sequence[AbstractSet[str]], asked: Sequence[AbstractSet[str]]
) -> Iterable[list[int]]:
    """Yield the places of the blocks that are likely for each one that asks, by their words."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(asked):
        for term in terms:
            found[term].append(place)
    # Ranked once, the rarest words of each block are told by numbers; of words as rare as
    # each other the alphabet decides.
    by_rarity = sorted(sorted(found), key=lambda term: len(found[term]))
    rank = {term: number for number, term in enumerate(by_rarity)}
    for terms in asking:
        rarest = sorted([rank[term] for term in terms])[:_ASKED]
        votes: dict[int, float] = defaultdict(float)
        for places in (found[by_rarity[number]] for number in rarest):
            often = len(places)
            if often > _COMMON and votes:
                break
            vote = 1 / often
            for place in places:
                votes[place] += vote
        # Twice sorted, and no pair made of each vote: those pairs keep the collector busy.
        yield sorted(sorted(votes), key=votes.__getitem__, reverse=True)[:_LIKELY]


def singles(
    old: list[Unit], new: list[Unit], shared: Shared, groups: list[Pair], gaps: Gaps
) -> list[Pair]:
    """Pair what was reworded, best first."""
    taken_old = {unit.index for pair in groups for unit in pair.old}
    taken_new = {unit.index for pair in groups for unit in pair.new}
    scored = []
    for (i, j), common in shared.items():
        score = _score(old[i], new[j], common, nearby=gaps.same(old[i], new[j]))
        if score > 0:
            scored.append((-score, abs(i - j), i, j))
    pairs: list[Pair] = []
    for _, _, i, j in sorted(scored):
        if old[i].index not in taken_old and new[j].index not in taken_new:
            pairs.append(Pair((old[i],), (new[j],)))
            taken_old.add(old[i].index)
            taken_new.add(new[j].index)
    return pairs


def _score(old: Unit, new: Unit, common: int, *, nearby: bool) -> float:
    """Return how well two blocks fit, 0 when they are not the same thing."""
    if old.question != new.question and not nearby:
        return 0  # the same word answers something else
    similarity = 2 * common / (len(old.words) + len(new.words))
    kinds = (old.block.kind, new.block.kind)
    if kinds == _ROWS and old.key_cell == new.key_cell:
        return 1 + similarity
    if BlockKind.TABLE_ROW in kinds or (BlockKind.HEADING in kinds and kinds != _HEADINGS):
        return similarity if similarity >= _CONTAINED else 0
    if nearby:
        return similarity + 0.1 if similarity >= _SIMILAR_NEARBY else 0
    return similarity if similarity >= _SIMILAR else 0


def groups(old: list[Unit], new: list[Unit], shared: Shared) -> list[Pair]:
    """Find the blocks that were split into several, or merged from several."""
    split = _parts(old, new, shared)
    merged = _parts(new, old, {(j, i): common for (i, j), common in shared.items()})
    pairs = [Pair((old[whole],), tuple(new[j] for j in parts)) for whole, parts in split.items()]
    taken_new = {j for parts in split.values() for j in parts}
    for whole, parts in merged.items():
        if whole not in taken_new and split.keys().isdisjoint(parts):
            pairs.append(Pair(tuple(old[i] for i in parts), (new[whole],)))
    return pairs


def _parts(wholes: list[Unit], pieces: list[Unit], shared: Shared) -> dict[int, list[int]]:
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
        if len(run) > 1 and _holds(wholes[whole], [pieces[piece] for piece in run]):
            found[whole] = run
            taken.update(run)
    return found


def _holds(whole: Unit, pieces: list[Unit]) -> bool:
    """Tell whether pieces read one after the other are most of a whole."""
    terms = [term for piece in pieces for term in piece.terms]
    common = LCSseq.similarity(terms, whole.terms)
    return common >= _CONTAINED * len(terms) and common >= _SIMILAR * len(whole.terms)


def _longest_run(places: list[int]) -> list[int]:
    """Return the longest run of neighbouring places."""
    best: list[int] = []
    run: list[int] = []
    for place in places:
        run = [*run, place] if run and place == run[-1] + 1 else [place]
        if len(run) > len(best):
            best = run
    return best


def extended(pairs: list[Pair], old_rest: list[Unit], new_rest: list[Unit]) -> list[Pair]:
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
    grown = list(side)
    for step in (-1, 1):
        unit = free.get(grown[0].index - 1 if step < 0 else grown[-1].index + 1)
        if not unit or (len(unit.words) < _SENTENCE and not _ends(unit, other, step)):
            continue
        longer = [unit, *grown] if step < 0 else [*grown, unit]
        gained = _common(longer, other) - _common(grown, other)
        if gained >= _CONTAINED * len(unit.words):
            grown = longer
            del free[unit.index]
    return tuple(grown)


def _ends(unit: Unit, other: Sequence[Unit], step: int) -> bool:
    """Tell whether the other side begins, or ends, with just the words of a short block."""
    terms = other[0].terms[: len(unit.terms)] if step < 0 else other[-1].terms[-len(unit.terms) :]
    return bool(unit.terms) and terms == unit.terms


def _common(side: Sequence[Unit], other: Sequence[Unit]) -> int:
    return LCSseq.similarity(
        [term for unit in side for term in unit.terms],
        [term for unit in other for term in unit.terms],
    )
