"""What was decided, written into the watchlist file or given out as `export watchlist` does."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import console
from clausewatch.messages.counting import counted
from clausewatch.opening import existing_store
from clausewatch.settings import Settings
from clausewatch.watchlist import load_watchlist
from clausewatch.watchlist.writing import with_edits_written, write_edits
from desk.deciding import pending
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist
from storage.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    export = typer.Typer(no_args_is_help=True, help="Give out what Clausewatch knows.")
    export.command("watchlist")(export_watchlist_command)
    app.add_typer(export, name="export")


def export_watchlist_command(
    to: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; else it is printed.")
    ] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Give out the watchlist with all decisions written into it; the file itself stays.

    Comments, order and everything that no decision changed are as they were.
    """
    settings = load_settings(watchlist, store)
    known = load_watchlist(settings.watchlist)
    with existing_store(settings).read() as history:
        edits, conflicts = pending(known, history)
    for conflict in conflicts:
        typer.echo(f"warning: {conflict}", err=True)
    text = with_edits_written(settings.watchlist.read_text(encoding="utf-8"), edits)
    if to is None:
        typer.echo(text, nl=False)
    else:
        to.write_text(text, encoding="utf-8")


def watchlist_if_there(settings: Settings, *, needed: bool) -> Watchlist:
    """Load the watchlist; to decide a flag without changing its rating needs none."""
    if needed or settings.watchlist.exists():
        return load_watchlist(settings.watchlist)
    return Watchlist()


def write_decisions(
    store: Store, settings: Settings, asked: Collection[tuple[str, str]], later: str
) -> None:
    """Write all that was decided into the watchlist file, and say what could not be.

    What is written beside the ratings that were `asked` for, as (tool, criterion), is named:
    they were decided before, without being written. `later` is the command that tries again:
    a decision outlives a file that cannot be written, and whoever made it is told so.
    """
    try:
        _write(store, settings, asked)
    except ConfigurationError:
        typer.echo(
            "what was decided is kept, and not written: `clausewatch export watchlist` gives it, "
            f"or write it later with: {later}",
            err=True,
        )
        raise


def _write(store: Store, settings: Settings, asked: Collection[tuple[str, str]]) -> None:
    with store.read() as history:
        edits, conflicts = pending(load_watchlist(settings.watchlist), history)
    write_edits(settings.watchlist, edits)
    for conflict in conflicts:
        console.print(f"warning: {conflict}", markup=False, style="yellow")
    console.print(f"{counted(len(edits), 'rating')} written to {settings.watchlist}", markup=False)
    names = ((edit.tool_id, edit.criterion) for edit in edits)
    others = [f"{tool}/{criterion}" for tool, criterion in names if (tool, criterion) not in asked]
    if others:
        console.print(f"decided before, and written now: {', '.join(others)}", markup=False)


def file_behind(store: Store, settings: Settings) -> set[tuple[str, str]]:
    """Return the ratings, as (tool, criterion), that the file says otherwise than was decided."""
    if not settings.watchlist.exists():
        return set()
    with store.read() as history:
        edits, _ = pending(load_watchlist(settings.watchlist), history)
    return {(edit.tool_id, edit.criterion) for edit in edits}
