"""What is said after a decision that left something of the rating as it was before.

That is a phrase which its source has no more, or the rationale of another status.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from desk.deciding import lost_evidence
from desk.judging import Judgement
from desk.renewal import heir_of
from domain.watchlist import Evidence, Rating, Watchlist
from storage.records import Decision
from storage.store import History


def left_over(
    watchlist: Watchlist,
    history: History,
    ratings: Iterable[tuple[str, str]],
    made: Judgement,
    *,
    write: bool,
) -> Iterator[str]:
    """Yield what there is to say about decided ratings, as (tool, criterion).

    The watchlist has its ratings as they were decided. `write` is for the commands that
    are named: to write it into the file, too.
    """
    also = " --write" if write else ""
    for tool_id, criterion in dict.fromkeys(ratings):
        tool = watchlist.tool(tool_id)
        rating = tool.rating(criterion) if tool else None
        if rating is not None:
            name = f"{tool_id}/{criterion}"
            yield from _old_rationale(name, rating, made, also)
            for evidence in lost_evidence(history, rating):
                yield from _lost(name, evidence, history, made, also)


def _old_rationale(name: str, rating: Rating, made: Judgement, also: str) -> Iterator[str]:
    if made.status is None or made.rationale is not None or not rating.rationale:
        return
    yield f"{name} says {rating.status.value} now, and its rationale is still the old one:"
    yield f"  “{rating.rationale}”"
    yield (
        f"  change it with: clausewatch review {name} --decision changed "
        f"--rationale 'WHY IT SAYS SO NOW'{also}"
    )


def _lost(
    name: str, evidence: Evidence, history: History, made: Judgement, also: str
) -> Iterator[str]:
    version = history.latest_version(evidence.source)
    heir = heir_of(history, evidence, version.document) if version else ""
    yield f"{name} still rests on words that {evidence.source} does not hold now:"
    yield f"  “{evidence.phrase}”"
    if heir:
        yield f"  in their place stands: “{heir}”"
    renewed = Decision.CHANGED if made.decision is Decision.CHANGED else Decision.CONFIRMED
    quoted = shlex.quote(f"{evidence.source}:{heir or 'WORDS THAT IT HOLDS'}")
    yield (
        f"  renew it with: clausewatch review {name} --decision {renewed.value} "
        f"--evidence {quoted}{also}"
    )
