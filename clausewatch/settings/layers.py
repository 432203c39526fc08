"""Where settings come from, and how a wrong one is named."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeGuard, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsError

from clausewatch.messages.naming import nearest, shown
from clausewatch.messages.plain_words import in_plain_words
from domain.errors import ConfigurationError

PREFIX = "CLAUSEWATCH_"
SETTINGS_FILE = "clausewatch.toml"

# Per cent. Other software sets variables of our prefix too (Kubernetes makes some for
# a service of that name), so only near misses are refused.
_SURELY_MEANT = 75
_HIDDEN = frozenset({"password", "api_key", "secret", "oidc_secret", "store"})


class _Environment(EnvSettingsSource):
    """Reads a given environment instead of that of the process."""

    def __init__(self, model: type[BaseSettings], env: Mapping[str, str]) -> None:
        self._env = env
        super().__init__(model)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return {name.lower(): value for name, value in self._env.items() if value}


def layered(model: type[BaseSettings], env: Mapping[str, str], file: Path) -> dict[str, Any]:
    """Return what is set: the environment laid over the file.

    Raises:
        ConfigurationError: the file cannot be read, or a variable is misspelt.
    """
    _refuse_misspelt(model, env)
    try:
        given = _Environment(model, env)()
    except SettingsError as error:
        # Not "from error": it quotes the value.
        raise ConfigurationError(_not_json(str(error))) from None
    return _laid_over(_file_values(file), given)


def settings_error(
    error: ValidationError, model: type[BaseModel], env: Mapping[str, str], file: Path
) -> ConfigurationError:
    """Name every wrong setting by its variable or its key in the file, one a line."""
    lines = []
    for detail in error.errors(include_url=False):
        keys = [str(part) for part in detail["loc"]]
        variable = PREFIX + "_".join(keys).upper()
        place = variable if variable in env else f"{variable} ({file.name}: {'.'.join(keys)})"
        lines.append(f"{place}: {_words(detail, model)}")
    return ConfigurationError("\n".join(lines))


def _words(detail: ErrorDetails, model: type[BaseModel]) -> str:
    keys = [str(part) for part in detail["loc"]]
    if detail["type"] == "extra_forbidden":
        known = _section(model, keys[:-1]).model_fields
        meant = nearest(keys[-1], known)
        hint = f'did you mean "{meant}"?' if meant else f"allowed: {', '.join(known)}"
        return f"there is no such setting; {hint}"
    said = str(detail.get("ctx", {}).get("error") or detail["msg"])
    said = in_plain_words(said)
    if _is_section(model, keys) or _HIDDEN & set(keys) or isinstance(detail["input"], SecretStr):
        return said
    return f"{shown(detail['input'])}: {said}"


def _not_json(said: str) -> str:
    """Name the variable that should have held a list or a table."""
    field = re.search(r'field "(\w+)"', said)
    variable = f"{PREFIX}{field[1].upper()}" if field else "a variable"
    return f'{variable}: must be JSON, such as ["a", "b"] or {{"name": "value"}}'


def _section(model: type[BaseModel], keys: list[str]) -> type[BaseModel]:
    if not keys:
        return model
    annotation = model.model_fields[keys[0]].annotation
    return annotation if _is_model(annotation) else model


def _is_section(model: type[BaseModel], keys: list[str]) -> bool:
    return len(keys) == 1 and keys[0] in model.model_fields and _section(model, keys) is not model


def _is_mapping(model: type[BaseModel], name: str) -> bool:
    return get_origin(model.model_fields[name].annotation) is dict


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _refuse_misspelt(model: type[BaseModel], env: Mapping[str, str]) -> None:
    known = [name.removeprefix(PREFIX) for name in _variables(model)]
    # Below these, every name is the user's own.
    free = tuple(f"{name.upper()}_" for name in model.model_fields if _is_mapping(model, name))
    for variable in env:
        name = variable.removeprefix(PREFIX)
        if name == variable or name in known or name.startswith(free):
            continue
        if meant := nearest(name, known, alike=_SURELY_MEANT):
            raise ConfigurationError(
                f"{variable}: there is no such setting; did you mean {PREFIX}{meant}?"
            )


def _variables(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield PREFIX + name.upper()
        if _is_model(field.annotation):
            for key in _section(model, [name]).model_fields:
                yield f"{PREFIX}{name}_{key}".upper()


def _file_values(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file}: is not valid TOML: {error}") from error


def _laid_over(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Lay one level of sections over another."""
    merged = dict(base)
    for key, value in over.items():
        below = base.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = {**below, **value}
        else:
            merged[key] = value
    return merged
