"""What exactly changed at one place: typed findings from the words that went and came."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from domain.change import Finding, FindingKind
from domain.document import BlockKind
from review.comparing.differences import Difference, Side
from review.comparing.parties import listed, named_beyond, parties
from review.comparing.turns import (
    IN_AN_EDIT,
    Words,
    lower,
    may_count,
    may_turn,
    modals,
    numbers_changed,
    periods_changed,
    signs,
)
from review.words.dates import read_date
from review.words.numbers import periods, without_references
from review.words.regions import regions
from review.words.turning_words import (
    MODALS,
)

_SHORTEST_SENTENCE = 2  # fewer words say nothing by themselves
_SHORTEST_IN_A_TABLE = 7  # fewer are a name, a place or a purpose in a cell


def findings(difference: Difference) -> tuple[Finding, ...]:
    """Return the findings of one place, each once, in the order of the text."""
    if difference.now_under:
        return (difference.now_under,)
    if not difference.hunks:
        return ()
    if difference.other_columns:
        return (Finding(FindingKind.SCOPE_CHANGED, difference.old.text, difference.new.text),)
    found: list[Finding] = []
    if difference.old.words and difference.new.words:
        modal_moves = _moves_its_modal(difference)
        for hunk in difference.hunks:
            old, new = difference.old.words, difference.new.words
            went, came = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
            keys = {key for words in (went, came) for key in lower(words)}
            if may_turn(keys):
                for detect in IN_AN_EDIT:
                    if detect is not modals or not modal_moves:
                        found += detect(went, came)
            found += signs(went, came)
            if may_count(keys):
                found += numbers_changed(
                    without_references(old, hunk.old_start, hunk.old_end),
                    without_references(new, hunk.new_start, hunk.new_end),
                )
                found += periods_changed(
                    periods(old, hunk.old_start, hunk.old_end),
                    periods(new, hunk.new_start, hunk.new_end),
                )
    found += _named(difference)
    found += _sentences(difference)
    return tuple(dict.fromkeys(found))


def _moves_its_modal(difference: Difference) -> bool:
    """Tell whether one modal stands elsewhere in the same sentence: "you can", "can be"."""
    went = _modal_places(difference.old, [hunk[:2] for hunk in difference.hunks])
    came = _modal_places(difference.new, [hunk[2:] for hunk in difference.hunks])
    return len(went) == len(came) == 1 and went == came


def _modal_places(side: Side, spans: Iterable[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Return the strength of each changed modal, and how many sentences end before it."""
    ends = [last for _, last in side.sentences]
    return [
        (MODALS[key], bisect_right(ends, place))
        for first, last in spans
        for place in range(first, last)
        if (key := side.keys[place].lower()) in MODALS
    ]


def _named(difference: Difference) -> Iterable[Finding]:
    """Yield the parties and regions that one whole side names and the other does not."""
    old, new = difference.old, difference.new
    in_old, in_new = dict(regions(old.keys)), dict(regions(new.keys))
    for code, name in in_new.items():
        if code not in in_old:
            yield Finding(FindingKind.REGION_ADDED, "", name)
    for code, name in in_old.items():
        if code not in in_new:
            yield Finding(FindingKind.REGION_REMOVED, name, "")
    before = parties(old) + listed(old, difference.heading)
    after = parties(new) + listed(new, difference.heading)
    for name in named_beyond(before, after):
        yield Finding(FindingKind.PARTY_ADDED, "", name)
    for name in named_beyond(after, before):
        yield Finding(FindingKind.PARTY_REMOVED, name, "")


def _sentences(difference: Difference) -> Iterable[Finding]:
    """Yield whole sentences that came or went; cells of a new row and dates are none."""
    old, new = difference.old, difference.new
    if any(unit.block.kind is BlockKind.CODE for unit in new.units):
        return
    in_table = any(unit.block.kind is BlockKind.TABLE_ROW for unit in (*old.units, *new.units))
    shortest = _SHORTEST_IN_A_TABLE if in_table else _SHORTEST_SENTENCE
    for first, last in difference.removed_sentences():
        if _is_sentence(old.words[first:last], shortest):
            yield Finding(FindingKind.SENTENCE_REMOVED, old.run(first, last), "")
    for first, last in difference.added_sentences():
        if _is_sentence(new.words[first:last], shortest):
            yield Finding(FindingKind.SENTENCE_ADDED, "", new.run(first, last))


def _is_sentence(words: Words, shortest: int) -> bool:
    return len(words) >= shortest and not all(read_date(word.key) for word in words)
