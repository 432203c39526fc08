"""Values of settings, each made sure of: an address, a host, a network."""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from clausewatch.watchlist.address import address_fault

_STORES = ("sqlite", "postgresql")
_NO_HOST = re.compile(r"[/:@?#\\]")


def store_url(url: str) -> str:
    """Make sure that an address is one of a database that we know."""
    try:
        backend = make_url(url).get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise ValueError("must be a database URL such as sqlite:///clausewatch.sqlite3") from error
    if backend not in _STORES:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return url


def web_address(url: str) -> str:
    """Make sure that an address can be opened, where there is one."""
    if url and (fault := address_fault(url)):
        raise ValueError(fault)
    return url.rstrip("/")


def network(given: str) -> str:
    """Make sure that it is an address or a network."""
    try:
        return str(ip_network(given))
    except ValueError as error:
        raise ValueError("must be an address such as 10.0.0.7 or a network: 10.0.0.0/24") from error


def host_name(name: str) -> str:
    """Make sure that a host can be looked up: looking it up would raise what nobody expects."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        if name and (_NO_HOST.search(name) or address_fault(f"https://{name}")):
            raise ValueError("must be a name such as mail.example.org, without port") from None
        return name
    return name.strip("[]")


def lower(given: object) -> object:
    """Return a word in small letters; anything else is left to be refused."""
    return given.lower() if isinstance(given, str) else given
