"""`clausewatch settings`: every setting, its variable, what it is now and what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import typer
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo
from sqlalchemy.engine import make_url

from clausewatch.cli.options import FormatOption, StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import Format, console, print_json
from clausewatch.settings.layers import PREFIX


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("settings")(settings_command)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key in clausewatch.toml, its variable, its value, its purpose."""

    key: str
    variable: str
    value: str
    purpose: str


def settings_command(
    watchlist: WatchlistOption = None, store: StoreOption = None, output: FormatOption = Format.TEXT
) -> None:
    """List every setting with the value that it has here; passwords are never shown.

    A setting is a key of `clausewatch.toml` in the folder of the watchlist or a variable of
    the environment; the variable goes before the file.
    """
    for setting in settings_of(load_settings(watchlist, store)):
        if output is Format.JSON:
            print_json(
                {
                    "key": setting.key,
                    "variable": setting.variable,
                    "value": setting.value,
                    "purpose": setting.purpose,
                }
            )
            continue
        console.print(f"{setting.key} = {setting.value}", markup=False, style="bold")
        console.print(f"    {setting.variable}", markup=False, style="dim")
        if setting.purpose:
            console.print(f"    {setting.purpose}", markup=False)


def settings_of(section: BaseModel, keys: tuple[str, ...] = ()) -> Iterator[Setting]:
    """Yield the settings of a section and of the sections in it."""
    for name, field in type(section).model_fields.items():
        value = getattr(section, name)
        if isinstance(value, BaseModel):
            yield from settings_of(value, (*keys, name))
        else:
            path = (*keys, name)
            variable = PREFIX + "_".join(path).upper()
            yield Setting(".".join(path), variable, shown(name, value), purpose_of(field))


def shown(name: str, value: Any) -> str:
    """Return a value for people: secrets, and addresses that may hold one, are masked."""
    if isinstance(value, SecretStr):
        return "(set)" if value.get_secret_value() else "(not set)"
    if name == "store":
        return make_url(value).render_as_string(hide_password=True)
    if isinstance(value, Mapping):
        return ", ".join(value) or "(none)"
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value)) or "(none)"
    return "(not set)" if value in {None, ""} else str(value)


def purpose_of(field: FieldInfo) -> str:
    """Return what a setting is for, "" where its name says it all, and what it may be."""
    purpose = field.description or ""
    if get_origin(field.annotation) is not Literal:
        return purpose
    allowed = f"(allowed: {', '.join(get_args(field.annotation))})"
    return f"{purpose} {allowed}".lstrip()
