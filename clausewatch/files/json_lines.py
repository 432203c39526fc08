"""Files of JSON objects, one a line, read into values that name the line at fault."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, TypeVar

from pydantic import BaseModel, ValidationError

from domain.errors import ConfigurationError

Value = TypeVar("Value", bound=BaseModel)


def read_json_lines(path: Path, kind: type[Value]) -> Iterator[Value]:
    """Yield what each line of a file says; empty lines are skipped, `.gz` is unpacked.

    Raises:
        ConfigurationError: the file cannot be read, or a line is not what it should be.
    """
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _value(path, number, line, kind)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read ({error})") from error


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _value(path: Path, number: int, line: str, kind: type[Value]) -> Value:
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "line"
        raise ConfigurationError(f"{path}:{number}: {where}: {first['msg']}") from error
