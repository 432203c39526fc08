"""What the story works with, put together once by `clausewatch.wiring`."""

from __future__ import annotations

from dataclasses import dataclass

from alerts.links import Links
from domain.watchlist import Watchlist
from review.model import Model
from storage.store import Store


@dataclass(frozen=True)
class Parts:
    """The parts of a running Clausewatch.

    `tell` is false where history is fed in afterwards: flags are raised, but nobody
    is sent a mail about what happened long ago.
    """

    store: Store
    watchlist: Watchlist
    model: Model
    links: Links
    tell: bool = True
