"""Writes the Atom feeds of all flags, of each tool and of each criterion into a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from alerts.feed import atom, feed_id, flag_entry, title_of
from clausewatch.parts import Parts
from storage.records import StoredFlag

ENTRIES = 100
_ALL = "all.atom"


def write_feeds(parts: Parts, folder: Path) -> int:
    """Write what is new; return how many feeds there are.

    The feed of all flags is written last and looked at first: while it is as it should
    be, so are the others.
    """
    with parts.store.read() as history:
        flags = sorted(history.flags(open_only=False), key=lambda one: -one.id)
    names = list(_feeds(parts))
    whole = _feed(parts, folder, _ALL, title_of(), flags)
    if _read(folder / _ALL) == whole and all((folder / name).exists() for name, *_ in names):
        return len(names) + 1
    for name, title, belongs in names:
        chosen = [flag for flag in flags if belongs(flag)]
        _write(folder / name, _feed(parts, folder, name, title, chosen))
    _write(folder / _ALL, whole)
    return len(names) + 1


def _feeds(parts: Parts) -> Iterator[tuple[str, str, Callable[[StoredFlag], bool]]]:
    for tool in parts.watchlist.tools:
        yield f"tools/{tool.id}.atom", title_of(tool), _of_tool(tool.id)
    for criterion in parts.watchlist.criteria:
        title = title_of(criterion=criterion.label.get("en", criterion.key))
        yield f"criteria/{criterion.key}.atom", title, _on_criterion(criterion.key)


def _of_tool(key: str) -> Callable[[StoredFlag], bool]:
    return lambda flag: flag.flag.tool_id == key


def _on_criterion(key: str) -> Callable[[StoredFlag], bool]:
    return lambda flag: flag.flag.criterion == key


def _feed(parts: Parts, folder: Path, name: str, title: str, flags: list[StoredFlag]) -> bytes:
    entries = [
        flag_entry(
            flag_id=stored.id,
            flag=stored.flag,
            at=stored.at,
            source_id=stored.source_id,
            watchlist=parts.watchlist,
            links=parts.links,
        )
        for stored in flags[:ENTRIES]
    ]
    return atom(entries, feed_id=feed_id(parts.links, name, folder.name), title=title)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all: a reader never sees half a feed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(path)
