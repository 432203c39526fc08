"""Names are resolved to public addresses only.

The check sits in the resolver itself: the address that it lets through is the one that
is connected to, so a name that answers differently the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from scrapy.exceptions import CannotResolveHostError
from scrapy.resolver import CachingHostnameResolver
from twisted.internet.interfaces import IAddress, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.fetching.addresses import RefusedAddressError, is_public

refused_hosts: set[str] = set()
"""Names that had only private addresses. Twisted can only say "no address found", and an
editor is to be told why; like the reactor and its resolver, this is one for the process."""


def as_refused(error: Exception, url: str) -> Exception:
    """Return what a "no address" for `url` really was: a refusal, where it was one."""
    host = (urlsplit(url).hostname or "").lower()
    if isinstance(error, CannotResolveHostError) and host in refused_hosts:
        return RefusedAddressError(host)
    return error


@implementer(IResolutionReceiver)
class _PublicOnly:
    """Hands on what is public and remembers a name of which nothing was."""

    def __init__(self, receiver: Any, host: str) -> None:
        self._receiver = receiver
        self._host = host
        self._passed = self._refused = 0

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 (Twisted's name)
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802 (Twisted's name)
        if is_public(ipaddress.ip_address(address.host.partition("%")[0])):
            self._passed += 1
            self._receiver.addressResolved(address)
        else:
            self._refused += 1

    def resolutionComplete(self) -> None:  # noqa: N802 (Twisted's name)
        if self._refused and not self._passed:
            refused_hosts.add(self._host.lower())
        self._receiver.resolutionComplete()


class PublicResolver(CachingHostnameResolver):
    """Scrapy's resolver for IPv4 and IPv6, with private answers left out."""

    def resolveHostName(  # noqa: N802 (Twisted's name)
        self,
        resolutionReceiver: IResolutionReceiver,  # noqa: N803 (Twisted's name)
        hostName: str,  # noqa: N803 (Twisted's name)
        portNumber: int = 0,  # noqa: N803 (Twisted's name)
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803 (Twisted's name)
        transportSemantics: str = "TCP",  # noqa: N803 (Twisted's name)
    ) -> IHostResolution:
        """See `IHostnameResolver.resolveHostName`."""
        return super().resolveHostName(
            _PublicOnly(resolutionReceiver, hostName),  # type: ignore[arg-type]  # by @implementer
            hostName,
            portNumber,
            addressTypes,
            transportSemantics,
        )
