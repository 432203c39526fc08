"""Which addresses may be asked: only http(s), only what is reachable by all the world.

A watchlist, or a redirect of a hostile page, could otherwise make the robot read the
metadata service of a cloud, a router or a database on its own machine. The rule is
applied three times because each place sees something that the others do not: to the
literal forms of an address before each request, to what a name resolves to (in the
resolver, so that the address that was judged is the address that is connected to), and
in the proxy that the browser has to use.
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits


class RefusedAddressError(Exception):
    """This address is not fetched; `address` is what was refused."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is not a public http or https address")
        self.address = address


def is_public(address: IPAddress) -> bool:
    """Tell whether an address belongs to the public internet, also when it is wrapped."""
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = _wrapped_ipv4(address)
        if wrapped is not None:
            return is_public(wrapped)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that a mapped, NAT64, 6to4 or Teredo address leads to."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour


def literal_address(host: str) -> IPAddress | None:
    """Read a host as the address that it spells, or None when it is a name.

    inet_aton is what the C library and browsers agree on: it reads 127.0.0.1 in
    2130706433, 0x7f.1, 0177.1 and 127.1 as well.
    """
    bare = host.strip("[]").rstrip(".").partition("%")[0]
    try:
        return ipaddress.ip_address(bare)
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(bare))
    except (OSError, ValueError):
        return None


def check_address(url: str, *, allow_private: bool = False) -> None:
    """Raise `RefusedAddressError` unless the address may be asked as it is written.

    User names in addresses are refused as well: parsers disagree on where the host
    begins in them, and a rule that reads another host than the client is no rule.
    """
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        raise RefusedAddressError(url) from error
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        raise RefusedAddressError(url)
    check_host(host, allow_private=allow_private)


def check_host(host: str, *, allow_private: bool = False) -> None:
    """Raise `RefusedAddressError` when a host spells an address that is not public."""
    literal = literal_address(host)
    if literal is not None and not allow_private and not is_public(literal):
        raise RefusedAddressError(host)
