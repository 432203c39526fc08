"""What the checks of a document look at, gathered once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from crawler.recognition.page import Page, page_of
from crawler.recognition.wording import kept_of, words_of, words_of_document
from domain.capture import Capture
from domain.document import Block, BlockKind, Document
from domain.watchlist import Source

NOTHING = 4  # words, of which no document consists
_FAMILIAR = 0.9  # share of wording that the last good version and this one have in common


@dataclass(frozen=True)
class Case:
    """A document to be judged, with all that is known of where it comes from.

    `base` is the last good version, None at the first capture. `kept_share` is the share
    of the page's own text that the extraction kept.
    """

    document: Document
    capture: Capture | None = None
    source: Source | None = None
    base: Document | None = None
    kept_share: float = 1.0

    @cached_property
    def word_count(self) -> int:
        """Number of words of the document, characters where a script has no spaces."""
        return len(words_of_document(self.document))

    @cached_property
    def base_word_count(self) -> int:
        """Number of words of the last good version, 0 without one."""
        return len(words_of_document(self.base)) if self.base else 0

    @cached_property
    def page(self) -> Page | None:
        """The raw page, None without a capture or when it is not HTML."""
        return page_of(self.capture) if self.capture else None

    @cached_property
    def spoken(self) -> Document:
        """The document, or all that the page says where the extraction kept nothing of it.

        What an extraction rightly drops as furniture (a dialog, a lone message) is what
        tells why there is no document.
        """
        if self.page is None or self.word_count > NOTHING:
            return self.document
        blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in self.page.lines)
        return Document(blocks, title=self.page.title)

    @cached_property
    def spoken_word_count(self) -> int:
        """Number of words of `spoken`."""
        return len(words_of_document(self.spoken))

    @cached_property
    def is_familiar(self) -> bool:
        """Whether this is the last good version again, but for a few words.

        What was accepted as the document once is not doubted because of how it speaks.
        """
        return (
            self.base is not None
            and kept_of(self.base, self.document) >= _FAMILIAR
            and kept_of(self.document, self.base) >= _FAMILIAR
            and _FAMILIAR * self.word_count <= self.base_word_count
        )

    @cached_property
    def lost_words(self) -> float:
        """About how many words of the last good version are gone, 0 without one."""
        if self.base is None:
            return 0.0
        return (1 - kept_of(self.base, self.document)) * self.base_word_count

    @cached_property
    def title(self) -> str:
        """The title, or the first heading."""
        return title_of(self.document)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """All headings in reading order."""
        return headings_of(self.document)

    def is_new(self, block: Block) -> bool:
        """Tell whether the last good version does not have this block."""
        return words_of(block.text) not in self._base_blocks

    @cached_property
    def _base_blocks(self) -> frozenset[tuple[str, ...]]:
        blocks = self.base.blocks if self.base else ()
        return frozenset(words_of(block.text) for block in blocks)


def headings_of(document: Document) -> tuple[str, ...]:
    """Return all headings in reading order."""
    return tuple(block.text for block in document.blocks if is_heading(block))


def title_of(document: Document) -> str:
    """Return the title of a text, or its first heading."""
    return document.title or next(iter(headings_of(document)), "")


def is_heading(block: Block) -> bool:
    """Tell a heading from all else: items of lists have levels as well."""
    return block.kind is BlockKind.HEADING
