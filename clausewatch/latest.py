"""The parts of a process that runs for ever, as its watchlist file and the decisions are now."""

from __future__ import annotations

import logging
from dataclasses import replace

from clausewatch.parts import Parts
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from clausewatch.wiring import channels_are_known
from desk.deciding import with_decisions
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist

log = logging.getLogger(__name__)

_Stamp = tuple[int, ...]


class Latest:
    """Follows the watchlist file; one with faults is told once, and the last good one goes on.

    The settings are those of the start.
    """

    def __init__(self, parts: Parts, settings: Settings) -> None:
        self._parts = parts
        self._settings = settings
        self._file: Watchlist | None = None
        self._stamp: _Stamp | None = None

    def parts(self) -> Parts:
        """Return the parts with the watchlist of now.

        Raises:
            StoreError: the decisions cannot be read.
        """
        stamp = self._stamp_now()
        if stamp != self._stamp:
            self._read(again=self._stamp is not None)
            self._stamp = stamp
        if self._file is not None:
            watchlist = with_decisions(self._file, self._parts.store)
            if watchlist != self._parts.watchlist:
                self._parts = replace(self._parts, watchlist=watchlist)
        return self._parts

    def _read(self, *, again: bool) -> None:
        path = self._settings.watchlist
        try:
            found = load_watchlist(path)
            channels_are_known(found, self._settings)
        except ConfigurationError as error:
            log.error("%s\nthe watchlist as it was before goes on; mend the file", error)  # noqa: TRY400 - it says what to do
            return
        self._file = found
        if again:
            log.warning("%s was edited: %d sources are watched now", path, len(found.sources))

    def _stamp_now(self) -> _Stamp:
        """Tell one state of the file from another; () while there is none."""
        try:
            found = self._settings.watchlist.stat()
        except OSError:
            return ()
        return found.st_mtime_ns, found.st_size, found.st_ino
