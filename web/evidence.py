"""Which phrases rest on a source, and whether its newest version still has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from desk.renewal import heir_of
from domain.document import Document
from domain.flag import EvidenceStatus
from domain.watchlist import Evidence, Tool, Watchlist
from review.evidence import locate
from storage.store import History
from storage.summaries import VersionSummary

Read = Callable[[int], Document]
_LOST = {EvidenceStatus.GONE, EvidenceStatus.REWORDED, EvidenceStatus.NEVER_FOUND}


@dataclass(frozen=True, slots=True)
class Claim:
    """A phrase of a source that a rating of a tool rests on."""

    tool: Tool
    criterion: str
    phrase: str


def claims(watchlist: Watchlist, source_id: str) -> tuple[Claim, ...]:
    """Return what rests on a source."""
    return tuple(
        Claim(tool, rating.criterion, evidence.phrase)
        for tool in watchlist.tools
        for rating in tool.ratings
        for evidence in rating.evidence
        if evidence.source == source_id
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Evidence of a rating, and what became of it in the newest version of its source.

    None when there is no version yet; never found when no version ever held it.
    """

    evidence: Evidence
    version: VersionSummary | None
    status: EvidenceStatus | None

    @property
    def is_lost(self) -> bool:
        """Whether the newest version does not hold it word for word."""
        return self.status in _LOST


@dataclass(frozen=True, slots=True)
class Lost:
    """Evidence of a rating that is gone or reworded, or that was never there."""

    tool: Tool
    criterion: str
    standing: Standing


_MOST_READ = 25  # versions of a source in which a phrase is looked for


class EvidenceDesk:
    """Looks phrases up in versions. A version never changes, so an answer is kept."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, str], EvidenceStatus] = {}
        self._in_one: dict[tuple[int, str], EvidenceStatus] = {}
        self._newest: tuple[object, Mapping[str, VersionSummary]] | None = None

    def standings(
        self, history: History, wanted: Iterable[Evidence], versions: Mapping[str, VersionSummary]
    ) -> dict[Evidence, Standing]:
        """Return the state of evidence, in the order it is asked for."""
        found = {}
        read = lru_cache(lambda version_id: history.version_by_id(version_id).document)
        for evidence in dict.fromkeys(wanted):
            version = versions.get(evidence.source)
            status = None
            if version is not None:
                key = (version.id, evidence.phrase)
                if key not in self._known:
                    self._known[key] = self._status(evidence, version.id, history, read)
                status = self._known[key]
            found[evidence] = Standing(evidence, version, status)
        return found

    def _status(
        self, evidence: Evidence, newest: int, history: History, read: Read
    ) -> EvidenceStatus:
        """Return what became of a phrase; what no version held was never there to be lost."""
        now = self._found_in(newest, evidence.phrase, read)
        if now is EvidenceStatus.INTACT:
            return now
        versions = history.version_list(evidence.source)
        if len(versions) > _MOST_READ:  # nobody may wait until all of them are read
            return now
        ever = (self._found_in(one.id, evidence.phrase, read) for one in versions)
        if EvidenceStatus.INTACT not in ever:
            return EvidenceStatus.NEVER_FOUND
        return EvidenceStatus.REWORDED if heir_of(history, evidence, read(newest)) else now

    def _found_in(self, version_id: int, phrase: str, read: Read) -> EvidenceStatus:
        key = (version_id, phrase)
        if key not in self._in_one:
            self._in_one[key] = _found(phrase, read(version_id))
        return self._in_one[key]

    def lost(self, history: History, watchlist: Watchlist) -> tuple[Lost, ...]:
        """Return the evidence that the newest version of its source does not hold."""
        rated = [(tool, one) for tool in watchlist.tools for one in tool.ratings if one.evidence]
        wanted = dict.fromkeys(one for _, rating in rated for one in rating.evidence)
        versions = self._latest_versions(history, frozenset(one.source for one in wanted))
        standings = self.standings(history, wanted, versions)
        return tuple(
            Lost(tool, rating.criterion, standings[one])
            for tool, rating in rated
            for one in rating.evidence
            if standings[one].is_lost
        )

    def _latest_versions(
        self, history: History, sources: frozenset[str]
    ) -> Mapping[str, VersionSummary]:
        """Return the newest versions of sources, asked for anew when there is another one."""
        basis = (history.version_tally(), sources)
        if self._newest is None or self._newest[0] != basis:
            self._newest = basis, history.latest_versions(sources)
        return self._newest[1]


def _found(phrase: str, document: Document) -> EvidenceStatus:
    found = locate(phrase, document)
    if found is None:
        return EvidenceStatus.GONE
    return EvidenceStatus.INTACT if found.similarity == 1.0 else EvidenceStatus.REWORDED
