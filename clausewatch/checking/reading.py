"""From a fetch to a reading: is it the document, and what is its wording?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from clausewatch.checking.arrival import Arrived
from crawler.extraction import Extraction, extract, visible_text_hash
from crawler.recognition import moved_to, problem_of_document, problem_of_response
from domain.capture import Capture, FetchFailure, NotModified
from domain.document import Document
from domain.errors import NotFoundError, UnreadableDocumentError
from domain.problem import Problem, ProblemKind
from domain.sentence import Sentence
from domain.watchlist import Source
from review.variants import differing_blocks, is_return
from review.verdict import Trouble, Wording
from review.words.wording import wording_hash
from storage.records import SourceState, StoredVersion
from storage.store import History


@dataclass(frozen=True, slots=True)
class Found:
    """The document, extracted from a stored capture."""

    capture_id: int
    extraction: Extraction
    wording_hash: str


@dataclass(frozen=True, slots=True)
class FetchReading:
    """What one fetch showed.

    `base` is the last good version as it is stored, `again` its document in the
    extraction that the reading was made with, where that is another. `found` is None
    when nothing had to be extracted: there is trouble, or the document is plainly the
    one that the base was read from.
    """

    seen: Trouble | Wording
    base: StoredVersion | None
    capture_id: int | None = None
    found: Found | None = None
    again: Found | None = None
    visible_hash: str = ""
    moved_to: str = ""

    @property
    def base_hash(self) -> str | None:
        """The wording hash that the reading is compared with, None before the first."""
        if self.again is not None:
            return self.again.wording_hash
        return None if self.base is None else self.base.wording_hash

    @property
    def base_document(self) -> Document | None:
        """The document that the reading is compared with, None before the first."""
        if self.again is not None:
            return self.again.extraction.document
        return None if self.base is None else self.base.document


def read(source: Source, arrived: Arrived, state: SourceState, history: History) -> FetchReading:
    """Tell what a fetch says.

    The cheap answers come first: the server says that nothing changed, the bytes are
    the same, all that extraction looks at is the same. Only then is anything extracted.
    """
    base, fetched, capture_id = (
        history.latest_version(source.id),
        arrived.fetched,
        arrived.capture_id,
    )
    if isinstance(fetched, FetchFailure):
        return FetchReading(Trouble(fetched.problem), base)
    if isinstance(fetched, NotModified) or capture_id is None:
        return FetchReading(_same_as(base), base)
    known = FetchReading(_same_as(base), base, capture_id, visible_hash=state.visible_hash)
    # Before the bytes are looked at: the same ones may come with an error or from elsewhere.
    problem = problem_of_response(fetched, source)
    if problem is not None:
        return replace(known, seen=Trouble(problem))
    known = replace(known, moved_to=moved_to(fetched, source))
    if base is not None and fetched.body_hash == state.body_hash:
        return known
    seen = replace(known, visible_hash=visible_text_hash(fetched))
    # A selector may look at what the hash of the visible text does not.
    selects = bool(source.select or source.remove)
    if base is not None and not selects and seen.visible_hash == state.visible_hash:
        return seen
    return _read_document(seen, capture_id, source, fetched, history)


def _same_as(base: StoredVersion | None) -> Trouble | Wording:
    if base is None:
        return Trouble(
            Problem(
                ProblemKind.HTTP_ERROR,
                Sentence(
                    "The server says that nothing changed, but nothing is stored yet.",
                    "Der Server meldet keine Änderung, es ist aber noch nichts gespeichert.",
                ),
                Sentence(
                    "Check the source again with --force.",
                    "Die Quelle mit --force erneut prüfen.",
                ),
            )
        )
    return Wording(base.wording_hash)


def _read_document(
    shallow: FetchReading, capture_id: int, source: Source, capture: Capture, history: History
) -> FetchReading:
    """Extract the document, and tell whether it is one.

    The extraction keeps to what agreed with the last version. When that gives no
    document, the page is read once more as if it were new: it may have been rebuilt.
    """
    known = shallow.base.document if shallow.base else None
    problem = None
    for base in (known, None) if known else (None,):
        try:
            extraction = extract(capture, source, base=base)
        except UnreadableDocumentError as error:
            return replace(shallow, seen=Trouble(_unreadable(error)))
        found = problem_of_document(
            extraction.document, capture, source, known, extraction.kept_share
        )
        if found is None:
            return _with_document(shallow, capture_id, extraction, source, history)
        problem = problem or found
    return shallow if problem is None else replace(shallow, seen=Trouble(problem))


def read_as_document(source: Source, history: History) -> tuple[Capture, FetchReading]:
    """Read the latest capture of a source as its document, whatever it looks like.

    Raises:
        NotFoundError: the source has no capture.
    """
    captures = history.captures(source.id, limit=1)
    if not captures:
        raise NotFoundError(f"{source.id} has no capture yet; run: clausewatch run")
    latest = captures[0].id
    capture = history.capture(latest)
    base = history.latest_version(source.id)
    shallow = FetchReading(_same_as(base), base, latest, visible_hash=visible_text_hash(capture))
    return capture, _with_document(shallow, latest, extract(capture, source), source, history)


def _with_document(
    shallow: FetchReading, capture_id: int, extraction: Extraction, source: Source, history: History
) -> FetchReading:
    found = Found(capture_id, extraction, wording_hash(extraction.document))
    again = _extract_again(source, shallow.base, extraction, history)
    if shallow.base is not None and again is None and _reads_like(shallow.base, found):
        found = replace(found, wording_hash=shallow.base.wording_hash)
    reading = replace(shallow, found=found, again=again)
    return replace(reading, seen=_seen(found, reading, source, history))


def _reads_like(base: StoredVersion, found: Found) -> bool:
    """Tell whether a wording is the base's, though its hash was made by older rules."""
    if found.wording_hash == base.wording_hash:
        return True
    return found.wording_hash == wording_hash(base.document)


