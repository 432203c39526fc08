"""Which flags of the past new weights would have raised, and which they would not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from clausewatch.learning.decisions import RELEVANT, Versions, versions_of
from domain.flag import Flag
from domain.watchlist import Watchlist
from review.flags import flag_change
from review.relevance.model import Model
from storage.records import FlagState
from storage.store import History

# Enough to judge new weights by; the whole history would take long and tell no more.
LATEST_CHANGES = 1000


@dataclass(frozen=True, slots=True)
class TurnedFlag:
    """A flag on which two sets of weights differ; `raised` is what the new ones do.

    `decision` is what an editor decided about it, None where nobody did.
    """

    change_id: int
    source_id: str
    at: datetime
    tool_id: str
    criterion: str
    raised: bool
    summary: str
    decision: FlagState | None


def turned_flags(
    history: History, watchlist: Watchlist, present: Model, learnt: Model
) -> tuple[TurnedFlag, ...]:
    """Flag the latest changes again by either set of weights; return where they differ.

    The ratings and their evidence are those of today's watchlist.
    """
    turned: list[TurnedFlag] = []
    for summary in history.change_list(limit=LATEST_CHANGES):
        versions = versions_of(history, watchlist, summary.id)
        before = _flags(versions, watchlist, present)
        after = _flags(versions, watchlist, learnt)
        decisions = _decisions(history, summary.id) if before.keys() ^ after.keys() else {}
        turned += [
            _turned(versions, key, (after.get(key), before.get(key)), decisions)
            for key in sorted(before.keys() ^ after.keys())
        ]
    return tuple(turned)


_Key = tuple[str, str]


def _flags(versions: Versions, watchlist: Watchlist, model: Model) -> dict[_Key, Flag]:
    source_id = versions.stored.source_id
    flags = flag_change(
        versions.stored.change,
        versions.old,
        versions.new,
        source_id=source_id,
        kind=versions.kind,
        tools=watchlist.tools_citing(source_id),
        criteria=watchlist.criteria,
        model=model,
    )
    return {(flag.tool_id, flag.criterion): flag for flag in flags}


def _decisions(history: History, change_id: int) -> dict[_Key, FlagState]:
    return {
        (stored.flag.tool_id, stored.flag.criterion): stored.state
        for stored in history.flags(open_only=False, change_id=change_id)
        if stored.state in RELEVANT
    }


def _turned(
    versions: Versions,
    key: _Key,
    flags: Sequence[Flag | None],
    decisions: dict[_Key, FlagState],
) -> TurnedFlag:
    after, before = flags
    flag = after or before
    return TurnedFlag(
        change_id=versions.stored.id,
        source_id=versions.stored.source_id,
        at=versions.stored.at,
        tool_id=key[0],
        criterion=key[1],
        raised=after is not None,
        summary=flag.summary.en if flag else "",
        decision=decisions.get(key),
    )
