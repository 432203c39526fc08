"""How fast are two versions compared and flagged? Beside difflib and git on the same words.

    python -m bench.diff DATA...

DATA are folders of labelled changes or of saved captures; a change of the latter is
what a replay finds. Every pair is taken as a new process would: no word of it is
remembered. Times are processor time; those that the bars are for are the fastest of
three, since a busy machine slows a run and nothing speeds one.
The second table has the same changes in versions of 15,000 words, made so by unchanged
blocks of other documents.

Comparing and flagging stands there twice. "All pairs in memory" has Python's garbage
collector look through the hundreds of documents that wait here for their turn, again and
again; "alone in memory" has it spare them, as where two versions are all there is. A
check lies between: it holds two versions, the watchlist and the program itself.

Exits with 1 while comparing and flagging, alone in memory, takes longer than the bars.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.pairs import Pair, lengthened, read_pairs
from bench.table import print_table
from clausewatch.parts import Scoring
from clausewatch.wiring import build_scoring
from domain.watchlist import Evidence, Rating, Status, Tool
from review.comparison import compare
from review.explaining.places import places
from review.flags import flag_change
from review.words.endings import is_same_word
from review.words.folding import fold, folded_text
from review.words.vendor_words import heads_receivers
from review.words.wording import clean, folded

LONG = 15_000
MEDIAN_BAR = 50.0
WORST_BAR = 200.0
"""Milliseconds: the median of versions of LONG words, the worst of all as they are."""

ALONE = "compare and flag, alone in memory"

_TRIES = 3
_SOURCE = "source"
_QUOTED_WORDS = 8

Work = Callable[[], object]
Contender = Callable[[Pair], Work]
"""Prepares the work on one pair; what it prepares takes no part in the measurement."""


def main() -> None:
    """Measure, print, and exit with 1 below the bars."""
    parser = argparse.ArgumentParser(prog="python -m bench.diff")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA")
    arguments = parser.parse_args()
    pairs = [pair for folder in arguments.data for pair in read_pairs(folder)]
    long = lengthened(pairs, LONG)
    if not long:
        folders = " and ".join(map(str, arguments.data))
        parser.error(f"no changes in {folders}: name folders with *.jsonl.gz or index.json")
    ours = checking(build_scoring())
    ours(long[0])()  # what is read or compiled once is no matter of one pair
    natural = print_times(f"{len(pairs)} changes as they are", pairs, ours)
    at_length = print_times(f"{len(long)} of them in versions of {LONG:,} words", long, ours)
    slowest = sorted(zip(natural, pairs, strict=True), key=lambda one: -one[0])[:5]
    told = (f"{pair.name} ({pair.words:,} words) {took:.0f}" for took, pair in slowest)
    print(f"\nslowest as they are: {', '.join(told)}")
    median, worst = statistics.median(at_length), max(natural)
    print(f"bars: median at length {median:.1f} of {MEDIAN_BAR:g} ms, ", end="")
    print(f"worst {worst:.1f} of {WORST_BAR:g} ms")
    sys.exit(0 if median < MEDIAN_BAR and worst < WORST_BAR else 1)


def print_times(heading: str, pairs: Sequence[Pair], ours: Contender) -> list[float]:
    """Print how all contenders do on the pairs; return our own times."""
    contenders: dict[str, Contender] = {
        ALONE: sparing(ours),
        "the same, all pairs in memory": ours,
        "git diff --word-diff": _git,
        "difflib as it comes": partial(_difflib, autojunk=True),
        "difflib, exact": partial(_difflib, autojunk=False),
    }
    times = {
        name: [
            min(milliseconds(contender(pair)) for _ in range(_TRIES if name == ALONE else 1))
            for pair in pairs
        ]
        for name, contender in contenders.items()
    }
    print(f"\n{heading}, milliseconds")
    print_table(
        ["", "median", "95 %", "most"], [[name, *_of(took)] for name, took in times.items()]
    )
    return times[ALONE]


def sparing(contender: Contender) -> Contender:
    """Return the same with everything that is in memory before it kept from the collector."""

    def prepare(pair: Pair) -> Work:
        prepared = contender(pair)
        gc.collect()
        gc.freeze()

        def work() -> object:
            try:
                return prepared()
            finally:
                gc.unfreeze()

        return work

    return prepare


def _of(times: Sequence[float]) -> tuple[float, float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times)


def milliseconds(work: Work) -> float:
    """Return the processor time that a piece of work takes, that of its children included."""
    started = _processor_time()
    work()
    return (_processor_time() - started) * 1000


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def checking(scoring: Scoring) -> Contender:
    """Return what a check does: compare, and flag a tool that is rated on everything."""

    def prepare(pair: Pair) -> Work:
        tool = _rated(pair, scoring)

        forget()

        def work() -> object:
            change = compare(pair.old, pair.new, kind=pair.kind)
            return flag_change(
                change,
                pair.old,
                pair.new,
                source_id=_SOURCE,
                kind=pair.kind,
                tools=(tool,),
                criteria=scoring.criteria,
                model=scoring.model,
            )

        return work

    return prepare


def forget() -> None:
    """Forget every text and word seen before."""
    known = (clean, fold, folded_text, folded, is_same_word, places, heads_receivers)
    for remembering in known:
        remembering.cache_clear()


def _rated(pair: Pair, scoring: Scoring) -> Tool:
    """Return a tool whose ratings each quote a phrase of the older version."""
    ratings = tuple(
        Rating(criterion=criterion.key, status=Status.PARTLY, evidence=evidence)
        for criterion, evidence in zip(
            scoring.criteria, _quotes(pair, len(scoring.criteria)), strict=True
        )
    )
    return Tool(id="tool", name="Tool", sources=(_SOURCE,), ratings=ratings)


def _quotes(pair: Pair, count: int) -> Iterator[tuple[Evidence, ...]]:
    words = pair.old.text.split()
    for number in range(count):
        start = number * len(words) // count
        phrase = " ".join(words[start : start + _QUOTED_WORDS])
        yield (Evidence(source=_SOURCE, phrase=phrase),) if len(phrase) > _QUOTED_WORDS else ()


def _difflib(pair: Pair, *, autojunk: bool) -> Work:
    old, new = pair.old.text.split(), pair.new.text.split()
    return lambda: difflib.SequenceMatcher(None, old, new, autojunk=autojunk).get_opcodes()


def _git(pair: Pair) -> Work:
    def work() -> object:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name) for name in ("old", "new")]
            for path, document in zip(paths, (pair.old, pair.new), strict=True):
                path.write_text(document.text, encoding="utf-8")
            git = shutil.which("git") or "git"
            command = [git, "diff", "--no-index", "--word-diff", *map(str, paths)]
            return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed words

    return work


if __name__ == "__main__":
    main()
