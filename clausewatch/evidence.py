"""Which ratings rest on a phrase that their source does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from domain.document import Document
from domain.watchlist import Watchlist
from review.evidence import locate


def missing_evidence(watchlist: Watchlist, source_id: str, document: Document) -> Iterator[str]:
    """Yield a sentence for each evidence on the source that is not in its document."""
    for tool in watchlist.tools_citing(source_id):
        for rating in tool.ratings:
            for evidence in rating.evidence:
                if evidence.source != source_id or stands_in(evidence.phrase, document):
                    continue
                yield (
                    f"the evidence for {tool.id}/{rating.criterion} is not in "
                    f'{source_id}: "{evidence.phrase}"'
                )


def stands_in(phrase: str, document: Document) -> bool:
    """Tell whether a document holds a phrase word for word.

    "We use" is nearly "we do not use": what is only like the phrase is no evidence.
    """
    match = locate(phrase, document)
    return match is not None and match.similarity == 1.0
