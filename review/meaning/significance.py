"""What a change means to a reader: nothing, wording only, or a term that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from domain.change import Finding, Passage, Significance
from domain.document import BlockKind, Document
from review.comparing.differences import Difference, Side
from review.comparing.headings import Headings
from review.comparing.renames import as_findings, is_rename, renames
from review.meaning.breaks import broken_elsewhere
from review.meaning.edits import Edit, Judgement, directed, exchanges_small_words, weighty
from review.meaning.enumerations import enumeration
from review.meaning.harmless_blocks import Whole, harmless_block
from review.meaning.harmless_edits import harmless
from review.meaning.noise import Surroundings
from review.meaning.order import in_order, is_inverted, same_order
from review.meaning.paraphrase import is_paraphrase
from review.meaning.restated import is_restated
from review.meaning.spoken import plain_parts
from review.words.wording import Word, folded

_NONE, _EDITORIAL, _SUBSTANTIVE = (
    Significance.NONE,
    Significance.EDITORIAL,
    Significance.SUBSTANTIVE,
)
_ORDER = (_NONE, _EDITORIAL, _SUBSTANTIVE)
_MOST_NOTES = 3
_STILL_THERE = 4  # words from which a text found elsewhere is the same text, moved


class Judge:
    """Judges the places of one change, knowing the whole of both versions."""

    def __init__(
        self,
        old: Document,
        new: Document,
        differences: Sequence[Difference],
        headings: Headings,
        *,
        kind: str,
    ) -> None:
        self._kind = kind
        self._headings = headings
        self._old, self._new = Surroundings(old), Surroundings(new)
        self._renamed = renames(differences, old, new)
        self._broken = list(broken_elsewhere(differences))
        self.findings: tuple[Finding, ...] = as_findings(self._renamed)

    def of_passage(self, found: Difference) -> Judgement:
        """Return the significance of one place, and why in a few words."""
        if found.now_under and not self._states_nothing(found):
            return _SUBSTANTIVE, "a heading now bounds it otherwise"
        if why := self._says_the_same(found):
            return _NONE, why
        if self._bounds_others(found):
            return _SUBSTANTIVE, "a heading bounds what stood there before"
        if not found.old.units:
            return self._of_block(found.new, found.heading, self._new, self._old)
        if not found.new.units:
            return self._of_block(found.old, found.heading, self._old, self._new)
        return self._of_edits(found)

    def _says_the_same(self, found: Difference) -> str:
        """Return how a place shows differently that says what it said, "" for all others."""
        if not found.hunks:
            return "moved without a change of wording"
        if any(found is one for one in self._broken):
            return "the same text, broken at another place"
        return ""

    def of_change(self, passages: Sequence[Passage]) -> Judgement:
        """Return the significance of the whole change, with one sentence of reason."""
        if not passages:
            return _NONE, "The two versions read the same."
        worst = max((one.significance for one in passages), key=_ORDER.index)
        notes = dict.fromkeys(one.note for one in passages if one.significance is worst)
        # One changed term is reason enough; what is only otherwise worded is told in full.
        told = list(notes)[: 1 if worst is _SUBSTANTIVE else _MOST_NOTES]
        reason = "; ".join(told)
        return worst, reason[:1].upper() + reason[1:] + "."

    def _of_block(
        self, side: Side, heading: str, surroundings: Surroundings, others: Surroundings
    ) -> Judgement:
        """Judge a block that came or went as a whole."""
        if why := surroundings.noise(side.units[0].index, heading):
            return _NONE, why
        if _still_there(side, surroundings, others):
            return _NONE, "the same text stands elsewhere in the document"
        if surroundings.heads_a_table_drawn_otherwise(side.units[0].index, others):
            return _NONE, "the head of a table that is drawn otherwise"
        if why := harmless_block(Whole(side, heading, surroundings, self._kind)):
            return _EDITORIAL, why
        return _SUBSTANTIVE, "wording was added or removed"

    def _states_nothing(self, found: Difference) -> bool:
        """Tell whether a text is none of the wording, or no term of it, wherever it stands."""
        return all(
            surroundings.noise(side.units[0].index, found.heading)
            or harmless_block(Whole(side, found.heading, surroundings, self._kind))
            for side, surroundings in ((found.old, self._old), (found.new, self._new))
        )

    def _bounds_others(self, found: Difference) -> bool:
        """Tell whether a heading changed that says for whom the text below it holds."""
        now, before = self._headings.bounding_new, self._headings.bounding_old
        return _bounds(found.new, now) or _bounds(found.old, before)

    def _of_edits(self, found: Difference) -> Judgement:
        """Judge a reworded block by the worst of its edits."""
        if found.other_columns:
            return _SUBSTANTIVE, "an answer stands in another column"
        return next(self._said_of(found), None) or self._worst_of(found)

    def _said_of(self, found: Difference) -> Iterator[Judgement]:
        """Yield what can be said of a reworded block as a whole, the surest first."""
        if _is_code(found):
            yield _EDITORIAL, "only an example of code changed"
        if self._is_noise_on_both_sides(found):
            yield _NONE, "a label of the page, not of the document"
        if all(_is_respelt(went, came) for went, came in found.edits()):
            return  # which the edits say themselves
        if _only_reordered(found):
            yield _EDITORIAL, "the same words in another order"
        if is_inverted(found.removed, found.added):
            yield _EDITORIAL, "the same words in another order"
        small = any(exchanges_small_words(went, came) for went, came in found.edits())
        if not small and (is_paraphrase(found) or is_restated(found)):
            yield _EDITORIAL, "reworded with the same meaning"
        whole = _net_edit(found, self._kind)
        if whole and (judged := harmless(whole)):
            yield judged

    def _worst_of(self, found: Difference) -> Judgement:
        marks = enumeration(found)
        worst: Judgement = (_NONE, "only the numbers of its points") if marks else (_NONE, "")
        for hunk in found.hunks:
            if hunk in marks:
                continue
            edit = Edit(
                went=found.old.words[hunk.old_start : hunk.old_end],
                came=found.new.words[hunk.new_start : hunk.new_end],
                before=found.new.words[: hunk.new_start],
                after=found.new.words[hunk.new_end :],
                text=found.new.text,
                kind=self._kind,
                earlier=_up_to(found.old, hunk.old_end),
            )
            judged = self._of_edit(edit)
            if judged[0] is _SUBSTANTIVE:
                return judged  # nothing is worse
            if not worst[1] or _ORDER.index(judged[0]) > _ORDER.index(worst[0]):
                worst = judged
        return worst

    def _is_noise_on_both_sides(self, found: Difference) -> bool:
        return all(
            surroundings.noise(unit.index, found.heading)
            for side, surroundings in ((found.old, self._old), (found.new, self._new))
            for unit in side.units
        )

    def _is_a_block_elsewhere(self, edit: Edit) -> bool:
        """Tell whether what came, or went, is a block that stands as often in both versions.

        Blocks that read the same are found again in any order, and so one of them can seem
        to have joined its neighbour.
        """
        words, text, others = edit.came, edit.text, self._old
        if edit.went:
            words, text, others = edit.went, edit.earlier, self._new
        if len(words) < _STILL_THERE or (edit.went and edit.came):
            return False
        block = text[words[0].start : words[-1].end]
        if block not in others.texts or text not in others.text:
            return False  # it came from elsewhere, and bounds another sentence now
        return self._old.text.count(block) == self._new.text.count(block)

    def _of_edit(self, edit: Edit) -> Judgement:
        if is_rename(edit.went, edit.came, self._renamed):
            return _EDITORIAL, "a name was replaced throughout"
        if self._is_a_block_elsewhere(edit):
            return _NONE, "the same text stands elsewhere in the document"
        return harmless(edit) or (_SUBSTANTIVE, "the wording of a term changed")


def _up_to(side: Side, place: int) -> str:
    """Return the text up to a word."""
    return side.text[: side.words[place].start] if place < len(side.words) else side.text


def _is_code(found: Difference) -> bool:
    units = (*found.old.units, *found.new.units)
    return any(unit.block.kind is BlockKind.CODE for unit in units)


def _bounds(side: Side, headings: frozenset[int]) -> bool:
    """Tell whether a block is a heading that what stood there did not stand under."""
    return any(unit.index in headings for unit in side.units)


def _still_there(side: Side, own: Surroundings, others: Surroundings) -> bool:
    """Tell whether a text stands as often in both versions, in other blocks."""
    if len(side.words) < _STILL_THERE:
        return False
    text = " ".join(block.text for block in side.blocks)
    # Mostly the other version does not say a word inside it: faster told than looked for.
    if not others.words.issuperset(text.split()[1:-1]):
        return False
    return own.text.count(text) == others.text.count(text)


def _net_edit(found: Difference, kind: str) -> Edit | None:
    """Return what is left of the edits when words that only moved are taken out."""
    went, came = Counter(w.key for w in found.removed), Counter(w.key for w in found.added)
    if went.keys().isdisjoint(came):
        return None  # nothing moved, as mostly
    moved = went & came
    words = {word.key: word for word in (*found.removed, *found.added)}
    if any(directed(words[key]) for key in moved) or _changed_sides(moved, found):
        return None
    if not _keeps_order(found, skipped=(went - moved) + (came - moved)):
        return None
    return Edit(
        went=[words[key] for key in (went - came).elements()],
        came=[words[key] for key in (came - went).elements()],
        before=(),
        after=(),
        text=found.new.text,
        kind=kind,
    )


def _is_respelt(went: Sequence[Word], came: Sequence[Word]) -> bool:
    return [folded(word.key) for word in went] == [folded(word.key) for word in came]


def _only_reordered(found: Difference) -> bool:
    if len(found.removed) != len(found.added):
        return False
    went = Counter(folded(word.key) for word in found.removed)
    came = Counter(folded(word.key) for word in found.added)
    if went != came or any(map(directed, found.removed)) or not _keeps_order(found, skipped=()):
        return False
    return not _changed_sides([word.key for word in found.removed], found)


def _keeps_order(found: Difference, *, skipped: Iterable[str]) -> bool:
    """Tell whether all other words follow each other as they did, or as items of a list do."""
    if any(unit.block.kind is BlockKind.TABLE_ROW for unit in found.new.units):
        return False
    left_out = frozenset(part for key in skipped for part in plain_parts(key))
    old, new = found.old, found.new
    return same_order(
        in_order(old, old.words, skipped=left_out), in_order(new, new.words, skipped=left_out)
    )


def _changed_sides(moved: Iterable[str], found: Difference) -> bool:
    """Tell whether names moved across a word that says what one may or must do to another."""
    if not any(key[0].isupper() for key in moved):
        return False
    first = min((hunk.old_start for hunk in found.hunks), default=0)
    last = max((hunk.old_end for hunk in found.hunks), default=0)
    return any(weighty(word) for word in found.old.words[first:last])
