"""A product or company renamed throughout a document: one finding, not forty passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from domain.change import Finding, FindingKind
from domain.document import BlockKind
from review.comparing.differences import Difference, Side
from review.words.dates import read_date
from review.words.regions import regions
from review.words.small_words import MODALS, NEGATIONS, QUANTIFIERS, STOP_WORDS
from review.words.wording import Word

_LONGEST = 5
_OFTEN = 3  # so many times, a name needs nothing else to count as renamed
_LEFT = 0.1  # share of the old name's places that may keep it
_NEVER_A_NAME = NEGATIONS | QUANTIFIERS | MODALS.keys() | {"free", "paid", "trial", "api"}

Name = tuple[str, ...]


def renames(differences: Sequence[Difference], old: str, new: str) -> dict[Name, Name]:
    """Return the names that were replaced throughout, by their words."""
    seen = Counter(
        pair for found in differences if _may_rename(found) for pair in _candidates(found)
    )
    if not seen:
        return {}
    likely = [
        (before, after)
        for (before, after), times in seen.items()
        if times >= _OFTEN
        or (_share_a_word(before, after) and times > _is_longer(before, after))
        or _mentions(before, new)
        or _mentions(after, old)
    ]
    return {before: after for before, after in likely if _throughout(before, after, old, new)}


def as_findings(renamed: dict[Name, Name]) -> tuple[Finding, ...]:
    """Return one finding for each name."""
    return tuple(
        Finding(FindingKind.RENAMED, " ".join(before), " ".join(after))
        for before, after in renamed.items()
    )


def is_rename(went: Sequence[Word], came: Sequence[Word], renamed: dict[Name, Name]) -> bool:
    """Tell whether an edit does nothing but put the new name for the old one."""
    if not renamed or not (went or came):
        return False
    before = " " + " ".join(word.key for word in went) + " "
    after = " " + " ".join(word.key for word in came) + " "
    for old, new in renamed.items():
        before = before.replace(f" {' '.join(old)} ", f" {' '.join(new)} ")
    if before == after:
        return True
    return any(_ends_alike(old, new, went, came) for old, new in renamed.items())


def _ends_alike(old: Name, new: Name, went: Sequence[Word], came: Sequence[Word]) -> bool:
    """Tell whether an edit is the part of two names in which they differ."""
    before, after = tuple(w.key for w in went), tuple(w.key for w in came)
    return (
        old[len(old) - len(before) :] == before
        and new[len(new) - len(after) :] == after
        and old[: len(old) - len(before)] == new[: len(new) - len(after)]
    )


def _may_rename(found: Difference) -> bool:
    """A row about another party is another party, not a rename."""
    return all(unit.block.kind is not BlockKind.TABLE_ROW for unit in found.new.units)


def _candidates(found: Difference) -> Iterable[tuple[Name, Name]]:
    for hunk in found.hunks:
        went = found.old.words[hunk.old_start : hunk.old_end]
        came = found.new.words[hunk.new_start : hunk.new_end]
        brand = _brand(found.old, hunk.old_start)
        if not all(_is_name(words) or (brand and not words) for words in (went, came)):
            continue
        yield (
            brand + tuple(word.key for word in went),
            brand + tuple(word.key for word in came),
        )


def _brand(side: Side, place: int) -> Name:
    """Return the capitalised word before an edit: "Acme" in "Acme [Team]".

    A label ("Controller: [Acme]") is no part of the name behind it.
    """
    if not place:
        return ()
    word = side.words[place - 1]
    is_label = side.text[word.end : word.end + 1] in {":", ",", ";", ".", "("}
    is_brand = word.key[0].isupper() and word.key.lower() not in STOP_WORDS
    return (word.key,) if is_brand and not is_label else ()


def _is_name(words: Sequence[Word]) -> bool:
    return (
        0 < len(words) <= _LONGEST
        and all(_looks_like_a_name(word) or word.key.lower() in STOP_WORDS for word in words)
        and _looks_like_a_name(words[0])
        and not any(word.key.lower() in _NEVER_A_NAME for word in words)
        and not any(read_date(word.key) for word in words)
        and not regions(list(words))
    )


def _looks_like_a_name(word: Word) -> bool:
    """A capital or, as in "37signals", letters glued to a number."""
    key = word.key
    return key[0].isupper() or (key[0].isdigit() and key[-1].isalpha() and " " not in key)


def _is_longer(before: Name, after: Name) -> bool:
    """Tell whether a name only lost or won words: once alone, that is no rename."""
    return len(before) != len(after)


def _share_a_word(before: Name, after: Name) -> bool:
    return not {key.lower() for key in before}.isdisjoint(key.lower() for key in after)


def _mentions(name: Name, text: str) -> int:
    """Count where a text says that something was called that before."""
    formerly = rf"\b(?:{_FORMERLY})\W+(?:the\W+)?{_pattern(name).pattern}"
    return len(re.findall(formerly, text, re.IGNORECASE))


_FORMERLY = (
    r"formerly(?: known as| called)?|previously(?: known as| called)?|renamed from|ehemals|vormals"
    r"|früher|zuvor|anciennement|auparavant|antes|anteriormente|già|in precedenza"
)


def _throughout(before: Name, after: Name, old: str, new: str) -> bool:
    """Tell whether the old name gave way everywhere to one that was not there before."""
    old_name, new_name = _pattern(before), _pattern(after)
    had = len(old_name.findall(old))
    left = len(old_name.findall(_without(new, after, before))) - _mentions(before, new)
    already = len(new_name.findall(_without(old, before, after))) - _mentions(after, old)
    return left <= _LEFT * had and already <= _LEFT * had


def _without(text: str, name: Name, other: Name) -> str:
    """Return a text without a name that begins with the other: "Acme AI" holds "Acme"."""
    holds = len(name) > len(other) and name[: len(other)] == other
    return _pattern(name).sub(" ", text) if holds else text


def _pattern(name: Name) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(map(re.escape, name)) + r"\b")
