"""`clausewatch migrate` and `verify`: the store itself."""

from __future__ import annotations

import typer

from clausewatch.cli.exits import Exit
from clausewatch.cli.options import StoreOption, load_settings
from clausewatch.cli.output import console
from clausewatch.opening import build_store, existing_store


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("migrate")(migrate_command)
    app.command("verify")(verify_command)


def migrate_command(store: StoreOption = None) -> None:
    """Create the tables of the store, or bring them up to date.

    Every command does so itself; this one is for deployments that do it beforehand.
    """
    settings = load_settings(store=store)
    build_store(settings)
    console.print(f"{settings.store_shown} is up to date", markup=False)


def verify_command(store: StoreOption = None) -> None:
    """Check that the store is whole: bodies against hashes, versions, changes, flags."""
    faults = 0
    for fault in existing_store(load_settings(store=store)).verify():
        faults += 1
        console.print(f"{fault.table} {fault.id}: {fault.what}", markup=False, style="red")
    console.print("the store is whole" if not faults else f"{faults} faults")
    raise typer.Exit(Exit.STORE if faults else Exit.OK)
