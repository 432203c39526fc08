"""Replays saved captures through the real way and scores what comes out.

    python -m bench.replay DIR

DIR holds `index.json` with the captures (see clausewatch.files.archive) and `expected.json`,
which tells by page at which capture a change or a problem is to be seen. An event may
come up to four captures late; in a replay the next capture is the confirming fetch.
Ends with 1 below the bar: every change found, none invented, every lasting problem
seen, no flag on a problem.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.table import print_table
from clausewatch.checking.events import EventKind
from clausewatch.files.archive import SavedPage, read_index
from clausewatch.running.replay import ReplayEvent, replay
from clausewatch.settings import Settings
from clausewatch.wiring import build_parts

LATEST = 4
"""An event may come this many captures late."""


@dataclass
class Score:
    """What came out for one page, beside what was expected."""

    page: str
    captures: int
    changes: int = 0
    found: int = 0
    missed: int = 0
    false: int = 0
    problems: int = 0
    problems_found: int = 0
    problems_missed: int = 0
    problem_flags: int = 0
    flags_hit: int = 0
    flags_missed: int = 0
    flags_false: int = 0
    wrong: list[str] = field(default_factory=list)


def main(arguments: Sequence[str]) -> int:
    """Print the table and the wrong ones; return the exit code."""
    folder = Path(arguments[0])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    pages = {page.id: page for page in read_index(folder)}
    started = time.perf_counter()
    happened = run(folder)
    seconds = time.perf_counter() - started
    scores = [score_page(pages[page], expected[page], happened[page]) for page in pages]
    print_scores(scores, seconds)
    return 0 if all(passes(score) for score in scores) else 1


def run(folder: Path) -> dict[str, list[ReplayEvent]]:
    """Replay everything into a store of its own; return the events by page."""
    happened: dict[str, list[ReplayEvent]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as store:
        settings = Settings.load({"CLAUSEWATCH_STORE": f"sqlite:///{store}/replay.db"}, Path.cwd())
        for event in replay(folder, build_parts(settings, tell=False)):
            happened[event.archived.page.id].append(event)
    return happened


def score_page(page: SavedPage, expected: dict[str, Any], happened: list[ReplayEvent]) -> Score:
    """Hold the events of one page against what was expected of it."""
    position = {saved.file: index for index, saved in enumerate(page.captures)}
    score = Score(page.id, len(position))
    changes = [event for event in happened if event.event.kind is EventKind.CHANGE]
    for wanted in expected["changes"]:
        score_change(score, wanted, take(changes, position, wanted["at"]))
    for wanted in expected["either"]:
        slight = take(changes, position, wanted["at"])
        if slight is not None and slight.event.flags:
            score.wrong.append(f"{wanted['at']} flags on a slight change: {flags_of(slight)}")
            score.flags_false += len(flags_of(slight))
    for event in changes:
        score.false += 1
        score.wrong.append(
            f"{event.archived.file} false change: {event.event.detail[:100]} {flags_of(event)}"
        )
    score_problems(score, expected["problems"], happened, position)
    return score


def take(changes: list[ReplayEvent], position: dict[str, int], at: str) -> ReplayEvent | None:
    """Take the first change at a capture or shortly after it out of the list."""
    for change in changes:
        if 0 <= position[change.archived.file] - position[at] <= LATEST:
            changes.remove(change)
            return change
    return None


def score_change(score: Score, wanted: dict[str, Any], change: ReplayEvent | None) -> None:
    """Count one expected change and its flags."""
    score.changes += 1
    if change is None:
        score.missed += 1
        score.flags_missed += len(wanted["must"])
        score.wrong.append(f"{wanted['at']} missed: {wanted['what']}")
        return
    score.found += 1
    flags, must, may = flags_of(change), set(wanted["must"]), set(wanted["may"])
    score.flags_hit += len(flags & must)
    score.flags_missed += len(must - flags)
    score.flags_false += len(flags - must - may)
    if must - flags:
        score.wrong.append(f"{wanted['at']} not flagged: {sorted(must - flags)}")
    if flags - must - may:
        score.wrong.append(f"{wanted['at']} flagged in vain: {sorted(flags - must - may)}")
    if change.event.significance.value != wanted["significance"]:
        score.wrong.append(
            f"{wanted['at']} called {change.event.significance.value}, is {wanted['significance']}"
        )


def score_problems(
    score: Score,
    expected: list[dict[str, Any]],
    happened: list[ReplayEvent],
    position: dict[str, int],
) -> None:
    """Count the problems that had to be seen, and those that were invented."""
    told = [event for event in happened if event.event.kind is EventKind.PROBLEM]
    score.problem_flags = sum(len(event.event.flags) for event in told)
    for wanted in expected:
        at = position[wanted["at"]]
        seen = [one for one in told if 0 <= position[one.archived.file] - at <= LATEST]
        for one in seen:
            told.remove(one)
        if wanted["lasting"]:
            score.problems += 1
            score.problems_found += bool(seen)
            score.problems_missed += not seen
            if not seen:
                score.wrong.append(f"{wanted['at']} problem missed: {wanted['what']}")
    score.wrong.extend(f"{one.archived.file} problem: {one.event.detail[:120]}" for one in told)


def flags_of(event: ReplayEvent) -> set[str]:
    """Return the criteria that an event flags."""
    return {flag.criterion for flag in event.event.flags}


def passes(score: Score) -> bool:
    """Tell whether a page is at the bar."""
    return not (score.missed or score.false or score.problems_missed or score.problem_flags)


def print_scores(scores: list[Score], seconds: float) -> None:
    """Print a row for each page, the sums, and every wrong one."""
    numbers = [name for name in vars(scores[0]) if name not in {"page", "wrong"}]
    rows = [[score.page, *(getattr(score, name) for name in numbers)] for score in scores]
    rows.append(["all", *(sum(getattr(score, name) for score in scores) for name in numbers)])
    print_table(["page", *(name.replace("_", " ") for name in numbers)], rows)
    captures = sum(score.captures for score in scores)
    print(f"\n{captures} captures in {seconds:.1f} s, {1000 * seconds / captures:.0f} ms each")
    for score in scores:
        for line in score.wrong:
            print(f"{score.page}: {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
