"""What is said after a decision when the rating rests on words that its source has no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desk.deciding import lost_evidence
from domain.watchlist import Watchlist
from storage.store import History


def lost_lines(
    watchlist: Watchlist, history: History, ratings: Iterable[tuple[str, str]], *, write: bool
) -> Iterator[str]:
    """Yield what there is to say about decided ratings, as (tool, criterion).

    The watchlist has its ratings as they were decided. `write` is for the command that
    renews the evidence: to write it into the file, too.
    """
    for tool_id, criterion in dict.fromkeys(ratings):
        tool = watchlist.tool(tool_id)
        rating = tool.rating(criterion) if tool else None
        for evidence in lost_evidence(history, rating) if rating else ():
            name = f"{tool_id}/{criterion}"
            yield f"{name} still rests on words that {evidence.source} does not hold now:"
            yield f"  “{evidence.phrase}”"
            yield (
                f"  renew it with: clausewatch review {name} --decision confirmed "
                f"--evidence '{evidence.source}:WORDS THAT IT HOLDS'{' --write' if write else ''}"
            )
