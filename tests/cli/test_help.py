"""The help texts, as they are shown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

from clausewatch.cli.commands import COMMANDS, Deferred
from tests.cli.conftest import Cli


def said_in_help() -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each help text that we wrote, with the command that shows it."""

    def of(command: Any, names: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
        yield names, inspect.cleandoc(command.callback.__doc__) if command.callback else ""
        for parameter in command.params:
            yield names, str(getattr(parameter, "help", None) or "")
        for name, below in getattr(command, "commands", {}).items():
            yield from of(below, (*names, name))

    for entry in COMMANDS:
        yield from of(Deferred(entry).load(), (entry.name,))


def test_no_word_in_brackets_is_lost_from_a_help_text(cli: Cli) -> None:
    """Rich takes it for markup: `[web]` left a hole."""
    names = [
        (command, name)
        for command, text in said_in_help()
        for name in re.findall(r"\[(?!/?(?:bold|dim)\])[a-z.]+\]", text)
    ]
    assert (("serve",), "[web]") in names
    for command, name in names:
        assert name in cli(*command, "--help").out, command


def test_no_line_of_a_help_text_breaks_off(cli: Cli) -> None:
    """A paragraph runs on up to the margin, as the terminal is wide."""
    for command, text in said_in_help():
        shown = [line.strip() for line in cli(*command, "--help").out.splitlines()]
        for line in text.splitlines():
            if len(line) > 80 and not line.rstrip().endswith((".", ":")):
                assert line.strip() not in shown, (command, line)
