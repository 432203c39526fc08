"""Do the flags agree with what editors would want to see? And where do they not?

    python -m bench.flags DATA [--write]

DATA is a folder with labelled changes (or their file). A criterion in `must` that is
flagged is a hit, one that is not a miss; a flag outside `must` and `may` is false; what
is in `may` counts neither way. Exits with 1 while a figure is below its bar. `--write`
fits the shipped weights anew to the data.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.labelled import Case, read_cases
from bench.weights import as_text, cross_validated, fitted
from clausewatch.files.comparing import Comparison
from clausewatch.parts import Scoring
from clausewatch.wiring import build_scoring
from domain.change import Edit, Passage
from review.explaining.reasons import reasons_of

BARS = {"recall": 0.97, "precision": 0.85, "substantive": 0.97, "none": 0.95}
_WEIGHTS = Path(__file__).parents[1] / "clausewatch" / "weights.yaml"
_LONGEST_RUN = 160


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits, misses and false flags."""

    hits: int = 0
    misses: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """The share of flags that an editor wanted."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what an editor wanted that was flagged."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.misses + other.misses, self.false + other.false)

    def __str__(self) -> str:
        figures = f"precision {self.precision:.3f}  recall {self.recall:.3f}"
        return f"{figures}  ({self.hits} hits, {self.misses} missed, {self.false} false)"


def tally(
    cases: Sequence[Case], keys: Sequence[str], flagged: Mapping[str, frozenset[str]]
) -> dict[str, Tally]:
    """Count by criterion; `flagged` holds the criteria flagged for each change."""
    counts = dict.fromkeys(keys, Tally())
    for case in cases:
        for key in keys:
            is_flagged = key in flagged[case.label.id]
            if key in case.label.must:
                counts[key] += Tally(hits=1) if is_flagged else Tally(misses=1)
            elif is_flagged and key not in case.label.may:
                counts[key] += Tally(false=1)
    return counts


def main() -> None:
    """Measure, print everything that is wrong, and exit with 1 below the bars."""
    parser = argparse.ArgumentParser(prog="python -m bench.flags")
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="fit the shipped weights anew")
    options = parser.parse_args()
    scoring = build_scoring()
    started = time.perf_counter()
    cases = list(read_cases(options.data, scoring))
    took = time.perf_counter() - started
    if options.write:
        _WEIGHTS.write_text(as_text(fitted(cases, scoring.criteria)), encoding="utf-8")
        scoring = build_scoring()
        cases = list(read_cases(options.data, scoring))
    figures = _report(cases, scoring)
    print(f"\n{len(cases)} changes read, compared and scored in {took:.1f} s")
    sys.exit(1 if any(figures[name] < bar for name, bar in BARS.items()) else 0)


def _report(cases: Sequence[Case], scoring: Scoring) -> dict[str, float]:
    keys = [criterion.key for criterion in scoring.criteria]
    flagged = {case.label.id: frozenset(case.comparison.flags) for case in cases}
    for case in cases:
        _print_wrong(case, keys)
    counts = tally(cases, keys, flagged)
    total = sum(counts.values(), Tally())
    print("\nFlags by criterion")
    for key, count in counts.items():
        print(f"  {key:14} {count}")
    print(f"  {'in all':14} {total}")
    whole = [case for case in cases if not case.label.partly_shown]
    shown = sum(tally(whole, keys, flagged).values(), Tally())
    print(f"  {'fully shown':14} {shown}")
    _print_cross_validated(cases, keys, scoring)
    met = _print_agreement(cases)
    figures = {"recall": total.recall, "precision": total.precision} | met
    print("\nBars: " + ", ".join(f"{name} {figures[name]:.3f}/{bar}" for name, bar in BARS.items()))
    return figures


def _print_wrong(case: Case, keys: Sequence[str]) -> None:
    label, comparison = case.label, case.comparison
    for key in keys:
        is_flagged = key in comparison.flags
        if is_flagged is (key in label.must) or (is_flagged and key in label.may):
            continue
        what = "FALSE" if is_flagged else "MISS "
        partly = ", partly shown" if label.partly_shown else ""
        print(
            f"\n{what} {key} {label.id} {label.provider}, {label.document} ({label.kind}{partly})"
        )
        print(f"  label: {label.significance}, {label.capture}: {label.why}")
        _print_ground(comparison, key)
    ours = str(comparison.change.significance)
    if ours != label.significance:
        print(f"\nSIGNIFICANCE {label.id} {label.document}: {ours}, not {label.significance}")
        print(f"  ours: {comparison.change.reason}  label: {label.why}")
    if (comparison.defect is not None) is not (label.capture == "defect"):
        seen = comparison.defect.what.en if comparison.defect else "a proper capture"
        print(f"\nCAPTURE {label.id} {label.document}: label {label.capture}; ours: {seen}")


def _print_ground(comparison: Comparison, key: str) -> None:
    """Print the passage that a false flag rests on, or the first ones of a missed change."""
    score = comparison.flags.get(key)
    if score is None:
        passages: Sequence[Passage] = comparison.change.passages[:3]
    else:
        ground = next((one.en for one in reasons_of(score.details, comparison.change)), "")
        print(f"  ours ({score.score:.2f}): {ground}")
        passages = [comparison.change.passages[score.passages[0]]]
    for passage in passages:
        print(f"  [{passage.significance}] {passage.heading[:60]} ¶ {_marked(passage)[:600]}")


def _marked(passage: Passage) -> str:
    marks = {Edit.EQUAL: "{}", Edit.INSERT: "{{+{}+}}", Edit.DELETE: "[-{}-]"}
    return " ".join(
        marks[run.edit].format(run.text if len(run.text) < _LONGEST_RUN else run.text[-60:])
        for run in passage.segments
    )


def _print_cross_validated(cases: Sequence[Case], keys: Sequence[str], scoring: Scoring) -> None:
    scores = cross_validated(cases, scoring.criteria)
    flagged = {
        case.label.id: frozenset(
            key
            for key in keys
            if case.comparison.defect is None
            and scores.get((case.label.id, key), 0.0) >= scoring.model.threshold
        )
        for case in cases
        if case.comparison.change.significance
    }
    counts = tally(cases, keys, flagged)
    print("\nCross-validated: weights that never saw the provider")
    print(f"  {'in all':14} {sum(counts.values(), Tally())}")
    for provider in sorted({case.label.provider for case in cases}):
        own = [case for case in cases if case.label.provider == provider]
        print(f"  {provider[:14]:14} {sum(tally(own, keys, flagged).values(), Tally())}")


def _print_agreement(cases: Sequence[Case]) -> dict[str, float]:
    pairs = Counter((c.label.significance, str(c.comparison.change.significance)) for c in cases)
    print("\nSignificance (label: ours)")
    met: dict[str, float] = {}
    for name in ("none", "editorial", "substantive"):
        row = {ours: count for (label, ours), count in pairs.items() if label == name}
        met[name] = row.get(name, 0) / max(1, sum(row.values()))
        print(f"  {name:12} {row}  met {met[name]:.3f}")
    seen = Counter((c.label.capture, c.comparison.defect is not None) for c in cases)
    print(
        f"Capture: {seen['defect', True]} of {seen['defect', True] + seen['defect', False]} ",
        end="",
    )
    print(f"defects told, {seen['ok', True]} proper captures refused")
    return met


if __name__ == "__main__":
    main()
