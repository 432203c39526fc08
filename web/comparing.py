"""Any two versions compared; what was compared lately is kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from domain.change import Change
from domain.watchlist import DocumentKind
from review.comparison import compare
from storage.records import StoredVersion

_KEPT = 128


class Comparing:
    """Compares versions. A version never changes, so a result stays right."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[int, int, str], Change] = OrderedDict()
        self._lock = Lock()

    def change(self, old: StoredVersion, new: StoredVersion, kind: DocumentKind) -> Change:
        """Return how two versions differ."""
        key = (old.id, new.id, kind.value)
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
                return known
        change = compare(old.document, new.document, kind=kind.value)
        with self._lock:
            self._known[key] = change
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return change
