"""`clausewatch check`, `schema` and `init`: the watchlist file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from clausewatch.checking.evidence import missing_evidence
from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import console
from clausewatch.messages.counting import counted
from clausewatch.opening import build_store, store_exists
from clausewatch.settings import Settings
from clausewatch.watchlist import CheckedWatchlist, check_watchlist, watchlist_schema
from clausewatch.watchlist.fault import Complaint, Fault
from clausewatch.wiring import channels_are_known
from domain.errors import ConfigurationError


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("init")(init_command)
    app.command("check")(check_command)
    app.command("schema")(schema_command)


def init_command(
    path: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("watchlist.yaml"),
) -> None:
    """Write a small watchlist with comments, to begin your own with."""
    starter = files("clausewatch").joinpath("starter.yaml").read_bytes()
    try:
        with path.open("xb") as file:
            file.write(starter)
    except FileExistsError as error:
        raise ConfigurationError(f"{path} is there already; nothing was written") from error
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written: {error.strerror}") from error
    console.print(f"wrote {path}; edit it, then run: clausewatch check -w {path}", markup=False)


def check_command(watchlist: WatchlistOption = None, store: StoreOption = None) -> None:
    """Validate the watchlist whole: every fault with its line, and what is allowed.

    Nothing is fetched. Where versions are stored already, evidence that is not in them
    is named, too. Ends with 0 when there is no fault, else with 2.
    """
    settings = load_settings(watchlist, store)
    checked = check_watchlist(settings.watchlist)
    for warning in checked.warnings:
        console.print(f"warning: {warning}", markup=False, style="yellow")
    found = checked.watchlist
    channels_are_known(found, settings)
    for missing in missing_in_store(checked, settings):
        console.print(f"warning: {missing}", markup=False, style="yellow")
    ratings = sum(len(tool.ratings) for tool in found.tools)
    console.print(
        f"{settings.watchlist}: {counted(len(found.tools), 'tool')}, "
        f"{counted(ratings, 'rating')}, {counted(len(found.sources), 'source')}, "
        f"{counted(len(found.criteria), 'criterion', 'criteria')}: no faults",
        markup=False,
    )


def missing_in_store(checked: CheckedWatchlist, settings: Settings) -> Iterator[Fault]:
    """Yield what evidence is not in the versions stored; nothing when there is no store."""
    if not store_exists(settings):
        return
    with build_store(settings).read() as history:
        for source in checked.watchlist.sources:
            version = history.latest_version(source.id)
            if version is None:
                continue
            for one in missing_evidence(checked.watchlist, source.id, version.document):
                yield checked.fault(Complaint(one.path, one.sentence, one.phrase))


def schema_command() -> None:
    """Print the JSON Schema of the watchlist, for completion and checks in an editor."""
    typer.echo(json.dumps(watchlist_schema(), indent=2, ensure_ascii=False))
