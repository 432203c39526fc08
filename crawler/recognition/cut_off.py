"""Does the text end before its end: in the middle of a sentence, of markup, of sections?

A capture that broke off reads like a document whose provider took out all its last
sections, so what is looked for is a text that has nothing new and nothing of the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from crawler.recognition.case import Case
from crawler.recognition.sentences import of_documents
from crawler.recognition.trouble import problem
from crawler.recognition.wording import kept_of, words_of
from domain.document import Block, BlockKind
from domain.problem import Problem

_BEFORE_A_CUT = 3  # blocks that a text has at least before it breaks off
_LEFT_OPEN = 3  # elements that a page which breaks off has open at least
_LOST_IN_MARKUP = 0.2  # share of the last good version's words
_NOTHING_NEW = 0.9  # share of a text that is cut off which the whole one has as well
_ENDS = 2  # blocks with which the whole one ends
_SECTIONS_LOST = 2  # headings behind a clean cut
_LOST_AT_THE_END = 0.3  # share of the last good version's words
_STOPS = (".", "!", "?", ":", ";", "…")
_SHOWN_OF_A_CUT = 60  # characters


def cut_off(case: Case) -> Problem | None:
    """The text is the last good version up to some place, where the sentence or page ends early."""
    return _cut_in_markup(case) or _cut_in_a_sentence(case) or _cut_between_blocks(case)


def _cut_in_markup(case: Case) -> Problem | None:
    """The markup of the page breaks off, and with it the wording of the last good version.

    Many sound pages leave their elements open, and who strikes the last clauses of such a
    page leaves whole ones. So a tag or a sentence has to end early as well.
    """
    if case.base is None or case.page is None or case.page.left_open < _LEFT_OPEN:
        return None
    lost = case.lost_words >= _LOST_IN_MARKUP * case.base_word_count
    if not lost or kept_of(case.document, case.base) < _NOTHING_NEW:
        return None
    if not case.page.ends_in_tag and not _ends_in_a_sentence(case):
        return None
    ends = {words_of(block.text) for block in case.base.blocks[-_ENDS:]}
    if ends & {words_of(block.text) for block in case.document.blocks}:
        return None
    return problem(of_documents.ENDS_EARLY, words=case.word_count, expected=case.base_word_count)


def _ends_in_a_sentence(case: Case) -> bool:
    """Tell whether the last block has no end, and is no item or line that never had one."""
    last = case.document.blocks[-1] if case.document.blocks else None
    if last is None or last.text.rstrip().endswith(_STOPS):
        return False
    return case.is_new(last)


def _cut_in_a_sentence(case: Case) -> Problem | None:
    """The text is the last good version up to the middle of a sentence, and nothing more."""
    blocks = case.document.blocks
    if case.base is None or len(blocks) < _BEFORE_A_CUT or len(blocks) > len(case.base.blocks):
        return None
    last, whole = blocks[-1], case.base.blocks[len(blocks) - 1]
    text, before = " ".join(last.text.split()), " ".join(whole.text.split())
    is_cut = before.startswith(text) and before.endswith(_STOPS) and not text.endswith(_STOPS)
    if not is_cut:
        return None
    if not _begins_like(blocks[:-1], case.base.blocks):
        return None
    return problem(of_documents.CUT_OFF, text=text[-_SHOWN_OF_A_CUT:])


def _cut_between_blocks(case: Case) -> Problem | None:
    """The text is the first part of the last good version, whole sections short of its end.

    Who takes sections out of a document takes out a few, or changes something else as well.
    """
    blocks = case.document.blocks
    if case.base is None or len(blocks) < _BEFORE_A_CUT:
        return None
    rest = case.base.blocks[len(blocks) :]
    sections = sum(block.kind is BlockKind.HEADING for block in rest)
    lost = sum(len(words_of(block.text)) for block in rest)
    if sections < _SECTIONS_LOST or lost < _LOST_AT_THE_END * case.base_word_count:
        return None
    if not _begins_like(blocks, case.base.blocks):
        return None
    return problem(of_documents.ENDS_EARLY, words=case.word_count, expected=case.base_word_count)


def _begins_like(blocks: Sequence[Block], whole: Sequence[Block]) -> bool:
    """Tell whether each block reads like the one in its place."""
    return all(
        words_of(one.text) == words_of(other.text)
        for one, other in zip(blocks, whole, strict=False)
    )
