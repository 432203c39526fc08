"""A product or company renamed throughout a document: one finding, not forty passages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.change import Finding, FindingKind
from domain.document import BlockKind, Document
from review.comparing.differences import Difference, Side
from review.comparing.speakers import Name, is_company, is_trade, serves, speaks
from review.words.dates import read_date
from review.words.light_words import STOP_WORDS
from review.words.regions import regions
from review.words.turning_words import MODALS, NEGATIONS, PLANS, QUANTIFIERS
from review.words.wording import Word

_LONGEST = 5
_LEFT = 0.1  # share of the old name's places that may keep it
_NEVER_A_NAME = NEGATIONS | QUANTIFIERS | MODALS.keys() | {"free", "paid", "trial", "api"}


def renames(differences: Sequence[Difference], old: Document, new: Document) -> dict[Name, Name]:
    """Return the names that were replaced throughout, by their words.

    Another name is the same thing where the text says so ("formerly"), where both names share
    a word ("Acme Notes", "Acme Pages"), or where it is what the document itself is about. Who
    serves the provider is another under another name, however often it is named.
    """
    seen = Counter(
        pair for found in differences if _may_rename(found) for pair in _candidates(found)
    )
    if not seen:
        return {}
    was, now = _Version.of(old.text), _Version.of(new.text)
    likely = [
        (before, after)
        for (before, after), times in seen.items()
        if (_share_a_word(before, after) and times > _is_longer(before, after))
        or now.mentions(before)
        or was.mentions(after)
        or (" ".join(before) not in now.text and _is_product(before, old, after, new))
    ]
    return {before: after for before, after in likely if _throughout(before, after, was, now)}


def _is_product(before: Name, old: Document, after: Name, new: Document) -> bool:
    """Tell whether two names are those of what the document itself is about."""
    named = ((before, old), (after, new))
    if not all(speaks(*one) for one in named):
        return False
    return not any(is_company(*one) or serves(*one) for one in named)


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
        if regions(found.old.keys[max(0, hunk.old_start - 1) : hunk.old_end]):
            continue  # "United States"
        if not brand and all(word.key.lower() in PLANS for word in (*went, *came)):
            continue  # "Team users" and "Pro users" are not the same, "Acme Team" may be
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
    is_brand = is_brand and not is_trade(word.key)
    return (word.key,) if is_brand and not is_label else ()


def _is_name(words: Sequence[Word]) -> bool:
    return (
        0 < len(words) <= _LONGEST
        and all(_looks_like_a_name(word) or word.key.lower() in STOP_WORDS for word in words)
        and _looks_like_a_name(words[0])
        and not any(word.key.lower() in _NEVER_A_NAME for word in words)
        and not any(read_date(word.key) for word in words)
        and not regions([word.key for word in words])
        and not all(_GRADE.fullmatch(word.key) for word in words)
    )


_GRADE = re.compile(r"[IVX]+|[A-Z]")  # "Type II", "Class B"


def _looks_like_a_name(word: Word) -> bool:
    """A capital or, as in "37signals", letters glued to a number."""
    key = word.key
    return key[0].isupper() or (key[0].isdigit() and key[-1].isalpha() and " " not in key)


def _is_longer(before: Name, after: Name) -> bool:
    """Tell whether a name only lost or won words: once alone, that is no rename."""
    return len(before) != len(after)


def _share_a_word(before: Name, after: Name) -> bool:
    return not {key.lower() for key in before}.isdisjoint(key.lower() for key in after)


_FORMERLY = (
    *("formerly", "previously", "renamed from", "ehemals", "vormals", "früher", "zuvor"),
    *("anciennement", "auparavant", "antes", "anteriormente", "già", "in precedenza"),
)
_CALLED = rf"(?:{'|'.join(_FORMERLY)})(?: known as| called)?\W+(?:the\W+)?"
_FAR = 200  # characters behind such a word within which a name stands


@dataclass(frozen=True)
class _Version:
    """One version's text, and in lower case what follows each word that says "formerly"."""

    text: str
    formerly: Sequence[str]

    @classmethod
    def of(cls, text: str) -> _Version:
        low = text.lower()
        places = (
            place.start()
            for word in _FORMERLY
            if word in low  # a text is long, and few say so
            for place in re.finditer(_beginning(word), low)
        )
        return cls(text, [low[place : place + _FAR] for place in places])

    def mentions(self, name: Name) -> int:
        """Count where the text says that something was called that before."""
        low = tuple(key.lower() for key in name)
        near = [text for text in self.formerly if all(key in text for key in low)]
        said = _CALLED + _pattern(low).pattern if near else ""
        return sum(bool(re.match(said, text)) for text in near)


def _throughout(before: Name, after: Name, old: _Version, new: _Version) -> bool:
    """Tell whether the old name gave way everywhere to one that was not there before."""
    old_name, new_name = _pattern(before), _pattern(after)
    had = len(old_name.findall(old.text))
    left = len(old_name.findall(_without(new.text, after, before))) - new.mentions(before)
    already = len(new_name.findall(_without(old.text, before, after))) - old.mentions(after)
    return left <= _LEFT * had and already <= _LEFT * had


def _without(text: str, name: Name, other: Name) -> str:
    """Return a text without a name that holds the other: "Acme AI" or "Acme/Elm" for "Acme"."""
    parts = tuple(part for word in name for part in word.split("/"))
    wanted = tuple(part for word in other for part in word.split("/"))
    runs = (parts[first : first + len(wanted)] for first in range(len(parts)))
    holds = len(parts) > len(wanted) and wanted in runs
    return _pattern(name).sub(" ", text) if holds else text


def _pattern(name: Name) -> re.Pattern[str]:
    first, *others = name
    return re.compile(r"\W+".join([_beginning(first), *map(re.escape, others)]) + r"\b")


def _beginning(word: str) -> str:
    r"""Return the pattern of a word's beginning.

    The letters come first, not \b: them the engine finds many times as fast.
    """
    letters = re.escape(word)
    return rf"{letters}(?<!\w{letters})"
