"""One crawl in this process: start Scrapy, hand over what comes, end."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.fetching import browser, scrapy_defaults
from crawler.fetching.problems import crash_problem
from crawler.fetching.settings import FetchRequest, FetchSettings
from crawler.fetching.spider import SourceSpider
from crawler.fetching.turns import Turns
from domain.capture import Fetched, FetchFailure
from domain.errors import StoreError
from domain.watchlist import Source

OnFetched = Callable[[Source, Fetched], None]

log = logging.getLogger(__name__)


def crawl(
    requests: Sequence[FetchRequest],
    settings: FetchSettings,
    on_fetched: OnFetched,
    turns: Turns | None = None,
) -> None:
    """Fetch every source and call `on_fetched` exactly once for each, in this thread.

    Blocks until all are done. Runs once in a process, because a stopped reactor cannot
    start again; the worker therefore gives each batch a process of its own. A batch
    should be of one host: sources are fetched one after the other.

    `turns` keeps the distance from other processes that fetch; without it there are none.
    A `StoreError` of it or of `on_fetched` ends the crawl and is raised from here. Any other
    error of `on_fetched` is handed to it as this source's failure, and the others go on.
    Ending the process by a signal answers for nothing: those sources stay due.
    """
    if not requests:
        return
    delivery = _Delivery(on_fetched)
    process = AsyncCrawlerProcess(scrapy_settings(settings, _rendered_schemes(requests)))
    # What a download broke off for is told as a problem, with what to do. Said now, for the
    # process begins by setting all levels below its own anew.
    logging.getLogger("scrapy.core.downloader.handlers").setLevel(logging.ERROR)
    crawling = process.crawl(
        SourceSpider,
        wanted=tuple(requests),
        settings=settings,
        deliver=delivery.deliver,
        fail=delivery.fail,
        turns=turns,
    )
    with _ending_at_interrupt():
        process.start(install_signal_handlers=False)
    failed = crawling.exception() if crawling.done() and not crawling.cancelled() else None
    delivery.finish(requests, failed)


@contextmanager
def _ending_at_interrupt() -> Iterator[None]:
    """Let Ctrl-C end the process at once, as SIGTERM does.

    KeyboardInterrupt would tear the reactor down from inside one of its callbacks and
    leave its threads and the browser's driver behind, which then keep the process alive.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def scrapy_settings(
    settings: FetchSettings, rendered_schemes: frozenset[str] = frozenset()
) -> Settings:
    """Return Scrapy's settings for a crawl; the browser only where a source needs it."""
    values = Settings()
    values.setmodule(scrapy_defaults)
    values.setdict(
        {
            "USER_AGENT": settings.user_agent,
            "DEFAULT_REQUEST_HEADERS": {
                "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
                "Accept-Language": settings.accept_language,
            },
            "DOWNLOAD_DELAY": settings.delay,
            "AUTOTHROTTLE_START_DELAY": settings.delay,
            "AUTOTHROTTLE_MAX_DELAY": max(60.0, settings.delay),
            "DOWNLOAD_TIMEOUT": settings.timeout,
            "DNS_TIMEOUT": settings.timeout,
            "DOWNLOAD_MAXSIZE": settings.max_bytes,
            "RETRY_TIMES": settings.retries,
            "REDIRECT_MAX_TIMES": settings.max_redirects,
            "CLAUSEWATCH_BACKOFF": settings.backoff,
            "CLAUSEWATCH_ALLOW_PRIVATE": settings.allow_private,
        },
        priority="cmdline",
    )
    if settings.allow_private:
        values.set("TWISTED_DNS_RESOLVER", "scrapy.resolver.CachingHostnameResolver", "cmdline")
    if rendered_schemes:
        values.setdict(browser.scrapy_settings(settings, rendered_schemes), priority="cmdline")
    return values


def _rendered_schemes(requests: Sequence[FetchRequest]) -> frozenset[str]:
    """Return the schemes of the pages that need a browser; other addresses are refused."""
    sources = [request.source for request in requests if request.source.render == "browser"]
    return frozenset(
        scheme
        for source in sources
        if (scheme := source.url.partition(":")[0].lower()) in {"http", "https"}
    )


class _Delivery:
    """Hands results over and keeps the promise: one for each source, whatever happens."""

    def __init__(self, on_fetched: OnFetched) -> None:
        self._on_fetched = on_fetched
        self._answered: set[str] = set()
        self._fatal: StoreError | None = None

    def deliver(self, source: Source, fetched: Fetched) -> None:
        """Hand over one result; raises `StoreError` to end the crawl."""
        self._answered.add(source.id)
        try:
            self._on_fetched(source, fetched)
        except StoreError:
            raise  # the spider ends by it and tells `fail`
        except Exception as error:
            log.exception("%s: what was fetched could not be handled", source.id)
            self._report(source, error)

    def fail(self, error: StoreError) -> None:
        """Remember what ended the crawl: raised inside it, Scrapy would only log it."""
        self._fatal = error

    def finish(self, requests: Sequence[FetchRequest], failed: BaseException | None) -> None:
        """After the crawl: raise what ended it, answer for what Scrapy left out."""
        if self._fatal is not None:
            raise self._fatal
        error = failed if isinstance(failed, Exception) else None
        for request in requests:
            if request.source.id not in self._answered:
                self._report(request.source, error)

    def _report(self, source: Source, error: Exception | None) -> None:
        failure = FetchFailure(source.id, datetime.now(UTC), crash_problem(error))
        try:
            self._on_fetched(source, failure)
        except StoreError:
            raise
        except Exception:
            log.exception("%s: its failure could not be handled either", source.id)
