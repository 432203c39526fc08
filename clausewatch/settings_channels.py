"""Channels other than mail, as the settings define them: their addresses are secrets."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from alerts.via import Form
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
    def _signed(self) -> Self:
        if self.form is Form.WEBHOOK and not self.secret.get_secret_value():
            raise ValueError("a webhook needs a secret: url = …, secret = …")
        return self


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
