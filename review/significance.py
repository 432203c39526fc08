"""What a change means to a reader: nothing, wording only, or a term that changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from domain.change import Finding, Passage, Significance
from domain.document import Block, BlockKind, Document
from review.dates import dates
from review.differences import Difference, Side
from review.harmless import Edit, decisive, directed, harmless, is_identifier
from review.noise import Surroundings
from review.page_words import POINTERS
from review.renames import as_findings, is_rename, renames
from review.vocabulary import VERSION_LABELS
from review.wording import folded

Judgement = tuple[Significance, str]
_NONE, _EDITORIAL, _SUBSTANTIVE = (
    Significance.NONE,
    Significance.EDITORIAL,
    Significance.SUBSTANTIVE,
)
_ORDER = (_NONE, _EDITORIAL, _SUBSTANTIVE)
_STILL_THERE = 4  # words from which a text found elsewhere is the same text, moved
_LABEL = 7  # words of a heading or a label
_POINTER_WORDS = 30

_ANNOUNCEMENT = re.compile(
    r"\b(?:we(?:'re| are| have|'ve| will|'ll)? (?:be )?(?:recently )?(?:updat|chang|revis)\w+"
    r" (?:(?:our|the|these|this|to) )*[\w\s-]{0,60}?(?:terms|polic\w+|notice|agreement|statement)"
    r"|(?:updates?|changes|new (?:terms|version)) (?:will )?(?:go|come|take|enter)\w* (?:into )?"
    r"(?:effect|force)|until then,? the (?:terms|policy|version)|will become effective on"
    r"|(?:preview|read|see|review|summary) (?:of )?(?:the )?(?:a )?(?:our )?"
    r"(?:new|upcoming|updated|previous|prior|key changes|changes)"
    r"|wir (?:aktualisieren|ändern|haben .{0,40} aktualisiert)|bisherige fassung|neue fassung"
    r"|nous (?:mettons à jour|modifions|avons mis à jour)|version précédente|nouvelle version)",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:please )?(?:see|visit|read|refer to|check out|learn more|find out more|click|view"
    r"|(?:for|you can find) (?:more|further|additional) (?:information|details)|more (?:information"
    r"|details)|weitere informationen|mehr (?:erfahren|informationen)|siehe|lesen sie|en savoir plus"
    r"|pour (?:en savoir plus|plus d'informations)|voir|consultez)\b",
    re.IGNORECASE,
)


class Judge:
    """Judges the places of one change, knowing the whole of both versions."""

    def __init__(
        self,
        old: Document,
        new: Document,
        differences: Sequence[Difference],
        *,
        kind: str,
    ) -> None:
        self._kind = kind
        self._old, self._new = Surroundings(old), Surroundings(new)
        self._texts = [" ".join(block.text for block in whole.blocks) for whole in (old, new)]
        self._renamed = renames(differences, *self._texts)
        self.findings: tuple[Finding, ...] = as_findings(self._renamed)

    def of_passage(self, found: Difference) -> Judgement:
        """Return the significance of one place, and why in a few words."""
        if not found.hunks:
            return _NONE, "moved without a change of wording"
        if not found.old.units:
            return self._of_block(found.new, found.heading, self._new)
        if not found.new.units:
            return self._of_block(found.old, found.heading, self._old)
        return self._of_edits(found)

    def of_change(self, passages: Sequence[Passage]) -> Judgement:
        """Return the significance of the whole change, with one sentence of reason."""
        if not passages:
            return _NONE, "The two versions read the same."
        telling = max(passages, key=lambda passage: _ORDER.index(passage.significance))
        return telling.significance, telling.note[:1].upper() + telling.note[1:] + "."

    def _still_there(self, side: Side) -> bool:
        """Tell whether a text stands as often in both versions, in other blocks."""
        text = " ".join(block.text for block in side.blocks)
        old, new = (whole.count(text) for whole in self._texts)
        return len(side.words) >= _STILL_THERE and old == new

    def _of_block(self, side: Side, heading: str, surroundings: Surroundings) -> Judgement:
        """Judge a block that came or went as a whole."""
        block = side.units[0].block
        if why := surroundings.noise(side.units[0].index, heading):
            return _NONE, why
        if self._still_there(side):
            return _NONE, "the same text stands elsewhere in the document"
        if why := _editorial_block(block, side, heading, self._kind):
            return _EDITORIAL, why
        if _is_label(block, side) and surroundings.stands_above_prose(side.units[0].index):
            return _EDITORIAL, "only a label"
        return _SUBSTANTIVE, "wording was added or removed"

    def _of_edits(self, found: Difference) -> Judgement:
        """Judge a reworded block by the worst of its edits."""
        if any(unit.block.kind is BlockKind.CODE for unit in (*found.old.units, *found.new.units)):
            return _EDITORIAL, "only an example of code changed"
        if self._is_noise_on_both_sides(found):
            return _NONE, "a label of the page, not of the document"
        if _only_reordered(found):
            return _EDITORIAL, "the same words in another order"
        whole = _net_edit(found, self._kind)
        if whole and (judged := harmless(whole)):
            return judged
        worst: Judgement = (_NONE, "")
        for hunk in found.hunks:
            edit = Edit(
                went=found.old.words[hunk.old_start : hunk.old_end],
                came=found.new.words[hunk.new_start : hunk.new_end],
                before=found.new.words[: hunk.new_start],
                after=found.new.words[hunk.new_end :],
                text=found.new.text,
                kind=self._kind,
            )
            judged = self._of_edit(edit)
            if not worst[1] or _ORDER.index(judged[0]) > _ORDER.index(worst[0]):
                worst = judged
        return worst

    def _is_noise_on_both_sides(self, found: Difference) -> bool:
        return all(
            surroundings.noise(unit.index, found.heading)
            for side, surroundings in ((found.old, self._old), (found.new, self._new))
            for unit in side.units
        )

    def _of_edit(self, edit: Edit) -> Judgement:
        if is_rename(edit.went, edit.came, self._renamed):
            return _EDITORIAL, "a name was replaced throughout"
        return harmless(edit) or (_SUBSTANTIVE, "the wording of a term changed")


def _editorial_block(block: Block, side: Side, heading: str, kind: str) -> str:
    """Return why a whole block states no term, "" when it may."""
    if block.kind is BlockKind.CODE:
        return "only an example of code"
    if block.kind is BlockKind.TABLE_ROW:
        return ""
    if dates(side.words) and all(
        word.key.lower() in VERSION_LABELS or dates([word]) for word in side.words
    ):
        return "only the date of the document"
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", side.text) if part]
    if any(map(_ANNOUNCEMENT.search, sentences)) and len(sentences) <= 4:
        return "an announcement about the document, not a term of it"
    if any(map(decisive, side.words)):
        return ""
    if block.kind is BlockKind.HEADING and len(side.words) <= _LABEL:
        return "only a heading"
    identifiers = sum(is_identifier(word.key) for word in side.words)
    if kind == "docs" and 3 * identifiers >= len(side.words):
        return "only an identifier in the documentation"
    if len(side.words) <= _POINTER_WORDS and all(map(_POINTER.match, sentences)):
        return "only a pointer to further reading"
    if POINTERS.fullmatch(heading.strip()) and len(side.words) <= _POINTER_WORDS:
        return "only a pointer to further reading"
    return ""


def _is_label(block: Block, side: Side) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(side.words) <= _LABEL
        and not side.text.rstrip().endswith((".", ":", "!", "?"))
        and not any(map(decisive, side.words))
    )


def _net_edit(found: Difference, kind: str) -> Edit | None:
    """Return what is left of the edits when words that only moved are taken out."""
    went, came = Counter(w.key for w in found.removed), Counter(w.key for w in found.added)
    moved = went & came
    words = {word.key: word for word in (*found.removed, *found.added)}
    if not moved or any(directed(words[key]) for key in moved):
        return None
    return Edit(
        went=[words[key] for key in (went - came).elements()],
        came=[words[key] for key in (came - went).elements()],
        before=(),
        after=(),
        text=found.new.text,
        kind=kind,
    )


def _only_reordered(found: Difference) -> bool:
    went = Counter(folded(word.key) for word in found.removed)
    came = Counter(folded(word.key) for word in found.added)
    return went == came and not any(map(directed, found.removed))
