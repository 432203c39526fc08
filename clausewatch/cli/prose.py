"""Help texts as they are shown: paragraphs that run on, and brackets that are words."""

from __future__ import annotations

import re
from typing import Any

# Rich takes any word in brackets for markup, and swallows it; these are what we mean so.
_NO_MARKUP = re.compile(r"\[(?!/?(?:bold|dim)\])(?=[a-z#/@])")
_BREAK = re.compile(r"\n(?![\n \-*])(?<!\n\n)")


def as_prose(command: Any) -> Any:
    """Return a command, all below it included, with its help ready to be shown."""
    command.help = _shown(_BREAK.sub(" ", command.help)) if command.help else command.help
    for parameter in command.params:
        text = getattr(parameter, "help", None)
        if text:
            parameter.help = _shown(text)
    for below in getattr(command, "commands", {}).values():
        as_prose(below)
    return command


def _shown(text: str) -> str:
    return _NO_MARKUP.sub(r"\\[", text)
