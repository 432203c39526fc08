"""The pages in a real browser: for everyone, at any width, with and without scripts."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright

from storage.store import Store
from tests.web import site
from web.app import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is on the PATH")

# WCAG 2.2 AA, and what the makers of axe hold for good practice besides.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site on a port that the system chose."""
    store = Store(f"sqlite:///{tmp_path_factory.mktemp('browser') / 'store.db'}")
    store.migrate()
    site.fill(store)
    server = uvicorn.Server(uvicorn.Config(create_app(site.deps(store)), port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()
    store.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests here."""
    with sync_playwright() as playwright:
        # Without the sandbox, which a container gives no room for; the pages are ours.
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible(browser: Browser, address: str, scheme: str, width: int) -> None:
    """Axe finds nothing, nothing scrolls sideways, and the content policy blocks nothing."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    faults = []
    for path in site.PAGES:
        page.goto(address + path)
        faults += [f"{path}: {fault}" for fault in faults_of(page)]
    context.close()
    # The browser itself notes that a page was not found.
    faults += [line for line in said if "404" not in line]
    assert faults == []


def faults_of(page: Page) -> list[str]:
    """What axe and a ruler find wrong with a page."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page, options=RULES).response["violations"]
    faults = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    return faults + (["it scrolls sideways"] if page.evaluate(wide) else [])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en")
    yield context.new_page()
    context.close()


def test_keys_step_through_passages(page: Page, address: str) -> None:
    """J goes on to the next passage, k back, n to the later change."""
    page.goto(f"{address}/changes/1")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "passage-2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "passage-1"
    page.keyboard.press("n")
    page.wait_for_url("**/changes/2*")


def test_keys_can_be_switched_off_and_spare_fields(page: Page, address: str) -> None:
    """Single letters do nothing in a field, nor once they are switched off (WCAG 2.1.4)."""
    page.goto(f"{address}/flags/1")
    page.locator("textarea[name=why]").press("j")
    assert page.url.endswith("/flags/1")
    page.locator("[data-toggle-keys]").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    assert page.url.endswith("/flags/1")
    page.locator("[data-toggle-keys]").click()
    page.locator("h1").click()
    page.keyboard.press("j")
    page.wait_for_url("**/flags/2")


def test_zooming_keeps_the_place(page: Page, address: str) -> None:
    """Another stretch of time is put in where one is; the address follows."""
    page.goto(f"{address}/sources/terms")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="7 days").click()
    page.wait_for_url("**since=**")
    assert page.evaluate("window.stayed")
    assert page.locator("a[aria-current=true]").inner_text() == "7 days"


@pytest.mark.parametrize("path", ["/tools", "/sources/terms", "/search?q=deleted+after"])
def test_tables_stack_on_a_phone(browser: Browser, address: str, path: str) -> None:
    """Nothing of a row is cut off; each value says what it is of."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(address + path)
    cut = "[...document.querySelectorAll('.scroll')].some(one => one.scrollWidth > one.clientWidth)"
    assert not page.evaluate(cut)
    named = "getComputedStyle(document.querySelector('.stacks td'), '::before').content"
    assert page.evaluate(named).endswith(': "')
    context.close()


def test_what_changed_lately_stands_under_the_reviews(page: Page, address: str) -> None:
    """The first column of a wide screen goes on where the reviews end."""
    page.goto(address)
    left = [page.locator(one).bounding_box() for one in (".wide", ".below")]
    assert left[0] is not None
    assert left[1] is not None
    assert left[0]["x"] == left[1]["x"]


def test_flags_are_decided_by_keyboard(page: Page, address: str) -> None:
    """C confirms and shows the next flag; the decision is there afterwards."""
    page.goto(f"{address}/flags/3")
    page.keyboard.press("x")
    page.wait_for_url("**after=3")
    page.goto(f"{address}/flags/3")
    assert page.get_by_text("Not relevant", exact=True).count() == 1


def test_reading_needs_no_scripts(browser: Browser, address: str) -> None:
    """Without scripts everything can be read: unchanged parts unfold, links zoom."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/changes/1")
    page.locator("details.fold summary").first.click()
    assert page.locator("details.fold .text").first.is_visible()
    page.goto(f"{address}/sources/terms")
    page.get_by_role("link", name="7 days").click()
    assert "since=" in page.url
    assert page.locator("[data-toggle-keys]").is_hidden()
    context.close()


def test_a_print_is_for_the_file(page: Page, address: str) -> None:
    """On paper there is the change, and nothing to click."""
    page.goto(f"{address}/changes/1")
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert page.locator("#passage-1").is_visible()
    # What fits on a page is not cut in two.
    kept = "getComputedStyle(document.querySelector('#passage-1')).breakInside"
    assert page.evaluate(kept) == "avoid"
    assert len(page.pdf()) > 10_000
