"""Which sentences of a passage a change touches: those with a changed word, and their like.

A tick touches the cell it stands in, an answer the whole row that asks for it, and "We may
sell it" the sentence in front, which says what "it" is.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress, pairwise

from review.words.folding import fold
from review.words.light_words import POINTING_BACK
from review.words.turning_words import EXCEPTIONS, MODALS, NEGATIONS, ONLY, PLANS, SAID_OF_ANYTHING

# "Art. 28" and "Abs. 3 lit. b" go on behind their points.
_SHORT = ("Art", "art", "Arts", "Abs", "lit", "Nr", "Ziff", "Sec")
_GOES_ON = "".join(rf"(?<!\b{short}\.\s)" for short in _SHORT)
# A sentence ends at its mark before a capital, a digit or a bracket; table cells and
# list separators end it too. Other abbreviations cut a sentence short, which costs
# little: the rest of it still counts as its neighbourhood.
# It always begins with white space, which is the fastest to look for.
# An answer is read together with its question: "Do you sell notes? No."
_ANSWERED = (
    r"(?:Yes|No|Not|Never|Always|Only|Ja|Nein|Nie|Niemals|Nur|Oui|Non|Jamais|Seulement|Sí|Sì|Sim"
    r"|Não|Nee)\b"
)
_NEXT_SENTENCE = (
    rf"(?:(?<=[.!;]\s){_GOES_ON}|(?<=\?\s)(?!\s*{_ANSWERED}))\s*(?=[^\W_a-zäöüàâçéèêëîïôùûœ])"
)
_SENTENCE_END = re.compile(rf"\s(?:{_NEXT_SENTENCE}|\|\s|(?<=\n))")
# The same, where the cells of a row say one thing together.
_ROW_END = re.compile(rf"\s(?:{_NEXT_SENTENCE}|(?<=\n))")
CELL = " | "
ANSWER = 3  # words of a cell that only answers what its row asks


def numbered(text: str, starts: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the number of the sentence, and of the row, that each word stands in."""
    sentences = _sentences(text, starts, _SENTENCE_END)
    return sentences, _sentences(text, starts, _ROW_END) if CELL in text else sentences


def touched_by(
    words: Sequence[str],
    changed: Sequence[bool],
    sentences: Sequence[int],
    rows: Sequence[int],
    signs: AbstractSet[int],
) -> set[int]:
    """Return the numbers of the sentences touched; in `signs` one without a word changed."""
    touched = set(compress(sentences, changed)) | signs
    if rows is not sentences:
        touched |= _answered(changed, sentences, rows, touched)
    return touched | _leant_on(words, sentences, touched)


def signs_in(
    starts: Sequence[int], spans: Sequence[tuple[int, int]], sentences: Sequence[int]
) -> set[int]:
    """Return the sentences in which a sign without a word came or went: a tick."""
    found = set()
    for start, end in spans:
        place = bisect_left(starts, start)
        if starts and (place == len(starts) or starts[place] >= end):
            found.add(sentences[min(place, len(starts) - 1)])
    return found


def _answered(
    changed: Sequence[bool], cells: Sequence[int], rows: Sequence[int], touched: AbstractSet[int]
) -> set[int]:
    """Return all cells of the rows in which no more changed than an answer: "Yes", a tick."""
    news = Counter(compress(rows, changed))
    answered = {row for cell, row in zip(cells, rows, strict=True) if cell in touched}
    answered = {row for row in answered if news[row] <= ANSWER}
    return {cell for cell, row in zip(cells, rows, strict=True) if row in answered}


def _leant_on(
    words: Sequence[str], sentences: Sequence[int], touched: AbstractSet[int]
) -> set[int]:
    """Return the sentences before those that say of what they speak by a pronoun, or not at all.

    "We may sell it" and "The free plan is excluded" speak of what stands in front of them.
    """
    leaning = set()
    for number in touched:
        first, last = bisect_left(sentences, number), bisect_right(sentences, number)
        if number and last - first <= _SHORT_SENTENCE and _leans(frozenset(words[first:last])):
            leaning.add(number - 1)
    return leaning


def _leans(words: AbstractSet[str]) -> bool:
    """Tell whether a sentence turns what another said: "it takes a week" turns nothing."""
    if not _LEAVING_OUT.isdisjoint(words):
        return True
    return not (_POINTING.isdisjoint(words) or _TURNING.isdisjoint(words))


_SHORT_SENTENCE = 14  # words; a longer one says itself of what it speaks
_POINTING = frozenset(map(fold, POINTING_BACK | (PLANS - SAID_OF_ANYTHING)))
_LEAVING_OUT = frozenset(map(fold, EXCEPTIONS))
_TURNING = frozenset(map(fold, {*NEGATIONS, *MODALS, *ONLY}))


def _sentences(text: str, starts: Sequence[int], end: re.Pattern[str]) -> list[int]:
    """Return the number of the sentence that stands at each offset."""
    ends = [bisect_left(starts, match.start()) for match in end.finditer(text)]
    numbers: list[int] = []
    for number, (first, last) in enumerate(pairwise([0, *ends, len(starts)])):
        numbers += [number] * (last - first)
    return numbers
