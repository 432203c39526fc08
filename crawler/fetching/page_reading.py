"""Reading a page in a browser: wait until its text has settled, unfold what is folded.

Pressing "load more" appends rows; pressing "next page" of a paginated table replaces
them. The rows of each table are therefore noted before and after every press, and at
the end each table is given the union of all rows seen, in the order in which they first
appeared. Rows of the same text count once. A table that only grew is left untouched.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from playwright.async_api import Error, Locator, Page

QUIET = 1.0
"""Seconds for which the text must not change to count as settled."""
LONGEST = 15.0
"""Seconds after which a page that never settles is taken as it is."""
INTERVAL = 0.2
LONGEST_PRESS = 2.0
MOST_PRESSES = 200

Rows = list[dict[str, str]]
"""Rows by their text, one dictionary a table: text -> markup."""

# Length and a 32-bit FNV hash stand for the text, so that a huge page is not sent over
# to be compared five times a second.
_STATE = """() => {
  const text = document.body ? document.body.innerText : '';
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return text.trim() ? text.length + ':' + hash : '';
}"""
_TABLES = "document.querySelectorAll('tbody, [role=rowgroup]')"
_ROWS = f"""() => Array.from({_TABLES}, table =>
  Array.from(table.children, row => [row.textContent.trim(), row.outerHTML]))"""
_WRITE = f"""unions => {_TABLES}.forEach((table, index) => {{
  const rows = unions[index] || [];
  if (rows.length > table.children.length) table.innerHTML = rows.join('');
}})"""
# The body is handed on as UTF-8, so the page must not claim another encoding.
_DECLARE = """() => {
  document.querySelectorAll('meta[charset], meta[http-equiv="content-type" i]')
    .forEach(meta => meta.remove());
  const meta = document.createElement('meta');
  meta.setAttribute('charset', 'utf-8');
  if (document.head) document.head.prepend(meta);
}"""


async def read_page(page: Page, expand: Sequence[str]) -> None:
    """Bring a loaded page to the state in which it is to be kept."""
    await settle(page, LONGEST)
    if expand:
        rows: Rows = []
        await _note_rows(page, rows)
        for selector in expand:
            await _press_all(page, selector, rows)
        await page.evaluate(_WRITE, [list(table.values()) for table in rows])
    await page.evaluate(_DECLARE)


async def settle(page: Page, longest: float) -> str:
    """Wait until there is text and it has not changed for `QUIET`; return its state."""
    loop = asyncio.get_running_loop()
    end = loop.time() + longest
    state, since = "", loop.time()
    await _network_idle(page, longest)
    while loop.time() < end:
        now = await _state(page)
        if now != state:
            state, since = now, loop.time()
        elif state and loop.time() - since >= QUIET:
            break
        await asyncio.sleep(INTERVAL)
    return state


async def _network_idle(page: Page, longest: float) -> None:
    """Wait for half a second without requests; a page that polls never gets there."""
    try:
        await page.wait_for_load_state("networkidle", timeout=longest / 2 * 1000)
    except Error:
        return


async def _state(page: Page) -> str:
    try:
        state: Any = await page.evaluate(_STATE)
    except Error:  # the page went on to another one while it was asked
        return ""
    return str(state)


async def _note_rows(page: Page, rows: Rows) -> None:
    try:
        tables: Any = await page.evaluate(_ROWS)
    except Error:
        return
    for index, table in enumerate(tables):
        if index == len(rows):
            rows.append({})
        for text, markup in table:
            rows[index].setdefault(text, markup)


async def _press_all(page: Page, selector: str, rows: Rows) -> None:
    """Press what the selector finds until it is gone or nothing new appears.

    A press that leads back to a state seen before either closed what it had opened, or
    came round to the first page: it is pressed once more, and the next match has its turn.
    """
    seen = {await _state(page)}
    index = 0
    for _ in range(MOST_PRESSES):
        button = page.locator(selector).nth(index)
        if not await _press(button):
            if await page.locator(selector).count() <= index + 1:
                return
            index += 1
            continue
        state = await settle(page, LONGEST / 3)
        await _note_rows(page, rows)
        if state in seen:
            if len(seen) > 1:
                await _press(button)
                await settle(page, LONGEST / 3)
            index += 1
        seen.add(state)


async def _press(button: Locator) -> bool:
    """Press a button that is there, visible and enabled; tell whether it was."""
    try:
        if not await button.is_visible() or not await button.is_enabled():
            return False
        try:
            await button.click(timeout=LONGEST_PRESS * 1000)
        except Error:  # something lies over it, a cookie dialog most often
            await button.dispatch_event("click", timeout=LONGEST_PRESS * 1000)
    except Error:
        return False
    return True
