"""Where a run looks: the folder of its settings, and a store that a path names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from clausewatch.settings.layers import PREFIX


def settings_folder(env: Mapping[str, str]) -> Path:
    """Return the folder of `clausewatch.toml` and of all relative paths.

    That of the watchlist where the environment names one, else the current one: what is
    started elsewhere, by cron above all, must not begin a new history there.
    """
    watchlist = env.get(f"{PREFIX}WATCHLIST")
    return Path(watchlist).absolute().parent if watchlist else Path()


def store_in(folder: Path, url: str) -> str:
    """Return the address of a store, the path of an SQLite file starting in a folder."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in {None, "", ":memory:"}:
        return url
    whole = parsed.set(database=str(folder / parsed.database))
    return whole.render_as_string(hide_password=False)


def absolute_store(url: str) -> str:
    """Return the address of a store, the path of an SQLite file made absolute.

    One that is no address is returned as it is, for the validation to name.
    """
    try:
        return store_in(Path.cwd(), url)
    except (ArgumentError, ValueError):
        return url
