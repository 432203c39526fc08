"""The parts of a process that runs for ever, as its watchlist file and the decisions are now."""

from __future__ import annotations

import logging
from dataclasses import replace
from threading import Lock

from clausewatch.messages.counting import counted
from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from clausewatch.wiring import channels_are_known
from desk.deciding import with_decisions
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist

log = logging.getLogger(__name__)

_Stamp = tuple[int, ...]


class WatchlistFile:
    """Follows the watchlist file; one with faults is told once, and the last good one goes on.

    The settings are those of the start. Any thread may ask.
    """

    def __init__(self, settings: Settings) -> None:
        """Read the file.

        Raises:
            ConfigurationError: it has faults.
        """
        self._settings = settings
        self._lock = Lock()
        self._stamp = self._stamp_now()
        self._good = self._read()

    def watchlist(self) -> Watchlist:
        """Return the watchlist of now, without decisions."""
        with self._lock:
            stamp = self._stamp_now()
            if stamp != self._stamp:
                self._stamp = stamp
                self._read_again()
            return self._good

    def _read_again(self) -> None:
        try:
            self._good = self._read()
        except ConfigurationError as error:
            log.error("%s\nthe watchlist as it was before goes on; mend the file", error)  # noqa: TRY400 - it says what to do
            return
        watched = counted(len(self._good.sources), "source is", "sources are")
        log.info("%s was edited: %s watched now", self._settings.watchlist, watched)

    def _read(self) -> Watchlist:
        found = load_watchlist(self._settings.watchlist)
        channels_are_known(found, self._settings)
        return found

    def _stamp_now(self) -> _Stamp:
        """Tell one state of the file from another; () while there is none."""
        try:
            found = self._settings.watchlist.stat()
        except OSError:
            return ()
        return found.st_mtime_ns, found.st_size, found.st_ino


class Latest:
    """The parts with the watchlist as its file and the decisions are now."""

    def __init__(self, parts: Parts, settings: Settings) -> None:
        self._parts = parts
        self._file = WatchlistFile(settings)

    def parts(self) -> Parts:
        """Return the parts with the watchlist of now.

        Raises:
            StoreError: the decisions cannot be read.
        """
        watchlist = with_decisions(self._file.watchlist(), self._parts.store)
        if watchlist != self._parts.watchlist:
            self._parts = replace(self._parts, watchlist=watchlist)
        return self._parts
