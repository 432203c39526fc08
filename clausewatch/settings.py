"""The settings of a run: from the environment, then `clausewatch.toml`, then defaults.

Every setting is a variable CLAUSEWATCH_… and a key of the file: `fetch.max_bytes` is
CLAUSEWATCH_FETCH_MAX_BYTES. Nothing is read when this module is imported.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from clausewatch.opinions.settings import OpinionSettings
from clausewatch.settings_channels import Channels
from clausewatch.settings_layers import PREFIX, SETTINGS_FILE, layered, settings_error
from clausewatch.watchlist.address import address_fault

LogLevel = Literal["debug", "info", "warning", "error"]
Security = Literal["starttls", "tls", "none"]

_PATHS = ("watchlist", "weights", "outbox", "templates", "feeds")
_STORES = ("sqlite", "postgresql")
_NO_HOST = re.compile(r"[/:@?#\\]")
_PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


def _store_url(url: str) -> str:
    try:
        backend = make_url(url).get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise ValueError("must be a database URL such as sqlite:///clausewatch.sqlite3") from error
    if backend not in _STORES:
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return url


def _store_in(folder: Path, url: str) -> str:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return url
    whole = parsed.set(database=str(folder / parsed.database))
    return whole.render_as_string(hide_password=False)


def absolute_store(url: str) -> str:
    """Return the address of a store, the path of an SQLite file made absolute.

    One that is no address is returned as it is, for the validation to name.
    """
    try:
        return _store_in(Path.cwd(), url)
    except (ArgumentError, ValueError):
        return url


def _web_address(url: str) -> str:
    if url and (fault := address_fault(url)):
        raise ValueError(fault)
    return url.rstrip("/")


def _network(given: str) -> str:
    try:
        return str(ip_network(given))
    except ValueError as error:
        raise ValueError("must be an address such as 10.0.0.7 or a network: 10.0.0.0/24") from error


def _host(name: str) -> str:
    """Make sure that a host can be looked up: looking it up would raise what nobody expects."""
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        if name and (_NO_HOST.search(name) or address_fault(f"https://{name}")):
            raise ValueError("must be a name such as mail.example.org, without port") from None
        return name
    return name.strip("[]")


def _lower(given: object) -> object:
    return given.lower() if isinstance(given, str) else given


def settings_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of `clausewatch.toml` and of all relative paths.

    That of the watchlist where the environment names one, else the current one: what is
    started elsewhere, by cron above all, must not begin a new history there.
    """
    watchlist = env.get(f"{PREFIX}WATCHLIST")
    return Path(watchlist).absolute().parent if watchlist else Path()


