"""Retries with back-off, and Retry-After.

One request is under way at a time, so that waiting here keeps the whole host waiting: for this
process. Others are kept waiting by `turns`, for what the server asks for.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from twisted.internet.error import ConnectError

from crawler.fetching.errors import BrowserFailedError, PauseAskedError
from crawler.fetching.settings import LONGEST_PAUSE
from crawler.fetching.tls import certificate_refused

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, 522, 524})
# A name without an address is not asked for again at once: resolvers remember the answer.
RETRIED_ERRORS = (
    BrowserFailedError,
    ConnectError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


def retry_after(value: str, now: datetime) -> float | None:
    """Read a Retry-After header (RFC 9110, 10.2.3) as seconds from now, None if unreadable."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError):  # no date, or one of no time that there is
        return None


def asked_pause(response: Response) -> float | None:
    """Return the pause in seconds that a response asks for, None when it names none."""
    header = (response.headers.get("Retry-After") or b"").decode("latin-1")
    return retry_after(header, datetime.now(UTC)) if header else None


def asked_rest(response: Response) -> float:
    """Return how many seconds nobody asks the host of a response, because it wants a pause."""
    if response.status not in RETRIED_STATUSES:
        return 0.0
    return min(asked_pause(response) or 0.0, LONGEST_PAUSE)


class PatienceMiddleware:
    """Asks again after a pause: the server's own where it names one, else a growing one."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._backoff = crawler.settings.getfloat("CLAUSEWATCH_BACKOFF")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PatienceMiddleware:
        """Build it from Scrapy's settings."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the next try, or the response when it is final."""
        if response.status not in RETRIED_STATUSES:
            return response
        asked = asked_pause(response)
        if asked is not None and asked > LONGEST_PAUSE:
            if request.callback is NO_CALLBACK:  # robots.txt: its own middleware judges it
                return response
            raise PauseAskedError(response.status, asked)
        return await self._again(request, str(response.status), asked) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Return the next try, or None when the error is final."""
        if not isinstance(exception, RETRIED_ERRORS) or certificate_refused(exception):
            return None
        return await self._again(request, type(exception).__name__, None)

    async def _again(self, request: Request, reason: str, asked: float | None) -> Request | None:
        spider = self._crawler.spider
        assert spider is not None  # noqa: S101 (Scrapy opens the spider before any download)
        retry = get_retry_request(request, spider=spider, reason=reason)
        if retry is not None:
            growing = self._backoff * 2.0 ** (retry.meta["retry_times"] - 1)
            await asyncio.sleep(asked if asked is not None else min(growing, LONGEST_PAUSE))
        return retry
