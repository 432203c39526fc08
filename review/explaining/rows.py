"""What became of the row of a table or a list of vendors, said in one clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.change import FindingKind, Passage, PassageKind
from domain.sentence import Sentence
from review.explaining.quotes import is_sentence, quoted, shortened

CELLS = " | "

_SUBPROCESSORS = re.compile(
    r"sub-?\s?processor|subcontractor|unterauftrag|subunternehm|sous-traitant|sub-?encargad",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r",\s|:\s|\s[(\u2013\u2014-]")  # behind the name of who is listed
_SEVERAL = 2
_MOST_NAMED = 3
_ANSWER = 3  # words of a cell that only answers what its row asks


def row_told(passage: Passage) -> Sentence | None:
    """Say what became of a row, None where it is reworded as any other text, or is none."""
    if CELLS not in passage.before + passage.after:
        return _vendors_told([name], passage.kind) if (name := _vendor(passage)) else None
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
    if name := _vendor(passage):
        return _vendors_told([name], passage.kind)
    came = passage.kind is PassageKind.ADDED
    cells = [cell for cell in _cells(passage.after or passage.before) if cell]
    where = _where(passage, cells[0])
    text = shortened(cells[0]) if where else shortened(", ".join(cells[:2]))
    return Sentence(
        f"An entry was {'added' if came else 'removed'}: {quoted(text, 'en')}{where}",
        f"Ein Eintrag {'kam hinzu' if came else 'entfiel'}: {quoted(text, 'de')}{where}",
    )


def vendors_told(passages: Sequence[Passage]) -> tuple[Sentence, int] | None:
    """Say which subprocessors came, or went, together with that of the first passage.

    In the order of the page, with how many of the passages that tells; None where the first
    one is of no subprocessor, or is the only one.
    """
    same = [one for one in passages if one.kind is passages[0].kind and _vendor(one)]
    if len(same) < _SEVERAL or passages[0] not in same:
        return None
    same.sort(key=lambda one: (one.new_block or 0, one.old_block or 0))
    return _vendors_told([_vendor(one) for one in same], passages[0].kind), len(same)


def _vendors_told(names: Sequence[str], kind: PassageKind) -> Sentence:
    came, count = kind is PassageKind.ADDED, len(names)
    named, more = ", ".join(names[:_MOST_NAMED]), max(0, count - _MOST_NAMED)
    if count < _SEVERAL:
        return Sentence(
            f"A subprocessor was {'added' if came else 'removed'}: {named}",
            f"Ein Unterauftragnehmer {'kam hinzu' if came else 'entfiel'}: {named}",
        )
    more_en, more_de = (f" and {more} more", f" und {more} weitere") if more else ("", "")
    return Sentence(
        f"{count} subprocessors were {'added' if came else 'removed'}: {named}{more_en}",
        f"{count} Unterauftragnehmer {'kamen hinzu' if came else 'entfielen'}: {named}{more_de}",
    )


def _vendor(passage: Passage) -> str:
    """Return the subprocessor that an entry which came or went names, with where; "" if none."""
    if passage.kind not in (PassageKind.ADDED, PassageKind.REMOVED):
        return ""
    came = passage.kind is PassageKind.ADDED
    text = passage.after or passage.before
    parties = _named(passage, FindingKind.PARTY_ADDED if came else FindingKind.PARTY_REMOVED)
    if CELLS in text:
        name = next(filter(None, _cells(text)), "")
        is_one = bool(parties and _SUBPROCESSORS.search(f"{passage.heading} {text}"))
    else:
        name = _PURPOSE.split(text, maxsplit=1)[0]
        is_listed = _SUBPROCESSORS.search(passage.heading) and not _SUBPROCESSORS.search(name)
        is_one = bool(is_listed and not is_sentence(text) and any(one in name for one in parties))
    return shortened(name) + _where(passage, name) if is_one and name else ""


def _where(passage: Passage, name: str) -> str:
    came = passage.kind is PassageKind.ADDED
    named = _named(passage, FindingKind.REGION_ADDED if came else FindingKind.REGION_REMOVED)
    return f" ({', '.join(named[:3])})" if named and named[0] != name else ""


def _named(passage: Passage, kind: FindingKind) -> list[str]:
    return [one.after or one.before for one in passage.findings if one.kind is kind]
