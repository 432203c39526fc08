"""Quotes that an editor can read at a glance: a few words, no borders of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from review.words.folding import folded_text

_MOST_WORDS = 18
_SHORT_TEXT = 12  # so many words are quoted in full
_OPENING = 6  # words of a long sentence that say what it is about
_AROUND = 3  # words on either side of those that matter
_LONGEST_STILL = 5  # so many unchanged words are read along
_LONGEST_WORD = 60
_GAP = "…"
_CELLS = re.compile(r"\s*\|\s*")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u201f]')
_OPEN = " ("
_EDGES = " \t,;:-|\u2013\u2014"
_CLOSING = "\"')]\u201d\u2019"
_APART = re.compile(r"((?:^|\s|\()') (?=\w)")
_STOPS = re.compile(r"(?<=[\w)])\.+$")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|Inc|Ltd|Corp|Co|No|Nr|Art|Abs|Ziff|bzw|cf|vs|Dr|St|z\.B|d\.h)|\b[A-Z]|"
    r"\d)[.]$"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its punctuation, and whether it differs from the other version."""

    text: str
    changed: bool = False


def quoted(text: str, language: str) -> str:
    """Return the text in the quotation marks of a language, on one line."""
    text = _QUOTES.sub("'", _CELLS.sub(", ", " ".join(text.split()))).replace("( ", "(")
    text = _APART.sub(r"\1", text)
    text = _STOPS.sub("", text.strip(_EDGES)).strip(_EDGES).rstrip(_OPEN)
    return f"„{text}“" if language == "de" else f"“{text}”"


def shortened(text: str, telling: Iterable[str] = ()) -> str:
    """Return the opening of a text and what stands around the first telling words in it."""
    tokens = [Token(word) for word in text.split()]
    keys = [folded_text(token.text) for token in tokens]
    for phrase in telling:
        wanted = folded_text(phrase).split()
        for place in range(len(keys) - len(wanted) + 1):
            if wanted and " ".join(keys[place : place + len(wanted)]).split() == wanted:
                spoken = range(place - _AROUND, place + len(wanted) + _AROUND)
                return _kept(tokens, {*range(_OPENING), *spoken})
    return _kept(tokens, set(range(_MOST_WORDS - 2)))


def elided(tokens: Sequence[Token]) -> str:
    """Return words of which the changed ones matter: long runs of others are left out."""
    keep: set[int] = set()
    still: list[int] = []
    for place, token in enumerate(tokens):
        if not token.changed:
            still.append(place)
            continue
        keep |= {place, *(still if len(still) <= _LONGEST_STILL else still[-2:])}
        still = []
    keep |= set(still[:_LONGEST_STILL])
    if not any(token.changed for token in tokens):
        keep = set(range(len(tokens)))
    return _kept(tokens, set(sorted(keep)[:_MOST_WORDS]), whole=_SHORT_TEXT)


def _kept(tokens: Sequence[Token], keep: set[int], *, whole: int = _MOST_WORDS) -> str:
    """Return the tokens of these places, with a mark where others were left out."""
    if len(tokens) <= whole:
        keep = set(range(len(tokens)))
    words: list[str] = []
    for place, token in enumerate(tokens):
        if place in keep or _stands_alone(place, keep, len(tokens)):
            words.append(token.text if len(token.text) <= _LONGEST_WORD else _GAP)
        elif not words or words[-1] != _GAP:
            if words:
                words[-1] = words[-1].rstrip(_EDGES)
            words.append(_GAP)
    return " ".join(words)


def _stands_alone(place: int, keep: set[int], length: int) -> bool:
    """Tell whether leaving out one word would save nothing."""
    return place - 1 in keep and (place + 1 in keep or place + 1 == length)


def ends_sentence(word: str, following: str) -> bool:
    """Tell whether a sentence ends between two words of a text."""
    bare = word.rstrip(_CLOSING)
    if word == "|" or following == "|":
        return True
    if not bare.endswith((".", "!", "?", ";")) or _NO_END.search(bare):
        return False
    return not following[:1].islower()


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    found: list[list[str]] = [[]]
    words = text.split()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word != "|":
            found[-1].append(word)
        if ends_sentence(word, following) and found[-1]:
            found.append([])
    return [" ".join(sentence) for sentence in found if sentence]


def most_telling_sentence(text: str, telling: Iterable[str]) -> str:
    """Return the sentence with most of the telling words, the first of equals."""
    phrases = [f" {folded_text(phrase)} " for phrase in telling]

    def told(sentence: str) -> int:
        folded = f" {folded_text(sentence)} "
        return sum(phrase in folded for phrase in phrases)

    return max(sentences(text), key=told, default=text)
