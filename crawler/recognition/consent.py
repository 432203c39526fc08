"""How much of a text is a cookie dialog."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.recognition import sentences
from crawler.recognition.case import Case
from crawler.recognition.sentences import problem
from crawler.recognition.vocabulary import consent
from crawler.recognition.wording import PhraseTable, words_of
from domain.document import Block, Document
from domain.problem import Problem
from domain.watchlist import DocumentKind

_BUTTONS = PhraseTable(consent.BUTTONS)
_TALK = PhraseTable(consent.TALK)

_TALKS = 0.5  # weight from which a block is dialog talk
_BUTTON_WORDS = 12  # a button, or a row of them: longer blocks only mention one
# Share of the words, weight of the buttons, and most words of a text that is a wall: the
# shorter it is, the fewer buttons an extraction may have left of it.
_WALLS = ((0.5, 2.0, 1_500), (0.6, 1.0, 400))
_FLOOD_SHARE = 0.15  # more than the last good version has
_FLOOD_BUTTONS = 3.0


@dataclass(frozen=True, slots=True)
class Dialog:
    """The part of a text that is a cookie dialog: share of its words, weight of buttons."""

    share: float
    buttons: float


def consent_wall(case: Case) -> Problem | None:
    """Nothing but the dialog arrived, or it came to stand among the document's text.

    A dialog that has always stood there is noise, and no reason to lose the document.
    """
    if case.source and case.source.kind is DocumentKind.COOKIES:
        return None
    dialog = dialog_in(case.document)
    if _is_wall(dialog, case.word_count):
        return problem(sentences.CONSENT)
    usual = dialog_in(case.base).share if case.base else dialog.share
    if dialog.share - usual >= _FLOOD_SHARE and dialog.buttons >= _FLOOD_BUTTONS:
        return problem(sentences.CONSENT_INSIDE, percent=round(100 * dialog.share))
    return None


def _is_wall(dialog: Dialog, words: int) -> bool:
    return any(
        dialog.share >= share and dialog.buttons >= buttons and words <= most
        for share, buttons, most in _WALLS
    )


def dialog_in(document: Document) -> Dialog:
    """Measure the dialog. A block that lies between blocks of a dialog belongs to it."""
    marks = [_is_dialog(block) for block in document.blocks]
    sizes = [len(words_of(block.text)) for block in document.blocks]
    buttons = {phrase for block in document.blocks for phrase in _buttons_on(block)}
    total = sum(sizes)
    spoken = sum(size for size, mark in zip(sizes, _closed(marks), strict=True) if mark)
    return Dialog(
        share=spoken / total if total else 0.0,
        buttons=_BUTTONS.weight_in("\n".join(sorted(buttons))) if buttons else 0.0,
    )


def _is_dialog(block: Block) -> bool:
    return bool(_buttons_on(block)) or _TALK.weight_in(block.text) >= _TALKS


def _buttons_on(block: Block) -> dict[str, float]:
    """Return the buttons that the block consists of; a sentence about one is none."""
    is_row = len(words_of(block.text)) <= _BUTTON_WORDS
    return _BUTTONS.found_in(block.text) if is_row else {}


def _closed(marks: list[bool]) -> list[bool]:
    """Fill gaps of up to two blocks between blocks of the dialog."""
    closed = list(marks)
    for index in range(len(marks)):
        if not marks[index]:
            before = any(marks[max(0, index - 2) : index])
            after = any(marks[index + 1 : index + 3])
            closed[index] = before and after
    return closed
