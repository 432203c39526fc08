"""The browser's only way out: the proxy by itself, and Chromium trying to pass it by."""

from __future__ import annotations

import asyncio
import json

import pytest
from playwright.async_api import async_playwright

from crawler.fetching.browser import find_chromium, launch_flags
from crawler.fetching.proxy import FilteringProxy
from tests.crawler.fetching.crawled import FAST
from tests.crawler.fetching.site import page, serving

PROBES = """targets => Promise.allSettled(targets.flatMap(url => [
  fetch(url + '/fetch', {mode: 'no-cors'}),
  new Promise(done => { const image = new Image(); image.onload = image.onerror = done;
                        image.src = url + '/image' }),
  new Promise(done => { const frame = document.createElement('iframe'); frame.onload = done;
                        frame.src = url + '/frame'; document.body.append(frame) }),
  new Promise(done => { const socket = new WebSocket(url.replace('http', 'ws') + '/socket');
                        socket.onclose = socket.onerror = done }),
  new Promise(done => { navigator.sendBeacon(url + '/beacon', 'x'); setTimeout(done, 300) }),
  new Promise(done => {
    const code = `fetch('${url}/worker', {mode: 'no-cors'}).finally(() => postMessage(1))`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = worker.onerror = done }),
]))"""


async def _asked(proxy: FilteringProxy, request: bytes) -> bytes:
    """Send bytes to a proxy and return everything that comes back until it closes."""
    await proxy.start()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(request)
        answer = await asyncio.wait_for(reader.read(-1), 10)
        writer.close()
        return answer
    finally:
        await proxy.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost"])
@pytest.mark.parametrize("form", ["CONNECT {host}:{port}", "GET http://{host}:{port}/"])
def test_private_addresses_get_no_answer_at_all(host: str, form: str) -> None:
    """Neither for tunnels nor for plain requests; an answer could be taken for a page."""
    proxy = FilteringProxy(allow_private=False, max_bytes=10_000)
    with serving({"/": page()}) as site:
        line = form.format(host=host, port=site.url.rpartition(":")[2])
        answer = asyncio.run(_asked(proxy, f"{line} HTTP/1.1\r\nHost: x\r\n\r\n".encode()))
    assert answer == b""
    assert site.asked == []
    assert proxy.refused == {host.strip("[]")}


def test_a_plain_request_is_relayed_once_and_without_what_is_meant_for_the_proxy() -> None:
    """One answer a connection, so that the next request cannot go to another host."""
    proxy = FilteringProxy(allow_private=True, max_bytes=10_000)
    with serving({"/page?a=1": page(b"<p>Hello</p>")}) as site:
        head = (
            f"GET {site.url}/page?a=1 HTTP/1.1\r\nHost: x\r\n"
            "Proxy-Connection: keep-alive\r\nProxy-Authorization: Basic eA==\r\n\r\n"
        )
        answer = asyncio.run(_asked(proxy, head.encode()))
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"<p>Hello</p>")
    assert site.asked[0].headers["connection"] == "close"
    assert not any(name.startswith("proxy-") for name in site.asked[0].headers)


def test_a_tunnel_carries_what_is_put_into_it() -> None:
    """As for https, which the proxy cannot read."""
    proxy = FilteringProxy(allow_private=True, max_bytes=10_000)
    with serving({"/": page(b"<p>Hello</p>")}) as site:
        host = site.url.removeprefix("http://")
        request = (
            f"CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n"
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        answer = asyncio.run(_asked(proxy, request.encode()))
    assert answer.startswith(b"HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 OK")
    assert answer.endswith(b"<p>Hello</p>")


def test_a_connection_is_cut_when_it_brings_too_much() -> None:
    """A page cannot fill the machine through the browser."""
    proxy = FilteringProxy(allow_private=True, max_bytes=100_000)
    with serving({"/": page(b"x" * 5_000_000)}) as site:
        answer = asyncio.run(_asked(proxy, f"GET {site.url}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode()))
    assert 100_000 <= len(answer) < 1_000_000


@pytest.mark.parametrize(
    "request_line", ["", "GET", "GET / HTTP/1.1", "CONNECT :0 HTTP/1.1", "GET ftp://x/ HTTP/1.1"]
)
def test_what_is_no_request_is_cut(request_line: str) -> None:
    """Nonsense costs the proxy nothing."""
    proxy = FilteringProxy(allow_private=True, max_bytes=10_000)
    assert asyncio.run(_asked(proxy, f"{request_line}\r\n\r\n".encode())) == b""


@pytest.mark.skipif(not find_chromium(FAST), reason="no Chromium on the PATH")
@pytest.mark.parametrize("allow_private", [False, True])
def test_nothing_in_a_page_reaches_a_private_address_past_the_proxy(*, allow_private: bool) -> None:
    """Requests, pictures, frames, sockets, beacons and workers, in all spellings.

    The same page with private addresses allowed is the proof that the probes would work.
    """
    with serving({"/start": page(b"<body>probe</body>")}) as site:
        port = site.url.rpartition(":")[2]
        targets = [f"http://{host}:{port}" for host in ("127.0.0.1", "localhost", "2130706433")]
        asyncio.run(_probe(f"http://127.0.0.1:{port}/start", targets, allow_private=allow_private))
    reached = {asked.path for asked in site.asked if asked.path.strip("/") != "start"}
    probed = {"/fetch", "/image", "/frame", "/socket", "/beacon", "/worker"}
    assert reached & probed == (probed if allow_private else set())


async def _probe(start: str, targets: list[str], *, allow_private: bool) -> None:
    """Open the start page through interception, and let it probe through the proxy."""
    proxy = FilteringProxy(allow_private=allow_private, max_bytes=1_000_000)
    await proxy.start()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_chromium(FAST),
            args=[*launch_flags(FAST), f"--proxy-server=http://127.0.0.1:{proxy.port}"],
        )
        opened = await browser.new_page()
        await opened.route(start, lambda route: route.fulfill(body="<body>probe</body>"))
        await opened.goto(start)
        await opened.evaluate(f"({PROBES})({json.dumps(targets)})")
        await browser.close()
    await proxy.close()
