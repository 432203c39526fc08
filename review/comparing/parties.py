"""Companies that a text names: by their legal form, or as the subject of a table row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain.document import BlockKind
from review.comparing.differences import Side
from review.words.folding import fold
from review.words.light_words import COMPANY_FORMS, STOP_WORDS
from review.words.page_words import COLUMN_NAMES
from review.words.vendor_words import ENTRY, heads_receivers
from review.words.wording import Word

_LONGEST_NAME = 5
_LONGEST_CELL = 8
_LETTERS = re.compile(r"\w+")


def parties(side: Side) -> list[str]:
    """Return the names of one side, in order, each once however it is punctuated.

    The first cell of a row says the name in full, so it comes before the runs of words.
    """
    if not side.units:
        return []
    found = [
        unit.block.cells[0].strip()
        for unit in side.units
        if unit.block.kind is BlockKind.TABLE_ROW and not unit.block.header and unit.block.cells
        if _is_name(unit.block.cells[0])
    ]
    found += _company_names(side)
    kept: dict[str, str] = {}
    for name in found:
        if not any(f" {_bare(name)} " in f" {longer} " for longer in kept):
            kept[_bare(name)] = name
    return list(kept.values())


def listed(side: Side, heading: str) -> list[str]:
    """Return whom the entries of a list name, where such a list is what the heading says.

    "Acme (analytics) - Ireland" and "Acme Cloud: hosting" need no legal form there.
    """
    if not heads_receivers(heading):
        return []
    entries = (unit for unit in side.units if unit.block.kind is BlockKind.LIST_ITEM)
    names = (found[1] for unit in entries if (found := ENTRY.match(unit.text)))
    known = " ".join(map(_bare, parties(side)))
    return [name for name in names if not _is_label(name) and _bare(name) not in known]


def _is_label(name: str) -> bool:
    """Tell whether what stands in front of a colon or a comma is no name: "Note", "Country"."""
    words = name.lower().split()
    return COLUMN_NAMES.issuperset(words) or words[0] in _NO_NAMES


_NO_NAMES = STOP_WORDS | frozenset(
    {
        *("note", "hinweis", "moreover", "furthermore", "however", "unfortunately", "yes", "no"),
        *("sure", "also", "example", "important", "wichtig", "beispiel", "remarque", "nota"),
    }
)


def named_beyond(known: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return the names that are not among the known ones, whatever their punctuation."""
    bare = {_bare(name) for name in known}
    return [name for name in names if _bare(name) not in bare]


def _bare(name: str) -> str:
    return " ".join(_LETTERS.findall(name.casefold().replace(".", "")))


def _company_names(side: Side) -> list[str]:
    """Return the runs of capitalised words that end in a legal form ("Acme Cloud GmbH")."""
    words = side.words
    forms = [
        place
        for place, key in enumerate(side.keys)
        if (not key.islower() or "." in key) and fold(key).replace(".", "") in _FORMS
    ]
    found = []
    for place in forms:
        first = place
        while first and place - first < _LONGEST_NAME and _in_name(words[first - 1]):
            first -= 1
        if first < place:
            found.append(" ".join(part.text for part in words[first : place + 1]))
    return found


_FORMS = frozenset(fold(form).replace(".", "") for form in COMPANY_FORMS) - {"as", "co"}


def _in_name(word: Word) -> bool:
    shouted = word.key.isupper() and len(word.key) > 1  # "IT" is no "it"
    return word.key[0].isupper() and (shouted or word.key.lower() not in STOP_WORDS)


def _is_name(cell: str) -> bool:
    cell = cell.strip()
    return bool(cell) and cell[0].isupper() and len(cell.split()) <= _LONGEST_CELL
