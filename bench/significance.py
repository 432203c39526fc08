"""Measure the comparison on labelled changes: is the significance what readers say?

    python -m bench.significance FOLDER [--wrong]

FOLDER holds dev.jsonl.gz: one change a line with `old`, `new` (Markdown) and the label
`significance`. Capture defects are counted apart: they never reach the comparison.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.extraction.markdown import read_markdown
from domain.change import Change, Edit, Passage, Significance
from review.comparison import compare

_LONG_RUN = 120  # characters of unchanged text that are shown whole
_ORDER = [str(value) for value in Significance]


@dataclass(frozen=True)
class Case:
    """A labelled change and what the comparison made of it."""

    event: dict[str, Any]
    change: Change

    @property
    def label(self) -> str:
        """What the labellers said."""
        return str(self.event["significance"])

    @property
    def ours(self) -> str:
        """What the comparison says."""
        return str(self.change.significance)


def read_events(folder: Path) -> list[dict[str, Any]]:
    """Return the labelled changes of a folder."""
    with gzip.open(folder / "dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judge(event: dict[str, Any]) -> Case:
    """Compare the two versions of one event."""
    old, new = read_markdown(event["old"]), read_markdown(event["new"])
    change = compare(old, new, kind=event["kind"])
    return Case(event, change)


def print_table(cases: Sequence[Case]) -> None:
    """Print labels against ours, and the share of each label that was met."""
    counts = Counter((case.label, case.ours) for case in cases)
    print(f"{'label / ours':<14}" + "".join(f"{name:>13}" for name in _ORDER) + "   met")
    for label in _ORDER:
        row = [counts[label, ours] for ours in _ORDER]
        met = counts[label, label] / (sum(row) or 1)
        print(f"{label:<14}" + "".join(f"{count:>13}" for count in row) + f"  {met:.2f}")


def print_by_provider(cases: Sequence[Case]) -> None:
    """Print the share that was met by provider: rules fitted to one would show."""
    for provider, total in Counter(case.event["provider"] for case in cases).most_common():
        met = sum(case.label == case.ours for case in cases if case.event["provider"] == provider)
        print(f"  {provider:<32}{met:>4} of {total}")


def marked(passage: Passage) -> str:
    """Return a passage with what went and came in brackets, long equal runs cut."""
    shown = []
    for run in passage.segments:
        if run.edit is Edit.EQUAL:
            text = run.text
            shown.append(text if len(text) < _LONG_RUN else f"{text[:50]} […] {text[-50:]}")
        else:
            shown.append(f"[-{run.text}-]" if run.edit is Edit.DELETE else f"{{+{run.text}+}}")
    return " ".join(shown)


def print_wrong(cases: Sequence[Case], at_most: int = 12) -> None:
    """Print each wrong case with its most telling passages."""
    for case in cases:
        if case.label == case.ours:
            continue
        event = case.event
        print(f"\n== {event['id']} {event['document']}: {case.label}, not {case.ours}")
        print(f"   {event['why']}\n   ours: {case.change.reason}")
        telling = sorted(case.change.passages, key=lambda p: -_ORDER.index(p.significance))
        for passage in telling[:at_most]:
            found = ", ".join(finding.kind for finding in passage.findings)
            print(f"   - {passage.kind} {passage.significance} ({passage.note}) [{found}]")
            print(f"     {passage.heading[:60]!r}: {marked(passage)[:700]}")


def main() -> None:
    """Read the folder, compare every event and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the wrong ones")
    options = parser.parse_args()
    cases = [judge(event) for event in read_events(options.folder)]
    proper = [case for case in cases if case.event["capture"] == "ok"]
    print(f"{len(proper)} proper captures")
    print_table(proper)
    print(f"\nall {len(cases)}, with {len(cases) - len(proper)} capture defects")
    print_table(cases)
    print("\nmet by provider, proper captures")
    print_by_provider(proper)
    if options.wrong:
        print_wrong(proper)


if __name__ == "__main__":
    main()
