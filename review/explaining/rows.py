"""What became of the row of a table or a list of vendors, said in one clause."""

from __future__ import annotations

import re

from domain.change import FindingKind, Passage, PassageKind
from domain.sentence import Sentence
from review.explaining.quotes import quoted, shortened

CELLS = " | "

_SUBPROCESSORS = re.compile(
    r"sub-?\s?processor|subcontractor|unterauftrag|subunternehm|sous-traitant|sub-?encargad",
    re.IGNORECASE,
)
_ANSWER = 3  # words of a cell that only answers what its row asks


def row_told(passage: Passage) -> Sentence | None:
    """Say what became of a row, None where it is reworded as any other text."""
    if passage.kind in (PassageKind.ADDED, PassageKind.REMOVED):
        return _entry(passage)
    return _answer(passage) if passage.kind is PassageKind.REWORDED else None


def _answer(passage: Passage) -> Sentence | None:
    """Say what the row is about and which answer became which, where only answers changed."""
    old, new = (_cells(text) for text in (passage.before, passage.after))
    if len(old) != len(new) or not old or old[0] != new[0]:
        return None
    changed = [(was, now) for was, now in zip(old, new, strict=True) if was != now]
    if not changed or any(len(cell.split()) > _ANSWER for pair in changed for cell in pair):
        return None
    row_en, row_de = (quoted(shortened(old[0]), language) for language in ("en", "de"))
    if sorted(filter(None, old)) == sorted(filter(None, new)):
        moved = next(cell for pair in changed for cell in pair if cell)
        return Sentence(
            f"In the row {row_en}, {quoted(moved, 'en')} stands in another column",
            f"In der Zeile {row_de} steht {quoted(moved, 'de')} in einer anderen Spalte",
        )
    was, now = changed[0]
    if was and now:
        return Sentence(
            f"In the row {row_en}, {quoted(was, 'en')} became {quoted(now, 'en')}",
            f"In der Zeile {row_de} wurde aus {quoted(was, 'de')} {quoted(now, 'de')}",
        )
    en, de = ("was added", "kam hinzu") if now else ("was removed", "entfiel")
    return Sentence(
        f"In the row {row_en}, {quoted(was or now, 'en')} {en}",
        f"In der Zeile {row_de}: {quoted(was or now, 'de')} {de}",
    )


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")]


def _entry(passage: Passage) -> Sentence:
    """Say which row of a table or list came or went."""
    came = passage.kind is PassageKind.ADDED
    cells = [cell for cell in _cells(passage.after or passage.before) if cell]
    named = _named(passage, FindingKind.REGION_ADDED if came else FindingKind.REGION_REMOVED)
    where = f" ({', '.join(named[:3])})" if named and named[0] != cells[0] else ""
    is_subprocessor = _SUBPROCESSORS.search(f"{passage.heading} {passage.before} {passage.after}")
    if is_subprocessor and _named(
        passage, FindingKind.PARTY_ADDED if came else FindingKind.PARTY_REMOVED
    ):
        name = shortened(cells[0]) + where
        return Sentence(
            f"A subprocessor was {'added' if came else 'removed'}: {name}",
            f"Ein Unterauftragnehmer {'kam hinzu' if came else 'entfiel'}: {name}",
        )
    text = shortened(cells[0]) if where else shortened(", ".join(cells[:2]))
    return Sentence(
        f"An entry was {'added' if came else 'removed'}: {quoted(text, 'en')}{where}",
        f"Ein Eintrag {'kam hinzu' if came else 'entfiel'}: {quoted(text, 'de')}{where}",
    )


def _named(passage: Passage, kind: FindingKind) -> list[str]:
    return [one.after or one.before for one in passage.findings if one.kind is kind]
