"""Which endpoint is asked for a second opinion; none while `base_url` is empty."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)

from clausewatch.watchlist.address import address_fault


def _endpoint(url: str) -> str:
    if url and (fault := address_fault(url)):
        raise ValueError(fault)
    return url.rstrip("/")


def _sendable(key: SecretStr) -> SecretStr:
    if not all("!" <= char <= "~" for char in key.get_secret_value()):
        raise ValueError("must be printable ASCII without spaces")
    return key


class OpinionSettings(BaseModel):
    """An OpenAI-compatible endpoint. It may be one of this machine: its owner names it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base_url: Annotated[str, AfterValidator(_endpoint)] = Field(
        default="", description="what /chat/completions is appended to: https://host/v1"
    )
    model: str = Field(
        default="", max_length=100, pattern=r"^[\x21-\x7e]*$", description="name of the model"
    )
    api_key: Annotated[SecretStr, AfterValidator(_sendable)] = SecretStr("")
    timeout: float = Field(
        default=30.0, gt=0, le=300, description="seconds that one question may take"
    )
    max_passages: int = Field(
        default=8, ge=1, le=50, description="passages of a flag that are sent at most"
    )

    @property
    def is_on(self) -> bool:
        """Whether anybody is asked."""
        return bool(self.base_url)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.base_url and not self.model:
            raise ValueError("model is missing: the name of the model to ask")
        return self
