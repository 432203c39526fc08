"""`clausewatch`: the one command, put together from those of `clausewatch.cli.commands`."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperGroup

from clausewatch.cli.commands import OneCommand, defer_to
from clausewatch.cli.errors import print_anything

app = typer.Typer(
    name="clausewatch",
    cls=OneCommand,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Watches the pages that scorecards cite, and flags the criteria to re-review when "
    "their wording changes.\n\n"
    "Begin with [bold]clausewatch demo[/bold], then [bold]clausewatch init[/bold], "
    "[bold]clausewatch check[/bold] and [bold]clausewatch run[/bold].",
    epilog="Exit codes: 0 all went well, 1 what was checked had problems or alerts could not be "
    "sent, 2 the watchlist, the settings "
    "or the arguments are wrong, 3 the store failed, 130 interrupted.",
)


def _version(value: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if value:
        from importlib.metadata import version  # noqa: PLC0415 - a tenth of a second

        typer.echo(f"clausewatch {version('clausewatch')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options of the command as a whole."""


def command_line() -> TyperGroup:
    """Return the whole command line."""
    group = typer.main.get_group(app)
    defer_to(group)
    return group


def main() -> None:
    """Run the command line."""
    print_anything()
    command_line()()
