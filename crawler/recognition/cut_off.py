"""Does the text end before its end: in the middle of a sentence, of markup, of sections?

A capture that broke off reads like a document whose provider took out all its last
sections, so what is looked for is a text that has nothing new and nothing of the end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from crawler.recognition.case import Case
from crawler.recognition.sentences import of_documents
from crawler.recognition.trouble import problem
from crawler.recognition.wording import kept_of, words_of, words_of_document
from domain.document import Block, BlockKind, Document
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
    return _cut_in_markup(case) or _cut_in_a_sentence(case) or _cut_before_its_end(case)


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


def _cut_before_its_end(case: Case) -> Problem | None:
    """The text is the first part of the last good version, and a good part of that is gone.

    Who takes sections out of a document takes out a few, or changes something else as well;
    and nobody ends one with the announcement of what no longer follows.
    """
    rest = _behind(case)
    lost = sum(len(words_of(block.text)) for block in rest)
    if not rest or lost < _LOST_AT_THE_END * case.base_word_count:
        return None
    sections = sum(block.kind is BlockKind.HEADING for block in rest)
    announces = _last_text(case.document).endswith(":") and not _last_text(case.base).endswith(":")
    if sections < _SECTIONS_LOST and not announces:
        return None
    return problem(of_documents.ENDS_EARLY, words=case.word_count, expected=case.base_word_count)


def _behind(case: Case) -> Sequence[Block]:
    """Return the blocks of the last good version behind its part that the text is, () if none.

    The part may end within a block, or a word, and lack the title on top.
    """
    if case.base is None or len(case.document.blocks) < _BEFORE_A_CUT or not case.word_count:
        return ()
    blocks, whole = case.base.blocks, words_of_document(case.base)
    for start in (0, *(len(words_of(title.text)) for title in blocks[:1])):
        if _stands_at(start, words_of_document(case.document), whole):
            ends = tuple(accumulate(len(words_of(block.text)) for block in blocks))
            return blocks[bisect_left(ends, start + case.word_count) + 1 :]
    return ()


def _stands_at(start: int, words: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether these words stand at some place in others; the last may be cut."""
    part = whole[start : start + len(words)]
    return len(part) == len(words) and part[:-1] == words[:-1] and part[-1].startswith(words[-1])


def _last_text(document: Document | None) -> str:
    return document.blocks[-1].text.rstrip() if document and document.blocks else ""


def _begins_like(blocks: Sequence[Block], whole: Sequence[Block]) -> bool:
    """Tell whether each block reads like the one in its place."""
    return all(
        words_of(one.text) == words_of(other.text)
        for one, other in zip(blocks, whole, strict=False)
    )
