"""What turned in one edit: a negation, a modal, a default, an exception, a number, a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from domain.change import Finding, FindingKind
from review.words.calendar import NUMBER_WORDS, ONE
from review.words.endings import is_same_word
from review.words.numbers import Period, amounts, dates
from review.words.regions import is_flag
from review.words.turning_words import (
    DEFAULTS,
    EXCEPTION_PHRASES,
    EXCEPTIONS,
    FUTURE,
    MODALS,
    NEGATING_VERBS,
    NEGATIONS,
    PERSONS,
    PLANS,
    QUANTIFIERS,
)
from review.words.wording import Word

Words = Sequence[Word]
_SHOWN = 12  # words of an edit that a finding shows


def lower(words: Words) -> list[str]:
    """Return the keys of words in lower case."""
    return [word.key.lower() for word in words]


def _shown(words: Words) -> str:
    return " ".join(word.text for word in words[:_SHOWN])


def is_negation(key: str) -> bool:
    """Tell whether a word in lower case turns its statement round."""
    return key in NEGATIONS or key in NEGATING_VERBS or key.endswith("n't")


def _negations(went: Words, came: Words) -> Iterable[Finding]:
    manners = [_manners_in(lower(words)) for words in (went, came)]
    if manners[0] != manners[1]:
        yield Finding(FindingKind.QUANTIFIER_CHANGED, _shown(went), _shown(came))
    before, after = _negations_in(lower(went)), _negations_in(lower(came))
    if after > before:
        yield Finding(FindingKind.NEGATION_ADDED, _shown(went), _shown(came))
    elif before > after:
        yield Finding(FindingKind.NEGATION_REMOVED, _shown(went), _shown(came))


def _negations_in(keys: Sequence[str]) -> int:
    """Count what is denied; "without undue delay" and "without limitation" deny nothing."""
    return sum(map(is_negation, keys)) - _manners_in(keys)


def _manners_in(keys: Sequence[str]) -> int:
    return sum(one in _WITHOUT and other in _MANNERS for one, other in pairwise(keys))


_WITHOUT = frozenset({"without", "ohne", "sans", "sin", "senza", "zonder", "sem"})
_MANNERS = frozenset(
    "undue unreasonable delay limitation prejudice limiting unangemessene schuldhaftes verzug"  # noqa: SIM905
    " einschränkung délai retard limitation préjudice dilación demora perjuicio limitación"
    " indebito ingiustificato ritardo pregiudizio onredelijke vertraging demora prejuízo".split()
)


def modals(went: Words, came: Words) -> Iterable[Finding]:
    """Yield another choice among may, should, will and must."""
    before = [key for key in lower(went) if key in MODALS]
    after = [key for key in lower(came) if key in MODALS]
    if Counter(before) == Counter(after) or not (before or after):
        return
    old, new = " ".join(before), " ".join(after)
    if FUTURE.issuperset((*before, *after)) and not (before and after):
        return  # "you will be told" and "you are told" promise the same
    if not before or not after:
        yield Finding(FindingKind.MODAL_CHANGED, old, new)
        return
    difference = max(MODALS[key] for key in after) - max(MODALS[key] for key in before)
    kind = FindingKind.MODAL_STRENGTHENED if difference > 0 else FindingKind.MODAL_WEAKENED
    yield Finding(kind if difference else FindingKind.MODAL_CHANGED, old, new)


def _of_words(
    kind: FindingKind, vocabulary: frozenset[str]
) -> Callable[[Words, Words], Iterable[Finding]]:
    """Return a detector of a changed choice of words from a vocabulary."""

    def detect(went: Words, came: Words) -> Iterable[Finding]:
        before = [key for key in lower(went) if key in vocabulary]
        after = [key for key in lower(came) if key in vocabulary]
        if set(before) != set(after):
            yield Finding(kind, " ".join(before), " ".join(after))

    return detect


def _switches(went: Words, came: Words) -> Iterable[Finding]:
    """A switch that was on and now is off, or the other way round: one word for the other."""
    before, after = lower(went), lower(came)
    if len(before) == len(after) == 1 and {*before, *after} in _STATES:
        yield Finding(FindingKind.DEFAULT_CHANGED, before[0], after[0])


_STATES = ({"on", "off"}, {"an", "aus"})


def signs(went: Words, came: Words) -> Iterable[Finding]:
    """A sign that is all that a cell says came, went or became another."""
    if all(_is_sign(word.key) for word in (*went, *came)) and not _negations_in(
        lower([*went, *came])
    ):
        yield Finding(FindingKind.SCOPE_CHANGED, _shown(went), _shown(came))


def _is_sign(key: str) -> bool:
    return not any(map(str.isalnum, key)) and key not in _AMONG_FIGURES and not is_flag(key)


_AMONG_FIGURES = frozenset("$€£¥≤≥<>±~≈+")


def numbers_changed(went: Words, came: Words) -> Iterable[Finding]:
    """Yield other dates, and other numbers that are no periods."""
    for kind, read in (
        (FindingKind.EFFECTIVE_DATE_CHANGED, dates),
        (FindingKind.NUMBER_CHANGED, amounts),
    ):
        before, after = read(went), read(came)
        if Counter(before) != Counter(after):
            yield Finding(kind, ", ".join(before), ", ".join(after))


def periods_changed(went: Iterable[Period], came: Iterable[Period]) -> Iterable[Finding]:
    """Yield other periods, however they are written."""
    old, new = ({period.normal: period.text for period in side} for side in (went, came))
    if old.keys() != new.keys():
        yield Finding(FindingKind.PERIOD_CHANGED, ", ".join(old.values()), ", ".join(new.values()))


def _exceptions(went: Words, came: Words) -> Iterable[Finding]:
    before, after = (_has_exception(lower(words)) for words in (went, came))
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


IN_AN_EDIT: tuple[Callable[[Words, Words], Iterable[Finding]], ...] = (
    _negations,
    modals,
    _of_words(FindingKind.QUANTIFIER_CHANGED, QUANTIFIERS),
    _of_words(FindingKind.DEFAULT_CHANGED, DEFAULTS),
    _switches,
    _exceptions,
    _scope,
)


def may_turn(keys: AbstractSet[str]) -> bool:
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


def may_count(keys: AbstractSet[str]) -> bool:
    """Tell whether any of the words is a number."""
    return not keys.isdisjoint(_COUNTING) or any(
        key[0].isdigit() or key[-1].isdigit() for key in keys
    )


_COUNTING = frozenset({*NUMBER_WORDS, *ONE})
