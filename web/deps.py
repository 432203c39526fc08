"""What the pages work with, passed in once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from domain.watchlist import Watchlist
from storage.store import Store
from web.access import Access


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Rates:
    """How often one client may ask, in the notation of `limits`; "" is unlimited."""

    pages: str = "600/minute"
    decisions: str = "60/minute"
    sign_ins: str = "20/minute"


@dataclass(frozen=True)
class Deps:
    """The parts of a running web application.

    `file` gives the watchlist as its file is now, without decisions; any thread may ask.
    `secret` signs the cookie of a session; whoever knows it can pretend to be anyone.
    """

    store: Store
    file: Callable[[], Watchlist]
    secret: str = field(repr=False)
    access: Access = field(default_factory=Access)
    public_url: str = ""
    rates: Rates = field(default_factory=Rates)
    clock: Callable[[], datetime] = _now

    @property
    def watchlist(self) -> Watchlist:
        """The watchlist as its file is now, without decisions."""
        return self.file()

    @property
    def secure(self) -> bool:
        """Whether the pages are reached by TLS, so that cookies may insist on it."""
        return self.public_url.startswith("https://")
