"""The phrases that speak of a criterion, found in a run of folded words.

A trailing * on any word of a phrase matches any ending, which is what inflection needs
in English, German and French alike.

"keep*|stays + own region" is a set of words that speak of a criterion together: the
parts, with alternatives, stand anywhere in one sentence. So one line covers what would
take a phrase for every order and every word between. The part "<place>" is any country,
union of states or town that is known as a place of data.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from operator import is_
from typing import NamedTuple

from domain.watchlist import Criterion
from review.words.folding import WORD, fold, is_character
from review.words.regions import is_part_of_a_word, place_names

_PATTERN_WORD = re.compile(rf"(?:{WORD.pattern})\*?")
# Words that match any ending are looked up by their first letters.
_STEM_LETTERS = 3
# What joins words that count together, wherever in a sentence they stand.
_TOGETHER = " + "
# Within so many words: the long sentences of agreements speak of many things.
_NEAR = 12
_NEAR_CHARACTERS = 24  # in scripts that give a word per character
PLACE = "<place>"


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One phrase of a criterion's vocabulary and its weight; each is its own self."""

    criterion: str
    text: str
    weight: float
    language: str = ""


class Hit(NamedTuple):
    """A phrase found in a run of words, from `start` up to `end`.

    `part` is which alternative of words that count together stands there, "" for a
    phrase as a whole.
    """

    phrase: Phrase
    start: int
    end: int
    part: str = ""


@dataclass(slots=True, eq=False)
class _Node:
    """The phrases that share their first words, and the words that may come next.

    `open_ended` holds the next words that match any ending, by their first letters;
    `is_part` tells the end of a part of words that count together, `is_place` of the name
    of a place. `companies` are those that are looked for where this part of them stands.
    """

    phrases: list[Phrase] = field(default_factory=list)
    is_part: bool = False
    is_place: bool = False
    companies: list[_Company] = field(default_factory=list)
    exact: dict[str, _Node] = field(default_factory=dict)
    open_ended: dict[str, dict[str, _Node]] = field(default_factory=dict)

    def heard(self, without: AbstractSet[str]) -> Iterable[Phrase]:
        """Return the phrases that end here, the weightiest of what languages share."""
        heard: dict[str, Phrase] = {}
        for phrase in self.phrases:
            known = heard.get(phrase.criterion)
            if phrase.language not in without and (not known or known.weight < phrase.weight):
                heard[phrase.criterion] = phrase
        return heard.values()

    def child(self, pattern: str) -> _Node:
        stem = fold(pattern.rstrip("*"))
        if pattern.endswith("*") and len(stem) >= _STEM_LETTERS:
            stems = self.open_ended.setdefault(stem[:_STEM_LETTERS], {})
            return stems.setdefault(stem, _Node())
        return self.exact.setdefault(stem, _Node())


class _Standing(NamedTuple):
    """One part of words that count together, by its place among them, where it stands."""

    place: int
    text: str
    start: int
    end: int


Mark = tuple[int, int, _Node]
"""What stands somewhere: its first word, the last not included, and the node of its end."""


Part = Mapping[_Node, str] | None
"""The nodes that one of the words that count together may be, by what matches; None for a place."""


@dataclass(frozen=True, slots=True, eq=False)
class _Company:
    """Words that count together.

    It is looked for where its rarest part stands; `others` are the parts that have to
    stand there too.
    """

    phrase: Phrase
    parts: tuple[Part, ...]
    others: tuple[frozenset[_Node], ...]

    def stands(self, found: AbstractSet[_Node]) -> bool:
        """Tell whether all other parts stand among those found: mostly one is missing."""
        for part in self.others:  # noqa: SIM110 - asked thousands of times, all() takes three times as long
            if found.isdisjoint(part):
                return False
        return True

    def standing(self, marks: Sequence[Mark], words: Sequence[str]) -> Iterator[_Standing]:
        """Yield where each part stands, a place by its name."""
        for place, part in enumerate(self.parts):
            for start, end, node in marks:
                if part is None and node.is_place:
                    yield _Standing(place, " ".join(words[start:end]), start, end)
                elif part is not None and node in part:
                    yield _Standing(place, part[node], start, end)


@dataclass(frozen=True, slots=True, eq=False)
class _Step:
    """Where a word leads: the ends of something known, and what may go on."""

    ends: Sequence[_Node] = ()
    onward: Sequence[_Node] = ()


_NOWHERE = _Step()


