"""How steady extraction is: replays saved captures and lists where the wording differs.

    python -m bench.extraction DIR [--page ID] [--words N]

DIR holds `index.json`, `expected.json` and one archive a page. For each page: how often
the wording differs from that of the capture before, at which of the expected places,
at which others, and how many milliseconds a capture takes.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import statistics
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import zstandard

from crawler.extraction import Extraction, extract, visible_text_hash
from domain.capture import Capture, CaptureOrigin
from domain.document import Document
from domain.errors import UnreadableDocumentError
from domain.watchlist import Source

_WINDOW = 2**27  # the archives are packed with a window of 128 MiB
_WORD = re.compile(r"\w+")
_NEAR_EMPTY = 40  # words
_COLLAPSED = 0.5  # share of the words of the last good version: surely not the document


@dataclass
class Outcome:
    """What happened over all captures of one page."""

    page: str
    milliseconds: list[float] = field(default_factory=list)
    gated: int = 0
    missed: list[str] = field(default_factory=list)
    expected: int = 0
    tolerated: int = 0
    unexpected: list[tuple[str, str]] = field(default_factory=list)
    recipes: Counter[str] = field(default_factory=Counter)


def captures(folder: Path, page: dict[str, Any]) -> Iterator[tuple[str, Capture]]:
    """Yield the file name and the capture of each body of a page, in time order."""
    packed = (folder / page["archive"]).read_bytes()
    plain = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(packed).read()
    with tarfile.open(fileobj=io.BytesIO(plain)) as archive:
        bodies = {
            Path(member.name).name: file.read()
            for member in archive
            if (file := archive.extractfile(member)) is not None
        }
    for entry in page["captures"]:
        yield (
            entry["file"],
            Capture(
                page["id"],
                page["url"],
                datetime.fromisoformat(entry["fetched_at"]),
                bodies[entry["file"]],
                origin=CaptureOrigin.REPLAY,
            ),
        )


def replayed(folder: Path, page: dict[str, Any], expected: dict[str, Any], words: int) -> Outcome:
    """Extract all captures of a page; compare each with the last good one."""
    outcome = Outcome(page["id"])
    source = Source(id=page["id"], url=page["url"])
    changes = {entry["at"] for entry in expected.get("changes", [])}
    either = {entry["at"] for entry in expected.get("either", [])}
    problems = {entry["at"] for entry in expected.get("problems", [])}
    base: tuple[Capture, Extraction] | None = None
    gate = ""
    for name, capture in captures(folder, page):
        new_gate = visible_text_hash(capture)
        same_gate, gate = new_gate == gate, new_gate
        outcome.gated += same_gate
        start = time.perf_counter()
        try:
            now = extract(capture, source, base=base[1].document if base else None)
        except UnreadableDocumentError as error:
            outcome.unexpected.append((name, f"unreadable: {error}"))
            continue
        outcome.milliseconds.append((time.perf_counter() - start) * 1000)
        outcome.recipes[now.recipe] += 1
        before = _base_wording(base, now, source)
        difference = _difference(before, now.document, words) if before else ""
        if name in changes and not difference:
            outcome.missed.append(name)
        if before and _is_no_document(before, now.document) and name not in changes | either:
            outcome.tolerated += 1  # left to recognition; the base stays
            continue
        if difference and same_gate:
            outcome.unexpected.append((name, f"the gate said equal: {difference}"))
        elif difference:
            outcome.expected += name in changes
            outcome.tolerated += name in either | problems
            if name not in changes | either | problems:
                outcome.unexpected.append((name, f"{now.recipe}: {difference}"))
        base = (capture, now)
    return outcome


def _base_wording(
    base: tuple[Capture, Extraction] | None, now: Extraction, source: Source
) -> Document | None:
    """Return the last good version, read again in the same way as the new one."""
    if base is None:
        return None
    capture, before = base
    if before.recipe == now.recipe:
        return before.document
    return extract(capture, source, recipe=now.recipe, base=now.document).document


def _difference(before: Document, after: Document, words: int) -> str:
    old, new = (Counter(_WORD.findall(d.text.lower())) for d in (before, after))
    gone, come = old - new, new - old
    if not gone and not come:
        return ""
    lost, won = (" ".join(list(part)[:words]) for part in (gone, come))
    return f"-{gone.total()} {lost} +{come.total()} {won}"


def _is_no_document(before: Document, after: Document) -> bool:
    """A rough stand-in for recognition: hardly any words in common."""
    old, new = (Counter(_WORD.findall(d.text.lower())) for d in (before, after))
    return (old & new).total() < (1 - _COLLAPSED) * min(
        old.total(), 200
    ) or new.total() < _NEAR_EMPTY


def main() -> None:
    """Print one line a page, and below it every place that was not expected."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", default="")
    parser.add_argument("--words", type=int, default=25)
    options = parser.parse_args()
    index = json.loads((options.folder / "index.json").read_text())
    expected = json.loads((options.folder / "expected.json").read_text())
    times: list[float] = []
    wrong = 0
    for page in index:
        if options.page and options.page not in page["id"]:
            continue
        outcome = replayed(options.folder, page, expected.get(page["id"], {}), options.words)
        times += outcome.milliseconds
        wrong += len(outcome.unexpected) + len(outcome.missed)
        _print(outcome, len(expected.get(page["id"], {}).get("changes", [])))
    cut = statistics.quantiles(times, n=20) if len(times) > 1 else times * 20
    print(
        f"\n{len(times)} captures, {wrong} wrong; "
        f"median {statistics.median(times):.0f} ms, 95th percentile {cut[18]:.0f} ms"
    )


def _print(outcome: Outcome, changes: int) -> None:
    total = len(outcome.milliseconds)
    print(
        f"{outcome.page:28} captures {total:3}  changes {outcome.expected}/{changes}  "
        f"tolerated {outcome.tolerated:2}  unexpected {len(outcome.unexpected):2}  "
        f"gate {outcome.gated:3}  {statistics.median(outcome.milliseconds):4.0f} ms  "
        f"{dict(outcome.recipes)}"
    )
    for name in outcome.missed:
        print(f"    {name} MISSED")
    for name, what in outcome.unexpected:
        print(f"    {name} {what}")


if __name__ == "__main__":
    main()
