"""A migrated store, and small values to put into it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.store import Store


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store with its tables."""
    opened = Store(store_url)
    opened.migrate()
    yield opened
    opened.close()