def _step(nodes: Iterable[_Node], word: str) -> _Step:
    """Return where a word leads from any of the nodes."""
    found: list[_Node] = []
    for node in nodes:
        if word in node.exact:
            found.append(node.exact[word])
        if node.open_ended and (stems := node.open_ended.get(word[:_STEM_LETTERS])):
            found += [after for stem, after in stems.items() if word.startswith(stem)]
    if not found:
        return _NOWHERE  # mostly
    return _Step(
        [node for node in found if node.phrases or node.is_part or node.is_place],
        [node for node in found if node.exact or node.open_ended],
    )


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of several criteria, looked up word by word."""

    root: _Node

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> Vocabulary:
        """Return the vocabulary of all languages of the criteria."""
        return cls(_root(_Same(tuple(criteria))))

    def find(
        self,
        words: Sequence[str],
        sentences: Sequence[int] = (),
        rows: Sequence[int] = (),
        *,
        without: AbstractSet[str] = frozenset(),
    ) -> Iterator[Hit]:
        """Yield every phrase that stands in `words`, overlapping ones included.

        `sentences` numbers the sentence or cell of each word, in one of which a phrase
        stands; `rows` the sentence or row, which parts that count together share. Without
        them all words share one. Each of those parts is a hit of its own. Phrases of the
        languages `without` which the text is are left out; the others are not told apart,
        since a German page quotes English terms.
        """
        parts: list[Mark] = []
        for start, end, node in self._marks(words, sentences):
            for phrase in node.heard(without):
                yield Hit(phrase, start, end)
            if node.is_part or (node.is_place and not is_part_of_a_word(words, start, end)):
                parts.append((start, end, node))
        if not _companies_in(parts, without):
            return  # as in half of all texts
        by_row: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in parts:
            by_row[rows[mark[0]] if rows else 0].append(mark)
        for found in by_row.values():
            for company in _companies_in(found, without):
                yield from _in_company(company, list(company.standing(found, words)), words)

    def _marks(self, words: Sequence[str], sentences: Sequence[int]) -> Iterator[Mark]:
        """Yield what the vocabulary knows of each sentence."""
        length = len(words)
        for start, first in enumerate(map(self._first, words)):
            step, end = first, start + 1
            for node in step.ends:
                yield start, end, node
            while step.onward and end < length:
                if sentences and sentences[start] != sentences[end]:
                    break
                step = self._next(step, words[end])
                end += 1
                for node in step.ends:
                    yield start, end, node

    # A text has few different words, each many times, and the same ones follow each other.
    @cached_property
    def _first(self) -> Callable[[str], _Step]:
        """What can begin with a word."""
        return lru_cache(maxsize=1 << 14)(partial(_step, [self.root]))

    @cached_property
    def _next(self) -> Callable[[_Step, str], _Step]:
        """What goes on with a word."""
        return lru_cache(maxsize=1 << 16)(lambda step, word: _step(step.onward, word))


def _companies_in(parts: Sequence[Mark], without: AbstractSet[str]) -> list[_Company]:
    """Return what counts together and stands there whole."""
    found = {node for _, _, node in parts}
    asked = dict.fromkeys(one for _, _, node in parts for one in node.companies)
    return [
        company
        for company in asked
        if company.phrase.language not in without and company.stands(found)
    ]


@dataclass(frozen=True, eq=False)
class _Same:
    """Criteria that are the same only as themselves: they never change, and are large."""

    criteria: tuple[Criterion, ...]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.criteria)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same) or len(other.criteria) != len(self.criteria):
            return False
        return all(map(is_, self.criteria, other.criteria))


@lru_cache(maxsize=16)
def _root(same: _Same) -> _Node:
    """Put the phrases in order."""
    root = _Node()
    for name in place_names():
        _node_of(root, name).is_place = True
    together: dict[Phrase, tuple[Part, ...]] = {}
    for phrase in _phrases(same.criteria):
        if _TOGETHER in phrase.text:
            together[phrase] = _parts(root, phrase.text)
            continue
        node = _node_of(root, phrase.text)
        if node is not root:
            node.phrases.append(phrase)
    _put_where_rarest(together)
    return root


def _phrases(criteria: Iterable[Criterion]) -> Iterator[Phrase]:
    for criterion in criteria:
        for language, phrases in criterion.vocabulary.items():
            for text, weight in phrases.items():
                yield Phrase(criterion.key, text, weight, language)


def _parts(root: _Node, text: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for part in text.split(_TOGETHER):
        if part == PLACE:
            parts.append(None)
            continue
        nodes = {_node_of(root, one): one for one in part.split("|")}
        nodes.pop(root, None)
        for node in nodes:
            node.is_part = True
        parts.append(nodes)
    return tuple(parts)


def _put_where_rarest(together: Mapping[Phrase, tuple[Part, ...]]) -> None:
    """Look for words that count together where the part stands that fewest of them have.

    "data" is a part of hundreds: who looked for all of them at each of its places would
    look in vain most of the time.
    """
    often = Counter(node for parts in together.values() for part in parts for node in part or ())
    for phrase, parts in together.items():
        named = [part for part in parts if part]
        rarest = min(named, key=lambda part: max(often[node] for node in part), default={})
        others = [frozenset(part) for part in parts if part is not None and part is not rarest]
        company = _Company(phrase, parts, tuple(sorted(others, key=len)))
        for node in rarest:
            node.companies.append(company)


def _in_company(
    company: _Company, found: Sequence[_Standing], words: Sequence[str]
) -> Iterator[Hit]:
    """Yield the parts of one sentence that have all others near them."""
    for part in found:
        far = _NEAR_CHARACTERS if is_character(words[part.start]) else _NEAR
        near = {other.place for other in found if abs(other.start - part.start) <= far}
        if len(near) == len(company.parts):
            yield Hit(company.phrase, part.start, part.end, part.text)


def _node_of(root: _Node, text: str) -> _Node:
    node = root
    for part in _PATTERN_WORD.findall(text):
        node = node.child(part)
    return node
