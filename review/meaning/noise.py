"""What survives extraction and still is not the document's wording."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice, takewhile

from domain.document import BlockKind, Document
from review.meaning.edits import is_decisive
from review.meaning.page_lines import (
    MENU_ENTRIES,
    MENU_SHARE,
    SEPARATOR,
    SHORT,
    folded_line,
    is_banner,
    is_cookie_notice,
    is_entry,
    is_label_of_page,
    is_language_choice,
    is_line_of_links,
    is_way_here,
    leads_elsewhere,
    treats_data,
)
from review.words.page_words import COLUMN_NAMES, NAMES_IN_MENUS, NAVIGATION, PAGER, RELATED
from review.words.regions import regions
from review.words.wording import block_text, clean, keys

_LONGEST = 240  # characters of anything that can be noise
_ROWS_LOOKED_AT = 5
_COLUMN_WORD = re.compile(r"[^\W\d_]{2,}")  # "Name/Firma" and "Ort(e)" without what joins them
_TITLE = 12  # words of a title line
_ENTRY_OF_RELATED = 24
_REACH = 12  # blocks to each side that tell a menu from a list of the document
_CONTENTS_SHARE = 0.8
_ANSWERS, _BUTTONS = frozenset({"yes", "no"}), 2
_TOP = 3  # blocks from the top within which a title stands
_DOCUMENT_NAME = re.compile(
    r"(?:[\w&-]+\s){0,4}(?:policy|policies|notice|terms|conditions|agreement|addendum|statement"
    r"|terms of (?:service|use)|datenschutzerklärung|datenschutzhinweise|nutzungsbedingungen|agb"
    r"|(?:politique|conditions)\s(?:[\w']+\s?){1,4})",
    re.IGNORECASE,
)


class Surroundings:
    """One version's blocks, asked whether a block belongs to the page around the text."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._title = document.title

    @cached_property
    def text(self) -> str:
        """All that the version says."""
        return " ".join(block.text for block in self._blocks)

    @cached_property
    def texts(self) -> frozenset[str]:
        """What each of its blocks says."""
        return frozenset(map(block_text, self._blocks))

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words as white space parts them."""
        return frozenset(self.text.split())

    @cached_property
    def _names(self) -> frozenset[str]:
        """Headings and title in lower case."""
        headings = [b for b in self._blocks if b.kind is BlockKind.HEADING]
        texts = [*(block.text for block in headings), *map(block_text, headings), self._title]
        return frozenset(folded_line(text) for text in texts if text)

    def noise(self, index: int, heading: str) -> str:
        """Return why the block is none of the document's wording, "" when it is."""
        block = self._blocks[index]
        if block.kind in (BlockKind.TABLE_ROW, BlockKind.CODE) or len(block.text) > _LONGEST:
            return ""
        text = folded_line(block.text)
        reasons = chain(self._by_itself(index, text), self._among_others(index, text, heading))
        return next(reasons, "")

    def _by_itself(self, index: int, text: str) -> Iterator[str]:
        """Yield what a short block says that is no wording, a title of the page among it."""
        words = text.split()
        if (
            is_label_of_page(text)
            or self._answers_the_page(index, text)
            or leads_elsewhere(self._blocks[index])
        ):
            yield "a label of the page, not of the document"
        if len(words) <= SHORT and self._is_pager(index, text):
            yield "a link to the next page"
        if is_language_choice(words):
            yield "a choice of languages"
        if len(words) <= _TITLE and self._is_title_line(index, text):
            yield "the title line of the page"
        if self._repeats_the_title(index, text):
            yield "the title once more"

    def _among_others(self, index: int, text: str, heading: str) -> Iterator[str]:
        """Yield what of the page a short block is by its place, the surest first."""
        block, size = self._blocks[index], text.count(" ") + 1
        on_top = index < self._first_heading
        if on_top and is_cookie_notice(block):
            yield "a consent dialog in front of the text"
        if is_line_of_links(block):
            yield "a line of links"
        if on_top and is_way_here(block):
            yield "the way to the page"
        if on_top and is_banner(block):
            yield "a notice above the text"
        if size <= _TITLE and text == folded_line(heading):
            yield "its heading once more"
        if self._in_contents(index, text):
            yield "an entry of the table of contents"
        if size <= _ENTRY_OF_RELATED and self._is_related(index, heading):
            yield "an entry of a list of related pages"
        if size <= SHORT and (self._in_menu(index) or self._is_breadcrumb(index)):
            yield "an entry of the page's navigation"

    def heads_a_table_drawn_otherwise(self, index: int, others: Surroundings) -> bool:
        """Tell whether a block names the columns of a table that is a list, or text, over there.

        Only heads that say what a cell is: under "Used for training" a "Yes" is a term.
        """
        head = self._blocks[index]
        if not head.header:
            return False  # as most blocks
        if not COLUMN_NAMES.issuperset(_COLUMN_WORD.findall(folded_line(head.text))):
            return False
        below = takewhile(
            lambda block: block.kind is BlockKind.TABLE_ROW, self._blocks[index + 1 :]
        )
        rows = [[cell for cell in row.cells if cell] for row in islice(below, _ROWS_LOOKED_AT)]
        return bool(rows) and all(
            row and row[0] not in others.keys_of_rows and all(cell in others.text for cell in row)
            for row in rows
        )

    @cached_property
    def keys_of_rows(self) -> frozenset[str]:
        """The first cells of its tables' rows."""
        rows = (block for block in self._blocks if block.kind is BlockKind.TABLE_ROW)
        return frozenset(row.cells[0] for row in rows if row.cells)

    def _answers_the_page(self, index: int, text: str) -> bool:
        """Tell whether a block is a button under "Was this helpful?"."""
        above = self._blocks[max(0, index - _BUTTONS) : index]
        return text in _ANSWERS and any(is_label_of_page(folded_line(b.text)) for b in above)

    def _is_pager(self, index: int, text: str) -> bool:
        """Tell whether a block leads to the page before or behind, its counterpart beside it."""
        own = PAGER.fullmatch(text)
        if not own or not self._names_a_page(index):
            return False
        place = index + (1 if own["back"] else -1)
        if not 0 <= place < len(self._blocks):
            return False
        other = PAGER.fullmatch(folded_line(self._blocks[place].text))
        return bool(other and other.lastgroup != own.lastgroup) and self._names_a_page(place)

    def _names_a_page(self, index: int) -> bool:
        """Tell whether what stands behind "Next" reads like the title of a page."""
        block = self._blocks[index]
        title = block.text.split()[1:]
        return (
            block.kind is not BlockKind.LIST_ITEM
            and is_entry(block)
            and not treats_data(block)
            and bool(title)
            and title[0][0].isupper()
            and not any(map(str.isdigit, block.text))
            and not is_decisive(keys(block.text))
        )

    def _is_title_line(self, index: int, text: str) -> bool:
        block = self._blocks[index]
        if index < self._first_heading and text in self._names:
            return True
        if block.kind is BlockKind.LIST_ITEM:
            return False
        parts = [part for part in SEPARATOR.split(clean(block.text)) if part]
        return len(parts) > 1 and any(
            part in self._names or _DOCUMENT_NAME.fullmatch(part)
            for part in map(folded_line, parts)
        )

    def _repeats_the_title(self, index: int, text: str) -> bool:
        """Tell whether a heading says again what the headings right beside it say."""
        if self._blocks[index].kind is not BlockKind.HEADING:
            return False
        beside = self._blocks[max(0, index - 2) : index] + self._blocks[index + 1 : index + 3]
        return any(
            block.kind is BlockKind.HEADING and folded_line(block.text) == text for block in beside
        ) or (index <= _TOP and text == folded_line(self._title))

    def _is_related(self, index: int, heading: str) -> bool:
        """Tell whether a block stands in a list of other pages, or is the label above one."""
        own = self._blocks[index]
        labels = (heading.strip(), own.text.strip())
        found = any(map(RELATED.fullmatch, labels)) or self._follows_related(index)
        return found and not treats_data(own)

    def _follows_related(self, index: int) -> bool:
        for block in reversed(self._blocks[max(0, index - _REACH) : index]):
            if RELATED.fullmatch(block.text.strip()):
                return True
            if not is_entry(block):
                return False
        return False

    def _is_breadcrumb(self, index: int) -> bool:
        """Tell whether a block stands among short entries above the first heading."""
        above = self._blocks[: index + 1]
        return (
            index < self._first_heading
            and index < _REACH
            and all(map(is_entry, above))
            and not any(character.isdigit() for character in self._blocks[index].text)
            and not treats_data(self._blocks[index])
            and not regions(keys(self._blocks[index].text))
        )

    @cached_property
    def _first_heading(self) -> int:
        kinds = [block.kind for block in self._blocks]
        return kinds.index(BlockKind.HEADING) if BlockKind.HEADING in kinds else 0

    def stands_above_prose(self, index: int) -> bool:
        """Tell whether a short paragraph is a label of what follows it."""
        following = self._blocks[index + 1 : index + 2]
        return bool(following) and not is_entry(following[0])

    def _in_menu(self, index: int) -> bool:
        """Tell whether short entries of a menu stand around a block."""
        if self._is_introduced(index):
            return False
        run = self._run(index)
        if NAMES_IN_MENUS.issuperset(text for text in run if text in NAVIGATION):
            return False
        entries = sum(text in NAVIGATION for text in run)
        return entries >= MENU_ENTRIES and entries >= MENU_SHARE * len(run)

    def _in_contents(self, index: int, text: str) -> bool:
        """Tell whether a block repeats a heading among others that do."""
        if text not in self._names:
            return False
        run = self._run(index)
        repeated = sum(text in self._names for text in run)
        return repeated > MENU_ENTRIES and repeated >= _CONTENTS_SHARE * len(run)

    def _is_introduced(self, index: int) -> bool:
        """Tell whether the entries around a block are listed behind "we use:"."""
        above = bisect_left(self._statements, index) - 1
        return above >= 0 and self._blocks[self._statements[above]].text.rstrip().endswith(":")

    @cached_property
    def _statements(self) -> list[int]:
        """The places of all blocks that are no entries of a menu."""
        return [place for place, block in enumerate(self._blocks) if not is_entry(block)]

    def _run(self, index: int) -> list[str]:
        """Return the short blocks around a block, and itself."""
        run = [folded_line(self._blocks[index].text)]
        for step in (-1, 1):
            for place in range(index + step, index + step * (_REACH + 1), step):
                if not 0 <= place < len(self._blocks) or not is_entry(self._blocks[place]):
                    break
                run.append(folded_line(self._blocks[place].text))
        return run
