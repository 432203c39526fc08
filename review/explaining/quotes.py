"""Quotes that an editor can read at a glance: a few words, no borders of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile, zip_longest

from review.words.folding import folded_text, folded_words
from review.words.light_words import STOP_WORDS

_MOST_WORDS = 18
_SHORT_TEXT = 12  # so many words are quoted in full
_OPENING = 6  # words of a long sentence that say what it is about
_AROUND = 3  # words on either side of those that matter
_LONGEST_RUN = 10  # so many changed words at one place
_BEFORE_CHANGE, _BEHIND_CHANGE = 2, 5  # unchanged words that are read along
_SHORT_TITLE = 8  # so many words without a full stop are no sentence
_LONGEST_WORD = 60
_GAP = "…"
_CELLS = re.compile(r"\s*\|\s*")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u201f]')
_EDGES = " \t,;:-|\u2013\u2014"
_CLOSING = "\"')]\u201d\u2019"
_OPENED = re.compile(r"\s*(?:[(\[]\s*'?|\s')$")
_CLOSED = re.compile(r"(?:'\s*)?[)\]]$")
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
    text = _STOPS.sub("", text.strip(_EDGES)).strip(_EDGES)
    text = _OPENED.sub("", text)
    if text.count(")") > text.count("(") or text.count("]") > text.count("["):
        text = _CLOSED.sub("", text)
    return f"„{text}“" if language == "de" else f"“{text}”"


def shortened(text: str, telling: Iterable[str] = ()) -> str:
    """Return the opening of a text and what stands around the first telling words in it."""
    tokens = [Token(word) for word in text.split()]
    keep = set(range(_OPENING))
    last = _OPENING
    if spoken := _spoken([folded_text(token.text) for token in tokens], telling):
        last = spoken.stop + _AROUND
        keep.update(range(spoken.start - _AROUND, last))
    # What the telling words leave of the room is for those behind them.
    keep.update(range(last, last + max(0, _MOST_WORDS - 2 - len(keep))))
    return _kept(tokens, keep)


def _spoken(keys: Sequence[str], telling: Iterable[str]) -> range | None:
    """Return where the first of the telling phrases stands that does."""
    for phrase in telling:
        wanted = folded_text(phrase).split()
        for place in range(len(keys) - len(wanted) + 1):
            if wanted and " ".join(keys[place : place + len(wanted)]).split() == wanted:
                return range(place, place + len(wanted))
    return None


def elided(tokens: Sequence[Token], telling: Iterable[str] = ()) -> str:
    """Return words of which the changed ones matter: long runs of others are left out.

    Where the changed ones are too many, the runs of them with telling words are quoted
    first, then the longest.
    """
    runs = list(changed_runs([token.changed for token in tokens]))
    if not runs:
        return _kept(tokens, set(range(_MOST_WORDS)), whole=_SHORT_TEXT)
    told = {word for phrase in telling for word in folded_words(phrase)} - STOP_WORDS
    tell = {
        place
        for place, token in enumerate(tokens)
        if token.changed and not told.isdisjoint(folded_words(token.text))
    }
    ordered = sorted(runs, key=lambda run: (tell.isdisjoint(run), -len(run)))
    keep = _with_room(tokens, ordered, tell)
    # The verb of what changed mostly stands in front of it.
    front = range(min(keep) - 1, -1, -1)
    keep.update(front[: _MOST_WORDS - len(keep)])
    return _kept(tokens, keep, whole=_SHORT_TEXT)


def _with_room(tokens: Sequence[Token], runs: Sequence[range], tell: set[int]) -> set[int]:
    """Return the places that a quote has room for: of changed words first, then around them.

    The runs come in the order in which they are quoted.
    """
    spoken = [_most_of(run, tell) for run in runs]
    keep = set(spoken[0])
    for most in spoken[1:]:
        keep.update(most if len(keep) + len(most) <= _MOST_WORDS else ())
    for gap in _gaps(keep):
        keep.update(gap if len(keep) + len(gap) <= _MOST_WORDS else ())
    for run, most in zip(runs, spoken, strict=True):
        if keep.issuperset(most):
            around = [place for place in _beside(run, most, tokens) if place not in keep]
            keep.update(around[: _MOST_WORDS - len(keep)])
    for place, token in enumerate(tokens):  # what room is left is for runs that were cut
        if token.changed and place - 1 in keep and len(keep) < _MOST_WORDS:
            keep.add(place)
    return keep


def _gaps(keep: set[int]) -> list[range]:
    """Return the words between two of those places, where they are few: the fewest first."""
    places = sorted(keep)
    gaps = (range(first + 1, last) for first, last in pairwise(places))
    return sorted((gap for gap in gaps if 0 < len(gap) <= _BEHIND_CHANGE), key=len)


def _most_of(run: range, tell: set[int]) -> range:
    """Return the beginning of a run of changed words, or what is around those that tell."""
    if len(run) <= _LONGEST_RUN:
        return run
    first = min(tell.intersection(run), default=run.start)
    start = run.start if first < run.start + _LONGEST_RUN else first - _AROUND
    return range(start, min(start + _LONGEST_RUN, run.stop))


def _beside(run: range, spoken: range, tokens: Sequence[Token]) -> list[int]:
    """Return the unchanged words around a run that are read along, the nearest first."""
    before = range(run.start - 1, run.start - 1 - _BEFORE_CHANGE, -1)
    behind = range(run.stop, run.stop + _BEHIND_CHANGE)
    found: list[int] = []
    for places, joins in ((before, spoken.start == run.start), (behind, spoken.stop == run.stop)):
        inside = (place for place in places if joins and 0 <= place < len(tokens))
        found += takewhile(lambda place: not tokens[place].changed, inside)
    return found


def changed_runs(changed: Sequence[bool]) -> Iterator[range]:
    """Yield the places of words that changed one next to the other."""
    first = 0
    for place, is_changed in enumerate(changed):
        if not is_changed:
            first = place + 1
        elif place + 1 == len(changed) or not changed[place + 1]:
            yield range(first, place + 1)


def _kept(tokens: Sequence[Token], keep: set[int], *, whole: int = _MOST_WORDS) -> str:
    """Return the tokens of these places, with a mark where others were left out."""
    length = len(tokens)
    if length <= whole:
        return " ".join(_printed(token) for token in tokens)
    keep = {place for place in range(length) if place in keep or _stands_alone(place, keep, length)}
    for place in sorted(keep, reverse=True):
        if place + 1 < length and place + 1 not in keep and _leads_on(*tokens[place : place + 2]):
            keep.discard(place)
    words: list[str] = []
    for place, token in enumerate(tokens):
        if place in keep:
            words.append(_printed(token))
        elif not words or words[-1] != _GAP:
            if words:
                words[-1] = words[-1].rstrip(_EDGES)
            words.append(_GAP)
    return " ".join(words)


def _printed(token: Token) -> str:
    return token.text if len(token.text) <= _LONGEST_WORD else _GAP


def _leads_on(token: Token, following: Token) -> bool:
    """Tell whether a word says nothing where a quote ends with it."""
    return is_light(token.text) and not (token.changed and not following.changed)


def is_light(text: str) -> bool:
    """Tell whether all words of a text are prepositions, articles, pronouns and the like."""
    return all(word in STOP_WORDS for word in folded_words(text)) or (
        text.strip(_EDGES + "().").lower() in STOP_WORDS  # "(e.g."
    )


def without_light_end(words: Sequence[str]) -> list[str]:
    """Return words up to the last one that says something."""
    last = next((i for i in range(len(words), 0, -1) if not is_light(words[i - 1])), len(words))
    return list(words[:last])


def _stands_alone(place: int, keep: set[int], length: int) -> bool:
    """Tell whether leaving out one word would save nothing."""
    return place - 1 in keep and (place + 1 in keep or place + 1 == length)


def ends_sentence(word: str, following: str) -> bool:
    """Tell whether a sentence ends between two words of a text."""
    if word == "|" or following == "|":
        return True
    if word[-1:].isalnum():
        return False  # as most words
    bare = word.rstrip(_CLOSING)
    if not bare.endswith((".", "!", "?", ";")) or _NO_END.search(bare):
        return False
    return not following[:1].islower()


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    found: list[list[str]] = [[]]
    words = text.split()
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word != "|":
            found[-1].append(word)
        if ends_sentence(word, following) and found[-1]:
            found.append([])
    return [" ".join(sentence) for sentence in found if sentence]


def is_sentence(text: str) -> bool:
    """Tell a sentence from a title, a name or a few words."""
    return len(text.split()) > _SHORT_TITLE or text.rstrip(_CLOSING + " ").endswith((".", "!", "?"))


def most_telling_sentence(text: str, telling: Iterable[str]) -> str:
    """Return the sentence with most of the telling words, the first of equals."""
    phrases = [f" {folded_text(phrase)} " for phrase in telling]

    def told(sentence: str) -> int:
        folded = f" {folded_text(sentence)} "
        return sum(phrase in folded for phrase in phrases)

    return max(sentences(text), key=told, default=text)
