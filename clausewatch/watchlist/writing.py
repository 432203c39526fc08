"""Writes decisions into a watchlist file: every other character of it stays."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from yaml import MappingNode, Node, SequenceNode

from clausewatch.watchlist.composing import compose
from clausewatch.watchlist.loader import check_watchlist
from clausewatch.watchlist.surgery import Surgery, child
from domain.errors import ConfigurationError
from domain.watchlist import Watchlist
from review.decided import RatingEdit, with_edits


def with_edits_written(text: str, edits: Iterable[RatingEdit]) -> str:
    """Return the text of a watchlist with edits in their places; without any, unchanged."""
    wanted = {(edit.tool_id, edit.criterion): edit for edit in edits}
    ends = text.endswith("\n")
    surgery = Surgery(text if ends else text + "\n")
    top = compose(surgery.text)
    for tool in _items(child(top, "tools") if top is not None else None):
        for rating in _items(child(tool, "ratings")):
            edit = wanted.get((_text(tool, "id"), _text(rating, "criterion")))
            if edit is not None:
                _write(surgery, rating, edit)
    return surgery.result() if ends else surgery.result().removesuffix("\n")


def write_edits(path: Path, edits: Iterable[RatingEdit]) -> None:
    """Write edits into a watchlist file, whole or not at all.

    Raises:
        ConfigurationError: the file has faults or cannot be written, or would not say then
            what it should (an alias that two ratings share); it is as it was.
    """
    edits = tuple(edits)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        before = check_watchlist(path).watchlist
        text = path.read_bytes().decode("utf-8")
        unfinished.write_bytes(with_edits_written(text, edits).encode("utf-8"))
        _says(unfinished, with_edits(before, edits), path)
        unfinished.chmod(path.stat().st_mode)
        unfinished.replace(path)
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _says(written: Path, wanted: Watchlist, path: Path) -> None:
    if _comparable(check_watchlist(written).watchlist) != _comparable(wanted):
        raise ConfigurationError(
            f"{path}: the decisions cannot be written without changing something else "
            "(an alias that ratings share?): write them by hand, it is as it was"
        )


def _comparable(watchlist: Watchlist) -> object:
    """Return what a watchlist says; evidence is a set, its order says nothing."""
    return [
        [
            (
                rating.model_copy(update={"evidence": ()}),
                {(one.source, one.phrase) for one in rating.evidence},
            )
            for rating in tool.ratings
        ]
        for tool in watchlist.tools
    ]


def _write(surgery: Surgery, rating: MappingNode, edit: RatingEdit) -> None:
    if edit.status is not None:
        surgery.put(rating, "status", edit.status.value, after="criterion")
    if edit.reviewed is not None:
        surgery.put(rating, "reviewed", edit.reviewed.isoformat(), after="status")
    if edit.unreviewed:
        surgery.remove(rating, "reviewed")
    if edit.rationale == "":
        surgery.remove(rating, "rationale")
    elif edit.rationale is not None:
        surgery.put(rating, "rationale", edit.rationale, after="status")
    if edit.evidence is not None:
        entries = [{"source": one.source, "phrase": one.phrase} for one in edit.evidence]
        behind = "rationale" if child(rating, "rationale") is not None else "status"
        surgery.put_list(rating, "evidence", entries, after=behind)


def _items(node: Node | None) -> Iterator[MappingNode]:
    for item in node.value if isinstance(node, SequenceNode) else ():
        if isinstance(item, MappingNode):
            yield item


def _text(mapping: MappingNode, key: str) -> str:
    node = child(mapping, key)
    return str(node.value) if node is not None else ""
