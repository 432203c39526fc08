"""A small history behind an application, on each database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from storage.store import Store
from tests.conftest import POSTGRES, _postgresql_schema
from tests.web import site
from web.access import Access
from web.app import create_app


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def read_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """The history of `site`, made once on each database: for tests that only read."""
    if request.param == "sqlite":
        yield from _filled(f"sqlite:///{tmp_path_factory.mktemp('web') / 'store.db'}")
        return
    server = os.environ.get(POSTGRES)
    if not server:
        pytest.skip(f"{POSTGRES} does not name a PostgreSQL to test with")
    with contextmanager(_postgresql_schema)(server) as url:
        yield from _filled(url)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """The history of `site`, made anew: for tests that decide something."""
    yield from _filled(store_url)


def _filled(url: str) -> Iterator[Store]:
    opened = Store(url)
    opened.migrate()
    site.fill(opened)
    yield opened
    opened.close()


@pytest.fixture
def client(read_store: Store) -> TestClient:
    """A browser on this machine, where Anna could decide."""
    return visitor(read_store)


def visitor(
    store: Store, access: Access | None = None, peer: str = "127.0.0.1", **others: object
) -> TestClient:
    """Return a browser that reaches an application from an address."""
    app = create_app(site.deps(store, access, **others))
    host = str(others.get("public_url") or "http://localhost")
    return TestClient(app, base_url=host, client=(peer, 50000), follow_redirects=False)


def csrf(client: TestClient, path: str = "/flags/1") -> str:
    """Return the token that a page shows."""
    page = str(client.get(path).text)
    return page.partition('name="csrf" value="')[2].partition('"')[0]
