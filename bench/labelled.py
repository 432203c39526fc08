"""The labelled wording changes, each taken the way that `clausewatch compare` takes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausewatch.files.comparing import Comparison, compare_documents
from clausewatch.parts import Scoring
from crawler.extraction import read_markdown
from domain.watchlist import DocumentKind


@dataclass(frozen=True, slots=True)
class Label:
    """What two readings of one change agreed on; see the README beside the data."""

    id: str
    provider: str
    document: str
    kind: DocumentKind
    significance: str
    capture: str
    must: frozenset[str]
    may: frozenset[str]
    partly_shown: bool
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled change and what we make of it."""

    label: Label
    comparison: Comparison


def read_cases(path: Path, scoring: Scoring) -> Iterator[Case]:
    """Compare every labelled change of a data folder (or file), in its order."""
    file = next(iter(sorted(path.glob("*.jsonl.gz"))), path) if path.is_dir() else path
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            old, new = read_markdown(event["old"]), read_markdown(event["new"])
            label = _label(event)
            yield Case(label, compare_documents(old, new, label.kind, scoring))


def _label(event: dict[str, object]) -> Label:
    def text(key: str) -> str:
        return str(event[key])

    def keys(key: str) -> frozenset[str]:
        found = event[key]
        return frozenset(map(str, found)) if isinstance(found, list) else frozenset()

    return Label(
        id=text("id"),
        provider=text("provider"),
        document=text("document"),
        kind=DocumentKind(text("kind")),
        significance=text("significance"),
        capture=text("capture"),
        must=keys("must"),
        may=keys("may"),
        partly_shown=bool(event["partly_shown"]),
        why=text("why"),
    )
