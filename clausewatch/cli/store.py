"""`clausewatch migrate`, `verify` and `prune`: the store itself."""

from __future__ import annotations

from typing import Annotated

import typer

from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import console
from clausewatch.messages.counting import counted
from clausewatch.opening import build_store, existing_store
from clausewatch.running.exits import Exit
from clausewatch.running.pruning import Pruning
from storage.records import Saving


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("migrate")(migrate_command)
    app.command("verify")(verify_command)
    app.command("prune")(prune_command)


def migrate_command(watchlist: WatchlistOption = None, store: StoreOption = None) -> None:
    """Create the tables of the store, or bring them up to date.

    Every command does so itself; this one is for deployments that do it beforehand.
    """
    settings = load_settings(watchlist, store)
    made = build_store(settings).is_new
    what = "was made" if made else "is up to date"
    console.print(f"{settings.store_shown} {what}", markup=False)


def verify_command(watchlist: WatchlistOption = None, store: StoreOption = None) -> None:
    """Check that the store is whole: bodies against hashes, versions, changes, flags."""
    faults = 0
    for fault in existing_store(load_settings(watchlist, store)).verify():
        faults += 1
        console.print(f"{fault.table} {fault.id}: {fault.what}", markup=False, style="red")
    console.print("the store is whole" if not faults else counted(faults, "fault"))
    raise typer.Exit(Exit.STORE if faults else Exit.OK)


def prune_command(
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be let go.")
    ] = False,
    days: Annotated[
        int | None,
        typer.Option(min=0, help="Instead of the setting keep_quiet_bodies; 0: nothing."),
    ] = None,
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Let go of the bytes of old captures whose neighbours show the same wording.

    Their rows stay for ever: time, address, redirects, headers, size and hash. Kept with
    their bytes are the first and the last capture of each wording and one a month in
    between, all that is not the document or was stored by hand, and what a version was
    read from. The worker does it once a day; it can be stopped at any time.
    """
    settings = load_settings(watchlist, store)
    kept = settings.keep_quiet_bodies if days is None else days
    pruning = Pruning(existing_store(settings), kept)
    by_source: dict[str, Saving] = {}
    for source_id, saving in pruning.foretell() if dry_run else pruning.prune():
        by_source[source_id] = by_source.get(source_id, Saving()) + saving
    for source_id, saving in by_source.items():
        console.print(f"{source_id}: {_told(saving)}", markup=False)
    total = sum(by_source.values(), Saving())
    verb = "would be let go" if dry_run else "let go"
    rule = f"quiet for {counted(kept, 'day')}" if kept else "quiet bodies are kept for ever"
    console.print(f"{_told(total)} {verb} ({rule})", markup=False)


def _told(saving: Saving) -> str:
    return f"{counted(saving.bodies, 'body', 'bodies')}, {saving.bytes / 1000:,.1f} kB"
