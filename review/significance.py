"""What a change means to a reader: nothing, wording only, or a term that changed."""

from __future__ import annotations

from collections.abc import Sequence

from domain.change import Finding, Passage, Significance
from domain.document import Document
from review.differences import Difference

Judgement = tuple[Significance, str]


class Judge:
    """Judges the places of one change, knowing the whole of both versions."""

    def __init__(
        self, old: Document, new: Document, differences: Sequence[Difference], *, kind: str
    ) -> None:
        self._kind = kind
        self.findings: tuple[Finding, ...] = ()

    def of_passage(self, found: Difference, typed: Sequence[Finding]) -> Judgement:
        """Return the significance of one place, and why in a few words."""
        if not found.hunks:
            return Significance.NONE, "moved without a change of wording"
        return Significance.SUBSTANTIVE, "the wording of a term changed"

    def of_change(self, passages: Sequence[Passage]) -> Judgement:
        """Return the significance of the whole change, with one sentence of reason."""
        if not passages:
            return Significance.NONE, "The two versions read the same."
        order = (Significance.SUBSTANTIVE, Significance.EDITORIAL, Significance.NONE)
        telling = min(passages, key=lambda passage: order.index(passage.significance))
        return telling.significance, telling.note[:1].upper() + telling.note[1:] + "."
