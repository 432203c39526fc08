"""Which ratings rest on a phrase that their source does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from desk.renewal import stands_in
from domain.document import Document
from domain.watchlist import Watchlist


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
