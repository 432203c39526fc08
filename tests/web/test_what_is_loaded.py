"""No page loads a wording, or the bytes of a capture, that it does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.engine import Engine

from storage.store import Store
from tests.web.conftest import visitor
from web.app import make_ready

WORDINGS = re.compile(r"\bblocks\b")
BYTES = re.compile(r"\bframe\b")
LISTS = (
    "/",
    "/flags?decided=1",
    "/sources",
    "/sources/terms",
    "/captures/1",
    "/search?q=deleted+after",
    "/api/v1/changes",
    "/api/v1/flags?decided=true",
    "/api/v1/sources/terms/versions",
    "/api/v1/sources/terms/captures",
    "/api/v1/search?q=deleted",
)


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect the statements that the databases are sent."""
    heard: list[str] = []

    def hear(connection: Any, cursor: Any, statement: str, *others: Any) -> None:
        del connection, cursor, others
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("path", LISTS)
def test_lists_load_no_wording_and_no_bytes(client: TestClient, path: str) -> None:
    """What is listed is told without what it holds: a store of years stays quick."""
    make_ready(client.app)  # type: ignore[arg-type]
    with listening() as heard:
        assert client.get(path).status_code == 200
    assert heard
    assert not [statement for statement in heard if WORDINGS.search(statement)]
    assert not [statement for statement in heard if BYTES.search(statement)]


@pytest.mark.parametrize(
    ("path", "wordings"),
    [
        ("/sources/terms/versions/2", 1),
        ("/sources/terms/compare/1/3", 2),
        ("/changes/1", 2),
    ],
)
def test_a_wording_is_loaded_where_it_is_shown(
    client: TestClient, path: str, wordings: int
) -> None:
    """Of all versions of a source only those are read that the page is about."""
    with listening() as heard:
        assert client.get(path).status_code == 200
    assert sum(bool(WORDINGS.search(statement)) for statement in heard) == wordings
    assert not [statement for statement in heard if BYTES.search(statement)]


def test_the_first_page_waits_for_no_more_than_the_second(read_store: Store) -> None:
    """How old all reviews are is worked out before anybody asks."""
    client = visitor(read_store)
    make_ready(client.app)  # type: ignore[arg-type]
    asked = []
    for _ in range(2):
        with listening() as heard:
            assert client.get("/ratings?all=1").status_code == 200
        asked.append(len(heard))
    assert asked[0] == asked[1] > 0
