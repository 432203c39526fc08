"""Channels other than mail, as the settings define them: their addresses are secrets."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)

from alerts.via import Form
from clausewatch.watchlist.address import address_fault
from domain.editor import MAIL
from domain.value import Identifier


class ChannelSetting(BaseModel):
    """A channel: an address of Apprise, or a webhook of your own with its secret."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: SecretStr
    secret: SecretStr = Field(default=SecretStr(""), description="signs what a webhook is sent")

    @property
    def form(self) -> Form:
        """What the channel takes."""
        web = self.url.get_secret_value().startswith(("http://", "https://"))
        return Form.WEBHOOK if web else Form.CHAT

    @model_validator(mode="after")
    def _sound(self) -> Self:
        url = self.url.get_secret_value()
        if self.form is Form.WEBHOOK and (fault := address_fault(_without_login(url))):
            raise ValueError(f"url {fault}")
        if self.form is Form.WEBHOOK and not self.secret.get_secret_value():
            raise ValueError("a webhook needs a secret: url = …, secret = …")
        return self


def _without_login(url: str) -> str:
    """Return an address without the name and password that it may begin with."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"


def _in_short(given: object) -> object:
    return {"url": given} if isinstance(given, str) else given


def _not_mail(given: object) -> object:
    if isinstance(given, dict) and MAIL in given:
        raise ValueError("mail is taken: it goes by the settings of smtp; choose another name")
    return given


Channels = Annotated[
    dict[Identifier, Annotated[ChannelSetting, BeforeValidator(_in_short)]],
    BeforeValidator(_not_mail),
]
