"""Pairs of versions to measure on: labelled changes, and what a replay finds to compare."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clausewatch.running.replay import replay
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts
from crawler.extraction import read_markdown
from domain.document import Block, Document


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one document."""

    name: str
    kind: str
    old: Document
    new: Document

    @property
    def words(self) -> int:
        """How long the longer one is."""
        return max(self.old.word_count, self.new.word_count)


def read_pairs(folder: Path) -> list[Pair]:
    """Return the pairs of a folder of labelled changes, or of saved captures."""
    return list(_replayed(folder) if (folder / "index.json").exists() else _labelled(folder))


def lengthened(pairs: Sequence[Pair], words: int) -> list[Pair]:
    """Give every shorter pair unchanged blocks of the others until it has so many words."""
    return [
        _padded(pair, [other for other in pairs if other is not pair], words)
        for pair in pairs
        if pair.words <= words
    ]


def _labelled(folder: Path) -> Iterator[Pair]:
    for file in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for event in map(json.loads, lines):
                old, new = read_markdown(event["old"]), read_markdown(event["new"])
                yield Pair(event["id"], event["kind"], old, new)


def _replayed(folder: Path) -> Iterator[Pair]:
    """Feed the captures through the story, and take the changes that it stored."""
    with tempfile.TemporaryDirectory() as store:
        settings = Settings.load({"CLAUSEWATCH_STORE": f"sqlite:///{store}/replay.db"}, Path.cwd())
        parts = build_parts(settings, tell=False)
        for _ in replay(folder, parts):
            pass
        with parts.store.read() as history:
            for change in history.changes():
                source = parts.watchlist.source(change.source_id)
                yield Pair(
                    f"{change.source_id} {change.new_number}",
                    source.kind.value if source else "other",
                    history.version_by_id(change.old_version_id).document,
                    history.version_by_id(change.new_version_id).document,
                )
        parts.store.close()


def _padded(pair: Pair, others: Sequence[Pair], words: int) -> Pair:
    known = {block.text for block in (*pair.old.blocks, *pair.new.blocks)}
    missing = words - pair.words
    padding: list[Block] = []
    for block in (block for other in others for block in other.old.blocks):
        if missing <= 0:
            break
        if block.text not in known:
            known.add(block.text)
            padding.append(block)
            missing -= len(block.text.split())
    return replace(pair, old=_longer(pair.old, padding), new=_longer(pair.new, padding))


def _longer(document: Document, padding: Sequence[Block]) -> Document:
    return replace(document, blocks=(*document.blocks, *padding))
