"""The schema for editors says what the loader says, as far as a schema can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from yaml import SafeLoader, load

from clausewatch.watchlist import watchlist_schema
from clausewatch.watchlist.shape import VALUES
from domain import watchlist as words
from tests.watchlist.test_loading import SHIPPED


def parts_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the top and every definition by its name."""
    yield "Watchlist", schema
    yield from schema["$defs"].items()


def unknown_keys(data: object, schema: dict[str, Any], top: dict[str, Any]) -> Iterator[str]:
    """Walk a file along the schema; give the keys that the schema does not have."""
    if "$ref" in schema:
        schema = top["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if isinstance(data, list):
        for item in data:
            yield from unknown_keys(item, schema["items"], top)
    elif isinstance(data, dict):
        known = schema.get("properties", {})
        for key, value in data.items():
            inner = known.get(key, schema.get("additionalProperties"))
            if inner:
                yield from unknown_keys(value, inner, top)
            else:
                yield key


def test_the_schema_names_its_draft() -> None:
    """Editors choose their validator by it."""
    assert watchlist_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_key_is_described() -> None:
    """What an editor shows beside a key is the documentation that is read."""
    for name, part in parts_of(watchlist_schema()):
        for key, rule in part.get("properties", {}).items():
            assert rule.get("description"), f"{name}.{key}"


def test_every_value_of_the_domain_is_closed() -> None:
    """An unknown key is underlined in an editor, as it is a fault for the loader."""
    parts = dict(parts_of(watchlist_schema()))
    for kind in VALUES.values():
        part = parts[kind.__name__]
        assert part["additionalProperties"] is False
        assert set(part["properties"]) == set(kind.model_fields)


def test_every_value_of_the_domain_can_have_its_keys_suggested() -> None:
    """The table of values that suggestions are made from is complete."""
    kinds = {
        kind
        for kind in vars(words).values()
        if isinstance(kind, type) and issubclass(kind, words.Value) and kind is not words.Value
    }
    assert kinds == set(VALUES.values())


def test_the_shipped_watchlist_has_only_keys_of_the_schema() -> None:
    """The schema and the example do not drift apart."""
    schema = watchlist_schema()
    data = load(SHIPPED.read_text(), SafeLoader)
    assert list(unknown_keys(data, schema, schema)) == []
    assert list(unknown_keys({"tools": [{"zzz": 1}]}, schema, schema)) == ["zzz"]


def test_an_interval_is_described_as_it_is_written() -> None:
    """Its default too, which an editor may fill in."""
    every = watchlist_schema()["$defs"]["Source"]["properties"]["every"]
    assert every["type"] == "string"
    assert every["default"] == "12h"


def test_an_entry_of_the_criteria_needs_no_more_than_its_key() -> None:
    """It may add a word to a built-in criterion and say nothing else."""
    assert watchlist_schema()["$defs"]["Criterion"]["required"] == ["key"]


@pytest.mark.parametrize("name", ["tools", "sources", "criteria", "keepers"])
def test_the_top_holds_lists(name: str) -> None:
    """The four keys of a watchlist."""
    assert watchlist_schema()["properties"][name]["type"] == "array"
