"""Options and arguments that several commands share."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Annotated

import typer

from clausewatch.cli.output import Format
from clausewatch.settings import Settings, absolute_store, settings_folder
from clausewatch.watchlist.reading import file_is_there

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
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="How to print; json is one object a line, and no line where a list is empty.",
    ),
]


def load_settings(watchlist: Path | None = None, store: str | None = None) -> Settings:
    """Load the settings; what the command line says goes before the environment.

    It is put into the environment, so that the child processes of a run see it, too.
    Paths of the command line start in the current folder, as everywhere; all others in
    the folder of the watchlist.

    Raises:
        ConfigurationError: a setting is wrong, or the watchlist that is named is not there:
            the store would be looked for beside it.
    """
    if watchlist is not None:
        file_is_there(watchlist)
    if store is not None:
        os.environ["CLAUSEWATCH_STORE"] = absolute_store(store)
    named = watchlist or os.environ.get("CLAUSEWATCH_WATCHLIST")
    if named:
        os.environ["CLAUSEWATCH_WATCHLIST"] = str(Path(named).absolute())
    settings = Settings.load(os.environ, settings_folder(os.environ))
    handler = logging.StreamHandler()
    # Not of the root logger, whose level Scrapy sets.
    handler.setLevel(settings.log_level.upper())
    logging.basicConfig(handlers=[handler], format="%(asctime)s %(levelname)s %(message)s")
    return settings
