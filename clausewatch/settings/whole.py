"""The settings of a run: from the environment, then `clausewatch.toml`, then defaults.

Every setting is a variable CLAUSEWATCH_… and a key of the file: `fetch.max_bytes` is
CLAUSEWATCH_FETCH_MAX_BYTES. Nothing is read when this module is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url

from clausewatch.opinions.settings import OpinionSettings
from clausewatch.settings.channels import Channels
from clausewatch.settings.layers import PREFIX, SETTINGS_FILE, layered, settings_error
from clausewatch.settings.places import store_in
from clausewatch.settings.sections import Fetch, Section, Smtp, Web
from clausewatch.settings.values import lower, store_url, web_address

LogLevel = Literal["debug", "info", "warning", "error"]

_PATHS = ("watchlist", "weights", "outbox", "templates", "feeds")


class Settings(Section):
    """Everything that a run is told besides the watchlist."""

    store: Annotated[str, AfterValidator(store_url)] = Field(
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
    public_url: Annotated[str, AfterValidator(web_address)] = Field(
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
    log_level: Annotated[LogLevel, BeforeValidator(lower)] = Field(
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
                "store": store_in(folder, settings.store),
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
