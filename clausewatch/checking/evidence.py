"""Which ratings rest on a phrase that their source does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desk.renewal import candidates_in, stands_in
from domain.document import Document
from domain.watchlist import Watchlist
from review.words.nearest import words_like


@dataclass(frozen=True, slots=True)
class Missing:
    """Evidence that is not there: the way to its phrase in the watchlist, and what is said."""

    path: tuple[str | int, ...]
    phrase: str
    sentence: str


def missing_evidence(watchlist: Watchlist, source_id: str, document: Document) -> Iterator[Missing]:
    """Yield each evidence on the source that is not in its document."""
    for index, tool in enumerate(watchlist.tools):
        for number, rating in enumerate(tool.ratings):
            for place, evidence in enumerate(rating.evidence):
                if evidence.source != source_id or stands_in(evidence.phrase, document):
                    continue
                said = (
                    f"the evidence for {tool.id}/{rating.criterion} is not in "
                    f'{source_id}: "{evidence.phrase}"'
                )
                if meant := nearest_words(evidence.phrase, document):
                    said += f'; did you mean "{meant}"?'
                path = ("tools", index, "ratings", number, "evidence", place, "phrase")
                yield Missing(path, evidence.phrase, said)


def nearest_words(phrase: str, document: Document) -> str:
    """Return the words of a document that are most like a phrase; "" when none are."""
    for sentence in candidates_in(phrase, document)[:1]:
        words = words_like(phrase, sentence)
        return words if words and stands_in(words, document) else sentence
    return ""
