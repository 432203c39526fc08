"""Evidence that is no longer found: what could take its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

from domain.change import Passage
from domain.document import Document
from domain.errors import NotFoundError
from domain.watchlist import Evidence
from review.evidence import locate
from review.successors import successor
from review.words.folding import folded_text
from review.words.sentences import sentence_spans
from review.words.wording import clean, words
from storage.store import History

# Of 100; below it a sentence is about something else. Far from where the phrase stood, more
# is asked for.
_LIKE, _LIKE_AFAR = 45.0, 60.0
_SHORTEST = 0.7  # of the length of the phrase
_MOST_CHANGES = 25  # of a source are read: nobody may wait until all of them are
_STOPS = " .!?;:"


def stands_in(phrase: str, document: Document) -> bool:
    """Tell whether a document holds a phrase word for word.

    "We use" is nearly "we do not use": what is only like the phrase is no evidence.
    """
    match = locate(phrase, document)
    return match is not None and match.similarity == 1.0


def as_evidence(
    history: History, phrases: Iterable[str], sources: Sequence[str]
) -> tuple[Evidence, ...]:
    """Return phrases as evidence, each of the first source whose newest version holds it.

    Raises:
        NotFoundError: no newest version of the sources holds one of the phrases.
    """
    read = cache(history.latest_version)
    found = []
    for phrase in phrases:
        versions = (read(source) for source in sources)
        source = next(
            (one.source_id for one in versions if one and stands_in(phrase, one.document)), None
        )
        if source is None:
            raise NotFoundError(f'no source that the rating rests on holds "{phrase}" now')
        found.append(Evidence(source=source, phrase=phrase))
    return tuple(found)


def candidates(phrase: str, text: str, *, least: float = _LIKE, limit: int = 3) -> tuple[str, ...]:
    """Return the sentences of a text that are most like a phrase, the likest first."""
    cleaned = clean(text)
    found = words(cleaned)
    sentences = dict.fromkeys(
        cleaned[found[first].start : found[last - 1].end]
        for first, last in sentence_spans(cleaned, found)
    )
    # Beside a whole phrase, a heading or a number is like everything.
    long = [one for one in sentences if len(one) >= len(phrase) * _SHORTEST]
    likeness = {one: fuzz.partial_ratio(phrase.casefold(), one.casefold()) for one in long}
    like = [one for one in long if likeness[one] >= least]
    return tuple(sorted(like, key=lambda one: -likeness[one])[:limit])


def offered(history: History, evidence: Evidence, document: Document) -> tuple[str, ...]:
    """Return what could take the place of evidence that the newest version does not hold.

    First the sentence that took its place, then what is like it. All of it stands there.
    """
    heir = heir_of(history, evidence, document)
    like = candidates_in(evidence.phrase, document)
    others = (one for one in like if folded_text(one) != folded_text(heir))
    return (heir, *others) if heir else like


def heir_of(history: History, evidence: Evidence, document: Document) -> str:
    """Return the sentence of the newest version that took the place of evidence, "" if none did.

    It is followed from the change that reworded its sentence through those since.
    """
    since: list[Sequence[Passage]] = []
    for one in history.change_list(sources=(evidence.source,), limit=_MOST_CHANGES):
        passages = history.change(one.id).change.passages
        found = successor(evidence.phrase, passages)
        if found is not None:
            sentence = _followed(found.after, reversed(since)).rstrip(_STOPS)
            return sentence if stands_in(sentence, document) else ""
        since.append(passages)
    return ""


def _followed(sentence: str, changes: Iterable[Sequence[Passage]]) -> str:
    for passages in changes:
        found = successor(sentence, passages)
        sentence = found.after if found else sentence
    return sentence


def candidates_in(phrase: str, document: Document) -> tuple[str, ...]:
    """Return what a document says in the place of a phrase that it no longer holds.

    Where no passage is like it as a whole, single sentences of the document may be.
    """
    match = locate(phrase, document)
    if match is not None:
        return candidates(phrase, match.text)
    text = "\n".join(block.text for block in document.blocks)
    return candidates(phrase, text, least=_LIKE_AFAR)
