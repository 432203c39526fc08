"""The criteria that Clausewatch brings along, and how a watchlist adds to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from clausewatch.watchlist.reading import parse_tree
from domain.watchlist import Criterion, Watchlist

_FILE = "criteria.yaml"


@cache
def builtin_criteria() -> tuple[Criterion, ...]:
    """Return the criteria of the package: eight rows of a scorecard with their words."""
    text = files("clausewatch").joinpath(_FILE).read_text(encoding="utf-8")
    # The file has the form of a watchlist that says nothing else.
    return Watchlist.model_validate(parse_tree(text, _FILE).data).criteria


def with_builtin(written: object, builtin: Sequence[Criterion]) -> object:
    """Complete the `criteria:` of a watchlist by the built-in ones.

    The entries of the file stay at their places, so that faults in them keep their
    paths; built-in criteria that the file does not name follow. An entry of a
    built-in key replaces its meaning and, by language, its label; its vocabulary is
    added to the built-in one, phrase by phrase. What is no list is returned as it is:
    the shape of the file is checked later.
    """
    if not isinstance(written, list):
        return written
    known = {criterion.key: criterion.model_dump() for criterion in builtin}
    completed = [_completed(entry, known) for entry in written]
    named = [entry.get("key") for entry in written if isinstance(entry, dict)]
    return completed + [entry for key, entry in known.items() if key not in named]


def _completed(entry: object, known: Mapping[str, Mapping[str, object]]) -> object:
    key = entry.get("key") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(key, str) or key not in known:
        return entry
    base = known[key]
    completed = {**base, **entry}
    for field in ("label", "vocabulary"):
        if isinstance(entry.get(field), dict):
            completed[field] = _layered(base[field], entry[field])
    return completed


def _layered(base: object, over: object) -> object:
    """Lay one nested mapping over another; anything else replaces what was there."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return over
    return {
        **base,
        **{key: _layered(base[key], new) if key in base else new for key, new in over.items()},
    }
