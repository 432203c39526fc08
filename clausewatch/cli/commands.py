"""The commands by name: what each is for, and the module that holds it.

A module is loaded when one of its commands is called. Loading them all takes seconds (a
database, mail, the reading of pages), and no command needs all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from clausewatch.cli.prose import as_prose
from clausewatch.messages.plain_words import in_plain_words


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the help lists it: `summary` is the first line of its docstring."""

    panel: str
    name: str
    module: str
    summary: str


# Under each heading of the help: the command, its module, its summary.
# fmt: off
_TABLE = {
    "Setting up": (
        ("demo", "demo",
         "See the main job: a bundled site changes between two crawls; flags and mails come out."),
        ("init", "watchlist", "Write a small watchlist with comments, to begin your own with."),
        ("check", "watchlist",
         "Validate the watchlist whole: every fault with its line, and what is allowed."),
        ("schema", "watchlist",
         "Print the JSON Schema of the watchlist, for completion and checks in an editor."),
        ("settings", "settings",
         "List every setting with the value that it has here; passwords are never shown."),
    ),
    "Watching": (
        ("run", "run", "Check once what is due, then send the alerts: for cron."),
        ("worker", "run",
         "Check what is due and send alerts, until it is stopped (Ctrl-C or SIGTERM)."),
        ("sources", "history",
         "List the sources: when each was checked, read and is due, and what is wrong with it."),
        ("alerts", "alerts", "Alerts: what waits, another try, a sample."),
    ),
    "Looking back": (
        ("history", "history",
         "List the versions, changes and problems of a source, the latest first."),
        ("diff", "diff",
         "Show what changed between two versions of a source, the last two by default."),
        ("serve", "serve", "Browse the history and decide flags in a browser."),
    ),
    "Reviewing": (
        ("flags", "review",
         "List the criteria that have to be re-reviewed, the most pressing first."),
        ("review", "decide",
         "Show a flag with its passages, or decide it. Every decision is kept, and none is final."),
        ("stale", "stale", "List ratings to read again though no flag asks for it."),
        ("report", "report",
         "Show what is open by age, how long deciding takes, and the share of false alarms."),
        ("learn", "learn",
         "Report what the decisions of editors would teach; with --write, use it from now on."),
        ("export", "written", "Give out what Clausewatch knows."),
    ),
    "Evidence": (
        ("extract", "evidence",
         "Show what is kept of a page as its wording, and what is left out and why."),
        ("capture", "evidence",
         "Store a page saved by hand as a capture of a source, and check it like any other."),
        ("accept", "evidence",
         "Take the latest capture of a source as its document, although it looks like another."),
        ("verify", "store",
         "Check that the store is whole: bodies against hashes, versions, changes, flags."),
        ("prune", "store",
         "Let go of the bytes of old captures whose neighbours show the same wording."),
        ("migrate", "store", "Create the tables of the store, or bring them up to date."),
    ),
    "Captures from elsewhere": (
        ("compare", "compare",
         "Compare two files: the passages, the significance and the criteria to re-review."),
        ("replay", "replay",
         "Feed saved captures through the same way as fetched ones, with their own times."),
    ),
}
# fmt: on
COMMANDS = tuple(Entry(panel, *row) for panel, rows in _TABLE.items() for row in rows)


class Deferred(TyperCommand):
    """Stands for a command until it is called."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.name, help=entry.summary, rich_help_panel=entry.panel)
        self._entry = entry

    def load(self) -> Any:
        """Return the command itself."""
        app = typer.Typer(rich_markup_mode="rich")
        app.callback()(lambda: None)  # else a single command would take the place of the group
        import_module(f"clausewatch.cli.{self._entry.module}").register(app)
        return as_prose(typer.main.get_group(app).commands[self._entry.name])

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> Any:
        """Let the command itself read its arguments; whoever calls it goes on with it."""
        try:
            return self.load().make_context(info_name, args, parent, **extra)
        except typer.BadParameter as error:
            error.message = in_plain_words(error.message)
            raise


class OneCommand(TyperGroup):
    """The command as a whole."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Return the command that is called.

        Its own name comes twice from whoever reads `clausewatch check` and types it after
        `./dev run`, which stands for `clausewatch` already.
        """
        if args[:1] == [ctx.info_name]:
            rest = " ".join(args[1:]) or "--help"
            ctx.fail(f"{ctx.info_name!r} is said twice: leave the second out ({rest})")
        return super().resolve_command(ctx, args)


def defer_to(group: TyperGroup) -> None:
    """Add all commands to a group."""
    for entry in COMMANDS:
        group.add_command(Deferred(entry))
