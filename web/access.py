"""Who may do what. Denied is whatever is not granted here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Literal

EVERYONE = "*"
Network = IPv4Network | IPv6Network


class Role(IntEnum):
    """What a person may do; each may do what the ones before may."""

    READER = 1  # read everything
    EDITOR = 2  # decide flags
    KEEPER = 3  # also have a source checked again at once


@dataclass(frozen=True, slots=True)
class Person:
    """Who is asking. The name is what a decision is recorded under."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Tell whether the person has at least a role."""
        return self.role >= role


@dataclass(frozen=True, slots=True)
class Provider:
    """A configured OpenID Connect provider."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Access:
    """How people are known, and their roles.

    `local`: whoever reaches the server, which then listens on loopback only; a reader,
    or an editor under `local_name` where one is given. `proxy`: the name stands in
    `header`, believed from `peers` only. `oidc`: people sign in with `provider`.
    A name gets the highest role that lists it; `*` among the readers lets in everyone
    who is signed in.
    """

    mode: Literal["local", "proxy", "oidc"] = "local"
    local_name: str = ""
    header: str = "x-forwarded-user"
    peers: tuple[Network, ...] = ()
    provider: Provider | None = None
    readers: frozenset[str] = frozenset()
    editors: frozenset[str] = frozenset()
    keepers: frozenset[str] = frozenset()

    def role_of(self, name: str) -> Role | None:
        """Return the role of a name, None when it has none."""
        name = name.casefold()
        if name in self.keepers:
            return Role.KEEPER
        if name in self.editors:
            return Role.EDITOR
        return Role.READER if name in self.readers or EVERYONE in self.readers else None


def person_asking(
    access: Access, peer: str, headers: Mapping[str, str], session: Mapping[str, object]
) -> Person | None:
    """Return who is asking, None when that is nobody we know.

    `peer` is the address the connection comes from; a header can be forged, it cannot.
    """
    if access.mode == "local":
        return _local(access, peer)
    if access.mode == "proxy":
        name = headers.get(access.header, "") if is_peer(access.peers, peer) else ""
    else:
        name = str(session.get("name", ""))
    name = name.strip()
    role = access.role_of(name) if name else None
    return None if role is None else Person(name, role)


def _local(access: Access, peer: str) -> Person | None:
    if not is_loopback(peer):
        return None
    if access.local_name:
        return Person(access.local_name, Role.KEEPER)
    return Person("", Role.READER)


def is_loopback(peer: str) -> bool:
    """Tell whether an address is this machine."""
    try:
        return ip_address(peer).is_loopback
    except ValueError:
        return False


def is_peer(peers: tuple[Network, ...], peer: str) -> bool:
    """Tell whether an address lies in one of the networks."""
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    return any(address in network for network in peers)
