"""The same statement in other grammar: active and passive, moved clauses, other endings.

A paraphrase is told by what it leaves alone: clause by clause the same words with a
meaning of their own, and in the same order all that says who does what to whom, where,
how long and whether at all. Anything else is a change of terms.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from domain.document import BlockKind
from review.comparing.differences import Difference, Side
from review.meaning.edits import directed
from review.meaning.order import in_order, same_order
from review.meaning.spoken import CLAUSE_END, GRAMMAR, POSSESSIVES, names_of, spelt_out
from review.words.synonyms import ALIKE
from review.words.wording import Word, folded

# Words that set one statement against another end a clause, too.
_CONTRASTS = frozenset(
    "but while whereas however aber sondern jedoch mais tandis cependant".split()
)
_ENDINGS = ("ing", "ed", "es", "s", "e")
_STEM = 3  # letters that stay when an ending goes
# "use X to do" and "using X" say no more than "do with X".
_USING = re.compile(
    r"\b(?:using|us(?:e|es|ed)(?=\s(?!and\b|or\b|,)(?:[^.,;:!?]{0,60}?\s)?to\s))\b", re.IGNORECASE
)
_AGENT, _SPEAKERS = frozenset({"by", "von", "par"}), frozenset({"we", "wir", "nous"})
_UNSTEADY = GRAMMAR | _AGENT | _SPEAKERS


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says: its words whatever their order, and those whose order counts."""

    said: tuple[str, ...]
    ordered: tuple[str, ...]
    sequence: tuple[str, ...] = field(compare=False)  # all of its words, as they follow
    by_us: bool = field(compare=False)  # whether it names the one who acts behind the verb


def is_paraphrase(found: Difference) -> bool:
    """Tell whether two passages state the same, clause by clause."""
    if not (found.old.units and found.new.units):
        return False
    went, came = _telling(found.removed), _telling(found.added)
    if len(went) != len(came) or Counter(map(_stem, went)) != Counter(map(_stem, came)):
        return False  # mostly, and nothing else needs to be read
    names = frozenset(names_of(found.old)) | frozenset(names_of(found.new))
    old = list(_clauses(found.old, names))
    missing = Counter(old)
    new = []
    for clause in _clauses(found.new, names):
        if not missing[clause]:
            return False
        missing[clause] -= 1
        new.append(clause)
    return not any(missing.values()) and _follow_alike(found, old, new)


def _follow_alike(found: Difference, old: Sequence[_Clause], new: Sequence[_Clause]) -> bool:
    """Tell whether words and clauses that changed places keep their roles."""
    if any(unit.block.kind is BlockKind.TABLE_ROW for unit in found.new.units):
        return _flat(old) == _flat(new)  # a cell speaks of its column
    if list(old) != list(new):
        return same_order(
            in_order(found.old, found.old.words), in_order(found.new, found.new.words)
        )
    return all(
        same_order(was.sequence, now.sequence) is (was.by_us is now.by_us)
        for was, now in zip(old, new, strict=True)
    )


def _flat(clauses: Sequence[_Clause]) -> list[str]:
    return list(chain.from_iterable(clause.sequence for clause in clauses))


def _telling(words: Sequence[Word]) -> list[str]:
    """Return what words say, but for those that a clause may leave out or put otherwise."""
    keys = (word.key.lower() for word in words)
    return [
        part
        for key in keys
        if key not in _CONTRASTS and not key.startswith(("use", "using"))
        for part in spelt_out(key)
        if part not in _UNSTEADY
    ]


def _clauses(side: Side, names: frozenset[str]) -> Iterator[_Clause]:
    words, text = side.words, side.text
    used = {match.start() for match in _USING.finditer(text)}
    run: list[Word] = []
    means = _NOWHERE
    for place, word in enumerate(words):
        if word.key.lower() in _CONTRASTS:
            yield from _clause(side, _means_last(run, means), names)
            run, means = [], _NOWHERE
        elif word.start not in used:
            run.append(word)
        elif word.key.lower() != "using":
            means = len(run)
        following = words[place + 1].start if place + 1 < len(words) else len(text)
        between = text[word.end : following]
        if between != " " and CLAUSE_END.search(between):
            yield from _clause(side, _means_last(run, means), names)
            run, means = [], _NOWHERE
    yield from _clause(side, _means_last(run, means), names)


_NOWHERE = -1


def _means_last(words: list[Word], place: int) -> list[Word]:
    """Put "[use] notes to print maps" as "print maps [using] notes"; the means begin at a place."""
    aims = [at for at, word in enumerate(words) if word.key.lower() == "to" and at > place]
    if place == _NOWHERE or not aims:
        return words
    return [*words[:place], *words[aims[0] + 1 :], *words[place : aims[0]]]


def _clause(side: Side, words: Sequence[Word], names: frozenset[str]) -> Iterator[_Clause]:
    """Yield the clause, unless it says nothing by itself."""
    said: list[str] = []
    ordered: list[str] = []
    by_us = False
    for word in words:
        for part in spelt_out(word.key.lower()):
            if part in GRAMMAR:
                continue
            if said and said[-1] in _AGENT and part in _SPEAKERS:  # "by us" is "we" in front
                said[-1] = part
                ordered.insert(0, part)
                by_us = True
                continue
            said.append(_stem(part))
            if (directed(word) or part in names) and part not in POSSESSIVES:
                ordered.append(part)
    if said:
        sequence = tuple(in_order(side, words, _stem))
        yield _Clause(tuple(sorted(said)), tuple(ordered), sequence, by_us)


def _stem(part: str) -> str:
    """Return a word without its English ending, and the one that stands for its like."""
    part = folded(part)
    part = ALIKE.get(part, part)
    if not part.isalpha() or part in POSSESSIVES:
        return part
    for ending in _ENDINGS:
        if part.endswith(ending) and len(part) - len(ending) >= _STEM:
            part = part.removesuffix(ending)
            break
    return part[:-1] if len(part) > _STEM and part[-1] == part[-2] else part
