"""The phrases that speak of a criterion, found in a run of folded words.

A trailing * on any word of a phrase matches any ending, which is what inflection needs
in English, German and French alike.

"keep*|stays + own region" is a set of words that speak of a criterion together: the
parts, with alternatives, stand anywhere in one sentence. So one line covers what would
take a phrase for every order and every word between. The part "<place>" is any country,
union of states or town that is known as a place of data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from domain.watchlist import Criterion
from review.relevance.phrase_tree import (
    NOWHERE,
    Company,
    Mark,
    Node,
    Phrase,
    Standing,
    Step,
    tree_of,
)
from review.words.folding import is_character
from review.words.regions import is_part_of_a_word

# Within so many words: the long sentences of agreements speak of many things.
_NEAR = 12
_NEAR_CHARACTERS = 24  # in scripts that give a word per character


class Hit(NamedTuple):
    """A phrase found in a run of words, from `start` up to `end`.

    `part` is which alternative of words that count together stands there, "" for a
    phrase as a whole.
    """

    phrase: Phrase
    start: int
    end: int
    part: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The phrases of several criteria, looked up word by word."""

    root: Node

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> Vocabulary:
        """Return the vocabulary of all languages of the criteria."""
        return cls(tree_of(criteria))

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
        for mark in self._marks(words, sentences):
            start, end, node = mark
            if node.phrases:
                for phrase in node.heard(without):
                    yield Hit(phrase, start, end)
            if node.is_part or (node.is_place and not is_part_of_a_word(words, start, end)):
                parts.append(mark)
        companies = _companies_in(parts, without)
        if not companies:
            return
        by_row: defaultdict[int, list[Mark]] = defaultdict(list)
        for mark in parts:
            by_row[rows[mark[0]] if rows else 0].append(mark)
        for found in by_row.values():
            there = {node for _, _, node in found}
            for company in companies:
                if company.stands(there):
                    yield from _in_company(company, list(company.standing(found, words)), words)

    def _marks(self, words: Sequence[str], sentences: Sequence[int]) -> Iterator[Mark]:
        """Yield what the vocabulary knows of each sentence."""
        length = len(words)
        for start, first in enumerate(map(self._beginning.__getitem__, words)):
            if first is NOWHERE:
                continue  # as most words
            here, end = first, start + 1
            for node in here.ends:
                yield start, end, node
            while here.onward and end < length:
                if sentences and sentences[start] != sentences[end]:
                    break
                here = here[words[end]]
                end += 1
                for node in here.ends:
                    yield start, end, node

    @cached_property
    def _beginning(self) -> Step:
        """Where each word of a text leads that something may begin with."""
        return Step((), [self.root])


def _companies_in(parts: Sequence[Mark], without: AbstractSet[str]) -> list[Company]:
    """Return what counts together and stands there whole."""
    nodes = dict.fromkeys([node for _, _, node in parts])
    there = set(nodes)
    missing = there.isdisjoint
    # Asked first is what nearly always misses: another part than the one that asks.
    found = dict.fromkeys(
        [
            company
            for node in nodes
            for company in node.companies
            if not missing(company.needed[0]) and company.stands(there)
        ]
    )
    return [company for company in found if company.phrase.language not in without]


def _in_company(company: Company, found: Sequence[Standing], words: Sequence[str]) -> Iterator[Hit]:
    """Yield the parts of one sentence that have all others near them."""
    for part in found:
        far = _NEAR_CHARACTERS if is_character(words[part.start]) else _NEAR
        near = {other.place for other in found if abs(other.start - part.start) <= far}
        if len(near) == len(company.parts):
            yield Hit(company.phrase, part.start, part.end, part.text)
