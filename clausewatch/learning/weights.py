"""Which weights are in use: those learnt here, else those that ship."""

from __future__ import annotations

import os
import tempfile
from datetime import date
from importlib.resources import files
from pathlib import Path

from clausewatch.messages.counting import counted
from domain.errors import ConfigurationError
from review.relevance.model import Model, load_model
from review.relevance.weights_text import weights_text

_SHIPPED = Path(str(files("clausewatch").joinpath("weights.yaml")))


def shipped_model() -> Model:
    """Return the weights that ship with Clausewatch."""
    return load_model(_SHIPPED.read_text(encoding="utf-8"))


def model_in_use(path: Path) -> Model:
    """Return the weights of a file, those that ship when there is no such file.

    Raises:
        ConfigurationError: the file cannot be read or is no table of weights.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return shipped_model()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: cannot be read: {error}") from error
    try:
        return load_model(text)
    except ConfigurationError as error:
        raise ConfigurationError(f"{path}: {error}") from error


def write_weights(model: Model, path: Path, *, decisions: int, on: date) -> None:
    """Write learnt weights as a whole or not at all; a reader never sees half a file.

    Raises:
        ConfigurationError: the file cannot be written, or is the one that ships.
    """
    if path.resolve() == _SHIPPED.resolve():
        raise ConfigurationError(f"{path}: these weights ship with Clausewatch; name another file")
    learnt_from = counted(decisions, "decision")
    heading = (
        f"Learnt from {learnt_from} on {on:%Y-%m-%d} by `clausewatch learn --write`.",
        "Used instead of the weights that ship; delete this file to go back to them.",
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=path.name, delete=False, encoding="utf-8"
        ) as file:
            file.write(weights_text(model, heading))
        Path(file.name).chmod(0o644)
        os.replace(file.name, path)  # noqa: PTH105 - a Path would say the same in more words
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written: {error}") from error
