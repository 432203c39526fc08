"""Opens the store that the settings name."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.engine import make_url

from clausewatch.settings import Settings
from domain.errors import NotFoundError
from storage.store import Store


def build_store(settings: Settings) -> Store:
    """Open the store and bring its tables up to date."""
    store = Store(settings.store)
    store.migrate()
    return store


def existing_store(settings: Settings) -> Store:
    """Open a store that is to be read: none is made where there is none.

    Raises:
        NotFoundError: there is no store; an empty answer would be a false all-clear.
    """
    if not store_exists(settings):
        raise NotFoundError(
            f"there is no store at {settings.store_shown}; `clausewatch run` makes one. "
            "Start in the folder of your watchlist, or name it with --watchlist, or the store "
            "with --store"
        )
    return build_store(settings)


def store_exists(settings: Settings) -> bool:
    """Tell whether opening the store would find one rather than make one."""
    url = make_url(settings.store)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()
