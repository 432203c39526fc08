"""Lets go of the bytes of quiet captures when the settings say that it is time."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from storage.records import Saving
from storage.store import Store

log = logging.getLogger(__name__)

_DAY = 24 * 60 * 60.0  # seconds that a worker rests after it has gone through all sources


@dataclass
class Pruning:
    """Goes through all sources of a store.

    `days` is how long quiet bodies are kept, 0 for ever. `now` is the time of day,
    `monotonic` the clock that a worker rests by.
    """

    store: Store
    days: int
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    monotonic: Callable[[], float] = time.monotonic
    _round: Iterator[tuple[str, Saving]] | None = field(default=None, init=False)
    _rests_until: float = field(default=0.0, init=False)

    def foretell(self) -> Iterator[tuple[str, Saving]]:
        """Yield each source that has something to let go, and what that would save."""
        for source_id in self._sources():
            with self.store.read() as history:
                saving = history.saving(source_id, self.now(), self.days)
            if saving.bodies:
                yield source_id, saving

    def prune(self) -> Iterator[tuple[str, Saving]]:
        """Let go, one transaction at a time; yield the source and the saving of each.

        It can be stopped anywhere and begun again. A source that is stored to at the
        same moment is passed over until the next time.
        """
        for source_id in self._sources():
            while saving := self._part(source_id):
                yield source_id, saving

    def prune_a_part(self) -> None:
        """Do one transaction of what is to be done once a day: for a worker."""
        if not self.days or self.monotonic() < self._rests_until:
            return
        self._round = self._round or self.prune()
        done = next(self._round, None)
        if done is not None:
            log.info("let go of %d quiet bodies of %s", done[1].bodies, done[0])
            return
        self._round = None
        self._rests_until = self.monotonic() + _DAY

    def _sources(self) -> tuple[str, ...]:
        if not self.days:
            return ()
        with self.store.read() as history:
            return history.captured_sources()

    def _part(self, source_id: str) -> Saving | None:
        with self.store.work() as work:
            saving = work.let_go_quiet(source_id, self.now(), self.days)
        return saving if saving and saving.bodies else None
