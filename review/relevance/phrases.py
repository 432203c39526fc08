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
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from domain.watchlist import Criterion
from review.words.folding import WORD, fold
from review.words.regions import is_part_of_a_word, place_names

_PATTERN_WORD = re.compile(rf"(?:{WORD.pattern})\*?")
# Words that match any ending are looked up by their first letters.
_STEM_LETTERS = 3
# What joins words that count together, wherever in a sentence they stand.
_TOGETHER = " + "
# Within so many words: the long sentences of agreements speak of many things.
_NEAR = 12
PLACE = "<place>"


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One phrase of a criterion's vocabulary and its weight; each is its own self."""

    criterion: str
    text: str
    weight: float


class Hit(NamedTuple):
    """A phrase found in a run of words, from `start` up to `end`.

    `part` is which alternative of words that count together stands there, "" for a
    phrase as a whole.
    """

    phrase: Phrase
    start: int
    end: int
    part: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """One part of words that count together, by its place among `parts` of them."""

    phrase: Phrase
    text: str
    place: int
    parts: int

    def named(self, words: Sequence[str]) -> _Part:
        """Return the part as it stands somewhere: a place by its name."""
        return _Part(self.phrase, " ".join(words), self.place, self.parts)


@dataclass(slots=True)
class _Node:
    """The phrases that share their first words, and the words that may come next.

    `open_ended` holds the next words that match any ending, by their first letters;
    `is_place` tells the end of the name of a place.
    """

    phrases: list[Phrase] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    is_place: bool = False
    exact: dict[str, _Node] = field(default_factory=dict)
    open_ended: dict[str, dict[str, _Node]] = field(default_factory=dict)

    def child(self, pattern: str) -> _Node:
        stem = fold(pattern.rstrip("*"))
        if pattern.endswith("*") and len(stem) >= _STEM_LETTERS:
            stems = self.open_ended.setdefault(stem[:_STEM_LETTERS], {})
            return stems.setdefault(stem, _Node())
        return self.exact.setdefault(stem, _Node())


def _behind(nodes: Iterable[_Node], word: str) -> list[_Node]:
    """Return where a word leads from any of the nodes."""
    found: list[_Node] = []
    for node in nodes:
        if word in node.exact:
            found.append(node.exact[word])
        if node.open_ended and (stems := node.open_ended.get(word[:_STEM_LETTERS])):
            found += [after for stem, after in stems.items() if word.startswith(stem)]
    return found


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of several criteria, looked up word by word.

    `place_parts` holds of each phrase with a part "<place>" that part: there are thousands
    of places, and hundreds of such phrases.
    """

    root: _Node
    place_parts: Mapping[Phrase, _Part]

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> Vocabulary:
        """Return the vocabulary of all languages of the criteria.

        The languages are not told apart: a German page quotes English terms, and the
        language of a short page is often unknown.
        """
        entries = tuple(
            (criterion.key, text, weight)
            for criterion in criteria
            for phrases in criterion.vocabulary.values()
            for text, weight in phrases.items()
        )
        return cls(*_build(entries))

    def find(
        self, words: Sequence[str], sentences: Sequence[int] = (), rows: Sequence[int] = ()
    ) -> Iterator[Hit]:
        """Yield every phrase that stands in `words`, overlapping ones included.

        `sentences` numbers the sentence or cell of each word, in one of which a phrase
        stands; `rows` the sentence or row, which parts that count together share. Without
        them all words share one. Each of those parts is a hit of its own.
        """
        together: defaultdict[tuple[Phrase, int], list[_Standing]] = defaultdict(list)
        places: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for start, end, node in self._nodes(words):
            if sentences and sentences[start] != sentences[end - 1]:
                continue
            for phrase in node.phrases:
                yield Hit(phrase, start, end)
            number = rows[start] if rows else 0
            for part in node.parts:
                together[part.phrase, number].append((part, start, end))
            if node.is_place and not is_part_of_a_word(words, start, end):
                places[number].append((start, end))
        for (phrase, number), found in together.items():
            if number in places and (place := self.place_parts.get(phrase)):
                found += [(place.named(words[a:b]), a, b) for a, b in places[number]]
            if len(found) >= found[0][0].parts:  # few are
                yield from _in_company(found)

    def _nodes(self, words: Sequence[str]) -> Iterator[tuple[int, int, _Node]]:
        """Yield where each run of words that the vocabulary knows starts and ends."""
        length = len(words)
        for start, first in enumerate(map(self._first, words)):
            nodes, end = first, start
            while nodes:
                end += 1
                for node in nodes:
                    if node.phrases or node.parts or node.is_place:
                        yield start, end, node
                if end == length:
                    break
                nodes = _behind(nodes, words[end])

    @cached_property
    def _first(self) -> Callable[[str], list[_Node]]:
        """What can begin with a word: a text has few different ones, each many times."""
        return lru_cache(maxsize=1 << 14)(partial(_behind, [self.root]))


@lru_cache(maxsize=16)
def _build(entries: tuple[tuple[str, str, float], ...]) -> tuple[_Node, dict[Phrase, _Part]]:
    """Put the phrases in order; one that two languages share counts once."""
    root, place_parts = _Node(), dict[Phrase, _Part]()
    for name in place_names():
        _node_of(root, name).is_place = True
    for criterion, text, weight in entries:
        if _TOGETHER in text:
            _add_together(root, Phrase(criterion, text, weight), place_parts)
            continue
        node = _node_of(root, text)
        known = {phrase.criterion: phrase for phrase in node.phrases}
        if node is not root and (criterion not in known or known[criterion].weight < weight):
            node.phrases = [one for one in node.phrases if one.criterion != criterion]
            node.phrases.append(Phrase(criterion, text, weight))
    root.is_place = False  # as a name without words would make it
    return root, place_parts


_Standing = tuple[_Part, int, int]  # a part, where it starts and where it ends


def _in_company(found: Sequence[_Standing]) -> Iterator[Hit]:
    """Yield the parts of one sentence that have all others near them."""
    parts = found[0][0].parts
    if len({part.place for part, _, _ in found}) < parts:
        return  # mostly one of them stands there again and again
    for part, start, end in found:
        near = {other.place for other, at, _ in found if abs(at - start) <= _NEAR}
        if len(near) == parts:
            yield Hit(part.phrase, start, end, part.text)


def _add_together(root: _Node, phrase: Phrase, place_parts: dict[Phrase, _Part]) -> None:
    placed = list(enumerate(phrase.text.split(_TOGETHER)))
    for place, part in placed:
        if part == PLACE:
            place_parts[phrase] = _Part(phrase, part, place, len(placed))
            continue
        for text in part.split("|"):
            node = _node_of(root, text)
            if node is not root:
                node.parts.append(_Part(phrase, text, place, len(placed)))


def _node_of(root: _Node, text: str) -> _Node:
    node = root
    for part in _PATTERN_WORD.findall(text):
        node = node.child(part)
    return node
