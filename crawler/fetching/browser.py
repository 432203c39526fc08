"""Pages that need a browser: what Scrapy and Chromium are told.

No gap is left beside the address rule. Chromium is started with a loopback proxy as its
only way out (`proxy`), which judges each address after it has resolved the name itself;
`<-loopback>` takes away Chromium's habit of reaching loopback without the proxy, the
resolver rule lets it resolve nothing on its own, QUIC is off and WebRTC may not send
UDP past a proxy. Intercepting requests in Playwright would not do: it does not see what
a name resolves to, nor every request of a worker or a socket.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from playwright.async_api import Request as PlaywrightRequest
from scrapy_playwright.page import PageMethod  # type: ignore[import-untyped]

from crawler.fetching.errors import BrowserMissingError
from crawler.fetching.page_reading import LONGEST, read_page
from crawler.fetching.scrapy_defaults import DOWNLOAD_HANDLERS as NO_HANDLERS
from crawler.fetching.settings import FetchSettings
from domain.watchlist import Source

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_NOT_WORDING = frozenset({"image", "media", "font"})

_FLAGS = (
    # Nothing of its own: no updates, no metrics, no field trials, no sign-in, no guesses.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=MediaRouter,OptimizationHints,Translate,InterestFeedContentSuggestions",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    # Nothing past the proxy.
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-quic",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    # /dev/shm is 64 MB in most containers, and a renderer that fills it crashes.
    "--disable-dev-shm-usage",
)


def find_chromium(settings: FetchSettings) -> str:
    """Return the path of a Chromium, or "" when there is none."""
    if settings.chromium_path:
        return shutil.which(settings.chromium_path) or ""
    return next((path for name in _NAMES if (path := shutil.which(name))), "")


def launch_flags(settings: FetchSettings) -> list[str]:
    """Return Chromium's command line.

    The robot is named here rather than for a page, so that workers carry its name too.
    Chromium's sandbox refuses to run as root, which is what a container often runs as; there
    the container has to be the sandbox.
    """
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*_FLAGS, f"--user-agent={settings.user_agent}"]
    return [*flags, "--no-sandbox"] if as_root else flags


def scrapy_settings(settings: FetchSettings, schemes: Iterable[str]) -> Mapping[str, Any]:
    """Return what Scrapy needs for pages in a browser; nothing when there is no Chromium.

    Only for the schemes of the pages that need it: each gets a driver process.
    """
    chromium = find_chromium(settings)
    if not chromium:
        return {}
    # Imported by name, by Scrapy, and only here: it brings Playwright's driver along.
    handler = "crawler.fetching.browser_handler.BrowserHandler"
    return {
        "DOWNLOAD_HANDLERS": {**NO_HANDLERS, **dict.fromkeys(schemes, handler)},
        "PLAYWRIGHT_BROWSER_PROVIDER": "crawler.fetching.browser_handler.FilteredProvider",
        "PLAYWRIGHT_LAUNCH_OPTIONS": {
            "executable_path": chromium,
            "args": launch_flags(settings),
            "headless": True,
            "timeout": settings.timeout * 1000,
        },
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": settings.timeout * 1000,
        "PLAYWRIGHT_DOWNLOAD_TIMEOUT": int(settings.timeout * 1000),
        "PLAYWRIGHT_ABORT_REQUEST": not_wording,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 1,
        "CLAUSEWATCH_BROWSER_TIMEOUT": settings.browser_timeout,
    }


def not_wording(request: PlaywrightRequest) -> bool:
    """Tell whether a request of a page can be spared: it brings no words."""
    return request.resource_type in _NOT_WORDING


def request_meta(source: Source, settings: FetchSettings) -> dict[str, Any]:
    """Return what makes a request go through the browser.

    Raises `BrowserMissingError` when there is none. Each source has a context of its
    own (cookies, storage), as each has a cookie jar of its own without a browser.
    """
    if not find_chromium(settings):
        raise BrowserMissingError(source.id)
    return {
        "playwright": True,
        # What takes long here is our reading, not the server.
        "autothrottle_dont_adjust_delay": True,
        "playwright_context": source.id,
        "playwright_context_kwargs": {
            "locale": settings.accept_language,
            "service_workers": "block",
            # What was read of replaced table rows is written back into the page, which
            # a page's own policy against inline markup would forbid.
            "bypass_csp": bool(source.expand),
        },
        "playwright_page_methods": [
            PageMethod(partial(_read, source.expand, settings.browser_timeout / 4))
        ],
    }


async def _read(expand: tuple[str, ...], longest: float, page: Any) -> None:
    await read_page(page, expand, min(longest, LONGEST))
