"""Two documents compared without a store: what `clausewatch compare` does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clausewatch.files.archive import media_type_of
from clausewatch.parts import Scoring
from crawler.extraction import extract
from crawler.recognition import defect_between
from domain.capture import Capture, CaptureOrigin
from domain.change import Change, Significance
from domain.document import Document
from domain.errors import ConfigurationError
from domain.problem import Problem
from domain.watchlist import DocumentKind, Source
from review.comparison import compare
from review.relevance.kinds import kind_by_title
from review.relevance.scores import CriterionScore, score_criteria


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two documents differ in, and the criteria that have to be re-reviewed.

    `kind` is the kind of document as it was judged.
    """

    change: Change
    defect: Problem | None
    flags: Mapping[str, CriterionScore]
    kind: str


def compare_documents(
    old: Document, new: Document, kind: DocumentKind, scoring: Scoring
) -> Comparison:
    """Compare two documents as if their source were cited for every criterion.

    When one of them is not a proper capture of the document, its difference is no
    change of wording: nothing is flagged.
    """
    told = kind_by_title(kind.value, new)
    defect = defect_between(old, new)
    if defect is not None:
        reason = "One of the two is not a proper capture of the document."
        return Comparison(Change(significance=Significance.NONE, reason=reason), defect, {}, told)
    change = compare(old, new, kind=told)
    scores = score_criteria(change, told, scoring.criteria, scoring.model)
    threshold = scoring.model.threshold_for(cited=False)
    flags = {key: score for key, score in scores.items() if score.score >= threshold}
    return Comparison(change, None, flags, told)


def document_of_file(path: Path) -> Document:
    """Extract the document of a saved page: HTML, Markdown, plain text or PDF.

    Raises:
        ConfigurationError: the file cannot be read.
        UnreadableDocumentError: its content is none of these.
    """
    return extract(capture_of_file(path, source_of_file(path)), source_of_file(path)).document


def source_of_file(path: Path) -> Source:
    """Return a source that stands for a saved page."""
    return Source(id="file", url=path.resolve().as_uri())


def capture_of_file(path: Path, source: Source, at: datetime | None = None) -> Capture:
    """Return a saved page as a capture of the source.

    Raises:
        ConfigurationError: the file cannot be read.
    """
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from error
    if not body.strip():
        raise ConfigurationError(f"{path}: is empty; save the page again")
    return Capture(
        source_id=source.id,
        requested_url=source.url,
        fetched_at=at or datetime.now(UTC),
        body=body,
        headers=(("content-type", media_type_of(path.name)),),
        final_url=source.url,
        origin=CaptureOrigin.MANUAL,
    )