def _seen(found: Found, reading: FetchReading, source: Source, history: History) -> Wording:
    """Tell what of the wording is new, seen before, or as it was."""
    base, document = reading.base, reading.base_document
    if base is None or document is None or found.wording_hash == reading.base_hash:
        return Wording(found.wording_hash)
    earlier = [
        _in_the_way_of(found.extraction, version, source, history)
        for version in history.versions(base.source_id)
        if version.id != base.id
    ]
    new = found.extraction.document
    return Wording(
        found.wording_hash,
        is_return=is_return(new, document, earlier),
        differing=differing_blocks(new, document),
    )


def _in_the_way_of(
    newer: Extraction, version: StoredVersion, source: Source, history: History
) -> Document:
    """Return an earlier wording as today's extraction gives it, without storing it.

    A variant that was learnt before an upgrade would else be news after it.
    """
    if version.fingerprint == newer.fingerprint:
        return version.document
    capture = history.capture(version.capture_id)
    return extract(capture, source, recipe=newer.recipe, base=newer.document).document


def _extract_again(
    source: Source, base: StoredVersion | None, newer: Extraction, history: History
) -> Found | None:
    """Extract the capture of a version in the way of a newer one, so that they compare.

    An upgrade of a library, a new rule or an edit of the watchlist changes what an
    extraction gives; the provider changed nothing. Where the newer way finds nothing
    (the site was rebuilt between the two), the way is chosen that agrees best with the
    newer wording. None when that is the way in which the version was made.
    """
    if base is None or base.fingerprint == newer.fingerprint:
        return None
    capture = history.capture(base.capture_id)
    again = extract(capture, source, recipe=newer.recipe, base=newer.document)
    if again.fingerprint == base.fingerprint:
        return None
    return Found(base.capture_id, again, wording_hash(again.document))


def _unreadable(error: UnreadableDocumentError) -> Problem:
    return Problem(
        ProblemKind.UNREADABLE,
        Sentence(
            f"The document arrived but cannot be read: {error}",
            f"Das Dokument kam an, ist aber nicht lesbar: {error}",
        ),
        Sentence(
            "Open the address yourself; if it reads well there, save it and store it with "
            "`clausewatch capture SOURCE FILE`.",
            "Die Adresse selbst öffnen; ist sie dort lesbar, speichern und mit "
            "`clausewatch capture SOURCE FILE` ablegen.",
        ),
    )
