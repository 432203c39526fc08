"""scrapy-playwright with our proxy, a time limit, and typed errors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from urllib.parse import urlsplit

from playwright.async_api import Browser, Error
from playwright.async_api import Request as PlaywrightRequest
from playwright.async_api import TimeoutError as PlaywrightTimeoutError
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response, TextResponse
from scrapy_playwright.handler import (  # type: ignore[import-untyped]
    Config,
    ScrapyPlaywrightDownloadHandler,
)
from scrapy_playwright.provider import PlaywrightBrowserProvider  # type: ignore[import-untyped]

from crawler.fetching.addresses import RefusedAddressError
from crawler.fetching.errors import BrowserFailedError, BrowserTimeoutError, TooLargeError
from crawler.fetching.navigation import Navigations
from crawler.fetching.proxy import FilteringProxy
from crawler.fetching.robots import RobotsMiddleware

_CLOSING = 5.0


class FilteredProvider(PlaywrightBrowserProvider):  # type: ignore[misc]  # ships no types
    """Starts Chromium with the filtering proxy as its only way out."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.proxy: FilteringProxy | None = None

    async def launch_browser(self) -> Browser:
        """Launch Chromium; `proxy` has been set by the handler."""
        assert self.proxy is not None  # noqa: S101 (without it nothing may be launched)
        if not self.proxy.port:
            await self.proxy.start()
        options = dict(self.config.launch_options)
        server = f"--proxy-server=http://127.0.0.1:{self.proxy.port}"
        options["args"] = [*options["args"], server]
        assert self.browser_type is not None  # noqa: S101 (set when the handler starts)
        browser: Browser = await self.browser_type.launch(**options)
        return browser

    async def close(self) -> None:
        """Close Playwright, then the proxy."""
        await super().close()
        if self.proxy is not None:
            await self.proxy.close()


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # ships no types
    """Downloads by browser what asks for it, all else as Scrapy does."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._crawler = crawler
        self._limit = settings.getfloat("CLAUSEWATCH_BROWSER_TIMEOUT")
        self._most = settings.getint("DOWNLOAD_MAXSIZE")
        self._proxy = FilteringProxy(
            allow_private=settings.getbool("CLAUSEWATCH_ALLOW_PRIVATE"), max_bytes=self._most
        )

    async def _launch(self) -> None:
        await super()._launch()
        self.browser_provider.proxy = self._proxy

    async def download_request(self, request: Request) -> Response:
        """Return the settled page as UTF-8, or raise one of our errors."""
        if not request.meta.get("playwright"):
            return await super().download_request(request)  # type: ignore[no-any-return]
        failed: list[str] = []
        request.meta["playwright_page_event_handlers"] = {"requestfailed": _noting(failed)}
        way = Navigations(partial(self._judge, request))
        request.meta["playwright_page_init_callback"] = way.watch
        try:
            response = await asyncio.wait_for(self._follow(request, way), self._limit)
        except (TimeoutError, PlaywrightTimeoutError) as error:
            raise BrowserTimeoutError(request.url) from error
        except Error as error:
            refused = [host for host in failed if host in self._proxy.refused]
            if refused:
                raise RefusedAddressError(refused[-1]) from error
            raise BrowserFailedError(error.message) from error
        finally:
            await self._forget(request.meta["playwright_context"])
        if len(response.body) > self._most:
            raise TooLargeError(request.url, len(response.body))
        return in_utf8(response)

    async def _follow(self, request: Request, way: Navigations) -> Response:
        """Download the document that the page comes to, with the way that led there."""
        response: Response = await super().download_request(request)
        await way.check()
        hops = way.hops()
        request.meta["redirect_urls"] = [url for url, _ in hops]
        request.meta["redirect_reasons"] = [status for _, status in hops]
        if way.answer is None:
            return response
        headers = Headers(way.answer.headers)
        headers.pop("Content-Encoding", None)
        return response.replace(status=way.answer.status, headers=headers)

    async def _judge(self, request: Request, url: str) -> None:
        """Raise what keeps us from an address that the page of a request leads to."""
        if not request.meta.get("dont_obey_robotstxt") and self._robots is not None:
            await self._robots.check(url)

    @cached_property
    def _robots(self) -> RobotsMiddleware | None:
        return self._crawler.get_downloader_middleware(RobotsMiddleware)

    async def _forget(self, context: str) -> None:
        """Close the source's context, which also ends a page that never stops working."""
        wrapper = self.context_wrappers.get(context)
        if wrapper is not None:
            with suppress(Error, TimeoutError):
                await asyncio.wait_for(wrapper.context.close(), _CLOSING)


def _noting(failed: list[str]) -> Callable[[PlaywrightRequest], None]:
    """Return a listener that notes the hosts to which a page itself could not be taken."""

    def note(request: PlaywrightRequest) -> None:
        if request.is_navigation_request():
            failed.append((urlsplit(request.url).hostname or "").lower())

    return note


def in_utf8(response: Response) -> Response:
    """Encode a page as UTF-8 and say so: what the server declared was for other bytes."""
    if not isinstance(response, TextResponse):
        return response
    headers = response.headers.copy()
    media_type = (headers.get("Content-Type") or b"text/html").partition(b";")[0].strip()
    headers["Content-Type"] = media_type + b"; charset=utf-8"
    body = response.text.encode("utf-8", errors="replace")
    return response.replace(body=body, headers=headers, encoding="utf-8")
