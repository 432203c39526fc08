"""Walks over the plain values of a watchlist, whatever shape they are in.

The rules across values are checked on what the file says rather than on a finished
watchlist, so that one wrong value does not hide the other faults.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausewatch.watchlist.fault import KeyPath


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping of the file and its path."""

    path: KeyPath
    values: Mapping[str, object]

    def text(self, key: str) -> str:
        """Return the text under a key; "" when there is none."""
        value = self.values.get(key)
        return value if isinstance(value, str) else ""

    def at(self, key: str) -> KeyPath:
        """Return the path of a key."""
        return (*self.path, key)

    def entries(self, key: str) -> Iterator[Entry]:
        """Give the mappings in the list under a key."""
        for path, item in _items(self.values.get(key), self.at(key)):
            if isinstance(item, Mapping):
                yield Entry(path, item)

    def texts(self, key: str) -> Iterator[tuple[KeyPath, str]]:
        """Give the texts in the list under a key, with their paths."""
        for path, item in _items(self.values.get(key), self.at(key)):
            if isinstance(item, str):
                yield path, item


def top(data: object) -> Entry:
    """Return the whole file as an entry; an empty one when it is no mapping."""
    return Entry((), data if isinstance(data, Mapping) else {})


def _items(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield (*path, index), item
