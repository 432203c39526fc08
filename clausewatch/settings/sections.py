"""The groups of settings: how pages are fetched, mails sent, and who may look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)

from clausewatch.settings.values import host_name, lower, network, web_address

Security = Literal["starttls", "tls", "none"]

_PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


class Section(BaseModel):
    """A frozen group of settings that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fetch(Section):
    """How pages are fetched. Times are in seconds, sizes in bytes."""

    delay: float = Field(
        default=5.0, ge=0, le=3600, description="seconds between requests to one host"
    )
    timeout: float = Field(
        default=30.0, gt=0, le=600, description="seconds that one request may take, whole"
    )
    browser_timeout: float = Field(
        default=120.0, gt=0, le=1800, description="seconds that a page in a browser may take"
    )
    max_bytes: int = Field(
        default=25 * 1024**2, ge=1024, description="bytes that one page may have"
    )
    parallel_hosts: int = Field(default=4, ge=1, le=64, description="hosts fetched at once")
    allow_private: bool = Field(
        default=False, description="fetch loopback and private addresses too: only for own pages"
    )
    chromium_path: str = Field(default="", description="looked for on the PATH when empty")


class Smtp(Section):
    """The mail server that takes the alerts; none while `host` is empty."""

    host: Annotated[str, AfterValidator(host_name)] = ""
    port: int = Field(default=0, ge=0, le=65535, description="0: 587, 465 or 25 by security")
    security: Annotated[Security, BeforeValidator(lower)] = Field(
        default="starttls", description="how the connection is protected"
    )
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
        default="local",
        description="local: this machine alone, without a login; proxy: one that names its users; "
        "oidc: an OpenID Connect provider",
    )
    proxy_header: str = Field(default="X-Forwarded-User", pattern=r"^[A-Za-z0-9-]+$")
    proxy_peers: tuple[Annotated[str, AfterValidator(network)], ...] = Field(
        default=(), description="addresses or networks from which that header is believed"
    )
    oidc_issuer: Annotated[str, AfterValidator(web_address)] = ""
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
