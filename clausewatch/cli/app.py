"""`clausewatch`: the one command, put together from the modules of its parts."""

from __future__ import annotations

from typing import Annotated

import typer

from clausewatch import __version__
from clausewatch.cli import (
    alerts,
    compare,
    decide,
    demo,
    evidence,
    figures,
    history,
    learn,
    replay,
    review,
    run,
    serve,
    settings,
    store,
    watchlist,
)
from clausewatch.cli.exits import errors_shown, print_anything

app = typer.Typer(
    name="clausewatch",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    help="Watches the pages that scorecards cite, and flags the criteria to re-review when "
    "their wording changes.\n\n"
    "Begin with [bold]clausewatch demo[/bold], then [bold]clausewatch init[/bold], "
    "[bold]clausewatch check[/bold] and [bold]clausewatch run[/bold].",
    epilog="Exit codes: 0 all went well, 1 sources had problems, 2 the watchlist, the settings "
    "or the arguments are wrong, 3 the store failed, 130 interrupted.",
)
for module in (
    demo,
    watchlist,
    settings,
    run,
    history,
    review,
    decide,
    alerts,
    figures,
    learn,
    serve,
    compare,
    evidence,
    replay,
    store,
):
    module.register(app)


def _version(value: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if value:
        typer.echo(f"clausewatch {__version__}")
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


def main() -> None:
    """Run the command line; errors of ours end as one clear message."""
    print_anything()
    with errors_shown():
        app()
