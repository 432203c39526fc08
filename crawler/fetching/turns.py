"""One request at a time to a host, and a pause after it: across all processes of a store.

Scrapy keeps the distance between the requests of one process. Several meet at a host when
it is cited by one process and redirected to by another.
"""

from __future__ import annotations

import asyncio
from typing import Protocol

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from crawler.fetching.patience import asked_rest
from crawler.fetching.settings import FetchSettings

SOONEST, LATEST = 0.05, 1.0
"""Seconds after which a host that somebody else is asking is tried again."""

_TAKEN = "clausewatch_turn"


class Turns(Protocol):
    """Which hosts are being asked, or were just now, by whichever process."""

    def take(self, host: str, seconds: float) -> float:
        """Take a host for so long at most; return 0, or how long it is still another's."""

    def give_back(self, host: str, pause: float) -> None:
        """Give a host back that may be asked again after a pause in seconds."""


class TurnMiddleware:
    """Waits for the turn of each request, robots.txt and every hop of a redirect too."""

    def __init__(self, crawler: Crawler, settings: FetchSettings, turns: Turns) -> None:
        self._crawler = crawler
        self._settings = settings
        self._turns = turns

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> TurnMiddleware:
        """Build it from what the spider was told; nobody else fetches where it has no turns."""
        turns = getattr(crawler.spider, "turns", None)
        if turns is None:
            raise NotConfigured
        return cls(crawler, crawler.spider.fetch_settings, turns)  # type: ignore[union-attr]

    async def process_request(self, request: Request) -> None:
        """Wait until nobody else asks this host."""
        host = self._host(request)
        while wait := self._turns.take(host, self._longest(request, host)):  # noqa: ASYNC110 (it is another process that gives it back)
            await asyncio.sleep(min(max(wait, SOONEST), LATEST))
        request.meta[_TAKEN] = host

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the host back; it rests for as long as it asks for."""
        self._give_back(request, asked_rest(response))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give the host back: what failed has asked it, too."""
        del exception
        self._give_back(request)

    def _give_back(self, request: Request, asked: float = 0.0) -> None:
        host = request.meta.pop(_TAKEN, None)
        if host is not None:
            self._turns.give_back(host, max(asked, self._pause(host)))

    def _host(self, request: Request) -> str:
        """Return what Scrapy keeps the distance by."""
        engine = self._crawler.engine
        assert engine is not None  # noqa: S101 (it is the engine that runs this)
        return engine.downloader.get_slot_key(request)

    def _longest(self, request: Request, host: str) -> float:
        rendered = request.meta.get("playwright")
        bound = self._settings.browser_timeout if rendered else self._settings.timeout
        return bound + self._pause(host)

    def _pause(self, host: str) -> float:
        """Return the delay, or what the host asks for or AutoThrottle has made of it."""
        engine = self._crawler.engine
        slot = engine.downloader.slots.get(host) if engine is not None else None
        return max(self._settings.delay, slot.delay if slot is not None else 0.0)
