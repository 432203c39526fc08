"""The decisions in the store, each with the features of the change that it was about.

Nothing but the decision has to be kept for this: the change that a flag cites is in the
store for good, and its features are computed from it again. So a better vocabulary
makes better examples of old decisions, too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from domain.change import Change, Significance
from domain.document import Document
from domain.watchlist import Criterion, DocumentKind, Evidence, Rating, Status, Tool, Watchlist
from review.flags import flag_change
from review.learning.fitting import Example
from review.learning.lessons import Decided
from review.relevance.kinds import kind_by_title
from review.relevance.model import Model
from review.relevance.scores import passage_scores
from storage.records import FlagState, StoredChange, StoredFlag
from storage.store import History

RELEVANT = {FlagState.CONFIRMED: True, FlagState.CHANGED: True, FlagState.NOT_RELEVANT: False}
"""What a decision says about the flag: the rating had to be read again, or it had not."""

# A missed change is worse than a false alarm.
MATTERED_WEIGHT = 2.0
_REMEMBERED_CHANGES = 16


@dataclass(frozen=True, slots=True)
class Versions:
    """A stored change with the documents that it lies between, and their kind."""

    stored: StoredChange
    old: Document
    new: Document
    kind: str


def decisions_in(history: History, watchlist: Watchlist, model: Model) -> Iterator[Decided]:
    """Yield what editors decided, by the latest decision of each flag, oldest change first.

    A flag that is open, put off or taken up again is not decided; what was never
    flagged is unknown. Neither is an example of anything.
    """
    flags = [flag for flag in history.flags(open_only=False) if flag.state in RELEVANT]
    known = {criterion.key for criterion in watchlist.criteria}
    remembered = lru_cache(_REMEMBERED_CHANGES)(
        lambda change_id: versions_of(history, watchlist, change_id)
    )
    for flag in sorted(flags, key=lambda one: (one.change_id, one.id)):
        if flag.flag.criterion in known:
            yield _decided(flag, remembered(flag.change_id), watchlist.criteria, model)


def versions_of(history: History, watchlist: Watchlist, change_id: int) -> Versions:
    """Return a change and its two documents."""
    stored = history.change(change_id)
    source = watchlist.source(stored.source_id)
    old, new = map(history.version_by_id, (stored.old_version_id, stored.new_version_id))
    declared = (source.kind if source else DocumentKind.OTHER).value
    return Versions(stored, old.document, new.document, kind_by_title(declared, new.document))


def features_of(
    change: Change, kind: str, criteria: Sequence[Criterion], model: Model
) -> dict[str, tuple[dict[str, float], ...]]:
    """Return the features of each passage that can be scored, by criterion.

    A change that is not substantive is never scored, so it has none.
    """
    if change.significance is not Significance.SUBSTANTIVE:
        return {criterion.key: () for criterion in criteria}
    return {
        key: tuple(dict(score.features.values) for score in scores)
        for key, scores in passage_scores(change, kind, criteria, model).items()
    }


def without_score(model: Model) -> Model:
    """Return weights under which nothing is flagged but what evidence asks for."""
    return replace(model, threshold=math.inf, threshold_when_cited=math.inf)


def _decided(
    flag: StoredFlag, versions: Versions, criteria: Sequence[Criterion], model: Model
) -> Decided:
    key = flag.flag.criterion
    change = versions.stored.change
    relevant = RELEVANT[flag.state]
    example = Example(
        name=str(flag.id),
        criterion=key,
        passages=features_of(change, versions.kind, criteria, model)[key],
        relevant=relevant,
        weight=MATTERED_WEIGHT if relevant else 1.0,
    )
    return Decided(
        example,
        group=f"change {flag.change_id}",
        cited=bool(flag.flag.evidence),
        by_evidence=_is_by_evidence(flag, versions, criteria, model),
    )


def _is_by_evidence(
    flag: StoredFlag, versions: Versions, criteria: Sequence[Criterion], model: Model
) -> bool:
    """Flag the change again with the evidence of then, and without any score."""
    rating = Rating(
        criterion=flag.flag.criterion,
        status=Status.PARTLY,
        evidence=tuple(
            Evidence(source=flag.source_id, phrase=state.phrase) for state in flag.flag.evidence
        ),
    )
    tool = Tool(id=flag.flag.tool_id, name=flag.flag.tool_id, ratings=(rating,))
    flags = flag_change(
        versions.stored.change,
        versions.old,
        versions.new,
        source_id=flag.source_id,
        kind=versions.kind,
        tools=(tool,),
        criteria=criteria,
        model=without_score(model),
    )
    return bool(flags)
