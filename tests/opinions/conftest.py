"""A store with open flags, and a watchlist that knows what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from clausewatch.opinions.asking import Asking
from clausewatch.opinions.settings import OpinionSettings
from domain.flag import Priority
from domain.watchlist import Criterion, Rating, Status, Tool, Watchlist
from storage.store import Store
from tests.opinions.endpoint_server import Server
from tests.storage.samples import NOON, add_change, flag

WATCHLIST = Watchlist(
    tools=(
        Tool(
            id="assistant",
            name="Secret Codename",
            ratings=(Rating(criterion="a", status=Status.PARTLY, rationale="They keep little."),),
        ),
    ),
    criteria=tuple(
        Criterion(key=key, label={"en": f"Row {key}"}, meaning=f"What {key} asks.")
        for key in ("a", "b", "c")
    ),
)

AskingOf = Callable[[Server], Asking]


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store with three open flags of one change: a is the most pressing, c the least."""
    opened = Store(store_url)
    opened.migrate()
    with opened.work() as work:
        flags = [
            flag("b", priority=Priority.NORMAL),
            flag("a", priority=Priority.EVIDENCE),
            flag("c", priority=Priority.LOW),
        ]
        work.record_flags(add_change(work), "terms", flags, NOON)
    yield opened
    opened.close()


@pytest.fixture
def asking_of(store: Store) -> AskingOf:
    """Return a function that makes passes over the store, asking a running server."""

    def make(running: Server) -> Asking:
        settings = OpinionSettings(base_url=running.base_url, model="small-model", timeout=0.5)
        return Asking(store, WATCHLIST, settings)

    return make


def ids(store: Store) -> dict[str, int]:
    """Return the ids of the flags by criterion."""
    with store.read() as history:
        return {one.flag.criterion: one.id for one in history.flags(open_only=False)}
