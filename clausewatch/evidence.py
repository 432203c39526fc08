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
                if evidence.source == source_id and locate(evidence.phrase, document) is None:
                    yield (
                        f"the evidence for {tool.id}/{rating.criterion} is not in "
                        f'{source_id}: "{evidence.phrase}"'
                    )
