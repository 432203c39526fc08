"""Reading a page in a browser: wait until its text has settled, unfold what is folded."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error, Locator, Page, Request

from crawler.fetching.errors import UnfoldingError
from crawler.fetching.paging import Pages

QUIET = 1.0
"""Seconds for which the text of a loaded page must not change to count as settled."""
QUIET_AFTER_PRESS = 0.4
LONGEST = 15.0
"""Seconds after which a page that never settles is taken as it is."""
LONGEST_PRESS = 2.0
MOST_PRESSES = 500
INTERVAL = 0.1

# Length and a 32-bit FNV hash stand for the text, so that a huge page is not sent over
# to be compared five times a second.
_STATE = """() => {
  const text = document.body ? document.body.innerText : '';
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return text.trim() ? text.length + ':' + hash : '';
}"""
# The body is handed on as UTF-8, so the page must not claim another encoding.
_DECLARE = """() => {
  document.querySelectorAll('meta[charset], meta[http-equiv="content-type" i]')
    .forEach(meta => meta.remove());
  const meta = document.createElement('meta');
  meta.setAttribute('charset', 'utf-8');
  if (document.head) document.head.prepend(meta);
}"""


async def read_page(page: Page, expand: Sequence[str], longest: float = LONGEST) -> None:
    """Bring a loaded page to the state in which it is to be kept.

    Raises `UnfoldingError` when pressing comes to no end: half a table would look like
    a change the next time that the other half is read.
    """
    await _network_idle(page, longest / 2)
    await _settle(page, longest, QUIET)
    if expand:
        pages, traffic = Pages(), _Traffic(page)
        await pages.note(page)
        for selector in expand:
            await _press_all(page, selector, pages, traffic)
        await pages.write_back(page)
    await page.evaluate(_DECLARE)


class _Traffic:
    """Counts the requests of a page that are under way."""

    def __init__(self, page: Page) -> None:
        self._under_way: set[Request] = set()
        page.on("request", self._begun)
        page.on("requestfinished", self._ended)
        page.on("requestfailed", self._ended)

    @property
    def idle(self) -> bool:
        return not self._under_way

    def _begun(self, request: Request) -> None:
        self._under_way.add(request)

    def _ended(self, request: Request) -> None:
        self._under_way.discard(request)


async def _settle(page: Page, longest: float, quiet: float) -> str:
    """Wait until there is text and it has not changed for `quiet`; return its state."""
    clock = asyncio.get_running_loop().time
    end = clock() + longest
    state, since = "", clock()
    while clock() < end:
        now = await _state(page)
        if now != state:
            state, since = now, clock()
        elif state and clock() - since >= quiet:
            break
        await asyncio.sleep(INTERVAL)
    return state


async def _after_press(page: Page, before: str, traffic: _Traffic) -> str:
    """Wait for what a press does; return the state, `before` where it did nothing.

    While something is being loaded the answer is still out, for as long as a page gets.
    """
    clock = asyncio.get_running_loop().time
    pressed = clock()
    while clock() < pressed + LONGEST:
        if await _state(page) != before:
            return await _settle(page, LONGEST, QUIET_AFTER_PRESS)
        if traffic.idle and clock() >= pressed + QUIET:
            break
        await asyncio.sleep(INTERVAL)
    return before


async def _network_idle(page: Page, longest: float) -> None:
    """Wait for half a second without requests; a page that polls never gets there."""
    try:
        await page.wait_for_load_state("networkidle", timeout=longest * 1000)
    except Error:
        return


async def _state(page: Page) -> str:
    try:
        state: Any = await page.evaluate(_STATE)
    except Error:  # the page went on to another one while it was asked
        return ""
    return str(state)


async def _press_all(page: Page, selector: str, pages: Pages, traffic: _Traffic) -> None:
    """Press each thing that the selector finds until it is gone or brings nothing new.

    A press that leads back to a state seen before either closed what it had opened, or
    came round to the first page: it is pressed once more, and the next one has its turn.
    """
    buttons = page.locator(selector)
    seen = {await _state(page)}
    index = 0
    for _ in range(MOST_PRESSES):
        if index >= await buttons.count():
            return
        before = await _state(page)
        if not await _press(buttons.nth(index)):
            index += 1
            continue
        state = await _after_press(page, before, traffic)
        await pages.note(page)
        if state in seen:
            if state != before and await _press(buttons.nth(index)):
                await _after_press(page, state, traffic)
            index += 1
        seen.add(state)
    raise UnfoldingError(selector)


async def _press(button: Locator) -> bool:
    """Press a button that is visible, enabled and not open yet; tell whether it was."""
    try:
        if not await button.is_visible() or not await button.is_enabled():
            return False
        if await button.get_attribute("aria-expanded") == "true":
            return False
        try:
            await button.click(timeout=LONGEST_PRESS * 1000)
        except Error:  # something lies over it, a cookie dialog most often
            await button.dispatch_event("click", timeout=LONGEST_PRESS * 1000)
    except Error:
        return False
    return True
