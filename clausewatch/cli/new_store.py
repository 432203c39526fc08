"""A store that begins with this command: its path may be a mistake, so that it is said."""

from __future__ import annotations

import typer

from clausewatch.opening import build_store
from clausewatch.settings import Settings
from storage.store import Store


def opened_store(settings: Settings) -> Store:
    """Open the store for a command that may make one, and say so where it does."""
    store = build_store(settings)
    say_if_new(store, settings)
    return store


def say_if_new(store: Store, settings: Settings) -> None:
    """Say that a store was made, beside the results."""
    if store.is_new:
        typer.echo(
            f"clausewatch: a new store was made at {settings.store_shown}; if you have one "
            "already, name it with --store, or the watchlist beside it with --watchlist",
            err=True,
        )
