"""Watchlist files of one test, and the faults that the loader finds in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from clausewatch.watchlist import Fault, WatchlistError, load_watchlist
from domain.watchlist import Criterion, Watchlist

BUILTIN = tuple(
    Criterion(
        key=key,
        label={"en": key.title(), "de": key.upper()},
        meaning=f"What {key} asks.",
        vocabulary={"en": {"some words": 0.9, "other words": 0.5}},
    )
    for key in ("dpa", "gdpr", "no_training")
)

Load = Callable[[str], Watchlist]
Faults = Callable[[str], list[Fault]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a watchlist from its text."""

    def load_text(text: str) -> Watchlist:
        file = tmp_path / "watchlist.yaml"
        file.write_text(dedent(text), encoding="utf-8")
        return load_watchlist(file, builtin=BUILTIN)

    return load_text


@pytest.fixture
def faults(load: Load) -> Faults:
    """Return the faults of a watchlist text, which must have some."""

    def faults_of(text: str) -> list[Fault]:
        with pytest.raises(WatchlistError) as caught:
            load(text)
        return list(caught.value.faults)

    return faults_of
