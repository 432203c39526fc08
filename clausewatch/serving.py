"""What the web application is told, from the settings."""

from __future__ import annotations

import secrets
from ipaddress import ip_network

from clausewatch.running.latest import WatchlistFile
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from domain.errors import ConfigurationError
from web.access import Access, Provider, is_loopback
from web.deps import Deps


def web_deps(settings: Settings, *, host: str = "127.0.0.1", local_name: str = "") -> Deps:
    """Return what the pages work with.

    Raises:
        ConfigurationError: it would be open to others without a sign-in.
    """
    access = access_of(settings, local_name)
    if access.mode == "local" and not is_loopback("127.0.0.1" if host == "localhost" else host):
        raise ConfigurationError(
            f"without a sign-in the pages are served on this machine alone, not on {host}: set "
            "web.sign_in to proxy or oidc in clausewatch.toml"
        )
    if access.mode == "oidc" and not settings.public_url:
        raise ConfigurationError(
            "public_url is missing: the sign-in sends people back to it, so it has to be known"
        )
    parts = build_parts(settings)
    return Deps(
        store=parts.store,
        # As the file has it: decisions are laid over it while the server runs.
        file=WatchlistFile(settings).watchlist,
        # A secret made up here ends all sessions at the next start.
        secret=settings.web.secret.get_secret_value() or secrets.token_urlsafe(32),
        access=access,
        public_url=settings.public_url,
    )


def access_of(settings: Settings, local_name: str = "") -> Access:
    """Return who may come in."""
    web = settings.web
    provider = Provider(web.oidc_issuer, web.oidc_client, web.oidc_secret.get_secret_value())
    return Access(
        mode=web.sign_in,
        local_name=local_name,
        header=web.proxy_header.lower(),
        peers=tuple(ip_network(peer) for peer in web.proxy_peers),
        provider=provider if web.sign_in == "oidc" else None,
        readers=_names(web.readers),
        editors=_names(web.editors),
        keepers=_names(web.keepers),
    )


def _names(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in given)
