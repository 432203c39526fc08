"""When each rating was last reviewed, against which versions, and which grew stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from domain.change import Significance
from domain.watchlist import Rating, Tool, Watchlist
from storage.records import MadeDecision
from storage.store import History
from storage.summaries import ChangeSummary, Tally, VersionSummary


@dataclass(frozen=True, slots=True)
class RatingAge:
    """A rating with its last review.

    `reviewed_at` is None before the first; it is then as old as the first version of its
    sources, `first_seen`. `versions` are the numbers of the versions that it was reviewed
    against, by source. `unflagged` are changes of substance since then that no flag speaks
    of, while no flag on the rating is open.
    """

    tool: Tool
    rating: Rating
    reviewed_at: datetime | None
    by: str
    versions: Mapping[str, int]
    first_seen: datetime | None
    age: timedelta
    limit: timedelta
    unflagged: tuple[ChangeSummary, ...]

    @property
    def too_old(self) -> bool:
        """Whether its last review is older than its limit."""
        return self.age > self.limit

    @property
    def is_stale(self) -> bool:
        """Whether somebody should read it again although no flag says so."""
        return self.too_old or bool(self.unflagged)


def rating_ages(watchlist: Watchlist, history: History, now: datetime) -> tuple[RatingAge, ...]:
    """Return the age of every rating, the stalest first."""
    return Ages().of(watchlist, history, history.decisions_in_force(), now)


class Ages:
    """The ages of ratings; only those of which something changed are worked out anew.

    An age follows from the rating, its latest decision, whether a flag is open, and the
    versions and changes of its sources. The days that have passed are all else it knows.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[object, RatingAge]] = {}
        self._marks: tuple[Tally, Mapping[str, tuple[int, int]]] | None = None

    def of(
        self,
        watchlist: Watchlist,
        history: History,
        decisions: Iterable[MadeDecision],
        now: datetime,
    ) -> tuple[RatingAge, ...]:
        """Return the age of every rating, the stalest first; decisions come oldest first."""
        latest = {(one.tool_id, one.criterion): one for one in decisions}
        marks = self._source_marks(history)
        counts = history.open_flag_counts(now)
        found = {}
        for tool in watchlist.tools:
            for rating in tool.ratings:
                name = (tool.id, rating.criterion)
                decided, is_open = latest.get(name), counts.get(name, 0) > 0
                seen = [(source, marks.get(source)) for source in sources_of(tool, rating)]
                basis = (rating, watchlist.review_every, decided, is_open, seen)
                before, age = self._known.get(name, (None, None))
                if age is None or before != basis:
                    age = _age(watchlist, history, tool, rating, decided, is_open=is_open, now=now)
                since = age.reviewed_at or age.first_seen or now
                found[name] = basis, replace(age, tool=tool, age=now - since)
        self._known = dict(found)
        return tuple(
            sorted((age for _, age in found.values()), key=lambda one: (not one.is_stale, -one.age))
        )

    def _source_marks(self, history: History) -> Mapping[str, tuple[int, int]]:
        """Return the marks of all sources, asked for anew when there is another version."""
        versions = history.version_tally()
        if self._marks is None or self._marks[0] != versions:
            self._marks = versions, history.source_marks()
        return self._marks[1]


def sources_of(tool: Tool, rating: Rating) -> tuple[str, ...]:
    """Return the sources a rating rests on; all of its tool's where it cites none."""
    cited = dict.fromkeys(evidence.source for evidence in rating.evidence)
    return tuple(cited) or tool.sources


def _age(  # noqa: PLR0913 - what is known of one rating
    watchlist: Watchlist,
    history: History,
    tool: Tool,
    rating: Rating,
    decided: MadeDecision | None,
    *,
    is_open: bool,
    now: datetime,
) -> RatingAge:
    versions = {source: history.version_list(source) for source in sources_of(tool, rating)}
    reviewed_at, by = _last_review(rating, decided)
    first_seen = _first_seen(versions.values())
    since = reviewed_at or first_seen or now
    return RatingAge(
        tool=tool,
        rating=rating,
        reviewed_at=reviewed_at,
        by=by,
        versions=_versions_at(versions, since),
        first_seen=first_seen,
        age=now - since,
        limit=rating.review_every or watchlist.review_every,
        unflagged=() if is_open else _unflagged(history, tool, rating, tuple(versions), since),
    )


def _last_review(rating: Rating, decided: MadeDecision | None) -> tuple[datetime | None, str]:
    """Return the later one of the decision and of what the file says."""
    written = (
        datetime.combine(rating.reviewed, time(), UTC) if rating.reviewed is not None else None
    )
    if decided is not None and (written is None or decided.at.date() >= written.date()):
        return decided.at, decided.by
    return written, ""


def _first_seen(versions: Iterable[tuple[VersionSummary, ...]]) -> datetime | None:
    return min((one[-1].at for one in versions if one), default=None)


def _versions_at(
    versions: Mapping[str, tuple[VersionSummary, ...]], at: datetime
) -> dict[str, int]:
    found = {}
    for source, newest_first in versions.items():
        number = next((one.number for one in newest_first if one.at <= at), None)
        if number is not None:
            found[source] = number
    return found


def _unflagged(
    history: History, tool: Tool, rating: Rating, sources: tuple[str, ...], since: datetime
) -> tuple[ChangeSummary, ...]:
    changes = history.change_list(
        sources=sources, since=since, significance=Significance.SUBSTANTIVE
    )
    later = [change for change in changes if change.at > since]
    if not later:
        return ()
    flags = history.flags(open_only=False, tool=tool.id, criterion=rating.criterion)
    flagged = {flag.change_id for flag in flags}
    return tuple(change for change in later if change.id not in flagged)
