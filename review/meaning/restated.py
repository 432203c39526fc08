"""A sentence put in other words: every word with a meaning of its own is accounted for.

Where `paraphrase` follows the order of what is said, this counts it: each word that
went came again in another form or as a synonym, and no word that can turn, bound or
direct a statement is among them.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from review.comparing.differences import Difference, Side
from review.meaning.edits import is_weighty
from review.meaning.order import in_order, same_order
from review.meaning.spoken import GRAMMAR, POSSESSIVES, names_of, plain_parts
from review.words.endings import is_same_word
from review.words.regions import regions
from review.words.turning_words import NEGATIONS, PERSONS
from review.words.wording import Word

# Weighty elsewhere, and without weight where nothing else changed: what is said of the
# future is a promise in either tense, and "any third party" is "a third party".
_WEIGHTLESS = frozenset({"will", "shall", "any", "wird", "werden"})
_AGENT = frozenset({"by", "von", "durch", "par", "por", "da"})
_UNCOUNTED = _WEIGHTLESS | _AGENT
_FEW = 3  # sentences that may be split and joined when read together
_MOST = 60  # changed words beyond which nobody could vouch for the meaning


def is_restated(found: Difference) -> bool:
    """Tell whether each changed sentence of a reworded block says what it said."""
    if not (found.old.units and found.new.units) or not found.hunks:
        return False
    if len(found.removed) + len(found.added) > _MOST:
        return False
    if len(list(_telling(found.removed))) != len(list(_telling(found.added))):
        return False  # one of them has no like: mostly so, and the sentences need not be read
    names = frozenset(names_of(found.old)) | frozenset(names_of(found.new))
    return all(_says_the_same(found, *pair, names) for pair in _changed_sentences(found))


Changed = tuple[list[Word], list[list[Word]]]
"""The words of some sentences, and the runs of them that changed."""


def _changed_sentences(found: Difference) -> Iterator[tuple[Changed, Changed]]:
    """Yield the sentences that changed, older and newer, side by side."""
    old = _touched(found.old, [(hunk.old_start, hunk.old_end) for hunk in found.hunks])
    new = _touched(found.new, [(hunk.new_start, hunk.new_end) for hunk in found.hunks])
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield _joined(old), _joined(new)


def _touched(side: Side, spans: Sequence[tuple[int, int]]) -> list[Changed]:
    """Return the sentences in which something changed, or where something came or went."""
    touched = []
    for first, last in side.sentences:
        runs = [
            side.words[max(first, start) : min(last, end)]
            for start, end in spans
            if start < last and (end > first or (start == end and start >= first))
        ]
        if runs:
            touched.append((side.words[first:last], runs))
    return touched


def _joined(sentences: Sequence[Changed]) -> Changed:
    return (
        [word for words, _ in sentences for word in words],
        [run for _, runs in sentences for run in runs],
    )


def _says_the_same(found: Difference, old: Changed, new: Changed, names: frozenset[str]) -> bool:
    went, came = (_counted(runs, names) for runs in (old[1], new[1]))
    if went is None or came is None or _is_widened(old, new) or _is_widened(new, old):
        return False
    forms = _match(went, came)
    if forms is None:
        return False
    in_place = same_order(
        in_order(found.old, old[0], skipped=_UNCOUNTED),
        in_order(found.new, new[0], lambda part: forms.get(part, part), _UNCOUNTED),
    )
    if _has_agent(old[1]) is not _has_agent(new[1]):
        return not in_place  # "they are paid by us" is not "they pay us"
    return in_place and _order(old[0], names) == _order(new[0], names)


def _is_widened(narrow: Changed, wide: Changed) -> bool:
    """Tell whether "any" came without an "a" that went for it, and nothing is denied."""
    keys = [{word.key.lower() for run in runs for word in run} for _, runs in (narrow, wide)]
    if "any" not in keys[1] - keys[0] or not _ARTICLES.isdisjoint(keys[0]):
        return False
    return NEGATIONS.isdisjoint(word.key.lower() for word in wide[0])


_ARTICLES = frozenset({"a", "an"})


def _counted(runs: Iterable[Sequence[Word]], names: frozenset[str]) -> list[str] | None:
    """Return the words that say something, None when one of them can turn the statement."""
    said = []
    for run in runs:
        for part in _telling(run):
            if part not in names and _turns(part):
                return None
            said.append(part)
        if regions([word.key for word in run]):
            return None
    return said


def _telling(run: Iterable[Word]) -> Iterator[str]:
    """Yield what words say, without what grammar asks for."""
    for word in run:
        for part in plain_parts(word.key):
            if part not in _UNCOUNTED and part not in GRAMMAR:
                yield part


def _match(went: Sequence[str], came: Sequence[str]) -> dict[str, str] | None:
    """Return what each other form that came stands for, None when a word has no like."""
    left = list((Counter(came) - Counter(went)).elements())
    forms: dict[str, str] = {}
    for word in (Counter(went) - Counter(came)).elements():
        like = next((other for other in left if is_same_word(word, other)), None)
        if like is None or word in POSSESSIVES:
            return None
        left.remove(like)
        forms[like] = word
    return None if left else forms


def _order(words: Sequence[Word], names: frozenset[str]) -> list[str]:
    """Return in order who, what and whether: what must not change places."""
    return [
        part
        for word in words
        for part in plain_parts(word.key)
        if part not in _WEIGHTLESS and (part in names or is_weighty(part) or part in _DIRECTIONS)
    ]


_DIRECTIONS = frozenset(
    "we i they you he she from to von aus nach zu wir ich nous je de vers".split()
)


def _turns(part: str) -> bool:
    """Tell whether a word turns or bounds a statement, whoever it speaks of."""
    return part[0].isdigit() or (is_weighty(part) and part not in PERSONS)


def _has_agent(runs: Iterable[Sequence[Word]]) -> bool:
    return any(word.key.lower() in _AGENT for run in runs for word in run)