class Section(BaseModel):
    """A frozen group of settings that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fetch(Section):
    """How pages are fetched. Times are in seconds, sizes in bytes."""

    delay: float = Field(default=5.0, ge=0, le=3600, description="between requests to one host")
    timeout: float = Field(default=30.0, gt=0, le=600, description="of one request, whole")
    browser_timeout: float = Field(
        default=120.0, gt=0, le=1800, description="of a page in a browser"
    )
    max_bytes: int = Field(default=25 * 1024**2, ge=1024, description="of one page")
    parallel_hosts: int = Field(default=4, ge=1, le=64, description="hosts fetched at once")
    allow_private: bool = Field(
        default=False, description="fetch loopback and private addresses too: only for own pages"
    )
    chromium_path: str = Field(default="", description="looked for on the PATH when empty")


class Smtp(Section):
    """The mail server that takes the alerts; none while `host` is empty."""

    host: Annotated[str, AfterValidator(_host)] = ""
    port: int = Field(default=0, ge=0, le=65535, description="0: 587, 465 or 25 by security")
    security: Annotated[Security, BeforeValidator(_lower)] = "starttls"
    username: str = ""
    password: SecretStr = SecretStr("")
    sender: str = Field(default="", pattern=r"^([^@\s<>,;]+@[^@\s<>,;]+)?$")

    @property
    def effective_port(self) -> int:
        """The port, or the usual one for how the connection is protected."""
        return self.port or _PORTS[self.security]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.host and not self.sender:
            raise ValueError("sender is missing: the address that alerts come from")
        if self.password.get_secret_value() and not self.username:
            raise ValueError("username is missing: a password alone logs nobody in")
        return self


class Web(Section):
    """Who may look at the pages of `clausewatch serve`, and how they are known.

    A name gets the highest role that lists it; `*` among the readers lets in everyone
    who is signed in.
    """

    sign_in: Literal["local", "proxy", "oidc"] = Field(
        default="local", description="local: this machine alone, without a login"
    )
    proxy_header: str = Field(default="X-Forwarded-User", pattern=r"^[A-Za-z0-9-]+$")
    proxy_peers: tuple[Annotated[str, AfterValidator(_network)], ...] = Field(
        default=(), description="addresses or networks from which that header is believed"
    )
    oidc_issuer: Annotated[str, AfterValidator(_web_address)] = ""
    oidc_client: str = ""
    oidc_secret: SecretStr = SecretStr("")
    readers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    keepers: tuple[str, ...] = ()
    secret: SecretStr = Field(
        default=SecretStr(""), description="signs the cookies; made up at each start when empty"
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.sign_in == "proxy" and not self.proxy_peers:
            raise ValueError("proxy_peers is missing: who is believed about a user's name")
        if self.sign_in == "oidc" and not (
            self.oidc_issuer and self.oidc_client and self.oidc_secret.get_secret_value()
        ):
            raise ValueError("oidc_issuer, oidc_client and oidc_secret are needed to sign in")
        return self


class Settings(Section):
    """Everything that a run is told besides the watchlist."""

    store: Annotated[str, AfterValidator(_store_url)] = Field(
        default="sqlite:///clausewatch.sqlite3",
        repr=False,  # it may hold a password
        description="database of the history; an SQLite file may have a relative path",
    )
    watchlist: Path = Field(
        default=Path("watchlist.yaml"), description="the folder it is in is that of all settings"
    )
    contact: str = Field(
        default="",
        pattern=r"^[\x21-\x7e]*$",
        description="mail or address by which a site reaches you; goes into the user agent",
    )
    public_url: Annotated[str, AfterValidator(_web_address)] = Field(
        default="", description="where the history can be browsed, for links in mails"
    )
    outbox: Path | None = Field(
        default=None, description="folder for alerts as .eml files, while smtp.host is empty"
    )
    weights: Path = Field(
        default=Path("weights.yaml"),
        description="weights of your own, as `clausewatch learn --write` makes them; while there "
        "is no such file those that ship are used",
    )
    templates: Path | None = Field(
        default=None, description="folder of templates that go before the built-in ones"
    )
    feeds: Path | None = Field(
        default=None, description="folder that Atom feeds of the flags are written to"
    )
    unreadable_days: int = Field(
        default=14,
        ge=1,
        le=366,
        description="after so many days editors learn that a source cannot be read",
    )
    keep_quiet_bodies: int = Field(
        default=180,
        ge=0,
        le=36525,
        description="days that the bytes of captures are kept whose neighbours show the same "
        "wording; 0: for ever. The ends of each wording and one a month always stay",
    )
    channels: Channels = Field(
        default={}, repr=False, description="other than mail, by name: Apprise or a webhook"
    )
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = Field(
        default="warning", description="how much is told on the error output beside the results"
    )
    fetch: Fetch = Fetch()
    smtp: Smtp = Smtp()
    web: Web = Web()
    opinion: OpinionSettings = OpinionSettings()

    @classmethod
    def load(cls, env: Mapping[str, str], folder: Path) -> Self:
        """Read the settings of an environment and of the file in a folder.

        Args:
            env: the environment; of it only variables CLAUSEWATCH_… are looked at.
            folder: where `clausewatch.toml` may lie, and where relative paths start.

        Raises:
            ConfigurationError: naming each variable or key that is wrong, its value
                and what is allowed. Passwords are never shown.
        """
        file = folder / SETTINGS_FILE
        given = layered(_Layers, env, file)
        try:
            settings = cls.model_validate(given)
        except ValidationError as error:
            # Not "from error": it quotes the values, passwords too.
            raise settings_error(error, cls, env, file) from None
        paths = {name: getattr(settings, name) for name in _PATHS}
        return settings.model_copy(
            update={
                "store": _store_in(folder, settings.store),
                **{name: path and folder / path for name, path in paths.items()},
            }
        )

    @property
    def store_shown(self) -> str:
        """The database URL with its password masked, for people and logs."""
        return make_url(self.store).render_as_string(hide_password=True)


class _Layers(Settings, BaseSettings):
    """The same settings as pydantic-settings wants them, to read an environment by."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="_", env_nested_max_split=1
    )
