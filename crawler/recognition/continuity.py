"""Does the text go on from the last good version, or is it something else?

A provider may rewrite a document from the first word to the last, halve it or double it;
that is a change, and the one an editor most needs to see. So the size alone decides only
at extremes, and the wording alone never: title, headings and the subjects spoken of must
have changed as well before a text counts as another document.
"""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz, process

from crawler.recognition import address
from crawler.recognition.case import Case, title_of
from crawler.recognition.language import family, is_told, languages_of
from crawler.recognition.sentences import of_documents, of_responses
from crawler.recognition.titles import lives_on, title_agreement
from crawler.recognition.trouble import problem
from crawler.recognition.wording import content_words, kept_of, likeness, words_of
from domain.document import Document
from domain.problem import Problem

_LEAST_TOLD = 12  # words whose language was told
_OWN_LANGUAGE = 0.2  # share that makes a page bilingual
_FOREIGN_LANGUAGE = 0.6
_LEAST_UNTOLD = 60  # words of a language that only the extraction can name

_KEPT = 0.2  # share of the old wording that speaks for the same document
# Likeness of subjects that a text of the same document has at least. Policies rewritten
# from the first word to the last have 0.55 and more; policies and terms of one provider
# have about 0.5.
_ALIKE = 0.35
_ALIKE_WITHOUT_TITLE = 0.3  # what stands in the place of such a text has 0.27 and less
_ALIKE_UNDER_OTHER_TITLE = 0.5
_ALIKE_UNDER_SAME_TITLE = 0.2
_SAME_TITLE = 80  # of 100
_OTHER_TITLE = 50

_BASE_WORDS = 60  # a shorter version is no measure for sizes
_COLLAPSED = 0.3
_NEW_WORDING = 0.5
_REWRITTEN_WORDS = 150
_REWRITTEN_SHORTER, _ALIKE_THOUGH_SHORT = 80, 0.6  # words of one on the same subjects
_EDITED_WORDS = 400  # a text of which little is left; all of it is looked up
_EDITED_SHARE, _EDITED_LIKENESS = 0.5, 60  # of the words; of 100, for a block and its earlier form
_HALF_READ = 0.5  # share of the page's own text that a good extraction keeps
_EXPLODED = 6
_EXPLODED_BY = 5_000  # words

_LONG_BLOCK = 6
_REPEATED_SHARE = 0.8
_REPEATED_WORDS = 40


def other_language(case: Case) -> Problem | None:
    """The text is in another language than the source's, or than the last good version.

    A page in two languages is fine as long as one of them is the expected one.
    """
    expected = _expected_language(case)
    told = languages_of(case.document)
    own_share = told[family(expected)] / (told.total() or 1)
    if not expected or not is_told(expected) or own_share >= _OWN_LANGUAGE:
        return None
    found = _foreign_language(case, told)
    if not found or family(found) == family(expected):
        return None
    return problem(of_documents.OTHER_LANGUAGE, found=found, expected=expected)


def _expected_language(case: Case) -> str:
    if case.source and case.source.language:
        return case.source.language
    if case.base is None:
        return ""
    told = languages_of(case.base)
    return told.most_common(1)[0][0] if told.total() >= _LEAST_TOLD else case.base.language


def _foreign_language(case: Case, told: Counter[str]) -> str:
    """Return the language that two witnesses agree on, "" where they do not.

    One is the function words; the other is the extraction, which also knows languages
    that there are no function words for.
    """
    named = case.document.language
    if told.total() < _LEAST_TOLD:
        return "" if is_told(named) or case.word_count < _LEAST_UNTOLD else named
    language, words = told.most_common(1)[0]
    doubtful = words / told.total() < _FOREIGN_LANGUAGE
    return "" if doubtful or (named and family(named) != language) else language


def other_document(case: Case) -> Problem | None:
    """Title, headings and wording no longer agree with the last good version."""
    if case.base is None:
        return _elsewhere(case)
    if kept_of(case.base, case.document) >= _KEPT:
        return None
    if likeness(case.base, case.document) >= _needed_likeness(case):
        return None
    found, expected = case.title, title_of(case.base)
    if (title_agreement(case) or _SAME_TITLE) >= _SAME_TITLE:  # they would not tell
        found, expected = _first_words(case.document), _first_words(case.base)
    return problem(of_documents.OTHER_DOCUMENT, found=found, expected=expected)


