"""What of a text is compared: its words, apart from how they are set.

A word is the unit that every comparison works with. Quotes, dashes, apostrophes,
white space, invisible characters, link marks and list marks are how a text is set and
do not count; numbers with their units, dates and "opt-out" are one word each, so that
a change of one of them shows whole. Scripts without spaces give a word per character.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from domain.document import Block, BlockKind, Document
from review.words.calendar import MONTHS, UNITS
from review.words.dates import read_date


class Word(NamedTuple):
    """One word: how it stands in the cleaned text, and the key that is compared."""

    text: str
    key: str
    start: int
    end: int


# Word._make without its step in Python: a long text has tens of thousands of words.
_word: Callable[[tuple[str, str, int, int]], Word] = partial(tuple.__new__, Word)

_SET_ALIKE: dict[str, str] = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2013\u2014\u2015", "\u2013"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
}
# Found by pattern: a text has few of them, and a table would be asked about every letter.
_SET_OTHERWISE = re.compile(f"[{''.join(_SET_ALIKE)}]")

_LINK_NOTE = re.compile(
    r"\(\s*(?:opens? in (?:a )?new (?:window|tab)"
    r"|(?:wird|öffnet) (?:sich )?in (?:einem )?neuen? (?:Fenster|Tab)(?: geöffnet)?"
    r"|s'ouvre dans une? (?:nouvelle? )?(?:fenêtre|onglet)|external link|externer Link"
    r"|lien externe)\s*\)",
    re.IGNORECASE,
)
_LINK_MARK = re.compile(rf"\s*{_LINK_NOTE.pattern}|[\u2197\u29c9]", re.IGNORECASE)

_LIST_MARK = re.compile(
    r"^(?:[\s•·▪◦●○■□‣\u2043*\u2013\u2014-]+(?=\S)|[#>]+\s+)*"
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxlIVXL]{1,6})[.)](?=\s)\s*"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\s+(?!(?i:[mb]illion|thousand|milli|mio|mrd|times|mal|fois|per|pour|point))"
    r"(?=[^\W\d]|\")|§+\s*\d{1,3}\s+(?!Abs|[A-Z]\w*[A-Z]))?"
)
_HEADING_NUMBER = re.compile(
    r"^(?:(?:\d{1,3}|[IVXL]{1,6})\s*(?:[.):\u2013-]\s*|\s)|\d{1,3}\.)(?=[^\W\d])"
)

# Scripts read by the character: Japanese, Chinese, Korean, Thai, Lao, Khmer.
_WITHOUT_SPACES = (
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0eff\u1780-\u17ff\uf900-\ufaff"
)
_MONTH = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")\b\.?"
_UNIT = "(?:" + "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True)) + ")"
# A tick is said like "yes": in a cell it is all that is said.
YES, _NO = "\u2713", "\u2717"
_TICKS = dict.fromkeys("\u2713\u2714\u2705\u2611\U0001f5f8", YES)
_TICKS |= dict.fromkeys("\u2717\u2718\u274c\u2612\u2715\u2716", _NO)
_TICKED = "".join(_TICKS)
_FLAG = r"[\U0001f1e6-\U0001f1ff]{2}"  # of a country: it says where
_ALIKE_SIGNS = _TICKS | {"<=": "≤", ">=": "≥", "≈": "~"}
_WORDS = re.compile(
    rf"""
      (?-i:(?!opt)[a-z]++)(?![\w'&+@/-]|\.\w|:/|[^\x00-\x7f])            # most words, fast
    | (?!opt)(?-i:[A-Za-z]++)(?![\w'&+@/-]|\.[\w.+@-]|:/|[^\x00-\x7f]|\.?\s\d)    # capitals
    | (?=\d)(?:
        \d{{1,2}}(?:st|nd|rd|th|er|\.)?\s(?:de\s)?{_MONTH},?(?:\s(?:de\s)?\d{{4}})?  # 6 May 2025
      | \d{{4}}-\d{{2}}-\d{{2}}(?!\d) | \d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}
      | \d{{4}}年\d{{1,2}}月\d{{1,2}}日
      | \d+(?:[.,']\d+)*\)?[\s-]?(?:%|{_UNIT}(?![^\W\d_\u3040-\uffdc]))  # 30 days
      | \d+(?:[.,']\d+)*(?![\w.+-]*[^\W\d]|[^\W])
      )
    | (?=[A-Za-zÀ-ž])(?:
        {_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}                          # February 6, 2025
      | (?:qu|[cdjlmnst])'(?=[^\W\d_])                                       # l'article
      | opt(?:s|ed|ing)?[\s-](?:in|out)\b
      )
    | https?://[^\s<>"()]+[^\s<>"().,;:!?]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | ません | なかった | (?<=[しれらきばまわかた])ない(?!し)                 # "not", in Japanese
    | [{_WITHOUT_SPACES}]
    | [^\W{_WITHOUT_SPACES}]+
      (?:['.&+@/-]?[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff]+)*
    | [$€£¥]
    | (?:[<>]=|[≤≥<>±~≈])(?=\s?\d[\d.,]*(?![^\W\d_])) | (?<=\d)\+(?!\w)      # "≥ 30", "30+"
    | [{_TICKED}]
    | {_FLAG}
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What begins no word is passed over at once, before every kind of word is tried on it.
_NEXT_WORD = re.compile(rf'[ ,;:()"]*+({_WORDS.pattern})', _WORDS.flags)
# A cell may say what it says by one sign: a circle, a coloured dot, a flag.
_SIGN = r"[\u2190-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\u00d7]"
_SIGN_CELL = rf"(?:(?<=\|\s)|^){_SIGN}{{1,3}}(?=\s*(?:\||$))"
# Full or empty, red or green: said beside words as well.
_DOT = (
    r"[\u25cb-\u25cf\u25d0-\u25d5\u25ef\u2b24\u26aa\u26ab\U0001f534\U0001f535\U0001f7e0-\U0001f7eb]"
)
_NEXT_IN_A_ROW = re.compile(rf'[ ,;:()"]*+({_SIGN_CELL}|{_DOT}|{_WORDS.pattern})', _WORDS.flags)
# What decorates a heading; ticks, dots and signs that forbid, praise or open say something.
_SAYING_SIGNS = f"{_TICKED}\u26d4\u274e\U0001f44d\U0001f44e\U0001f513\U0001f6ab\U0001f6d1"
_HEADING_SIGN = re.compile(
    rf"(?:(?![{_SAYING_SIGNS}]|{_DOT})[\u2600-\u27bf\U0001f300-\U0001f6ff\U0001f900-\U0001faff]\s*)+"
    r"(?=\S)"
)
_SPACES = re.compile(r"\s+")
_GLUED_DATE = re.compile(rf"(?<=[a-zà-ž])(?=[A-Z])(?={_MONTH}\s\d)")  # "UpdatedMay 2, 2025"
_GLUED_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4}\.)(?=[A-ZÀ-Ž][a-zà-ž])")  # "6.1.Any"
_SHORTEST_DATE, _DATE_ENDS = 8, frozenset("0123456789日")
_DATE_LINE = 80  # characters of a line that may hold only a date
_SPELLINGS = (
    ("centre", "center"),
    ("centres", "centers"),
    ("licence", "license"),
    ("licences", "licenses"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("behaviour", "behavior"),
    ("favour", "favor"),
    ("honour", "honor"),
    ("colour", "color"),
    ("sub-processor", "subprocessor"),
    ("sub-processors", "subprocessors"),
    ("e-mail", "email"),
    ("ise", "ize"),
)
_BRITISH = tuple(british for british, _ in _SPELLINGS)
_INNER_SPELLING = re.compile(r"([a-z]{3}i)s(ed|es|ing|ation|ations|er|ers)$")


@lru_cache(maxsize=1 << 12)
def clean(text: str) -> str:
    """Return the text on one line, set alike: quotes, dashes, spaces, no link marks."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _SET_OTHERWISE.sub(lambda found: _SET_ALIKE[found[0]], text)
    if "\u2197" in text or "\u29c9" in text or ("(" in text and _LINK_NOTE.search(text)):
        text = _LINK_MARK.sub("", text)
    text = " ".join(text.split())
    if text[:1].isdigit():
        text = _GLUED_NUMBER.sub(r"\1 ", text)
    return _GLUED_DATE.sub(" ", text) if len(text) < _DATE_LINE else text


def words(text: str) -> list[Word]:
    """Return the words of a text; their offsets are into `clean(text)`."""
    return words_of_block(clean(text), BlockKind.CODE)


def has_words(text: str) -> bool:
    """Tell whether there is anything to compare in a text."""
    return bool(_WORDS.search(text))


def keys(text: str) -> list[str]:
    """Return only what is compared of each word."""
    return [word.key for word in words(text)]


def block_text(block: Block) -> str:
    """Return the clean text of a block without the mark of its list or its number."""
    text = clean(block.text)
    return text[_mark_end(text, block.kind) :]


def words_of_block(text: str, kind: BlockKind) -> list[Word]:
    """Return the words of a block's clean text, without the mark of its list or its number."""
    pattern = _NEXT_IN_A_ROW if kind is BlockKind.TABLE_ROW else _NEXT_WORD
    end = _mark_end(text, kind)
    words = []
    for found in pattern.findall(text, end):
        # What lies between words begins none, so that the next one is found by its letters.
        start = text.find(found, end)
        end = start + len(found)
        key = found if found.isalpha() else _key(found)
        words.append(_word((found, key, start, end)))
    return words


@lru_cache(maxsize=1 << 16)
def folded(key: str) -> str:
    """Return a word without what is a matter of spelling: case, British or American."""
    low = key.lower()
    if low.endswith(_BRITISH):
        for british, american in _SPELLINGS:
            if low.endswith(british):
                return low[: -len(british)] + american
    return _INNER_SPELLING.sub(r"\1z\2", low) if "is" in low else low


def wording_hash(document: Document) -> str:
    """Return the SHA-256 of what is compared, as 64 hexadecimal digits.

    Two documents with the same hash read the same to a person; the kind of a block
    and where one block ends and the next begins do not count.
    """
    digest = hashlib.sha256()
    for block in document.blocks:
        for word in words_of_block(clean(block.text), block.kind):
            digest.update(word.key.encode())
            digest.update(b"\n")
        digest.update(gaps(block).encode())
    return digest.hexdigest()


def said_columns(block: Block) -> tuple[int, ...]:
    """Return the places of the cells of a row that say something; a dash says nothing."""
    return tuple(place for place, cell in enumerate(block.cells) if cell.strip(_NOTHING))


def gaps(block: Block) -> str:
    """Return which cells of a row say something, "" where an empty one stands before none."""
    if not block.cells:
        return ""
    columns = said_columns(block)
    return "" if columns == tuple(range(len(columns))) else f"columns {columns}\n"


_NOTHING = " \u00a0-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


def _mark_end(text: str, kind: BlockKind) -> int:
    """Return where the wording begins behind bullets and numbers set by the renderer."""
    if kind in (BlockKind.TABLE_ROW, BlockKind.CODE):
        return 0
    sign = _HEADING_SIGN.match(text) if kind is BlockKind.HEADING else None
    start = sign.end() if sign else 0
    match = _LIST_MARK.match(text[start:])
    end = start + match.end() if match else start
    if kind is BlockKind.HEADING and end == start:
        number = _HEADING_NUMBER.match(text[start:])
        end = start + number.end() if number else start
    return end if end < len(text) and not (end and _cuts_a_word(text, end)) else 0


def _cuts_a_word(text: str, place: int) -> bool:
    """Tell whether a word goes on over a place, as "1. Mai 2025" does behind its "1."."""
    for word in _WORDS.finditer(text):
        if word.end() > place:
            return word.start() < place
    return False


def _key(found: str) -> str:
    """Return a word as it is compared: separators inside it set alike, dates as figures."""
    if len(found) >= _SHORTEST_DATE and found[-1] in _DATE_ENDS:
        day = read_date(found)
        if day and day[0].isdigit():
            return day
    if found in _ALIKE_SIGNS:
        return _ALIKE_SIGNS[found]
    if found[0].isdigit() or found[:3].lower() == "opt":
        if found[-1] == "%":
            found = found[:-1].rstrip() + "%"
        return _SPACES.sub(" ", found.replace(")", "").replace("-", " ")).rstrip(".")
    return found.rstrip(".")
