"""Are two texts both proper captures of one document?

```
either side on its own -> the newer against the older -> what vanished by a pattern -> None
```

Unlike the judgement of a fresh capture, neither side is known to be good: a dialog or a
doubled text may stand on the older one as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from crawler.extraction.looks import joins_data_words
from crawler.extraction.statements import may_state
from crawler.recognition.consent import dialog_share_beyond
from crawler.recognition.continuity import is_doubled
from crawler.recognition.document import problem_of_document
from crawler.recognition.sentences import of_documents
from crawler.recognition.trouble import problem
from crawler.recognition.vocabulary import navigation
from crawler.recognition.wording import PhraseTable, kept_of, words_of, words_of_document
from domain.document import BlockKind, Document
from domain.problem import Problem, ProblemKind

_SAME_WORDING = 0.95
_STAND_IN = 0.8  # of the words of the text that it stands for
_LIKE_TITLES = 40  # of 100
_SHORTENED = 0.25  # of the words of the text that was shortened
_BROKEN_OFF = 0.9  # of its wording, a text that broke off has from the older one
_LEAST_AROUND = 20  # words
_PROGRAM = 3  # marks of a program, each of another kind
_PROGRAM_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bfunction\b[^(){}]{0,40}\([^(){}]{0,80}\)\s?\{",
        r"\b(?:var|let|const)\s\w{1,40}\s?=",
        r"\b(?:window|document)\.\w+",
        r"\}[\s)]{0,5};",
        r"[!=]==|&&|=>",
    )
)
_NAVIGATION = PhraseTable(navigation.PHRASES)
_SENTENCE = re.compile(r"[^.!?;{}]+")
_LEAST_OF_A_SENTENCE = 5  # words
# Who does it or what is so: hardly an entry of a menu does without both names and these.
_SAID = re.compile(
    r"\b(?:we|you|your|our|us|is|are|was|were|will|shall|may|must|can|has|have|been"
    r"|wir|sie|ihre[nrs]?|unsere[nrs]?|ist|sind|wird|werden|kann|können|dürfen"
    r"|nous|vous|vos|votre|nos|notre|est|sont|sera|seront|peut|peuvent"
    r"|usted|sus?|nuestr[ao]s?|es|son|será|serán|puede|pueden|sono|vostri|nostri|può|possono"
    r"|wij|uw|onze|zijn|wordt|worden|kunnen|são|pode|podem|nosso|seus)\b",
    re.IGNORECASE,
)
_THINNED_ROWS = 4
_THINNED_SHARE = 0.8


def defect_between(old: Document, new: Document) -> Problem | None:
    """Return why the two cannot be compared, None when both are proper captures."""
    return next((found for check in _CHECKS if (found := check(old, new))), None)


def _older(old: Document, _new: Document) -> Problem | None:
    return problem_of_document(old, None, None, None)


def _newer(old: Document, new: Document) -> Problem | None:
    if found := problem_of_document(new, None, None, None):
        return found
    found = problem_of_document(new, None, None, old)
    if found is None or _is_meant(found.kind, new, old):
        return None
    return found


def _is_meant(kind: ProblemKind, new: Document, old: Document) -> bool:
    """Tell whether two texts are to be compared though little of the older one is left.

    Who hands them over means them: what stands in for a document is shorter than it, a
    dialog or a menu, and what broke off has no words of its own.
    """
    share = new.word_count / max(old.word_count, 1)
    if kind is ProblemKind.OTHER_DOCUMENT:
        return share >= _STAND_IN and _may_share_a_title(new, old)
    if kind is ProblemKind.COLLAPSED:
        return share >= _SHORTENED and kept_of(new, old) < _BROKEN_OFF
    return False


def _may_share_a_title(new: Document, old: Document) -> bool:
    """Tell whether titles agree, as far as both texts have one."""
    titles = [" ".join(words_of(document.title)) for document in (old, new)]
    return not all(titles) or fuzz.token_set_ratio(*titles) >= _LIKE_TITLES


def _error_gone(old: Document, new: Document) -> Problem | None:
    """An error message that the older text had in place of a part."""
    found = problem_of_document(old, None, None, new)
    return found if found and found.kind is ProblemKind.ERROR_PAGE else None


def _dialog_gone(old: Document, new: Document) -> Problem | None:
    share = dialog_share_beyond(new, old)
    return problem(of_documents.CONSENT_INSIDE, percent=round(100 * share)) if share else None


def _once_of_twice(old: Document, new: Document) -> Problem | None:
    if is_doubled(old) and not is_doubled(new) and kept_of(new, old) >= _SAME_WORDING:
        return problem(of_documents.ONCE_OF_TWICE)
    return None


def _page_around(old: Document, new: Document) -> Problem | None:
    """The page's own menus or scripts stand before one of the texts, and nothing else differs."""
    short, long = sorted((old, new), key=lambda document: document.word_count)
    words, whole = words_of_document(short), words_of_document(long)
    lead = len(whole) - len(words)
    if not words or lead < _LEAST_AROUND or whole[lead:] != words:
        return None
    if not _is_program(long, short) and not _NAVIGATION.found_in(" ".join(whole[:lead])):
        return None
    if any(map(_states_a_term, _sentences_before(long, lead))):
        return None  # a term that came with the menus is a change
    return problem(of_documents.PAGE_AROUND, words=lead)


