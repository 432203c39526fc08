"""Blocks that come or go as a whole and state no term, each recognised by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from domain.document import Block, BlockKind
from review.comparing.differences import Side
from review.meaning.edits import is_decisive
from review.meaning.harmless_edits import is_identifier
from review.meaning.noise import Surroundings
from review.meaning.version_marks import is_date_line
from review.words.once import once
from review.words.page_words import POINTERS

_LABEL = 7  # words of a heading or a label
_POINTER_WORDS = 30
_NOTICE_SENTENCES, _NOTICE_WORDS = 4, 80
_IDENTIFIERS = 1 / 3  # share of its words from which a line only explains a name

_ANNOUNCEMENT = re.compile(
    r"\b(?:we(?:'re| are| have|'ve| will|'ll)? (?:be )?(?:recently )?(?:updat|chang|revis)\w+"
    r" (?:(?:our|the|these|this|to) )*[\w\s-]{0,60}?"
    r"(?:terms|polic\w+|notice|agreement|statement)"
    r"|(?:updates?|changes|new (?:terms|version)) (?:will )?(?:go|come|take|enter)\w* (?:into )?"
    r"(?:effect|force)|until then,? the (?:terms|policy|version)|will become effective on"
    r"|(?:preview|read|see|review|summary) (?:of )?(?:the )?(?:a )?(?:our )?"
    r"(?:new|upcoming|updated|previous|prior|key changes|changes)"
    r"|wir (?:aktualisieren|ändern|haben .{0,40} (?:aktualisiert|geändert))"
    r"|(?:bisherige|neue|frühere) fassung"
    r"|nous (?:mettons à jour|modifions|avons (?:mis à jour|modifié))"
    r"|(?:version précédente|nouvelle version))",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:please )?(?:see|visit|read|refer to|check out|learn more|find out more|click|view"
    r"|(?:for|you can find) (?:more|further|additional) (?:information|details)|more (?:information"
    r"|details)|weitere informationen|mehr (?:erfahren|informationen)|siehe|lesen sie"
    r"|en savoir plus|pour (?:en savoir plus|plus d'informations)|voir|consultez)\b",
    re.IGNORECASE,
)


# What a line says beside where to read on: whom to write to, or what is certified.
_TELLS = re.compile(
    r"\b(?:contact|obtain|request|exercise|write to|rights?|kontakt\w*|anforder\w*|rechte?"
    r"|contacte\w*|obtenir|demand\w*|droits?"
    r"|soc ?[123]|iso(?:/iec)? ?\d{4,5}|hipaa|hitrust|fedramp|tisax|pci(?: dss)?)\b|@",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:this|our|diese|unsere|ce|notre)\s(?:web)?\s?(?:site|page|seite)\b.{0,12}?"
    r"\b(?:made|built|created|powered|designed|erstellt|gebaut|gestaltet|réalisée?|conçue?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whole:
    """A block that came or went, and where it stands."""

    side: Side
    heading: str
    surroundings: Surroundings
    kind: str  # of the document

    @property
    def block(self) -> Block:
        """The block itself."""
        return self.side.units[0].block

    @once
    def sentences(self) -> list[str]:
        """Its sentences, as text."""
        return [self.side.run(first, last) for first, last in self.side.sentences]

    @once
    def is_decisive(self) -> bool:
        """Whether a word in it turns a statement round."""
        return is_decisive(self.side.keys)


def harmless_block(whole: Whole) -> str:
    """Return why a block states no term, "" when it may."""
    if whole.block.kind is BlockKind.TABLE_ROW:
        return ""
    return next((why for why, applies in _RULES if applies(whole)), "")


def _is_code(whole: Whole) -> bool:
    return whole.block.kind is BlockKind.CODE


def _is_date(whole: Whole) -> bool:
    return is_date_line(whole.side.words)


def _is_announcement(whole: Whole) -> bool:
    """That the document will change or has changed, and where to read how."""
    if len(whole.side.words) > _NOTICE_WORDS or whole.is_decisive:
        return False
    if len(whole.side.sentences) > _NOTICE_SENTENCES:
        return False
    announces = False
    for text in whole.sentences:
        if _ANNOUNCEMENT.search(text):
            announces = True
        elif not _POINTER.match(text):
            return False
    return announces


def _is_heading(whole: Whole) -> bool:
    is_heading = whole.block.kind is BlockKind.HEADING
    return is_heading and len(whole.side.words) <= _LABEL and not whole.is_decisive


def _is_label(whole: Whole) -> bool:
    """A short paragraph that stands above prose like a heading."""
    return (
        whole.block.kind is BlockKind.PARAGRAPH
        and len(whole.side.words) <= _LABEL
        and not whole.side.text.rstrip().endswith((".", ":", "!", "?"))
        and not whole.is_decisive
        and whole.surroundings.stands_above_prose(whole.side.units[0].index)
    )


def _is_about_identifiers(whole: Whole) -> bool:
    if whole.kind != "docs":
        return False
    found = sum(is_identifier(word.key) for word in whole.side.words)
    return found >= _IDENTIFIERS * len(whole.side.words)


def _is_pointer(whole: Whole) -> bool:
    """Where there is more to read, or an entry of such a list."""
    if len(whole.side.words) > _POINTER_WORDS or whole.is_decisive:
        return False
    in_list = bool(POINTERS.fullmatch(whole.heading.strip()))
    if not (in_list or all(map(_POINTER.match, whole.sentences))):
        return False
    return not _TELLS.search(whole.side.text)


def _is_credit(whole: Whole) -> bool:
    return bool(_CREDIT.match(whole.side.text)) and len(whole.sentences) == 1


_RULES: tuple[tuple[str, Callable[[Whole], bool]], ...] = (
    ("only an example of code", _is_code),
    ("only the date of the document", _is_date),
    ("an announcement about the document, not a term of it", _is_announcement),
    ("only a heading", _is_heading),
    ("only a label", _is_label),
    ("only an identifier in the documentation", _is_about_identifiers),
    ("only a pointer to further reading", _is_pointer),
    ("only what the site was made with", _is_credit),
)
