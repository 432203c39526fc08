"""Words in another order: items of a list and clauses may change places, roles may not.

"Names and photos" is "photos and names", and "If maps are old, they go" is "They go if
maps are old". "Notes are read, logs are kept" is not "Logs are read, notes are kept", though the
words are the same.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from review.comparing.differences import Side
from review.meaning.spoken import CLAUSE_END, GRAMMAR, plain_parts
from review.words.wording import Word

# Where one item of a list ends, and where another part of a sentence does.
_ITEM, _PART = "&", ","
_AND = frozenset("and or und oder sowie et ou y o".split())
# What a part of a sentence begins with, and by what it is known.
_OPENING = {
    **dict.fromkeys("if when where wenn falls lorsque quand si".split(), "if"),
    **dict.fromkeys("because weil parce".split(), "because"),
    **dict.fromkeys("unless sofern".split(), "unless"),
    **dict.fromkeys("to um pour".split(), "to"),
}
_PAIR = 2

Part = tuple[str, ...]  # the word it begins with, as known, or "", and its other words
Normal = Callable[[str], str]


def in_order(
    side: Side, words: Sequence[Word], normal: Normal = str, skipped: frozenset[str] = frozenset()
) -> list[str]:
    """Return what words of a text say, in order, with a mark wherever a part ends."""
    said: list[str] = []
    for place, word in enumerate(words):
        low = word.key.lower()
        if low in _AND:
            _end_part(said, _ITEM)
        elif low in _OPENING:
            _end_part(said, _PART + _OPENING[low])
        else:
            said += [
                normal(part)
                for part in plain_parts(low)
                if part not in GRAMMAR and part not in skipped
            ]
        following = words[place + 1].start if place + 1 < len(words) else word.end
        if side.text[word.end : following] != " " and CLAUSE_END.search(
            side.text, word.end, following
        ):
            _end_part(said, _PART)
    return said


def _is_mark(word: str) -> bool:
    return word[0] in (_ITEM, _PART)


def _end_part(said: list[str], mark: str) -> None:
    if said and _is_mark(said[-1]):
        said.pop()  # ", and" is "and"
    if said or len(mark) > 1:
        said.append(mark)


def same_order(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two runs differ at most by parts that changed places.

    Two parts may change places anywhere, more of them only as items of one list: in
    "Free: kept, Pro: sold" each part belongs to the one beside it.
    """
    if [word for word in old if not _is_mark(word)] == [word for word in new if not _is_mark(word)]:
        return True
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    return _is_other_list(_run(old, first, last), _run(new, first, last)) or _are_swapped(
        _parts(_run(old, *_whole_parts(old, first, last))),
        _parts(_run(new, *_whole_parts(new, first, last))),
    )


def is_inverted(went: Sequence[Word], came: Sequence[Word]) -> bool:
    """Tell whether a German sentence only begins with something else: "wir löschen", "löschen wir".

    Who acts is told by the word itself, wherever it stands beside its verb.
    """
    old, new = ([word.key.lower() for word in words] for words in (went, came))
    if len(old) != _PAIR or old != new[::-1] or _ACTORS.isdisjoint(old):
        return False
    return all(first.end + 1 == second.start for first, second in (went, came))


_ACTORS = frozenset({"wir", "ich"})


def _is_other_list(old: Sequence[str], new: Sequence[str]) -> bool:
    marks = [word for word in old if _is_mark(word)]
    parts, others = _parts(old), _parts(new)
    moved = all(part != other for part, other in zip(parts, others, strict=False))
    return marks[-1:] == [_ITEM] and moved and Counter(parts) == Counter(others)


def _are_swapped(old: Sequence[Part], new: Sequence[Part]) -> bool:
    return len(old) == _PAIR and list(old) == list(new)[::-1]


def _run(words: Sequence[str], first: int, last: int) -> Sequence[str]:
    return words[first : len(words) - last]


def _whole_parts(words: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """Return how many words to leave out on each side so that no part is cut."""
    end = len(words) - last
    while first > 0 and not _is_mark(words[min(first, len(words) - 1)]):
        first -= 1
    while end < len(words) and not _is_mark(words[end]):
        end += 1
    return first, len(words) - end


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


def _parts(words: Iterable[str]) -> list[Part]:
    parts: list[Part] = []
    opening = ""
    part: list[str] = []
    for word in (*words, _PART):
        if not _is_mark(word):
            part.append(word)
            continue
        if part:
            parts.append((opening, *part))
        opening, part = word[1:], []
    return parts
