"""How well captures that are not the document are told from those that are.

    python -m bench.recognition REPLAY_FOLDER WORDING_CHANGES_FOLDER

Reads each page of the replay in time order as a worker would: the answer is judged, the
text extracted and judged against the last good version. Against `expected.json`, a
lasting problem has to be seen from its capture until the document is back; a passing one
at its capture; any other problem is false. Then the labelled wording changes: pairs of
texts of which one is no proper capture have to be told from all others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tarfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import zstandard

from crawler.extraction import Extraction, extract, read_markdown
from crawler.recognition import defect_between, problem_of_document, problem_of_response
from domain.capture import Capture, CaptureOrigin
from domain.document import Document
from domain.problem import Problem
from domain.watchlist import DocumentKind, Source

_WINDOW = 2**27


@dataclass
class Judged:
    """The captures of one page that were called problems, and how long judging took."""

    problems: dict[str, Problem] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    seconds: float = 0.0


def main() -> None:
    """Print one line a page, then one for the labelled pairs; the wrong ones below each.

    Exits with 1 when a lasting problem or a defective pair was not told, or one invented.
    """
    parser = argparse.ArgumentParser(prog="python -m bench.recognition")
    parser.add_argument("replay", type=Path)
    parser.add_argument("wording_changes", type=Path)
    options = parser.parse_args()
    replay: Path = options.replay
    expected = json.loads((replay / "expected.json").read_text(encoding="utf-8"))
    wrong = 0
    for page in json.loads((replay / "index.json").read_text(encoding="utf-8")):
        judged = judge(page, replay)
        wrong += report(page["id"], judged, expected.get(page["id"], {}))
    wrong += report_pairs(options.wording_changes)
    print("wrong in all:", wrong)
    sys.exit(1 if wrong else 0)


def judge(page: dict[str, Any], replay: Path) -> Judged:
    """Judge all captures of one page in time order."""
    source = Source(id=page["id"], url=page["url"], kind=DocumentKind(page["kind"]))
    judged = Judged()
    base, recipe = None, ""
    for capture, file in captures(page, source, replay):
        judged.files.append(file)
        extraction = extract(capture, source, recipe=recipe, base=base)
        started = time.perf_counter()
        found = _problem(capture, source, extraction, base)
        if found and recipe:  # a page that was rebuilt has to be read in another way
            extraction = extract(capture, source, base=base)
            found = _problem(capture, source, extraction, base)
        judged.seconds += time.perf_counter() - started
        if found:
            judged.problems[file] = found
        else:
            base, recipe = extraction.document, extraction.recipe
    return judged


def _problem(
    capture: Capture, source: Source, extraction: Extraction, base: Document | None
) -> Problem | None:
    return problem_of_response(capture, source) or problem_of_document(
        extraction.document, capture, source, base, extraction.kept_share
    )


def captures(page: dict[str, Any], source: Source, replay: Path) -> Iterator[tuple[Capture, str]]:
    """Yield the captures of a page with their file names."""
    times = {entry["file"]: entry["fetched_at"] for entry in page["captures"]}
    reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    with (
        (replay / f"{page['id']}.tar.zst").open("rb") as packed,
        reader.stream_reader(packed) as stream,
        tarfile.open(fileobj=stream, mode="r|") as archive,
    ):
        for member in archive:
            file = Path(member.name).name
            content = archive.extractfile(member)
            if content is None or file not in times:
                continue
            media_type = "application/pdf" if file.endswith(".pdf") else "text/html"
            yield (
                Capture(
                    source_id=source.id,
                    requested_url=source.url,
                    fetched_at=datetime.fromisoformat(times[file]),
                    body=content.read(),
                    headers=(("content-type", media_type),),
                    final_url=source.url,
                    origin=CaptureOrigin.REPLAY,
                ),
                file,
            )


def report(name: str, judged: Judged, expected: dict[str, Any]) -> int:
    """Print how one page fared and return the number of wrong judgements."""
    events = expected.get("problems", [])
    missed = [event for event in events if event["at"] not in judged.problems]
    excused = {file for event in events for file in _covered(event, judged.files, expected)}
    false = [file for file in judged.problems if file not in excused]
    milliseconds = 1000 * judged.seconds / max(len(judged.files), 1)
    print(
        f"{name:28} captures {len(judged.files):4}  problems {len(judged.problems):3}  "
        f"expected {len(events)}  missed {len(missed)}  false {len(false)}  "
        f"{milliseconds:5.1f} ms"
    )
    last = None
    for file, found in judged.problems.items():
        if (found.kind, file in excused) != last:
            print(f"    {'' if file in excused else 'FALSE '}{file} {found.kind}: {found.what.en}")
        last = (found.kind, file in excused)
    for event in missed:
        print(f"    MISSED {event['at']} {event['what']}")
    return len(missed) + len(false)


def _covered(event: dict[str, Any], files: list[str], expected: dict[str, Any]) -> list[str]:
    """Return the captures from an event on that may be a problem because of it.

    A lasting problem ends where the next change or note of the page is expected. What is
    over "several times" may come again at any later capture.
    """
    later = [entry["at"] for key in ("changes", "either") for entry in expected.get(key, [])]
    end = min((at for at in later if at > event["at"]), default="~")
    if event["lasting"] or "several" in event["what"]:
        return [file for file in files if event["at"] <= file < end]
    return [event["at"]]


def report_pairs(folder: Path) -> int:
    """Print how the labelled pairs fared and return the number of wrong judgements."""
    found = defects = 0
    wrong: list[str] = []
    started = time.perf_counter()
    for event, old, new in _pairs(folder):
        defect = defect_between(old, new)
        labelled = event["capture"] == "defect"
        defects += labelled
        found += bool(defect) and labelled
        if bool(defect) != labelled:
            says = f"FALSE {defect.kind}: {defect.what.en}" if defect else "MISSED"
            wrong.append(f"    {event['id']} {says} ({event['why']})")
        if not labelled:
            alone = problem_of_document(old, None, None, None)
            later = problem_of_document(new, None, None, old)
            false = [side for side in (alone, later) if side]
            wrong += [f"    {event['id']} FALSE {side.kind}: {side.what.en}" for side in false]
    print(
        f"labelled pairs: defects {defects}, found {found}, wrong {len(wrong)}, "
        f"{time.perf_counter() - started:.1f} s"
    )
    print(*wrong, sep="\n")
    return len(wrong)


def _pairs(folder: Path) -> Iterator[tuple[dict[str, Any], Document, Document]]:
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            yield event, read_markdown(event["old"]), read_markdown(event["new"])


if __name__ == "__main__":
    main()