def _elsewhere(case: Case) -> Problem | None:
    """A first capture that came from another address must speak of what the address named."""
    if case.capture is None or case.source is None or not case.capture.final_url:
        return None
    arrived, named = case.capture.final_url, case.source.url
    if address.is_alike(arrived, named):
        return None
    wanted = content_words(address.slug_words(named))
    if not wanted or wanted & content_words([case.title, *case.headings]):
        return None
    return problem(of_responses.REDIRECTED_AWAY, address=arrived)


def _needed_likeness(case: Case) -> float:
    agreement = title_agreement(case)
    if agreement is not None and agreement >= _SAME_TITLE:
        return _ALIKE_UNDER_SAME_TITLE
    if agreement is None:
        return _ALIKE_WITHOUT_TITLE
    if agreement >= _OTHER_TITLE or lives_on(case):
        return _ALIKE
    return _ALIKE_UNDER_OTHER_TITLE


def _first_words(document: Document) -> str:
    return " ".join(document.text.split()[:8])


def collapsed(case: Case) -> Problem | None:
    """Most of the last good version is missing, and nothing new stands in its place."""
    if case.base is None or case.base_word_count < _BASE_WORDS:
        return None
    share = case.word_count / case.base_word_count
    if share >= _COLLAPSED or _is_rewritten(case) or _is_edited(case):
        return None
    trouble = of_documents.HALF_READ if case.kept_share < _HALF_READ else of_documents.COLLAPSED
    return problem(trouble, words=case.word_count, expected=case.base_word_count)


def _is_rewritten(case: Case) -> bool:
    """A short text in new words may be a document that was cut down on purpose."""
    assert case.base is not None  # noqa: S101 - for the type checker; callers looked
    if 1 - kept_of(case.document, case.base) < _NEW_WORDING:
        return False
    if case.word_count >= _REWRITTEN_WORDS:
        return True
    alike = likeness(case.base, case.document)
    return case.word_count >= _REWRITTEN_SHORTER and alike >= _ALIKE_THOUGH_SHORT


def _is_edited(case: Case) -> bool:
    """What is left was reworded: who strikes out the rest did so, for no fault rewords."""
    if case.word_count > _EDITED_WORDS:
        return False
    blocks = {block.text: words_of(block.text) for block in case.document.blocks}
    edited = sum(
        len(words)
        for text, words in blocks.items()
        if len(words) >= _LONG_BLOCK and _is_edited_block(case, text)
    )
    return edited >= _EDITED_SHARE * case.word_count


def _is_edited_block(case: Case, text: str) -> bool:
    """Tell whether a block of the last good version says this in other words, and not just more."""
    assert case.base is not None  # noqa: S101 - for the type checker; callers looked
    earlier = (block.text for block in case.base.blocks)
    found = process.extractOne(text, earlier, scorer=fuzz.ratio, score_cutoff=_EDITED_LIKENESS)
    return found is not None and bool(set(words_of(text)) - set(words_of(found[0])))


def exploded(case: Case) -> Problem | None:
    """The text is many times the last good version, or holds it twice."""
    if case.base is None:
        return None
    if is_doubled(case.document) and not is_doubled(case.base):
        return problem(of_documents.TWICE)
    more = case.word_count - case.base_word_count
    if case.base_word_count >= _BASE_WORDS and more >= max(
        _EXPLODED_BY, _EXPLODED * case.base_word_count
    ):
        return problem(of_documents.EXPLODED, words=case.word_count, expected=case.base_word_count)
    return None


def is_doubled(document: Document) -> bool:
    """Tell whether nearly every block of some length stands in the text twice."""
    blocks = [words_of(block.text) for block in document.blocks]
    counts = Counter(words for words in blocks if len(words) >= _LONG_BLOCK)
    total = sum(len(words) * count for words, count in counts.items())
    repeated = sum(len(words) * count for words, count in counts.items() if count % 2 == 0)
    return total >= _REPEATED_WORDS and len(counts) > 1 and repeated >= _REPEATED_SHARE * total
