"""Is it an address that can be fetched, and which addresses are the same page?

Whether the host is one that may be fetched at all (no private addresses) is decided
when it is fetched, by the address that its name resolves to then.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from w3lib.url import canonicalize_url

_SCHEMES = ("http", "https")


def address_fault(url: str) -> str:
    """Say what is wrong with an address; "" when nothing is."""
    if not url:
        return "is empty: write the address of the page"
    if any(char.isspace() or not char.isprintable() for char in url):
        return "holds a space or an invisible character"
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - reading it is the check
    except ValueError:
        return "is no web address: its host or port is malformed"
    return _fault_of(parts)


def _fault_of(parts: SplitResult) -> str:
    if parts.scheme not in _SCHEMES:
        return "is no web address: begin with https:// or http://"
    if not parts.hostname:
        return "names no host"
    if parts.username is not None or parts.password is not None:
        return "carries a user name or password, which do not belong here"
    if not _host_is_sound(parts.hostname):
        return "is no web address: its host is malformed"
    return ""


def _host_is_sound(host: str) -> bool:
    if ":" in host:  # an IPv6 literal, checked by urlsplit
        return True
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return all(part for part in host.removesuffix(".").split("."))


def same_page(url: str) -> str:
    """Return a form of a sound address that is equal for addresses of the same page.

    Scheme, case of the host, order of the query, a final slash and a mere anchor
    make no other page. A fragment that routes (#/ or #!) does.
    """
    parts = urlsplit(url)
    routes = parts.fragment.startswith(("/", "!"))
    plain = urlsplit(canonicalize_url(url, keep_fragments=routes))
    host = (plain.hostname or "").removesuffix(".")
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    query = f"?{plain.query}" if plain.query else ""
    fragment = f"#{plain.fragment}" if plain.fragment else ""
    return f"//{host}{port}{plain.path.rstrip('/')}{query}{fragment}"
