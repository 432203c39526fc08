"""Single lines that are no wording: how old a text is, how often it was read, skip links."""

from __future__ import annotations

import re

from crawler.extraction.ages import is_age, is_history, without_age
from crawler.extraction.bylines import is_author, is_byline, is_count
from crawler.extraction.chrome import Dropped
from crawler.extraction.chrome_names import Reason
from crawler.extraction.looks import joins_data_words
from crawler.extraction.phrases import phrases
from domain.document import Block, BlockKind

_LEAD = 12  # blocks in which a title is looked for
_LABEL_WORDS = 4
_STATEMENT_WORDS = 3
_LETTERS_OF_A_WORD = 40  # few are longer
_BELOW_TITLE = 4
_AUTHOR_BELOW_TITLE = 2  # a line of what the page is about may stand between
# The numbers and days of consents: no words.
_CONSENT_ID = re.compile(
    r"(?:your )?consent id\W*\S{6,}"
    r"(?:\s+consent date\W*(?-i:(?:[A-Z]\w*\W+|at |um |à ){0,4}\d.{0,36}))?\W*",
    re.IGNORECASE,
)
# The longest line, in words, that a list of phrases may leave out.
_LISTS: tuple[tuple[Reason, str, int], ...] = (
    (Reason.NAVIGATION, "lines_navigation", 8),
    (Reason.CONSENT, "lines_consent", 12),
    (Reason.SHARE, "lines_share", 8),
    (Reason.FEEDBACK, "lines_feedback", 16),
    (Reason.CHAT, "lines_chat", 10),
    (Reason.WIDGET, "lines_labels", 2),
    (Reason.WIDGET, "lines_widget", 8),
)
_PLACE_WORDS = 30
_CONSENT_ID_WORDS = 14
_COPYRIGHT = re.compile(
    r"^(?:[\w.,]+ ){0,4}(?:(?:copyright )?(?:©|\(c\))\s*(?:[\w.,]+ ){0,4}|copyright )\d{4}(?:\b|$)",
    re.IGNORECASE,
)
_COPYRIGHT_WORDS = 14
# "Cookie settings" above a paragraph is the heading of a clause.
_NO_HEADINGS = frozenset({Reason.CONSENT, Reason.SHARE, Reason.WIDGET})
_ONLY_PARAGRAPHS = frozenset({"lines_labels"})  # "Note" in a list is a thing to be had


def without_noise(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks that are wording, and the lines that were left out."""
    title = next((i for i, b in enumerate(blocks[:_LEAD]) if b.level == 1 and _is_heading(b)), 0)
    title_line = re.compile(rf"{re.escape(blocks[title].text)}\s*[|–—·:-]\s" if title else r"(?!)")  # noqa: RUF001 - dashes are meant
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for index, block in enumerate(blocks):
        reason = reason_of_line(block) or _reason_beside_title(blocks, title, index)
        if reason is None and index < title and title_line.match(block.text):
            reason = Reason.NAVIGATION
        if reason is None:
            kept.append(without_age(block))
        else:
            dropped.append(Dropped(block.text, reason))
    return tuple(kept), tuple(dropped)


def _reason_beside_title(blocks: tuple[Block, ...], title: int, index: int) -> Reason | None:
    """Return why a block is no wording where it stands, above the title or right below it."""
    block = blocks[index]
    if index < title and _is_label(block):
        return Reason.NAVIGATION
    if index < title and is_history(block):
        return Reason.FRESHNESS
    if _may_greet(blocks, title, index) and _is_of_a_place(block):
        return Reason.NAVIGATION
    if 0 < index - title <= _AUTHOR_BELOW_TITLE and is_author(block):
        return Reason.WIDGET
    return None


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _is_label(block: Block) -> bool:
    """Short lines above the title name the site or lead elsewhere; dates have digits.

    "Chats are not stored" is neither.
    """
    words = len(block.text.split())
    if words > _LABEL_WORDS or any(character.isdigit() for character in block.text):
        return False
    return words < _STATEMENT_WORDS or not joins_data_words(block.text)


def _may_greet(blocks: tuple[Block, ...], title: int, index: int) -> bool:
    """Tell whether a line stands above the title, or below it and above the next heading."""
    if index - title > _BELOW_TITLE:
        return False
    return not any(map(_is_heading, blocks[title + 1 : index + 1]))


def _is_of_a_place(block: Block) -> bool:
    """Tell a line that has guessed where the reader is from a clause that begins like it."""
    if len(block.text.split()) > _PLACE_WORDS or joins_data_words(block.text):
        return False
    return bool(phrases("lines_places").match(block.text))


def _size(text: str) -> int:
    """Return how many words a text has; one without spaces counts by its length."""
    return max(len(text.split()), len(text) // _LETTERS_OF_A_WORD)


def reason_of_line(block: Block) -> Reason | None:
    """Return why a block is no wording of the document, None when it is."""
    if block.kind in {BlockKind.TABLE_ROW, BlockKind.CODE} or joins_data_words(block.text):
        return None
    words, is_heading = _size(block.text), block.kind is BlockKind.HEADING
    if is_age(block.text, words):
        return Reason.FRESHNESS
    if is_count(block.text, words) or (not is_heading and is_byline(block.text, words)):
        return Reason.WIDGET
    if words <= _CONSENT_ID_WORDS and _CONSENT_ID.fullmatch(block.text):
        return Reason.CONSENT
    if words <= _COPYRIGHT_WORDS and _COPYRIGHT.match(block.text):
        return Reason.NAVIGATION
    return next(
        (
            reason
            for reason, name, most_words in _LISTS
            if words <= most_words
            and not (is_heading and reason in _NO_HEADINGS)
            and (block.kind is BlockKind.PARAGRAPH or name not in _ONLY_PARAGRAPHS)
            and phrases(name).match(block.text)
        ),
        None,
    )
