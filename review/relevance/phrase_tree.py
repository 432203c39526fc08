"""The phrases of a vocabulary in the order of their words, to be walked along a text.

A node stands for the first words that some phrases share; from each word of a text a walk
goes down as far as the text agrees. Words that count together hang where the rarest of
their parts ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from operator import is_
from typing import NamedTuple

from domain.watchlist import Criterion
from review.words.folding import WORD, fold
from review.words.regions import place_names

_PATTERN_WORD = re.compile(rf"(?:{WORD.pattern})\*?")
# Words that match any ending are looked up by their first letters.
_STEM_LETTERS = 3
# What joins words that count together, wherever in a sentence they stand.
_TOGETHER = " + "
PLACE = "<place>"


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One phrase of a criterion's vocabulary and its weight; each is its own self."""

    criterion: str
    text: str
    weight: float
    language: str = ""


@dataclass(slots=True, eq=False)
class Node:
    """The phrases that share their first words, and the words that may come next.

    `open_ended` holds the next words that match any ending, by their first letters;
    `is_part` tells the end of a part of words that count together, `is_place` of the name
    of a place. `companies` are those that are looked for where this part of them stands.
    """

    phrases: list[Phrase] = field(default_factory=list)
    is_part: bool = False
    is_place: bool = False
    companies: list[Company] = field(default_factory=list)
    exact: dict[str, Node] = field(default_factory=dict)
    open_ended: dict[str, dict[str, Node]] = field(default_factory=dict)

    def heard(self, without: AbstractSet[str]) -> Iterable[Phrase]:
        """Return the phrases that end here, the weightiest of what languages share."""
        if len(self.phrases) <= 1:  # mostly
            return [phrase for phrase in self.phrases if phrase.language not in without]
        heard: dict[str, Phrase] = {}
        for phrase in self.phrases:
            known = heard.get(phrase.criterion)
            if phrase.language not in without and (not known or known.weight < phrase.weight):
                heard[phrase.criterion] = phrase
        return heard.values()

    def child(self, pattern: str) -> Node:
        """Return the node that a word leads to, made where there is none."""
        stem = fold(pattern.rstrip("*"))
        if pattern.endswith("*") and len(stem) >= _STEM_LETTERS:
            stems = self.open_ended.setdefault(stem[:_STEM_LETTERS], {})
            return stems.setdefault(stem, Node())
        return self.exact.setdefault(stem, Node())


class Standing(NamedTuple):
    """One part of words that count together, by its place among them, where it stands."""

    place: int
    text: str
    start: int
    end: int


Mark = tuple[int, int, Node]
"""What stands somewhere: its first word, the last not included, and the node of its end."""


Part = Mapping[Node, str] | None
"""The nodes that one of the words that count together may be, by what matches; None for a place."""


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Words that count together.

    It is looked for where its rarest part stands; `needed` are all parts that are no
    places, the rarest as the last.
    """

    phrase: Phrase
    parts: tuple[Part, ...]
    needed: tuple[frozenset[Node], ...]

    def stands(self, found: set[Node]) -> bool:
        """Tell whether all of those stand among what was found: mostly one is missing."""
        return not any(map(found.isdisjoint, self.needed))

    def standing(self, marks: Sequence[Mark], words: Sequence[str]) -> Iterator[Standing]:
        """Yield where each part stands, a place by its name."""
        for place, part in enumerate(self.parts):
            for start, end, node in marks:
                if part is None and node.is_place:
                    yield Standing(place, " ".join(words[start:end]), start, end)
                elif part is not None and node in part:
                    yield Standing(place, part[node], start, end)


class Step(dict[str, "Step"]):
    """Where a word leads: the ends of something known, what may go on, and the steps from here.

    A text has few different words, each many times, and the same ones follow each other:
    where a word leads from here is found out when it is met first. What is found out is kept
    for as long as the vocabulary, which is made anew for each change.
    """

    __slots__ = ("ends", "onward")

    def __init__(self, ends: Sequence[Node], onward: Sequence[Node]) -> None:
        super().__init__()
        self.ends = ends
        self.onward = onward

    def __missing__(self, word: str) -> Step:
        found: list[Node] = []
        for node in self.onward:
            if word in node.exact:
                found.append(node.exact[word])
            if node.open_ended and (stems := node.open_ended.get(word[:_STEM_LETTERS])):
                ends = range(_STEM_LETTERS, len(word) + 1)
                found += [stems[word[:end]] for end in ends if word[:end] in stems]
        step = self[word] = _step_to(found) if found else NOWHERE  # mostly
        return step


NOWHERE = Step((), ())


def _step_to(nodes: Sequence[Node]) -> Step:
    return Step(
        [node for node in nodes if node.phrases or node.is_part or node.is_place],
        [node for node in nodes if node.exact or node.open_ended],
    )


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


def tree_of(criteria: Sequence[Criterion]) -> Node:
    """Return the root of all phrases of the criteria, which is made once."""
    return _tree_of(_Same(tuple(criteria)))


@lru_cache(maxsize=16)
def _tree_of(same: _Same) -> Node:
    """Put the phrases in order."""
    root = Node()
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


def _parts(root: Node, text: str) -> tuple[Part, ...]:
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
        needed = (*sorted(others, key=len), frozenset(rarest))
        company = Company(phrase, parts, needed)
        for node in rarest:
            node.companies.append(company)


def _node_of(root: Node, text: str) -> Node:
    node = root
    for part in _PATTERN_WORD.findall(text):
        node = node.child(part)
    return node
