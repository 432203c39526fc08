"""Ids that a command is narrowed by: one that nothing has must not look like an all-clear."""

from __future__ import annotations

from dataclasses import dataclass

from clausewatch.messages.unknown import unknown
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist
from storage.store import History


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the store or the watchlist has."""

    tools: frozenset[str]
    criteria: frozenset[str]
    sources: frozenset[str]

    def check(self, tool: str | None, criterion: str | None, source: str | None) -> None:
        """Make sure that the ids given are known.

        Raises:
            ConfigurationError: one is not.
        """
        for noun, given, known in (
            ("tool", tool, self.tools),
            ("criterion", criterion, self.criteria),
            ("source", source, self.sources),
        ):
            if given is not None and given not in known:
                raise unknown(noun, given, known)


def known_ids(settings: Settings, history: History) -> Known:
    """Return what is known to the store, and to the watchlist where there is one."""
    watchlist = _watchlist(settings)
    flags = history.flags(open_only=False)
    tools = {tool.id for tool in watchlist.tools} | {one.flag.tool_id for one in flags}
    criteria = {one.key for one in watchlist.criteria} | {one.flag.criterion for one in flags}
    sources = {one.id for one in watchlist.sources} | {one.source_id for one in history.states()}
    return Known(frozenset(tools), frozenset(criteria), frozenset(sources))


def _watchlist(settings: Settings) -> Watchlist:
    """Return the watchlist; an empty one where it cannot be read: the store is asked."""
    try:
        return load_watchlist(settings.watchlist)
    except ConfigurationError:
        return Watchlist()
