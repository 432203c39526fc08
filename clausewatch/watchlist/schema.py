"""The JSON Schema of a watchlist file, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from domain.duration import write_duration
from domain.watchlist import Source, Watchlist

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def watchlist_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a watchlist file.

    It knows keys, types, choices and patterns. Rules across values, such as whether
    a rating cites a source of the file, are left to `load_watchlist`. A criterion
    needs no more than its key here, because an entry may add to a built-in one.
    """
    schema = Watchlist.model_json_schema(mode="validation")
    values = schema["$defs"]
    values["Criterion"]["required"] = ["key"]
    default = write_duration(Source.model_fields["every"].default)
    values["Source"]["properties"]["every"]["default"] = default
    limit = write_duration(Watchlist.model_fields["review_every"].default)
    schema["properties"]["review_every"]["default"] = limit
    _drop_titles(schema)
    return {
        "$schema": DIALECT,
        "title": "Clausewatch watchlist",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _drop_titles(schema: object) -> None:
    """Take away the titles that repeat the names of the keys ("Url")."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for part in schema.values():
            _drop_titles(part)
    elif isinstance(schema, list):
        for part in schema:
            _drop_titles(part)
