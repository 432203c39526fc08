"""How messages name what somebody wrote, and what was probably meant."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

_SHOWN_LENGTH = 60
_ALIKE = 60  # per cent: "urll" and "url" are 86 alike, "mail" and "email" 89


def shown(value: object) -> str:
    """Write a value on one line, quoted, short, safe for a terminal."""
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    if len(text) > _SHOWN_LENGTH:
        text = text[: _SHOWN_LENGTH - 1] + "…"
    if not isinstance(value, str):
        return text
    return printable(json.dumps(text, ensure_ascii=False))


def printable(text: str) -> str:
    """Write what a terminal cannot show as its number."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def nearest(written: str, known: Iterable[str], *, alike: int = _ALIKE) -> str:
    """Return the known word that was probably meant; "" when none is `alike` per cent so."""
    found = process.extractOne(
        written, list(known), scorer=fuzz.ratio, processor=utils.default_process
    )
    return str(found[0]) if found and found[1] >= alike else ""
