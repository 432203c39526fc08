"""The one place where the parts are put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from alerts.links import Links
from alerts.rendering import BUILT_IN, Templates
from clausewatch.learning.weights import model_in_use, shipped_model
from clausewatch.opening import build_store
from clausewatch.parts import Parts, Scoring
from clausewatch.settings import Settings
from clausewatch.watchlist import builtin_criteria, load_watchlist
from desk.deciding import with_decisions
from domain.editor import MAIL
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist
from storage.store import Store


def build_scoring() -> Scoring:
    """Return the built-in criteria and weights."""
    return Scoring(builtin_criteria(), shipped_model())


def build_parts(
    settings: Settings, *, tell: bool = True, opening: Callable[[Settings], Store] = build_store
) -> Parts:
    """Load the watchlist, open the store and bring it up to date.

    `opening` opens it: `existing_store` where it is only to be read. Ratings are as
    decisions have made them, whether or not the file says so yet.

    Raises:
        ConfigurationError: the watchlist has faults; the store was not touched.
        StoreError: the store cannot be opened.
    """
    watchlist = load_watchlist(settings.watchlist)
    channels_are_known(watchlist, settings)
    store = opening(settings)
    return parts_around(with_decisions(watchlist, store), store, settings, tell=tell)


def parts_around(
    watchlist: Watchlist, store: Store, settings: Settings, *, tell: bool = True
) -> Parts:
    """Return the parts around a watchlist, its ratings as decided, and a store."""
    return Parts(
        store=store,
        watchlist=watchlist,
        model=model_in_use(settings.weights),
        links=Links(settings.public_url),
        tell=tell,
        templates=BUILT_IN if settings.templates is None else Templates(settings.templates),
        forms={name: channel.form for name, channel in settings.channels.items()},
        unreadable_after=timedelta(days=settings.unreadable_days),
        feeds=settings.feeds,
    )


def channels_are_known(watchlist: Watchlist, settings: Settings) -> None:
    """Make sure that every channel an editor names is defined.

    Raises:
        ConfigurationError: one is not.
    """
    known = {MAIL, *settings.channels}
    for person in (*watchlist.people(), *watchlist.keepers):
        for name in person.channels:
            if name not in known:
                raise ConfigurationError(
                    f"the watchlist names the channel {name} for {person.email}, and the "
                    f"settings do not define it (channels.{name} in clausewatch.toml); "
                    f"there are: {', '.join(sorted(known))}"
                )
