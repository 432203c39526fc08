"""How much of a text is a cookie dialog."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from crawler.recognition.case import Case
from crawler.recognition.sentences import of_documents
from crawler.recognition.trouble import problem
from crawler.recognition.vocabulary import consent
from crawler.recognition.wording import PhraseTable, words_of
from domain.document import Block, BlockKind, Document
from domain.problem import Problem
from domain.watchlist import DocumentKind, Source

_BUTTONS = PhraseTable(consent.BUTTONS)
_TALK = PhraseTable(consent.TALK)

_TALKS = 0.5  # weight from which a block is dialog talk
_TALK_GAP = 3  # blocks from one that talks of cookies to the next
_BUTTON_GAP = 8  # blocks from button to button: a list of purposes explains each at length
_BUTTON_WORDS = 12  # a button, or a row of them: longer blocks only mention one
# Share of the words, weight of the buttons, and most words of a text that is a wall: the
# shorter it is, the fewer buttons an extraction may have left of it.
_SHORT_WORDS = 400
_MOSTLY = 0.6
_WALLS = ((0.5, 2.0, 1_500), (_MOSTLY, 1.0, _SHORT_WORDS))
_BESIDE_WORDS = 80  # a menu and a footer
_NEARLY_ALL = 0.75
_PART_SHARE = 0.15  # of a text that came with its dialog, or without it
_PART_IS_DIALOG = 0.5
_PART_BUTTONS = 3.0


@dataclass(frozen=True, slots=True)
class Dialog:
    """The part of a text that is a cookie dialog: share of its words, weight of buttons."""

    share: float
    buttons: float


def consent_wall(case: Case) -> Problem | None:
    """Nothing but the dialog arrived, or it came to stand among the document's text.

    A dialog that has always stood there is noise, and no reason to lose the document.
    """
    if case.source and _is_about_cookies(case.source):
        return None
    if _is_wall(_dialog_of_page(case), case.spoken_word_count):
        return problem(of_documents.CONSENT)
    share = dialog_share_beyond(case.base, case.document) if case.base else 0.0
    return problem(of_documents.CONSENT_INSIDE, percent=round(100 * share)) if share else None


def dialog_share_beyond(other: Document, document: Document) -> float:
    """Return the share of a text that is a dialog which another text does not have, else 0."""
    known = {words_of(block.text) for block in other.blocks}
    blocks = tuple(block for block in document.blocks if words_of(block.text) not in known)
    part = Document(blocks)
    dialog = dialog_in(part)
    share = part.word_count / (document.word_count or 1)
    is_dialog = dialog.share >= _PART_IS_DIALOG and dialog.buttons >= _PART_BUTTONS
    return share if is_dialog and share >= _PART_SHARE else 0.0


def _is_about_cookies(source: Source) -> bool:
    return source.kind is DocumentKind.COOKIES or "cookie" in source.url.lower()


def _dialog_of_page(case: Case) -> Dialog:
    """Measure the dialog of a text, its buttons on the page where the text is short.

    An extraction drops buttons sooner than what is said around them.
    """
    dialog = dialog_in(case.spoken)
    if case.page is None or case.spoken_word_count > _SHORT_WORDS or dialog.share < _MOSTLY:
        return dialog
    lines = tuple(Block(BlockKind.PARAGRAPH, line) for line in case.page.lines)
    return Dialog(dialog.share, max(dialog.buttons, dialog_in(Document(lines)).buttons))


def _is_wall(dialog: Dialog, words: int) -> bool:
    beside = (1 - dialog.share) * words
    return (beside <= _BESIDE_WORDS or dialog.share >= _NEARLY_ALL) and any(
        dialog.share >= share and dialog.buttons >= buttons and words <= most
        for share, buttons, most in _WALLS
    )


def dialog_in(document: Document) -> Dialog:
    """Measure the dialog. Blocks that lie between blocks of a dialog belong to it."""
    buttons = [_buttons_on(block) for block in document.blocks]
    talks = [_TALK.weight_in(block.text) >= _TALKS for block in document.blocks]
    sizes = [len(words_of(block.text)) for block in document.blocks]
    marked = [bool(found) or talk for found, talk in zip(buttons, talks, strict=True)]
    inside = _bridged(marked, _TALK_GAP) | _bridged([bool(found) for found in buttons], _BUTTON_GAP)
    total = sum(sizes)
    return Dialog(
        share=sum(sizes[index] for index in inside) / total if total else 0.0,
        buttons=_BUTTONS.weight_in(
            "\n".join(sorted({name for found in buttons for name in found}))
        ),
    )


def _buttons_on(block: Block) -> dict[str, float]:
    """Return the buttons that the block consists of; a sentence about one is none."""
    is_row = len(words_of(block.text)) <= _BUTTON_WORDS
    return _BUTTONS.found_in(block.text) if is_row else {}


def _bridged(marked: list[bool], gap: int) -> set[int]:
    """Return the marked places, and those between two marks that are `gap` apart or less."""
    places = [place for place, mark in enumerate(marked) if mark]
    near = (pair for pair in pairwise(places) if pair[1] - pair[0] <= gap)
    return set(places).union(*(range(first, last) for first, last in near))
