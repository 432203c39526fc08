"""The weights as the text of their file: what `load_model` reads back."""

from __future__ import annotations

from collections.abc import Sequence

from review.relevance.model import Model

_NOT_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")


def weights_text(model: Model, heading: Sequence[str] = ()) -> str:
    """Return a model as YAML that people can read; `heading` goes above it as comments."""
    lines = [
        *(f"# {line}".rstrip() for line in heading),
        f"threshold: {model.threshold}",
        f"threshold_when_cited: {model.threshold_when_cited}",
        "shared:",
        *(f"  {_key(name)}: {weight}" for name, weight in model.shared.items()),
        "criteria:",
    ]
    for criterion, own in model.criteria.items():
        lines.append(f"  {_key(criterion)}:")
        lines.extend(f"    {_key(name)}: {weight}" for name, weight in own.items())
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    """Quote what YAML could read as anything but a word: numbers, "null", "kind:dpa"."""
    plain = name.replace("_", "a").isalnum() and name[:1].isalpha() and name.isascii()
    return name if plain and name.lower() not in _NOT_WORDS else f'"{name}"'
