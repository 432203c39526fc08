"""The spider: asks for one source after the other and answers for each exactly once."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response

from crawler.fetching import browser
from crawler.fetching.addresses import check_address
from crawler.fetching.errors import PauseAskedError
from crawler.fetching.middlewares import CONDITIONAL_HEADERS
from crawler.fetching.problems import fetch_problem
from crawler.fetching.settings import FetchRequest, FetchSettings
from crawler.fetching.turns import Turns
from domain.capture import Capture, CaptureOrigin, Fetched, FetchFailure, NotModified, Redirect
from domain.errors import StoreError
from domain.problem import ProblemKind
from domain.watchlist import Source

_NOT_MODIFIED = 304

log = logging.getLogger(__name__)


class SourceSpider(Spider):
    """Fetches sources one at a time.

    Each is fetched by `download_async` inside `start`, not scheduled with callbacks: so
    that one `try` holds everything that can happen to a source, and nothing can be
    answered twice, filtered as a duplicate or forgotten in a queue. A crawl is of one
    host, so one at a time is also what politeness asks for.
    """

    name = "sources"

    def __init__(
        self,
        wanted: Sequence[FetchRequest],
        settings: FetchSettings,
        deliver: Callable[[Source, Fetched], None],
        fail: Callable[[StoreError], None],
        turns: Turns | None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.fetch_settings = settings
        self.turns = turns
        self._wanted = wanted
        self._deliver = deliver
        self._fail = fail

    async def start(self) -> AsyncIterator[Any]:
        """Fetch every source; yields nothing, for all is delivered as it comes."""
        for wanted in self._wanted:
            try:
                self._deliver(wanted.source, await self._fetch(wanted))
            except StoreError as error:
                self._fail(error)
                return
        return
        yield  # makes this the generator that Scrapy asks for

    async def _fetch(self, wanted: FetchRequest) -> Fetched:
        source = wanted.source
        try:
            check_address(source.url, allow_private=self.fetch_settings.allow_private)
            request = build_request(wanted, self.fetch_settings)
            engine = self.crawler.engine
            assert engine is not None  # noqa: S101 (it is the engine that runs this)
            response = await engine.download_async(request)
            return fetched_from(source, response)
        except StoreError:
            raise
        except Exception as error:
            failure = _failure(source, error, self.fetch_settings)
            foreseen = failure.problem.kind is not ProblemKind.CRASHED
            log.log(
                logging.INFO if foreseen else logging.ERROR,
                "%s: %s",
                source.id,
                error,
                exc_info=not foreseen,
            )
            return failure


def build_request(wanted: FetchRequest, settings: FetchSettings) -> Request:
    """Build Scrapy's request for a source, conditional where validators are known.

    Each source has its own cookie jar: sites that test for cookies before they answer
    work, and nothing that one source sets is shown to another.
    """
    source, validators = wanted.source, wanted.validators
    headers = {}
    meta: dict[str, Any] = {
        "cookiejar": source.id,
        "dont_obey_robotstxt": bool(source.ignore_robots),
    }
    if source.render == "browser":
        meta |= browser.request_meta(source, settings)
    elif validators is not None:
        given = zip(CONDITIONAL_HEADERS, (validators.etag, validators.last_modified), strict=True)
        headers = {name: value for name, value in given if value}
    return Request(source.url, headers=headers, meta=meta, dont_filter=True)


def fetched_from(source: Source, response: Response) -> Capture | NotModified:
    """Turn a response into what the rest of the product speaks of."""
    request = response.request
    now = datetime.now(UTC)
    asked_conditionally = request is not None and any(
        name in request.headers for name in CONDITIONAL_HEADERS
    )
    if response.status == _NOT_MODIFIED and asked_conditionally:
        return NotModified(source.id, now)
    rendered = source.render == "browser"
    return Capture(
        source_id=source.id,
        requested_url=source.url,
        fetched_at=now,
        body=response.body,
        status=response.status,
        headers=_headers(response),
        final_url=response.url,
        redirects=_redirects(request, response.url),
        origin=CaptureOrigin.BROWSER if rendered else CaptureOrigin.HTTP,
    )


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    """Return the headers as the server sent them; bytes beyond ASCII read as Latin-1."""
    return tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values or ()
    )


def _redirects(request: Request | None, final_url: str) -> tuple[Redirect, ...]:
    """Return each hop with the status that sent us on and where it led."""
    meta = request.meta if request is not None else {}
    statuses = meta.get("redirect_reasons", [])
    targets = [*meta.get("redirect_urls", [])[1:], final_url]
    return tuple(
        Redirect(status if isinstance(status, int) else 0, url)
        for status, url in zip(statuses, targets, strict=False)
    )


def _failure(source: Source, error: Exception, settings: FetchSettings) -> FetchFailure:
    return FetchFailure(
        source_id=source.id,
        fetched_at=datetime.now(UTC),
        problem=fetch_problem(error, source.url, settings.max_bytes),
        retry_after=error.seconds if isinstance(error, PauseAskedError) else None,
    )