def _sentences_before(document: Document, lead: int) -> Iterator[str]:
    """Yield the sentences within the first words of a document."""
    for block in document.blocks:
        for sentence in _SENTENCE.findall(block.text):
            if lead <= 0:
                return
            words = words_of(sentence)
            yield sentence if len(words) <= lead else " ".join(words[:lead])
            lead -= len(words)


def _states_a_term(sentence: str) -> bool:
    """Tell a sentence of data from an entry of a menu and from a line of a program."""
    is_code = any(mark.search(sentence) for mark in _PROGRAM_MARKS)
    if is_code or len(words_of(sentence)) < _LEAST_OF_A_SENTENCE:
        return False
    return joins_data_words(sentence) or bool(_SAID.search(sentence) and may_state(sentence))


def _is_program(long: Document, short: Document) -> bool:
    """Tell whether the longer text speaks to the browser outside of any example of code."""
    return _program_marks(long) - _program_marks(short) >= _PROGRAM


def _program_marks(document: Document) -> int:
    prose = [block.text for block in document.blocks if block.kind is not BlockKind.CODE]
    return sum(bool(mark.search("\n".join(prose))) for mark in _PROGRAM_MARKS)


def _thinned(old: Document, new: Document) -> Problem | None:
    """Rows of tables in which every second item vanished, or came, and nothing else."""
    rows = _changed_rows(old, new)
    thinned = sum(_lost_every_second(*row) or _lost_every_second(*reversed(row)) for row in rows)
    if thinned < _THINNED_ROWS or thinned < _THINNED_SHARE * len(rows):
        return None
    return problem(of_documents.THINNED, rows=thinned)


def _changed_rows(old: Document, new: Document) -> list[tuple[tuple[str, ...], ...]]:
    """Pair the table rows of both texts by place, and return those that differ."""
    pairs = zip(_rows(old), _rows(new), strict=False)
    if len(_rows(old)) != len(_rows(new)):
        return []
    return [(before, after) for before, after in pairs if before != after]


def _rows(document: Document) -> list[tuple[str, ...]]:
    return [
        tuple(block.text.replace(",", " ").split())
        for block in document.blocks
        if block.kind is BlockKind.TABLE_ROW
    ]


def _lost_every_second(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Tell whether a run of items lost its second, fourth, ... and all else stayed."""
    pairs = enumerate(zip(before, after, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), len(after))
    first = max(start - 1, 0)
    return after[first:] == before[first:][::2] and len(after) < len(before)


_CHECKS: tuple[Callable[[Document, Document], Problem | None], ...] = (
    _older,
    _newer,
    _error_gone,
    _once_of_twice,
    _dialog_gone,
    _page_around,
    _thinned,
)
