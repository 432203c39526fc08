"""A proxy on loopback that is the browser's only way out and applies the address rule.

It speaks as much HTTP as Chromium speaks to a proxy: CONNECT for https and for sockets,
and requests in absolute form for http. It resolves each name once, refuses what is not
public and connects to the very address that it judged.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
from urllib.parse import urlsplit

from crawler.fetching.addresses import RefusedAddressError, check_address, check_host, is_public

_CONNECT_TIMEOUT = 20.0
_HEAD_LIMIT = 64 * 1024
_CHUNK = 64 * 1024


class FilteringProxy:
    """Serves until closed; `refused` holds the hosts that were turned away.

    `max_bytes` is what one connection may bring in before it is cut, so that a page
    cannot fill the machine through the browser.
    """

    def __init__(self, *, allow_private: bool, max_bytes: int) -> None:
        self.refused: set[str] = set()
        self.port = 0
        self._allow_private = allow_private
        self._max_bytes = max_bytes
        self._server: asyncio.Server | None = None
        self._serving: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen on a free port of loopback."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, limit=_HEAD_LIMIT)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop listening and cut what is open."""
        if self._server is not None:
            self._server.close()
        for task in tuple(self._serving):
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection. A refused one is cut without an answer.

        An answer would be a page, and a page could be taken for the provider's.
        """
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            method, target, rest = _split_head(head)
            host, port, path = _destination(method, target)
            upstream = await self._connect(host, port)
            try:
                await self._relay(reader, writer, upstream, method, path, rest)
            finally:
                upstream[1].close()
        except RefusedAddressError as error:
            self.refused.add(error.address.lower())
        except (OSError, ValueError, EOFError, TimeoutError, asyncio.LimitOverrunError):
            pass  # the browser sees a closed connection and says so
        finally:
            writer.close()

    async def _connect(
        self, host: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to the first address of a host that is public and answers."""
        check_host(host, allow_private=self._allow_private)
        loop = asyncio.get_running_loop()
        answers = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [str(answer[4][0]) for answer in answers]
        allowed = [
            address
            for address in dict.fromkeys(addresses)
            if self._allow_private or is_public(ipaddress.ip_address(address.partition("%")[0]))
        ]
        if not allowed:
            raise RefusedAddressError(host)
        error = OSError(f"{host} does not answer")
        for address in allowed:
            try:
                connecting = asyncio.open_connection(address, port)
                return await asyncio.wait_for(connecting, _CONNECT_TIMEOUT)
            except OSError as failed:
                error = failed
        raise error

    async def _relay(  # noqa: PLR0913, PLR0917 (both ends and the first request, once)
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        upstream: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        method: str,
        path: str,
        rest: bytes,
    ) -> None:
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            upstream[1].write(f"{method} {path} HTTP/1.1\r\n".encode("latin-1") + _closing(rest))
        sending = asyncio.ensure_future(_copy(reader, upstream[1], None))
        try:
            await _copy(upstream[0], writer, self._max_bytes)
        finally:
            sending.cancel()


def _split_head(head: bytes) -> tuple[str, str, bytes]:
    """Split a request's head into method, target and the header lines as they are."""
    line, _, rest = head.partition(b"\r\n")
    method, target, _version = line.decode("latin-1").split(" ")
    return method, target, rest


def _destination(method: str, target: str) -> tuple[str, int, str]:
    """Return host, port and path of what a request asks for."""
    parts = urlsplit(f"https://{target}" if method == "CONNECT" else target)
    check_address(parts.geturl(), allow_private=True)  # its form; who may be asked is judged next
    path = parts._replace(scheme="", netloc="").geturl() or "/"
    return parts.hostname or "", parts.port or 80, path


def _closing(headers: bytes) -> bytes:
    """Ask for one answer a connection: the next request may be for another host."""
    kept = [
        line
        for line in headers.split(b"\r\n")
        if not line.lower().startswith((b"proxy-", b"connection:", b"keep-alive:"))
    ]
    return b"\r\n".join([b"Connection: close", *kept])


async def _copy(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limit: int | None
) -> None:
    """Copy until the end, or until the limit is passed."""
    copied = 0
    with contextlib.suppress(ConnectionError):
        while (limit is None or copied <= limit) and (data := await reader.read(_CHUNK)):
            copied += len(data)
            writer.write(data)
            await writer.drain()
