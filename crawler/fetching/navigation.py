"""Where a page in the browser goes by itself: by a script, a refresh, a redirect.

A document that a page leads to is asked for by nobody but the page, so it is judged here
as every request without a browser is: before it is asked for where the page leads there,
afterwards where the server does (Playwright shows a redirect only once it is under way);
what a refused address answered is not kept.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urldefrag

from playwright.async_api import Error, Page, Request, Response, Route
from scrapy import Request as ScrapyRequest
from scrapy.exceptions import IgnoreRequest

from crawler.fetching.errors import BrowserFailedError

Judge = Callable[[str], Awaitable[None]]
"""Raises what keeps us from an address; returns when it may be fetched."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered to a request for a document."""

    request: Request
    status: int
    headers: Mapping[str, str]


class Navigations:
    """Follows the main frame of one page from document to document."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._asked: list[Request] = []
        self._answers: list[Answer] = []
        self._cut: list[Request] = []
        self._refused: IgnoreRequest | None = None
        self._watching = False

    async def watch(self, page: Page, _: ScrapyRequest) -> None:
        """Begin, before the page is asked for its first document."""
        page.on("request", lambda request: self._note(page, request))
        page.on("response", lambda response: self._note_answer(page, response))
        page.on("requestfailed", self._note_failure)
        await page.route("**", lambda route: self._on_route(page, route))
        self._watching = True

    async def check(self) -> None:
        """Raise what speaks against the document that the page has come to."""
        if not self._watching:
            raise BrowserFailedError("its page could not be watched")
        if self._refused is not None:
            raise self._refused
        for request in self._asked:
            await self._judge(request.url)
        if self._answers and self._answers[-1].request in self._cut:
            raise BrowserFailedError("the document ended early")

    @property
    def answer(self) -> Answer | None:
        """The answer that brought the document, None when the browser tells of none."""
        return self._answers[-1] if self._answers else None

    def hops(self) -> list[tuple[str, int]]:
        """Return each address that led on, with the status that did; 0 where the page did."""
        hops = []
        statuses = {answer.request: answer.status for answer in self._answers}
        for request, after in zip(self._asked, self._asked[1:], strict=False):
            if after.redirected_from == request:
                hops.append((request.url, statuses.get(request, 0)))
            elif urldefrag(request.url).url != urldefrag(after.url).url:
                hops.append((request.url, 0))
        return hops

    def _note(self, page: Page, request: Request) -> None:
        if _is_document(page, request):
            self._asked.append(request)

    async def _note_answer(self, page: Page, response: Response) -> None:
        if _is_document(page, response.request):
            # At once: a page that is closed tells nothing any more.
            with suppress(Error):
                headers = await response.all_headers()
                self._answers.append(Answer(response.request, response.status, headers))

    def _note_failure(self, request: Request) -> None:
        self._cut.append(request)

    async def _on_route(self, page: Page, route: Route) -> None:
        try:
            if _is_document(page, route.request):
                await self._judge(route.request.url)
        except IgnoreRequest as refused:
            self._refused = refused
            await route.abort()
        else:
            await route.fallback()


def _is_document(page: Page, request: Request) -> bool:
    try:
        return request.is_navigation_request() and request.frame == page.main_frame
    except Error:  # a frame that does not exist yet, or no longer
        return False
