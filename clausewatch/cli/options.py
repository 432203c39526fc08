"""Options and arguments that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from clausewatch.cli.output import Format
from clausewatch.settings import Settings

WatchlistOption = Annotated[
    Path | None,
    typer.Option(
        "--watchlist", "-w", help="Watchlist file. [dim]CLAUSEWATCH_WATCHLIST, watchlist.yaml[/dim]"
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        "-s",
        help="Store: sqlite:///FILE or postgresql://… [dim]CLAUSEWATCH_STORE, "
        "sqlite:///clausewatch.sqlite3[/dim]",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print.")]


def load_settings(watchlist: Path | None = None, store: str | None = None) -> Settings:
    """Load the settings; what the command line says goes before the environment.

    It is put into the environment, so that the child processes of a run see it, too.
    """
    if watchlist is not None:
        os.environ["CLAUSEWATCH_WATCHLIST"] = str(watchlist.resolve())
    if store is not None:
        os.environ["CLAUSEWATCH_STORE"] = store
    return Settings.load(os.environ, Path())
