"""robots.txt by the letter of RFC 9309, also where it cannot be read."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.fetching.errors import (
    PauseAskedError,
    RobotsRefusedError,
    RobotsUnavailableError,
)
from crawler.fetching.patience import asked_pause
from crawler.fetching.resolver import as_refused
from crawler.fetching.settings import LONGEST_PAUSE, ROBOT_NAME

_SERVER_ERROR = 500
_CLIENT_ERROR = 400
_TOO_MANY_REQUESTS = 429


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt and does not take "could not be read" for "everything is allowed".

    A server error or no connection means that nothing may be fetched for now (2.3.1.4);
    a client error such as 404 means that there are no rules (2.3.1.3), except for 429,
    which says "not now" in so many words. The failure of
    robots.txt is told as the failure of the page, and the dead host is not asked again.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._failures: dict[str, Exception] = {}
        self._apart: set[str] = set()

    async def process_request(  # type: ignore[override]  # Scrapy still allows a third argument
        self, request: Request
    ) -> None:
        """Raise what keeps us from fetching the address, if anything does."""
        if request.callback is NO_CALLBACK and _first_netloc(request) in self._apart:
            request.meta["download_slot"] = f"robots.txt of {_first_netloc(request)}"
        try:
            await super().process_request(request)
        except IgnoreRequest as error:
            raise RobotsRefusedError(request.url) from error
        if not request.meta.get("dont_obey_robotstxt"):
            failure = self._failures.get(urlsplit(request.url).netloc)
            if failure is not None:
                raise failure
            await self._keep_distance(request)

    async def check(self, url: str) -> None:
        """Raise what keeps us from an address that a page in the browser leads to.

        The page itself takes up the only place that its host has, until it is done:
        robots.txt of another port of that host would wait for it for ever.
        """
        self._apart.add(urlsplit(url).netloc)
        await self.process_request(Request(url))

    async def _keep_distance(self, request: Request) -> None:
        """Honour Crawl-delay where it asks for more than our own delay, up to a minute.

        It is no part of the standard, but where a site states it, it means it.
        """
        rules = await self.robot_parser(request)
        asked = rules.crawl_delay(ROBOT_NAME) if rules is not None else None
        engine = self.crawler.engine
        host = urlsplit(request.url).hostname or ""
        slot = engine.downloader.slots.get(host) if engine is not None else None
        if asked and slot is not None:
            slot.delay = max(slot.delay, min(asked, LONGEST_PAUSE))
            request.meta["autothrottle_dont_adjust_delay"] = True

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the parser an empty file where the server answered with an error page."""
        if request.callback is not NO_CALLBACK or response.status < _CLIENT_ERROR:
            return response
        if response.status >= _SERVER_ERROR or response.status == _TOO_MANY_REQUESTS:
            self._failures[_first_netloc(request)] = _not_now(response)
        return response.replace(body=b"")

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        """Remember why robots.txt could not be fetched, and spare Scrapy's stack trace."""
        if request.callback is not NO_CALLBACK:
            return None
        self._failures[_first_netloc(request)] = as_refused(exception, request.url)
        return Response(request.url, body=b"", request=request)


def _not_now(response: Response) -> PauseAskedError | RobotsUnavailableError:
    """Return what an error of robots.txt means for the pages, with the pause it asks for."""
    asked = asked_pause(response)
    if asked is not None:
        return PauseAskedError(response.status, asked)
    return RobotsUnavailableError(response.status)


def _first_netloc(request: Request) -> str:
    """Return the host whose robots.txt was asked for, however far it was redirected."""
    first: str = request.meta.get("redirect_urls", [request.url])[0]
    return urlsplit(first).netloc
