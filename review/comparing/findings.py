"""What exactly changed at one place: typed findings from the words that went and came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from domain.change import Finding, FindingKind
from domain.document import BlockKind
from review.comparing.differences import Difference
from review.comparing.parties import named_beyond, parties
from review.words.calendar import NUMBER_WORDS, ONE
from review.words.dates import read_date
from review.words.endings import is_same_word
from review.words.numbers import Period, amounts, dates, periods, without_references
from review.words.regions import regions
from review.words.turning_words import (
    DEFAULTS,
    EXCEPTION_PHRASES,
    EXCEPTIONS,
    MODALS,
    NEGATING_VERBS,
    NEGATIONS,
    PERSONS,
    PLANS,
    QUANTIFIERS,
)
from review.words.wording import Word

_SHOWN = 12  # words of an edit that a finding shows
_SHORTEST_SENTENCE = 2  # fewer words say nothing by themselves
_SHORTEST_IN_A_TABLE = 7  # fewer are a name, a place or a purpose in a cell
Words = Sequence[Word]


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
        for hunk in difference.hunks:
            old, new = difference.old.words, difference.new.words
            went, came = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
            keys = {key for words in (went, came) for key in _lower(words)}
            if _may_turn(keys):
                for detect in _IN_AN_EDIT:
                    if detect is not _modals or not _moves_its_modal(difference):
                        found += detect(went, came)
            found += _signs(went, came)
            if _may_count(keys):
                found += _numbers(
                    without_references(old, hunk.old_start, hunk.old_end),
                    without_references(new, hunk.new_start, hunk.new_end),
                )
                found += _periods(
                    periods(old, hunk.old_start, hunk.old_end),
                    periods(new, hunk.new_start, hunk.new_end),
                )
    found += _named(difference)
    found += _sentences(difference)
    return tuple(dict.fromkeys(found))


def _lower(words: Words) -> list[str]:
    return [word.key.lower() for word in words]


def _shown(words: Words) -> str:
    return " ".join(word.text for word in words[:_SHOWN])


def is_negation(key: str) -> bool:
    """Tell whether a word in lower case turns its statement round."""
    return key in NEGATIONS or key in NEGATING_VERBS or key.endswith("n't")


def _negations(went: Words, came: Words) -> Iterable[Finding]:
    before, after = _negations_in(_lower(went)), _negations_in(_lower(came))
    if after > before:
        yield Finding(FindingKind.NEGATION_ADDED, _shown(went), _shown(came))
    elif before > after:
        yield Finding(FindingKind.NEGATION_REMOVED, _shown(went), _shown(came))


def _negations_in(keys: Sequence[str]) -> int:
    """Count what is denied; "without undue delay" and "without limitation" deny nothing."""
    found = [place for place, key in enumerate(keys) if is_negation(key)]
    of_manner = [
        place
        for place in found
        if keys[place] in _WITHOUT and _MANNERS.intersection(keys[place + 1 : place + 2])
    ]
    return len(found) - len(of_manner)


_WITHOUT = frozenset({"without", "ohne", "sans", "sin", "senza", "zonder", "sem"})
_MANNERS = frozenset(
    "undue unreasonable delay limitation prejudice limiting unangemessene schuldhaftes verzug"  # noqa: SIM905
    " einschränkung délai retard limitation préjudice dilación demora perjuicio limitación"
    " indebito ingiustificato ritardo pregiudizio onredelijke vertraging demora prejuízo".split()
)


def _modals(went: Words, came: Words) -> Iterable[Finding]:
    before = [key for key in _lower(went) if key in MODALS]
    after = [key for key in _lower(came) if key in MODALS]
    if Counter(before) == Counter(after) or not (before or after):
        return
    old, new = " ".join(before), " ".join(after)
    if not before or not after:
        yield Finding(FindingKind.MODAL_CHANGED, old, new)
        return
    difference = max(MODALS[key] for key in after) - max(MODALS[key] for key in before)
    kind = FindingKind.MODAL_STRENGTHENED if difference > 0 else FindingKind.MODAL_WEAKENED
    yield Finding(kind if difference else FindingKind.MODAL_CHANGED, old, new)


def _moves_its_modal(difference: Difference) -> bool:
    """Tell whether one modal stands elsewhere in the same sentence: "you can", "can be"."""
    went, came = (
        [word.key.lower() for word in words if word.key.lower() in MODALS]
        for words in (difference.removed, difference.added)
    )
    return len(went) == len(came) == 1 and MODALS[went[0]] == MODALS[came[0]]


def _of_words(
    kind: FindingKind, vocabulary: frozenset[str]
) -> Callable[[Words, Words], Iterable[Finding]]:
    """Return a detector of a changed choice of words from a vocabulary."""

    def detect(went: Words, came: Words) -> Iterable[Finding]:
        before = [key for key in _lower(went) if key in vocabulary]
        after = [key for key in _lower(came) if key in vocabulary]
        if set(before) != set(after):
            yield Finding(kind, " ".join(before), " ".join(after))

    return detect


def _switches(went: Words, came: Words) -> Iterable[Finding]:
    """A switch that was on and now is off, or the other way round: one word for the other."""
    before, after = _lower(went), _lower(came)
    if len(before) == len(after) == 1 and {*before, *after} in _STATES:
        yield Finding(FindingKind.DEFAULT_CHANGED, before[0], after[0])


_STATES = ({"on", "off"}, {"an", "aus"})


def _signs(went: Words, came: Words) -> Iterable[Finding]:
    """A sign that is all that a cell says came, went or became another."""
    if all(_is_sign(word.key) for word in (*went, *came)) and not _negations_in(
        _lower([*went, *came])
    ):
        yield Finding(FindingKind.SCOPE_CHANGED, _shown(went), _shown(came))


def _is_sign(key: str) -> bool:
    return not any(map(str.isalnum, key)) and key not in _AMONG_FIGURES


_AMONG_FIGURES = frozenset("$€£¥≤≥<>±~≈+")


def _numbers(went: Words, came: Words) -> Iterable[Finding]:
    for kind, read in (
        (FindingKind.EFFECTIVE_DATE_CHANGED, dates),
        (FindingKind.NUMBER_CHANGED, amounts),
    ):
        before, after = read(went), read(came)
        if Counter(before) != Counter(after):
            yield Finding(kind, ", ".join(before), ", ".join(after))


def _periods(went: Iterable[Period], came: Iterable[Period]) -> Iterable[Finding]:
    old, new = ({period.normal: period.text for period in side} for side in (went, came))
    if old.keys() != new.keys():
        yield Finding(FindingKind.PERIOD_CHANGED, ", ".join(old.values()), ", ".join(new.values()))


def _exceptions(went: Words, came: Words) -> Iterable[Finding]:
    before, after = (_has_exception(_lower(words)) for words in (went, came))
    if after and not before:
        yield Finding(FindingKind.EXCEPTION_ADDED, "", _shown(came))
    elif before and not after:
        yield Finding(FindingKind.EXCEPTION_REMOVED, _shown(went), "")


def _has_exception(keys: list[str]) -> bool:
    text = " ".join(keys)
    return any(key in EXCEPTIONS for key in keys) or any(
        phrase in text for phrase in EXCEPTION_PHRASES
    )


def _scope(went: Words, came: Words) -> Iterable[Finding]:
    before, after = _scope_words(went), _scope_words(came)
    if not (_has_the_like(before, after) and _has_the_like(after, before)):
        yield Finding(FindingKind.SCOPE_CHANGED, " ".join(before), " ".join(after))


def _has_the_like(words: Iterable[str], others: Sequence[str]) -> bool:
    return all(any(is_same_word(one.lower(), other.lower()) for other in others) for one in words)


def _scope_words(words: Words) -> list[str]:
    return [
        word.text
        for word in words
        if word.key.lower() in PERSONS or (word.key.lower() in PLANS and word.key[0].isupper())
    ]


_IN_AN_EDIT: tuple[Callable[[Words, Words], Iterable[Finding]], ...] = (
    _negations,
    _modals,
    _of_words(FindingKind.QUANTIFIER_CHANGED, QUANTIFIERS),
    _of_words(FindingKind.DEFAULT_CHANGED, DEFAULTS),
    _switches,
    _exceptions,
    _scope,
)


def _may_turn(keys: AbstractSet[str]) -> bool:
    """Tell whether any of the detectors has a word to look at: mostly none has."""
    return not keys.isdisjoint(_TURNING) or any(key.endswith("n't") for key in keys)


_TURNING = frozenset(
    {
        *(NEGATIONS | NEGATING_VERBS | QUANTIFIERS | DEFAULTS | EXCEPTIONS | PERSONS | PLANS),
        *MODALS,
        *(word for phrase in EXCEPTION_PHRASES for word in phrase.split()),
        *("off", "aus"),
    }
)


def _may_count(keys: AbstractSet[str]) -> bool:
    return not keys.isdisjoint(_COUNTING) or any(
        key[0].isdigit() or key[-1].isdigit() for key in keys
    )


_COUNTING = frozenset({*NUMBER_WORDS, *ONE})


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
    before, after = parties(old), parties(new)
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
