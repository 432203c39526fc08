"""A passage as words: which of them changed, and which stand in a changed sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress, pairwise

from domain.change import Edit, Passage, PassageKind, Segment
from review.relevance.touched import ANSWER, CELL, numbered, signs_in, touched_by
from review.words.endings import STEM, is_same_word
from review.words.folding import fold, folded_words, is_character, word_end, word_starts
from review.words.light_words import PRONOUNS, STOP_WORDS
from review.words.once import once

# "Regulation (EU) 2016/679" speaks of no place.
_LAWGIVER = re.compile(
    r"\b(?:EU|UE)(?=\)?\s(?:n[°º]\s?|no\.?\s|nr\.?\s)?"
    r"(?:\d{1,4}/(?:19|20)\d\d|(?:19|20)\d\d/\d))",
    re.IGNORECASE,
)
_ANSWERS = frozenset({"yes", "no", "ja", "nein", "oui", "sim", "nee"})
_SHORT_ANSWER = 8
_ADDRESS = re.compile(r"\S+[./]\S+")
_CLAUSE = 12  # words of a clause behind the word that opens it
# Shorter words than this are articles, prepositions and the like in our languages.
_CONTENT_LETTERS = 4


@dataclass(frozen=True)
class Side:
    """One version of a passage: its words, and of each word whether it changed.

    `touched` marks the words of sentences in which anything changed; `sentences` numbers
    the sentence that each word stands in, a cell being one, and `rows` the same with all
    cells of a row in one; `starts` says where in `text` each word begins.
    """

    words: Sequence[str]
    changed: Sequence[bool]
    touched: Sequence[bool]
    sentences: Sequence[int]
    rows: Sequence[int]
    text: str
    starts: Sequence[int]

    def as_it_stands(self, start: int, end: int) -> str:
        """Return the words from one position up to another as the text spells them."""
        last = self.starts[end - 1]
        # Folding changes how long a word is where it has accents, and only there.
        plain = self.text.isascii()
        stop = last + len(self.words[end - 1]) if plain else word_end(self.text, last)
        return self.text[self.starts[start] : stop]

    @once
    def touched_sentences(self) -> tuple[tuple[str, ...], ...]:
        """The words of each sentence in which anything changed."""
        found: dict[int, list[str]] = {}
        for word, touched, number in zip(self.words, self.touched, self.sentences, strict=True):
            if touched:
                found.setdefault(number, []).append(word)
        return tuple(tuple(words) for words in found.values())

    def beside(self, wanted: Callable[[Sequence[str]], bool]) -> Iterator[tuple[str, ...]]:
        """Yield the sentences next to one that is all new, or all gone, and as wanted."""
        words: dict[int, list[str]] = defaultdict(list)
        whole: dict[int, bool] = defaultdict(lambda: True)
        for word, changed, number in zip(self.words, self.changed, self.sentences, strict=True):
            words[number].append(word)
            whole[number] &= changed
        in_order = sorted(words)
        for one, other in chain(pairwise(in_order), pairwise(reversed(in_order))):
            if whole[one] and wanted(words[one]):
                yield tuple(words[other])

    def changes_stand_behind(self, openings: frozenset[str]) -> bool:
        """Tell whether every changed word follows one of these words in its sentence, closely."""
        opened: tuple[int, int] = (-1, -1)  # the sentence and the place of the last of them
        for place, word in enumerate(self.words):
            if self.changed[place] and not (
                opened[0] == self.sentences[place] and place - opened[1] <= _CLAUSE
            ):
                return False
            if word in openings and not self.changed[place]:
                opened = self.sentences[place], place
        return True

    @once
    def changed_words(self) -> tuple[str, ...]:
        """The words that are not in the other version, in order."""
        return tuple(compress(self.words, self.changed))


@dataclass(frozen=True)
class Reading:
    """Both versions of a passage as words."""

    before: Side
    after: Side

    @property
    def answers(self) -> bool:
        """Whether no more than an answer changed: a sign, or a few words with "yes" or "no"."""
        news = (*self.before.changed_words, *self.after.changed_words)
        if not news:
            return any(self.touched_words)
        return len(news) <= 2 * ANSWER and not _ANSWERS.isdisjoint(news)

    @property
    def is_short(self) -> bool:
        """Whether both versions say no more than an answer to a question may, in words."""
        if any(CELL in side.text or _ADDRESS.fullmatch(side.text) for side in self._sides):
            return False
        return max(len(side.words) for side in self._sides) <= _SHORT_ANSWER

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.before, self.after

    @property
    def touched_words(self) -> Iterator[str]:
        """The words of all sentences in which anything changed."""
        for side in (self.before, self.after):
            yield from compress(side.words, side.touched)

    @property
    def news(self) -> tuple[str, ...]:
        """The words with a meaning of their own that only one version has, in any form."""
        return (*self.lost_and_gained[0], *self.lost_and_gained[1])

    @once
    def lost_and_gained(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Those that only the older version has, and those that only the newer one has."""
        went, came = _telling(self.before.changed_words), _telling(self.after.changed_words)
        if not (went and came):
            return went, came
        gained = defaultdict(list)  # by their first letters, which forms of a word share
        for word in (Counter(came) - Counter(went)).elements():
            gained[word[:STEM]].append(word)
        lost = []
        for word in (Counter(went) - Counter(came)).elements():
            alike = gained[word[:STEM]]
            like = next((other for other in alike if is_same_word(word, other)), None)
            if like is None:
                lost.append(word)
            else:
                alike.remove(like)
        return tuple(lost), tuple(chain.from_iterable(gained.values()))


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words with a meaning of their own."""
    telling = [
        word
        for word in words
        if (len(word) >= _CONTENT_LETTERS and word not in _SMALL)
        or word.isdigit()
        or is_character(word)
    ]
    return tuple(telling)


_SMALL = frozenset(map(fold, STOP_WORDS | PRONOUNS))


def read_passage(passage: Passage) -> Reading:
    """Split both versions of a passage into words and mark what changed.

    Where all of it now stands under another heading, every sentence is touched.
    """
    segments = passage.segments or (
        Segment(Edit.DELETE, passage.before),
        Segment(Edit.INSERT, passage.after),
    )
    before, after = _side(segments, Edit.DELETE), _side(segments, Edit.INSERT)
    if passage.kind is PassageKind.MOVED and passage.findings:
        before, after = (_touched(side) for side in (before, after))
    return Reading(before, after)


def _touched(side: Side) -> Side:
    return replace(side, touched=[True] * len(side.words))


def _side(segments: Iterable[Segment], edit: Edit) -> Side:
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for segment in segments:
        if segment.edit not in (Edit.EQUAL, edit) or not segment.text:
            continue
        if segment.edit is edit:
            spans.append((length, length + len(segment.text)))
        texts.append(segment.text)
        length += len(segment.text) + 1
    return _marked(" ".join(texts), spans)


def _marked(text: str, spans: Sequence[tuple[int, int]]) -> Side:
    if not text:
        return _NOTHING
    read = _without_lawgivers(text)
    words, starts = folded_words(read), word_starts(read)
    changed = _within(starts, spans)
    sentences, rows = numbered(text, starts)
    touched = touched_by(words, changed, sentences, rows, signs_in(starts, spans, sentences))
    return Side(
        words=words,
        changed=changed,
        touched=list(map(touched.__contains__, sentences)),
        sentences=sentences,
        rows=rows,
        text=text,
        starts=starts,
    )


_NOTHING = Side((), (), (), (), (), "", ())


def _without_lawgivers(text: str) -> str:
    """Return a text of the same length, so that all offsets stay."""
    if "/" not in text:  # as in the number of every such law
        return text
    return _LAWGIVER.sub(lambda match: "_" * len(match[0]), text)


def _within(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell of each offset whether it lies in a span; both are in order."""
    inside = [False] * len(starts)
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside[first:last] = [True] * (last - first)
    return inside
