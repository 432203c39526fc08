"""A message where a part of the document was, the rest being there.

A page may show the beginning of a text and ask to sign in for the rest, or fail to load
one of its sections. What is left says nothing new but the message.
"""

from __future__ import annotations

from collections.abc import Iterator

from crawler.recognition.case import Case
from crawler.recognition.sentences import of_documents, of_responses
from crawler.recognition.trouble import problem
from crawler.recognition.vocabulary import gates
from crawler.recognition.wording import PhraseTable, kept_of, words_of
from domain.problem import Problem

_LOST_WORDS = 30
_NOTHING_NEW = 0.85  # share of what is there that the last good version has as well
_MESSAGE_WORDS = 20
_MESSAGE_SHARE = 0.3  # of the words of a message that say so

_GATES = PhraseTable(gates.SIGN_IN)
_NOT_LOADED = PhraseTable(gates.NOT_LOADED)


def gate_inside(case: Case) -> Problem | None:
    """The text goes on only for those who sign in."""
    if any(_GATES.weight_in(message) >= 1 for message in _messages(case)):
        return problem(of_responses.GATED)
    return None


def section_not_loaded(case: Case) -> Problem | None:
    """A section of the document is missing, and an apology stands in its place."""
    for message in _messages(case):
        if _NOT_LOADED.coverage_of(message) >= _MESSAGE_SHARE:
            return problem(of_documents.ERROR_INSIDE, text=message)
    return None


def _messages(case: Case) -> Iterator[str]:
    """Yield the short texts that are new, where wording went and nothing else came."""
    if case.base is None or case.lost_words < _LOST_WORDS:
        return
    if kept_of(case.document, case.base) < _NOTHING_NEW:
        return
    for block in case.document.blocks:
        if case.is_new(block) and len(words_of(block.text)) <= _MESSAGE_WORDS:
            yield block.text
